"""Today: a day recorded in under a minute, and a moment of pain in seconds."""

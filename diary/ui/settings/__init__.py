"""Settings: looks of this computer, and what travels with the diary."""

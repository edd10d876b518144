"""Earlier versions of a record that is one row: what they said, and the way back."""

"""What the record means: pure functions on rows that return frozen dataclasses; no Qt, no SQL."""

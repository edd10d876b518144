"""One question at a time, for foggy days: large, one control, leave whenever."""

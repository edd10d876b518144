"""Numbers about one person's days as plain arrays: numpy and `scipy.special` alone, imported late."""

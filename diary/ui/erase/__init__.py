"""Erasing for good: what goes, where it may still stand, and the one button that does it."""

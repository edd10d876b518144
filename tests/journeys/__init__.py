"""Whole ways through the window, taken by real keys and presses and recorded as such."""

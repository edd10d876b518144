"""The body on the screen: a figure to click and a list to search."""

"""The body: its regions, the figure as a display list, patterns and shares."""

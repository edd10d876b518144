"""Get help: how to record, the keyboard, when not to wait, and what this diary is."""

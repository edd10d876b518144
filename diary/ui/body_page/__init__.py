"""The Body page: two periods of the body side by side, and what differs."""

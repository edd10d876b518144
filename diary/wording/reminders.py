"""Reminders and the tray."""

TEXTS: dict[str, str | tuple[str, str]] = {}

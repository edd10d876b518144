"""Texts of the window."""

TEXTS: dict[str, str | tuple[str, str]] = {}

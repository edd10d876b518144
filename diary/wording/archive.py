"""Texts of exports and of the archive."""

TEXTS: dict[str, str | tuple[str, str]] = {}

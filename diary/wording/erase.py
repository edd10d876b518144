"""Erasing for good."""

TEXTS: dict[str, str | tuple[str, str]] = {}

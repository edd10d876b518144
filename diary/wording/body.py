"""Texts of the body."""

TEXTS: dict[str, str | tuple[str, str]] = {}

"""Texts of the plain-text summary."""

TEXTS: dict[str, str | tuple[str, str]] = {}

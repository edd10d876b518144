"""Flares, electric-shock attacks, what the person makes of them, and one question at a time."""

TEXTS: dict[str, str | tuple[str, str]] = {}

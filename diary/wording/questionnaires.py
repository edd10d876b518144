"""Questionnaires: when they are due, how they are filled in, what they are."""

TEXTS: dict[str, str | tuple[str, str]] = {}

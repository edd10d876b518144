"""Texts of the comparison with textbook nerve areas."""

TEXTS: dict[str, str | tuple[str, str]] = {}

"""Medicines on Today: doses, relief, side effects."""

TEXTS: dict[str, str | tuple[str, str]] = {}

"""Texts of the paper diary and of typing it in."""

TEXTS: dict[str, str | tuple[str, str]] = {}

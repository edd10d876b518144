"""Texts of the page Report on the screen."""

TEXTS: dict[str, str | tuple[str, str]] = {}

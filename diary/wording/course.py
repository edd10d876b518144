"""Texts of the report's first page: what happened, how complete, pain and its course."""

TEXTS: dict[str, str | tuple[str, str]] = {}

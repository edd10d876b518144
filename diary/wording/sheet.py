"""Texts of the report's first page: the body, what helped, function, story and limits."""

TEXTS: dict[str, str | tuple[str, str]] = {}

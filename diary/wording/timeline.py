"""Everything that has a day, by kind."""

TEXTS: dict[str, str | tuple[str, str]] = {}

"""The page My story and plan."""

TEXTS: dict[str, str | tuple[str, str]] = {}

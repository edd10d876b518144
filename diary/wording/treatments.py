"""The page Treatments."""

TEXTS: dict[str, str | tuple[str, str]] = {}

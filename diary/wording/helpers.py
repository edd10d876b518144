"""Who is writing."""

TEXTS: dict[str, str | tuple[str, str]] = {}

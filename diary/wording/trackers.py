"""Own trackers, factors and the sections of Today."""

TEXTS: dict[str, str | tuple[str, str]] = {}

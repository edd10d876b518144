"""The night: times, wakings, naps, and what is computed from them."""

TEXTS: dict[str, str | tuple[str, str]] = {}

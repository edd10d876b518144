"""What all forms of single records say."""

TEXTS: dict[str, str | tuple[str, str]] = {}

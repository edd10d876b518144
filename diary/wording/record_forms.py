"""The forms of treatments, story and plan, field by field."""

TEXTS: dict[str, str | tuple[str, str]] = {}

"""Texts of the report's annex: treatments, flares, questionnaires, notes, changes."""

TEXTS: dict[str, str | tuple[str, str]] = {}

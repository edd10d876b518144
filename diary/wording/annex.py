"""Texts of the report's annex: calendar, charts, areas, links, trackers."""

TEXTS: dict[str, str | tuple[str, str]] = {}

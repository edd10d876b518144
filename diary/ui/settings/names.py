"""Names a person gave, shown beside the diary's own words."""

from __future__ import annotations


def isolated(name: str) -> str:
    """A name of any direction that begins where all names begin, and leaves the words beside it in order."""
    return f"\u200e\u2068{name}\u2069"

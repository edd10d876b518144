"""The published sources of methods and thresholds, for "How do we know?" and docs/statistics.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One source: short name, title, where and when, and its DOI.

    `verified` is false where the details come from memory and were not read at their source.
    """

    short: str
    title: str
    where: str
    doi: str = ""
    verified: bool = False

    @property
    def address(self) -> str:
        """Where it can be read; empty where no DOI is known."""
        return f"https://doi.org/{self.doi}" if self.doi else ""


REFERENCES: dict[str, Reference] = {}
"""By key: "mean", "change", "before_after", "links", "shift", "patterns", "trial", "completeness"…"""

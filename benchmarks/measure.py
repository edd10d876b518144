"""Medians, percentiles, and what is printed of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One measured number beside its goal; `unit` "" is a ratio, `told` says what it was worked out from."""

    part: str
    what: str
    value: float
    goal: float | None
    unit: str = ""
    told: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal, where there is one, was met."""
        return self.goal is None or self.value <= self.goal


def ratio(part: str, what: str, ours: Sequence[float], theirs: Sequence[float], goal: float | None) -> Found:
    """The median of `ours` over the median of `theirs`, both in ms."""
    over, under = median(ours), median(theirs)
    told = f"{over:.1f} ms against {under:.1f} ms, n={len(ours)}"
    return Found(part=part, what=what, value=over / under, goal=goal, told=told)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-round(len(ordered) * share * 1e6) // 1_000_000) - 1))]


def line(found: Found) -> str:
    """One line of the table that is printed."""
    number = f"{found.value:.2f}" if not found.unit else f"{found.value:.1f} {found.unit}"
    if found.goal is None:
        return f"{found.part:9}{found.what:66}{number:>10}{'':>16}         {found.told}"
    goal = f"goal {found.goal:g}{f' {found.unit}' if found.unit else ''}"
    verdict = "met" if found.met else "missed"
    return f"{found.part:9}{found.what:66}{number:>10}{goal:>16}  {verdict:7}{found.told}"

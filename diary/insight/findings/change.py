"""How much a measure changed: from the first days to the last, and between the two ends of the days shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.insight.statistics.contrast import Band
    from diary.insight.statistics.mean import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One stretch of days (ordinals, both included): the mean of `n` days with a value of `days`."""

    since: int
    until: int
    n: int
    days: int
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two stretches: `points` is after less before, None where a side has too few days (`enough` False).

    `percent` of the mean before and the IMMPACT `band` are there on pain-like scales alone, where 0 is none
    of it. `interval` is of the points, only where each side has 42 days or more.
    """

    before: Side
    after: Side
    enough: bool
    points: float | None = None
    percent: float | None = None
    band: Band | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One measure's changes; each None where the days do not reach.

    `from_baseline`: the first 14 days with 10 values or more, to the last 14. `between_ends`: the first and
    the last four weeks of the days shown. `noise` is the mean difference from one day to the next over
    `noise_pairs` pairs of the days shown: what changes without any lasting change.
    """

    measure: str
    from_baseline: Compared | None = None
    between_ends: Compared | None = None
    noise: float | None = None
    noise_pairs: int = 0

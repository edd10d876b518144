"""The figures of one measure over some days and week by week, each with its n of N."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.insight.statistics.bounds import Bounds
    from diary.insight.statistics.mean import Mean


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWeek:
    """One week by its Monday (ordinal): `n` days with a value, their mean from four days on, and their ends.

    `worst` is None where neither end is worse.
    """

    monday: int
    n: int
    mean: float | None
    minimum: float
    maximum: float
    worst: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One measure on the days `since` to `until` (ordinals): `n` days with a value of `days`.

    `days` counts from `from_day`, the measure's first day where that is later. `mean` holds the mean of the
    daily values with its interval, SD, and the mean day-to-day change with its n (`pairs`); None without a
    value. `bounds` is what the missing days could do to it, where over 20 % are missing. Memory notes are in
    no number but `n_memory` and `mean_with_memory` (None where there are none). `yes` counts days answered
    with yes, of `n`, for yes-or-no measures, which have no mean. `by_moment`: its days are means of moments.
    """

    measure: str
    since: int
    until: int
    from_day: int
    n: int
    days: int
    mean: Mean | None = None
    minimum: float | None = None
    maximum: float | None = None
    worst: float | None = None
    bounds: Bounds | None = None
    n_memory: int = 0
    mean_with_memory: float | None = None
    n_imported: int = 0
    yes: int | None = None
    by_moment: bool = False
    weeks: tuple[FigureWeek, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstWeek:
    """One week by its Monday (ordinal): the worst pain of `n` days that tell it, `severe` with 7 or more."""

    monday: int
    n: int
    worst: float
    severe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstFigures:
    """The worst pain of the days `since` to `until`: `severe` of `n` days reach 7, of `days` calendar days.

    A day's worst is the largest of its worst pain, its moments and its places (`insight.worst`).
    """

    since: int
    until: int
    n: int
    days: int
    severe: int
    worst: float | None
    n_memory: int
    weeks: tuple[WorstWeek, ...]

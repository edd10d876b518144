"""The figures of one measure over some days and week by week, each with its n of N."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.insight.findings.days import NUMBERS, Days, Period
from diary.insight.series import MEMORY, DailySeries, of_one_writer
from diary.insight.weeks import ENOUGH_DAYS, monday_of
from diary.insight.worst import SEVERE, WorstDays
from diary.models.codes import Direction, Lateness, MeasureKind
from diary.models.records import Measure

if TYPE_CHECKING:
    from diary.insight.statistics.bounds import Bounds
    from diary.insight.statistics.day_array import Array
    from diary.insight.statistics.mean import Mean

DAYS = 7
"""Of a week."""

IMPORTED = str(Lateness.IMPORTED)

ONLY_SOMETIMES = frozenset(("attack_s",))
"""What is said of a day only when there was something to say."""


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


def figures(days: Days, code: str, shown: Period) -> Figures | None:
    """The figures of a measure on the days shown; None where it is unknown or has no value there."""
    measure, whole = days.measure(code), days.series.get(code)
    inside = whole.between(shown.since, shown.until) if whole else None
    if measure is None or inside is None or not inside.values:
        return None
    plain = Figures(
        measure=code,
        since=shown.since,
        until=shown.until,
        from_day=inside.from_day,
        n=0,
        days=inside.days,
        n_imported=[row.lateness for row in inside.values].count(IMPORTED),
        by_moment=inside.by_moment,
    )
    if measure.kind in NUMBERS:
        return _of_numbers(plain, measure, inside, days)
    counted = inside.counted()
    yes = sum(bool(row.value) for row in counted) if measure.kind is MeasureKind.YES_NO else None
    return replace(plain, n=len(counted), n_memory=len(inside.values) - len(counted), yes=yes)


def _of_numbers(plain: Figures, measure: Measure, inside: DailySeries, days: Days) -> Figures:
    """The figures of what can be averaged.

    Moments are noted when it hurts: their mean has no interval, and days without one are not missing. Nor are
    days without the length of an attack.
    """
    import numpy as np

    from diary.insight.statistics.bounds import bounds
    from diary.insight.statistics.day_array import observed
    from diary.insight.statistics.mean import mean_of

    period = Period(plain.from_day, plain.from_day + plain.days - 1)
    values, late = days.array(plain.measure, period), observed(days.memory(plain.measure, period))
    mean, n_memory = mean_of(values), len(late)
    plain = replace(plain, n_memory=n_memory)
    if mean is None:
        return plain
    moments = of_one_writer(inside.moments) if inside.by_moment else ()
    ends = [row.value for row in moments if row.value is not None and row.lateness != MEMORY]
    there = np.array(ends) if ends else observed(values)
    low, high = float(there.min()), float(there.max())
    daily = is_daily(inside)
    return replace(
        plain,
        n=mean.n,
        mean=mean if daily else replace(mean, interval=None),
        minimum=low,
        maximum=high,
        worst=worse_of(measure, low, high),
        bounds=bounds(values) if daily else None,
        mean_with_memory=float(np.nansum(values) + late.sum()) / (mean.n + n_memory) if n_memory else None,
        weeks=figure_weeks(measure, values, period.since),
    )


def is_daily(series: DailySeries) -> bool:
    """Whether its days with a value stand for all days: not where it has moments alone, or attacks."""
    return not series.by_moment and series.measure not in ONLY_SOMETIMES


def worse_of(measure: Measure, low: float, high: float) -> float | None:
    """The worse of two ends of a measure; None where neither way is worse."""
    return {Direction.UP: high, Direction.DOWN: low, Direction.NONE: None}[measure.direction]


def figure_weeks(measure: Measure, values: Array, since: int) -> tuple[FigureWeek, ...]:
    """The weeks of an array that starts on ordinal `since` which have any value, by date."""
    import numpy as np

    first = monday_of(since)
    padded = np.full(-(-(since - first + len(values)) // DAYS) * DAYS, np.nan)
    padded[since - first : since - first + len(values)] = values
    weeks = padded.reshape(-1, DAYS)
    there = ~np.isnan(weeks)
    counts, sums = there.sum(axis=1), np.where(there, weeks, 0.0).sum(axis=1)
    lows = np.where(there, weeks, np.inf).min(axis=1)
    highs = np.where(there, weeks, -np.inf).max(axis=1)
    return tuple(
        FigureWeek(
            monday=first + DAYS * at,
            n=n,
            mean=total / n if n >= ENOUGH_DAYS else None,
            minimum=low,
            maximum=high,
            worst=worse_of(measure, low, high),
        )
        for at, (n, total, low, high) in enumerate(
            zip(counts.tolist(), sums.tolist(), lows.tolist(), highs.tolist(), strict=True)
        )
        if n
    )


def worst_figures(worst: WorstDays, period: Period) -> WorstFigures:
    """How bad the worst of each day was on these days, and how often 7 or more."""
    inside = worst.between(period.since, period.until)
    counted = inside.counted()
    found: dict[int, list[float]] = {}
    for one in counted:
        found.setdefault(monday_of(one.day), []).append(one.value)
    return WorstFigures(
        since=period.since,
        until=period.until,
        n=len(counted),
        days=period.days,
        severe=inside.at_least(SEVERE),
        worst=max((one.value for one in counted), default=None),
        n_memory=inside.n_memory,
        weeks=tuple(
            WorstWeek(
                monday=monday,
                n=len(values),
                worst=max(values),
                severe=sum(value >= SEVERE for value in values),
            )
            for monday, values in sorted(found.items())
        ),
    )

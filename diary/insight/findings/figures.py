"""The figures of one measure over some days and week by week, each with its n of N."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.insight.findings.days import NUMBERS, Period, array_of
from diary.insight.series import DailySeries, summary
from diary.insight.weeks import monday_of, weekly
from diary.insight.worst import SEVERE, WorstDays
from diary.models.codes import Direction, MeasureKind
from diary.models.records import Measure

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


def figures(measure: Measure, series: DailySeries) -> Figures:
    """The figures of a series on its own days; cut it (`series.between`) to the days wanted."""
    from diary.insight.statistics.bounds import bounds
    from diary.insight.statistics.mean import mean_of

    told = summary(series, yes_no=measure.kind is MeasureKind.YES_NO)
    plain = Figures(
        measure=series.measure,
        since=series.since,
        until=series.until,
        from_day=told.from_day,
        n=told.n,
        days=told.days,
        n_memory=told.n_memory,
        n_imported=told.n_imported,
        yes=told.n_yes if measure.kind is MeasureKind.YES_NO else None,
        by_moment=told.by_moment,
    )
    if measure.kind not in NUMBERS or told.mean is None:
        return plain
    values = array_of(series, Period(told.from_day, told.from_day + told.days - 1))
    return replace(
        plain,
        mean=mean_of(values),
        minimum=told.minimum,
        maximum=told.maximum,
        worst=worse_of(measure, told.minimum, told.maximum),
        bounds=bounds(values),
        mean_with_memory=summary(replace(series, with_memory=True)).mean if told.n_memory else None,
        weeks=figure_weeks(measure, series),
    )


def worse_of(measure: Measure, low: float | None, high: float | None) -> float | None:
    """The worse of two ends of a measure; None where neither way is worse."""
    return {Direction.UP: high, Direction.DOWN: low, Direction.NONE: None}[measure.direction]


def figure_weeks(measure: Measure, series: DailySeries) -> tuple[FigureWeek, ...]:
    """The weeks that have any value that counts, by date."""
    found: dict[int, list[float]] = {}
    for row in series.counted():
        if row.value is not None:
            found.setdefault(monday_of(row.day), []).append(row.value)
    ends = {monday: (min(values), max(values)) for monday, values in found.items()}
    return tuple(
        FigureWeek(
            monday=week.monday,
            n=week.n,
            mean=week.mean,
            minimum=ends[week.monday][0],
            maximum=ends[week.monday][1],
            worst=worse_of(measure, *ends[week.monday]),
        )
        for week in weekly(series)
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

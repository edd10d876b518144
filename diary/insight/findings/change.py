"""How much a measure changed: from the first days to the last, and between the two ends of the days shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.insight.findings.days import NUMBERS, Period, array_of
from diary.insight.series import DailySeries
from diary.models.codes import Direction, Group, MeasureKind
from diary.models.records import Measure

if TYPE_CHECKING:
    from diary.insight.statistics.contrast import Band
    from diary.insight.statistics.mean import Interval

BASELINE_DAYS, LEAST_VALUES = 14, 10
"""The first and the last stretch of a diary, and the values each takes (clinical.md section 7, point 2)."""

ENDS_DAYS = 28
"""The first and the last four weeks of the days shown."""


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


def change(measure: Measure, whole: DailySeries, shown: Period) -> Change | None:
    """The changes of a measure; `whole` is its series from the diary's first day, `shown` are days of it.

    None for what cannot be averaged. The last 14 days are the last of the days shown.
    """
    from diary.insight.statistics.mean import mean_of

    if measure.kind not in NUMBERS:
        return None
    until = min(shown.until, whole.today)
    shown = Period(max(shown.since, whole.since), until)
    overall = mean_of(array_of(whole, shown))
    return Change(
        measure=measure.code,
        from_baseline=_from_baseline(measure, whole, until),
        between_ends=_between_ends(measure, whole, shown),
        noise=overall.day_to_day if overall else None,
        noise_pairs=overall.pairs if overall else 0,
    )


def baseline(whole: DailySeries) -> Period | None:
    """The first 14 days in a row with 10 values or more."""
    days = [row.day for row in whole.counted() if row.value is not None]
    for first, tenth in zip(days, days[LEAST_VALUES - 1 :], strict=False):
        if tenth - first < BASELINE_DAYS:
            return Period(first, first + BASELINE_DAYS - 1)
    return None


def _from_baseline(measure: Measure, whole: DailySeries, until: int) -> Compared | None:
    first, last = baseline(whole), Period(until - BASELINE_DAYS + 1, until)
    if first is None or first.until >= last.since:
        return None
    return compared(measure, whole, first, last)


def _between_ends(measure: Measure, whole: DailySeries, shown: Period) -> Compared | None:
    if shown.days < 2 * ENDS_DAYS:
        return None
    first = Period(shown.since, shown.since + ENDS_DAYS - 1)
    return compared(measure, whole, first, Period(shown.until - ENDS_DAYS + 1, shown.until))


def compared(measure: Measure, whole: DailySeries, before: Period, after: Period) -> Compared:
    """Two stretches of a series against each other; each side takes 10 values, whatever its length."""
    from diary.insight.statistics.contrast import band, contrast

    found = contrast(array_of(whole, before), array_of(whole, after))
    sides = (_side(whole, before), _side(whole, after))
    plain = Compared(before=sides[0], after=sides[1], enough=all(side.n >= LEAST_VALUES for side in sides))
    if found is None or not plain.enough:
        return plain
    percent = found.percent if is_symptom(measure) else None
    return replace(
        plain,
        points=found.points,
        percent=percent,
        band=band(percent) if percent is not None and is_pain(measure) else None,
        interval=found.interval,
    )


def is_symptom(measure: Measure) -> bool:
    """Whether 0 of a measure is none of something unwanted, so that a percentage means something."""
    return measure.direction is Direction.UP and measure.kind in (MeasureKind.SCALE, MeasureKind.COUNT)


def is_pain(measure: Measure) -> bool:
    """Whether a measure is a strength of pain from 0 to 10, which the bands were found for."""
    return (
        measure.group is Group.PAIN and measure.kind is MeasureKind.SCALE and measure.code.startswith("pain_")
    )


def _side(whole: DailySeries, period: Period) -> Side:
    values = [row.value for row in whole.between(period.since, period.until).counted()]
    numbers = [value for value in values if value is not None]
    return Side(
        since=period.since,
        until=period.until,
        n=len(numbers),
        days=period.days,
        mean=sum(numbers) / len(numbers) if numbers else None,
    )

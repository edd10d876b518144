"""How much a measure changed: from the first days to the last, and between the two ends of the days shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.insight.findings.days import NUMBERS, Days, Period
from diary.insight.findings.figures import is_daily
from diary.models.codes import Direction, MeasureKind
from diary.models.records import Measure

if TYPE_CHECKING:
    from diary.insight.statistics.contrast import Band
    from diary.insight.statistics.day_array import Array
    from diary.insight.statistics.mean import Interval

BASELINE_DAYS, LEAST_VALUES = 14, 10
"""The first and the last stretch of a diary, and the values each takes (clinical.md section 7, point 2)."""

ENDS_DAYS = 28
"""The first and the last four weeks of the days shown."""

HALF_DAYS = 42
"""The least days of a half of the days shown: a range takes 42 values on each side."""

BANDED = frozenset(("pain_average", "pain_worst"))
"""The measures the bands were found for; the percentage of a small number says little."""


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

    `percent` of the mean before is there on scales alone where 0 is none of something unwanted, the IMMPACT
    `band` for average and worst pain alone. `interval` is of the points, only where each side has 42 values.
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
    the last four weeks of the days shown. `between_halves`: the first and the second half of the days shown,
    from the measure's first day on; a middle day is in neither. `noise` is the mean difference from one day
    to the next over `noise_pairs` pairs of the days shown: what changes without any lasting change.
    """

    measure: str
    from_baseline: Compared | None = None
    between_ends: Compared | None = None
    between_halves: Compared | None = None
    noise: float | None = None
    noise_pairs: int = 0


def change(days: Days, code: str, shown: Period) -> Change | None:
    """The changes of a measure, None for what cannot be averaged or has no value on the days shown.

    The last 14 days are the last of the days shown, which end with the diary's last entry here.
    """
    import numpy as np

    measure, whole = days.measure(code), days.whole()
    if measure is None or measure.kind not in NUMBERS:
        return None
    shown = Period(max(shown.since, whole.since), min(shown.until, whole.until))
    values = days.array(code, shown)
    if np.isnan(values).all():
        return None
    steps = np.abs(np.diff(values))
    pairs = int((~np.isnan(steps)).sum())
    return Change(
        measure=code,
        from_baseline=_from_baseline(days, measure, shown.until),
        between_ends=_between_ends(days, measure, shown),
        between_halves=_between_halves(days, measure, shown),
        noise=float(np.nanmean(steps)) if pairs else None,
        noise_pairs=pairs,
    )


def baseline(days: Days, code: str) -> Period | None:
    """The first 14 days in a row with 10 values or more."""
    import numpy as np

    whole = days.whole()
    there = np.flatnonzero(~np.isnan(days.array(code, whole))) + whole.since
    near = np.flatnonzero(there[LEAST_VALUES - 1 :] - there[: 1 - LEAST_VALUES] < BASELINE_DAYS)
    if not len(near):
        return None
    first = int(there[near[0]])
    return Period(first, first + BASELINE_DAYS - 1)


def _from_baseline(days: Days, measure: Measure, until: int) -> Compared | None:
    first, last = baseline(days, measure.code), Period(until - BASELINE_DAYS + 1, until)
    if first is None or first.until >= last.since:
        return None
    return compared(days, measure, first, last)


def _between_ends(days: Days, measure: Measure, shown: Period) -> Compared | None:
    if shown.days < 2 * ENDS_DAYS:
        return None
    first = Period(shown.since, shown.since + ENDS_DAYS - 1)
    return compared(days, measure, first, Period(shown.until - ENDS_DAYS + 1, shown.until))


def _between_halves(days: Days, measure: Measure, shown: Period) -> Compared | None:
    """Where days with a value are no sample of all days, as moments are, the means have no range."""
    series = days.series[measure.code]
    since = series.between(shown.since, shown.until).from_day
    half = (shown.until - since + 1) // 2
    if half < HALF_DAYS:
        return None
    second = Period(shown.until - half + 1, shown.until)
    found = compared(days, measure, Period(since, since + half - 1), second)
    return found if is_daily(series) else replace(found, interval=None)


def compared(days: Days, measure: Measure, before: Period, after: Period) -> Compared:
    """Two stretches of a measure against each other; each side takes 10 values, whatever its length."""
    from diary.insight.statistics.contrast import band, contrast

    one, other = days.array(measure.code, before), days.array(measure.code, after)
    sides = _side(one, before), _side(other, after)
    plain = Compared(before=sides[0], after=sides[1], enough=all(side.n >= LEAST_VALUES for side in sides))
    found = contrast(one, other) if plain.enough else None
    if found is None:
        return plain
    percent = found.percent if is_symptom(measure) else None
    return replace(
        plain,
        points=found.points,
        percent=percent,
        band=band(percent) if percent is not None and measure.code in BANDED else None,
        interval=found.interval,
    )


def is_symptom(measure: Measure) -> bool:
    """Whether 0 of a scale is none of something unwanted, so that a percentage means something."""
    return measure.direction is Direction.UP and measure.kind is MeasureKind.SCALE


def _side(values: Array, period: Period) -> Side:
    from diary.insight.statistics.day_array import observed

    there = observed(values)
    return Side(
        since=period.since,
        until=period.until,
        n=len(there),
        days=period.days,
        mean=float(there.mean()) if len(there) else None,
    )

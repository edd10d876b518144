"""Daily series as arrays: the line by day, the marks by how they were written, the weekly bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diary.charts.binning import CALM_POINTS, Array, Binned, bin_days, binned, runs
from diary.insight.series import MEMORY, DailySeries
from diary.insight.weeks import Week
from diary.models.codes import Lateness
from diary.models.views import ValueRow

DOTTED_DAYS = 130
"""Up to this many days every day has its dot; beyond, only days that stand alone."""

BARRED_DAYS = 800
"""Longer ranges have no weekly bars: they would be narrower than they are thick."""

MARKS = ("dot", "late", "imported", "memory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Places on a panel: days (ordinals) and values."""

    x: Array
    y: Array

    def __len__(self) -> int:
        return len(self.x)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What one panel draws: the binned line, marks by name of `MARKS`, weekly bars (first, last, mean)."""

    line: Binned
    marks: dict[str, Points]
    weeks: Array


def dense(series: DailySeries) -> Array:
    """One value a day of the period, NaN where there is none that counts."""
    values = np.full(max(0, series.until - series.since + 1), np.nan)
    for row in series.counted():
        if row.value is not None:
            values[row.day - series.since] = row.value
    return values


def points(rows: Sequence[ValueRow]) -> Points:
    """The places of rows that have a number."""
    pairs = [(row.day, row.value) for row in rows if row.value is not None]
    array: NDArray[np.float64] = np.array(pairs, dtype=np.float64).reshape(-1, 2)
    return Points(x=array[:, 0], y=array[:, 1])


def lines(series: DailySeries, weeks: Sequence[Week], size: int | None = None) -> Lines:
    """What the panel of one measure draws, with `size` days to a point of the line where that is given."""
    days = dense(series)
    line = binned(series.since, days, size)
    bars = [
        (max(week.monday, series.since) - 0.4, min(week.sunday, series.until) + 0.4, week.mean)
        for week in weeks
        if week.mean is not None and len(days) <= BARRED_DAYS
    ]
    return Lines(
        line=line,
        marks=_dots(series) if len(days) <= DOTTED_DAYS else _alone(series, line),
        weeks=np.array(bars, dtype=np.float64).reshape(-1, 3),
    )


def moment_points(rows: Sequence[ValueRow], since: int, until: int) -> Points:
    """The moments of a period; where more than fit, the largest of each bin of days."""
    found = points([row for row in rows if row.lateness != MEMORY])
    size = bin_days(until - since + 1)
    if size == 1 or len(found) <= CALM_POINTS // 4:
        return found
    highest = np.full(until - since + 1, np.nan)
    for day, value in zip(found.x.astype(int) - since, found.y, strict=True):
        highest[day] = np.fmax(highest[day], value)
    few = binned(since, highest, size * 3)
    there = ~np.isnan(few.high)
    return Points(x=few.x[there], y=few.high[there])


def band(low: DailySeries, high: DailySeries) -> list[Array]:
    """The area between two series as polygons, one a run of consecutive days that have both."""
    under, over = binned(low.since, dense(low)), binned(high.since, dense(high))
    return polygons(under.x, under.low, over.high, under.days)


def polygons(x: Array, low: Array, high: Array, days: int) -> list[Array]:
    """Closed outlines between `low` and `high`, broken where either is absent; lone days keep a width."""
    wide = 0.4 * days
    found = []
    for start, stop in runs(~np.isnan(low) & ~np.isnan(high)):
        at, down, up = x[start:stop], low[start:stop], high[start:stop]
        if stop - start == 1:
            at, down, up = np.array([at[0] - wide, at[0] + wide]), down.repeat(2), up.repeat(2)
        found.append(np.column_stack((np.concatenate((at, at[::-1])), np.concatenate((up, down[::-1])))))
    return found


def _dots(series: DailySeries) -> dict[str, Points]:
    kinds: dict[str, list[ValueRow]] = {name: [] for name in MARKS}
    for row in series.values:
        kinds[_mark(row)].append(row)
    return {name: points(rows) for name, rows in kinds.items()}


def _alone(series: DailySeries, line: Binned) -> dict[str, Points]:
    """Long ranges: the line alone, dots where it has no neighbour to be joined to, hollow memory notes."""
    there = ~np.isnan(line.mean)
    alone = [start for start, stop in runs(there) if stop - start == 1]
    empty = Points(x=np.empty(0), y=np.empty(0))
    return {
        "dot": Points(x=line.x[alone], y=line.mean[alone]),
        "late": empty,
        "imported": empty,
        "memory": points([row for row in series.values if row.lateness == MEMORY]),
    }


def _mark(row: ValueRow) -> str:
    if row.lateness == Lateness.MEMORY:
        return "memory"
    if row.lateness == Lateness.IMPORTED:
        return "imported"
    return "dot" if row.lateness == Lateness.SAME_DAY else "late"

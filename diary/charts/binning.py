"""Long ranges drawn from few points: minimum, mean and maximum of days that share a pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_POINTS = 1200
"""Up to this many days every day is a point of its own; no line ever has more points."""

CALM_POINTS = 360
"""Longer ranges are drawn from about this many points: more would be a thicket, not a line."""

GAP_DAYS = 2
"""A line of bins breaks where more days in a row than this have no value."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """Values by bin, NaN where a bin has none: `x` the middle day (ordinal), `days` days to a bin."""

    x: Array
    low: Array
    mean: Array
    high: Array
    days: int


def bin_days(days: int) -> int:
    """How many days share a bin when `days` days are shown: one, up to `MOST_POINTS` days."""
    return 1 if days <= MOST_POINTS else -(-days // CALM_POINTS)


def binned(first_day: int, values: Array, size: int | None = None) -> Binned:
    """One value a day from ordinal `first_day` on, NaN where absent, in bins of `size` days.

    Between two bins a NaN stands where more than `GAP_DAYS` days in a row have no value.
    """
    size = size or bin_days(len(values))
    if size == 1:
        x = first_day + np.arange(len(values), dtype=np.float64)
        return Binned(x=x, low=values, mean=values, high=values, days=1)
    count = -(-len(values) // size)
    padded = np.full(count * size, np.nan)
    padded[: len(values)] = values
    table = padded.reshape(count, size)
    there: NDArray[np.bool_] = np.asarray(~np.isnan(table))
    n = there.sum(axis=1)
    some = n > 0
    mean, low, high = (np.full(count, np.nan) for _ in range(3))
    mean[some] = np.where(there, table, 0).sum(axis=1)[some] / n[some]
    low[some] = np.where(there, table, np.inf).min(axis=1)[some]
    high[some] = np.where(there, table, -np.inf).max(axis=1)[some]
    x = first_day + np.arange(count, dtype=np.float64) * size + (size - 1) / 2
    breaks = _breaks(there)
    x = np.insert(x, breaks, x[breaks] - size / 2)
    low, mean, high = (np.insert(array, breaks, np.nan) for array in (low, mean, high))
    return Binned(x=x, low=low, mean=mean, high=high, days=size)


def _breaks(there: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The bins before which a gap ends that reaches over the border between bins."""
    some = there.sum(axis=1) > 0
    first = there.argmax(axis=1)
    after_last = there[:, ::-1].argmax(axis=1)
    gap = after_last[:-1] + first[1:]
    return np.flatnonzero(some[:-1] & some[1:] & (gap > GAP_DAYS)) + 1


def runs(there: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where `there` is true without a break: pairs of first index and index after the last."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], there, [False])).astype(np.int8)))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]

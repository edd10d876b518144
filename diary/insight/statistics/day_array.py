"""A measure as one number a day: dense arrays in which a day without a value is NaN, never filled."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
"""Shape (days,): one value a calendar day, NaN where there is none."""

LEAST_DAYS = 42
"""Below so many days no interval and no finding is printed (clinical.md section 7, points 3 and 11)."""

ALIKE = 1e-9
"""Differences with a smaller SD are all the same."""


def dense(pairs: Iterable[tuple[int, float]], since: int, until: int) -> Array:
    """Values by ordinal day as an array of the days `since` to `until`, both included."""
    values = np.full(max(0, until - since + 1), np.nan)
    for day, value in pairs:
        if since <= day <= until:
            values[day - since] = value
    return values


def observed(values: Array) -> Array:
    """The values that are there, in order."""
    return values[~np.isnan(values)]


def answer_step(values: Array) -> float:
    """The step of answers: what divides all whole ones, else their smallest gap; 1 where all are alike."""
    told = np.unique(np.round(observed(values), 6))
    if told.size <= 1:
        return 1.0
    whole = np.round(told)
    if (whole == told).all():
        return float(np.gcd.reduce(whole.astype(np.int64)))
    return float(np.diff(told).min())


def sd_of(differences: Array, shares: Array, step: float) -> float:
    """The SD of differences of means; where all are alike, what answers in steps of `step` can hide in them.

    `shares`, shape (differences,): the variance of each difference for answers of variance 1 that are
    independent, as 1/n + 1/m for two means.
    """
    spread = float(differences.std(ddof=1))
    return spread if spread > ALIKE else step * float(np.sqrt(shares.mean() / 12))


def weekdays(since: int, days: int) -> NDArray[np.int64]:
    """The weekday of each of `days` days from ordinal `since`: 0 is Monday."""
    return (np.arange(since, since + days, dtype=np.int64) - 1) % 7

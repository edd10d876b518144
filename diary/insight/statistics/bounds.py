"""How far the days without a value could move a mean."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from diary.insight.statistics.day_array import Array, observed

MOST_MISSING = 0.2
"""The share of days without a value up to which nothing is said (clinical.md section 7, point 8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The mean if all `missing` of `days` days had been like the lowest, or highest, tenth of the others."""

    low: float
    high: float
    missing: int
    days: int


def bounds(values: Array) -> Bounds | None:
    """What the missing days could do to the mean of a stretch, shape (days,), NaN for missing.

    None where at most 20 % are missing, and where nothing is there. Which end is the worse is up to the
    measure. The tenth is a tenth of the days with a value, rounded up, and stands in by its own mean.
    """
    there = np.sort(observed(values))
    days, missing = len(values), len(values) - len(there)
    if len(there) == 0 or missing <= MOST_MISSING * days:
        return None
    tenth = ceil(len(there) / 10)
    total = float(there.sum())
    return Bounds(
        low=(total + missing * float(there[:tenth].mean())) / days,
        high=(total + missing * float(there[-tenth:].mean())) / days,
        missing=missing,
        days=days,
    )

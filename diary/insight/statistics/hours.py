"""Whether pain differs between the parts of a day, compared within days only.

Moments are recorded when it hurts, so a plain mean by hour mixes bad days with good ones. Here each part's mean
of a day is set against the mean of the other parts of the same day. The test turns the whole profile of a day
round by chance (one sign a day): it keeps how the parts of one day resemble each other, which shuffling the
parts among themselves would break. The largest of the studentised parts is compared with its own distribution
(Westfall & Young 1993), so one test covers all parts and says which one may be named.
It cannot undo a habit of recording mornings only when they are bad. Source: Edgington & Onghena 2007.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .day_array import Array

LEVEL = 0.04
"""The level of the test, so that at most 5 % of diaries without a pattern show one."""

LEAST_MOMENTS, LEAST_DAYS_COMPARED, LEAST_DAYS_OF_A_PART = 42, 21, 10
"""Below so many moments on compared days, and so many compared days, nothing is tested; a part with fewer
compared days than the last has neither interval nor name."""

PARTS = ("night", "morning", "afternoon", "evening")
"""The parts of a day: each six hours, from 00:00, 06:00, 12:00 and 18:00."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the day (0 to 3, see `PARTS`): its moments, the days that have some, and their mean.

    `difference` in points against the other parts of the same day, over `n_compared` days, 95 % interval;
    `p` allows for all parts; `named` when it may be said that this part differs.
    """

    part: int
    n_moments: int
    n_days: int
    mean: float | None
    n_compared: int
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPattern:
    """The four parts of the day; `days_compared` have moments in two parts or more, with `moments_compared`.

    `enough` is False for too few; then `p` is None and no part has an interval.
    """

    n_moments: int
    n_days: int
    days_compared: int
    moments_compared: int
    parts: tuple[Part, ...]
    enough: bool
    p: float | None = None
    pattern: bool = False


def day_pattern(
    days: NDArray[np.int64],
    minutes: NDArray[np.int64],
    values: Array,
    *,
    tick: Callable[[], None] | None = None,
) -> DayPattern:
    """The parts of the day from moments: each one's day (any whole number), minute 0 to 1439 and value."""
    raise NotImplementedError

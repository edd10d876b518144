"""The days before a start beside the days after it: as many on each side, tested serial-corrected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.day_array import Array

WEEK_BEFORE = 7
"""Days before the start that are shown but not tested: treatments begin in bad spells."""
SETTLING = 14
"""Days from the start on that are shown but not tested."""
LEAST_WINDOW, MOST_WINDOW = 28, 84
"""Undisturbed days on each side: as many as there are within these (clinical.md section 7, point 11)."""


class BeforeAfterStanding(StrEnum):
    """What two windows allow: nothing, the two means alone, or a verdict."""

    NO_DAYS = "no_days"
    MEANS_ONLY = "means_only"
    TESTED = "tested"


class Verdict(StrEnum):
    """What a tested comparison shows."""

    LOWER = "lower"
    HIGHER = "higher"
    NO_CLEAR_CHANGE = "no_clear_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """Two windows of equal length around a start; indices of days, the `until` ones included.

    `before_n` of `before_days` days have a value, likewise after. `points` is after less before, `percent`
    of the mean before (None where that is 0); `low` to `high` its interval, `p` and `verdict` where TESTED.
    """

    standing: BeforeAfterStanding
    before_since: int | None = None
    before_until: int | None = None
    after_since: int | None = None
    after_until: int | None = None
    before_n: int = 0
    before_days: int = 0
    after_n: int = 0
    after_days: int = 0
    before_mean: float | None = None
    after_mean: float | None = None
    points: float | None = None
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    verdict: Verdict | None = None


def before_after(outcome: Array, start: int, disturbed: NDArray[np.bool_] | None = None) -> BeforeAfter:
    """Compare the undisturbed days around index `start` of `outcome`, shape (days,), NaN for no value.

    `disturbed` is True on days on which something else changed: the window before begins after the last of
    them, the window after ends before the first. One on `start` itself is for the caller to name.
    """
    raise NotImplementedError

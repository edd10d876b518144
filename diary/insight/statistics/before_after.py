"""The days before a start beside the days after it: as many on each side, tested serial-corrected.

Treatments begin in bad spells. Leaving the bad week out does not undo that: the days before it are then the
days on which no bad spell had come yet, and the days after look higher than they (simulated: 6 to 9 % called
"higher" with no effect at all). A change is therefore called only where it holds both without the week before
and with it: `p` is the larger of the two. The interval is that of the two windows, without the week, so it
may lie just beside 0 where no change is called.

The windows are counted in calendar days, as many on each side; a verdict takes 42 days with a value on each.
Where something else changed so near that fewer than 28 days are left, two means stand all the same, of up to
28 days a side across that change: they tell what was, and nothing of what did it, so there is no interval.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.day_array import LEAST_DAYS, Array, observed
from diary.insight.statistics.two_means import difference

WEEK_BEFORE = 7
"""Days before the start that are shown but not tested: treatments begin in bad spells."""
SETTLING = 14
"""Days from the start on that are shown but not tested."""
LEAST_WINDOW, MOST_WINDOW = 28, 84
"""Undisturbed days on each side: as many as there are within these (clinical.md section 7, point 11)."""

LEAST_SHOWN = 4
"""Fewer days with a value on a side say too little of it to be shown, as for the mean of a week."""

SHARE = 0.95
"""The interval's probability."""
CALLED = 0.035
"""A change is called where p is below this: with 84 days a side and an autocorrelation of 0.8, no effect was
called one in 3.8 to 5.9 % at 0.05 and in 3.2 to 5.1 % at 0.04."""


class BeforeAfterStanding(StrEnum):
    """What two windows allow: nothing, the two means alone, or a verdict.

    `disturbed`: two means alone, of days in which something else changed as well.
    """

    NO_DAYS = "no_days"
    DISTURBED = "disturbed"
    MEANS_ONLY = "means_only"
    TESTED = "tested"


class Verdict(StrEnum):
    """What a tested comparison shows."""

    LOWER = "lower"
    HIGHER = "higher"
    NO_CLEAR_CHANGE = "no_clear_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """Two windows around a start, equally long unless DISTURBED; indices of days, the `until` ones included.

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
    before, after = windows(len(outcome), start, disturbed)
    shown = _shown(outcome, before, after)
    if not shown.before_n or not shown.after_n or shown.before_days < LEAST_WINDOW:
        return _across(outcome, start, disturbed) or shown
    shown = with_means(shown, float(np.nanmean(outcome[before])), float(np.nanmean(outcome[after])))
    enough = min(shown.before_n, shown.after_n) >= LEAST_DAYS
    return tested(shown, outcome, before, after) if enough else shown


def _shown(outcome: Array, before: slice, after: slice) -> BeforeAfter:
    """How many days two windows have, and how many of them a value."""
    first, second = outcome[before], outcome[after]
    shown = BeforeAfter(standing=BeforeAfterStanding.NO_DAYS, before_days=len(first), after_days=len(second))
    if not len(first) or not len(second):
        return shown
    return replace(
        shown,
        before_since=before.start,
        before_until=before.stop - 1,
        after_since=after.start,
        after_until=after.stop - 1,
        before_n=len(observed(first)),
        after_n=len(observed(second)),
    )


def _across(outcome: Array, start: int, disturbed: NDArray[np.bool_] | None) -> BeforeAfter | None:
    """Two means of up to 28 days a side across what else changed; None where nothing did, or too few days."""
    before_until, after_since = start - WEEK_BEFORE, start + SETTLING
    before = slice(max(0, before_until - LEAST_WINDOW), max(0, before_until))
    after = slice(after_since, max(after_since, min(len(outcome), after_since + LEAST_WINDOW)))
    changes = np.flatnonzero(disturbed) if disturbed is not None else np.empty(0, dtype=np.int64)
    if not ((changes >= before.start) & (changes < after.stop) & (changes != start)).any():
        return None
    shown = _shown(outcome, before, after)
    if min(shown.before_n, shown.after_n) < LEAST_SHOWN:
        return None
    means = with_means(shown, float(np.nanmean(outcome[before])), float(np.nanmean(outcome[after])))
    return replace(means, standing=BeforeAfterStanding.DISTURBED)


def windows(days: int, start: int, disturbed: NDArray[np.bool_] | None = None) -> tuple[slice, slice]:
    """The days before and after `start` that are compared: equally many, undisturbed, at most 84 each."""
    changes = np.flatnonzero(disturbed) if disturbed is not None else np.empty(0, dtype=np.int64)
    since = int(max(changes[changes < start], default=-1)) + 1
    until = int(min(changes[changes > start], default=days))
    before_until, after_since = start - WEEK_BEFORE, start + SETTLING
    side = max(0, min(MOST_WINDOW, before_until - since, until - after_since))
    return slice(before_until - side, before_until), slice(after_since, after_since + side)


def with_means(shown: BeforeAfter, before: float, after: float) -> BeforeAfter:
    """The two means and their difference, in points and in percent of the one before."""
    return replace(
        shown,
        standing=BeforeAfterStanding.MEANS_ONLY,
        before_mean=before,
        after_mean=after,
        points=after - before,
        percent=100 * (after - before) / before if before else None,
    )


def tested(shown: BeforeAfter, outcome: Array, before: slice, after: slice) -> BeforeAfter:
    """The interval and the verdict; `before` and `after` are the windows of `shown` in the whole series."""
    with_week = slice(before.start, before.stop + WEEK_BEFORE)
    without = difference(outcome[before], outcome[after], WEEK_BEFORE + SETTLING)
    counted = difference(outcome[with_week], outcome[after], SETTLING)
    p = max(without.p, counted.p) if without.points * counted.points > 0 else 1.0
    half = without.half_width(SHARE)
    verdict = Verdict.NO_CLEAR_CHANGE
    if p < CALLED:
        verdict = Verdict.HIGHER if without.points > 0 else Verdict.LOWER
    return replace(
        shown,
        standing=BeforeAfterStanding.TESTED,
        low=without.points - half,
        high=without.points + half,
        p=p,
        verdict=verdict,
    )

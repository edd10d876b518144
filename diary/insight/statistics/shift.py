"""At most one lasting change of level in a series of days, searched for and held against chance.

One step at most, each level at least 14 days with a value; the largest squared t over all days (sup-F,
Andrews 1993), its error widened for the autocorrelation. Chance comes from flat diaries (`flat_diaries`). A
plain AR(1) bootstrap raises false alarms in 7 to 9 % of flat diaries where days are alike. Four things bring
that down: the autocorrelation is estimated with the step taken out and its bias undone by simulation; each
autocorrelation that the diary leaves plausible has its say in p, by how plausible it is; the noise that whole
numbers and loose ratings add is in the flat diaries; the weekly cycle is taken out of both. What is left over
is met by asking for p under 3 %.

`points` is too far from 0 where a change is hard to see, because its place was searched for and only large
differences are told. The plain interval would hold the truth in 61 of 100 found changes of 1 point (90 days,
autocorrelation 0.4), in 78 at 180 days, in 93 for 2 points: so there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.day_array import LEAST_DAYS, Array
from diary.insight.statistics.flat_diaries import (
    LEAST_SIDE,
    NOISE_STEP,
    PHIS,
    Kind,
    Steps,
    best_steps,
    chance_scores,
    draft,
    flat,
    pieces,
    scores,
    spoken_for,
    without_week,
)
from diary.insight.statistics.serial import levels

LEVEL = 0.03
"""A change is found where p is below this: at most 5 % of flat diaries, by simulation."""

DATE_SHARE = 0.95
"""How much of what the date may plausibly be lies within `give_or_take_days`."""

PICKED = 1 / 3
"""How much of the score that chance needs is owed to picking the best day: counting it in, weak finds were
dated too surely (at 90 days and 0.4, 71 of 100 ranges held the day of a change of 1 point; now 90)."""

MOST_NOISE = 0.5
"""The largest share of noise in the variance of a day that flat diaries are made with."""

LOOSE_STEPS = 5
"""Loose ratings are told to so many of `NOISE_STEP`: the estimate is no finer, and chance is shared."""

SEEN_SHARE = 0.8
NEGLIGIBLE = 0.02
"""An autocorrelation so much less plausible than the most plausible one has no say."""

SEEN_DAYS = 120_000
"""Made-up days for each size of change that is tried."""


class ShiftStanding(StrEnum):
    """How far a search for a change of level came."""

    TOO_FEW = "too_few"
    CONSTANT = "constant"
    SEARCHED = "searched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One change of level or none: `n` values in `days`; indices count from the first day.

    `at` is the first day of the new level and lies within `give_or_take_days` of it, most plausibly;
    `points` is after less before; no interval of it can be given honestly.
    `sees_points`: the smallest lasting change in the middle that 80 of 100 such diaries would show.
    """

    n: int
    days: int
    standing: ShiftStanding
    found: bool = False
    at: int | None = None
    give_or_take_days: int | None = None
    before_mean: float | None = None
    after_mean: float | None = None
    n_before: int | None = None
    n_after: int | None = None
    points: float | None = None
    p: float | None = None
    sees_points: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """What chance does in diaries like this: all scores of flat diaries, sorted; their weights sum to 1."""

    scores: Array
    weights: Array
    phi: float

    def p(self, score: float) -> float:
        """How often chance alone reaches `score`; never quite 0."""
        reached = float(self.weights[np.searchsorted(self.scores, score) :].sum())
        return min(1.0, reached + 1 / (1 + len(self.scores)))

    def needed(self, level: float) -> float:
        """The score that chance reaches with probability `level`."""
        return float(self.scores[np.searchsorted(np.cumsum(self.weights), 1 - level)])


def shift(values: Array, tick: Callable[[], None] | None = None, *, with_sees: bool = True) -> Shift:
    """The one change of level in `values`, shape (days,) with NaN for no value, if there is one.

    `tick` is called between pieces of work of about 20 ms and may raise. The flat diaries are 2000, fewer for
    more than 200 values (1096 at 365 days, 400 from 1000 days on); every day is a candidate at any length.
    `sees_points` takes a third of the time and may be left out.
    """
    days = np.flatnonzero(~np.isnan(values))
    known, n = values[days], len(days)
    if n < LEAST_DAYS:
        return Shift(n=n, days=len(values), standing=ShiftStanding.TOO_FEW)
    told = np.unique(np.round(known, 6))
    if len(told) == 1:
        return Shift(n=n, days=len(values), standing=ShiftStanding.CONSTANT)
    even = without_week(known[None], days)
    steps = best_steps(even)
    rounding = float(np.diff(told).min()) ** 2 / 12
    variance = max(float(steps.squares[0]) / n, rounding)
    share, loose = rounding / variance, loose_share(even[0], days, int(steps.at[0]))
    kind = Kind((days - days[0]).tobytes(), noise_steps(share, loose))
    chance = chance_of(kind, float(steps.r[0]), tick)
    score = float(scores(steps, spoken_for(kind, steps.r), n)[0])
    p = chance.p(score)
    sd = float(np.sqrt(variance / np.interp(chance.phi, PHIS, draft(kind).left)))
    sees = sd * seen_change(kind, chance, tick) if with_sees else None
    searched = Shift(n=n, days=len(values), standing=ShiftStanding.SEARCHED, p=p, sees_points=sees)
    surely = score - PICKED * min(score, chance.needed(LEVEL))
    return described(searched, known, days, steps, surely) if p < LEVEL else searched


def noise_steps(rounding: float, loose: float) -> int:
    """How many of `NOISE_STEP` of the variance of a day are noise, of whole numbers or of loose ratings.

    What is loose holds what is rounded, so the larger one counts.
    """
    fine = round(min(MOST_NOISE, rounding) / NOISE_STEP)
    coarse = LOOSE_STEPS * round(min(MOST_NOISE, loose) / (LOOSE_STEPS * NOISE_STEP))
    return max(fine, coarse)


def loose_share(even: Array, days: NDArray[np.int64], at: int) -> float:
    """The share of noise on a slower course, from 0 to 1, with the step at index `at` taken out of `even`.

    Noise lowers every autocorrelation by its share, but not how they fall: r1 = (1 - share) * decay. Without
    it, flat diaries of a course of 0.8 or 0.9 and 30 % noise would show a change in 17 to 44 of 100.
    """
    row = np.full(int(days[-1] - days[0]) + 1, np.nan)
    row[days - days[0]] = np.concatenate([even[:at] - even[:at].mean(), even[at:] - even[at:].mean()])
    told = levels(row[None])
    r1, decay = float(told.r1[0]), float(told.decay[0])
    return 1 - r1 / decay if 0 < r1 < decay else 0.0


def described(searched: Shift, known: Array, days: NDArray[np.int64], steps: Steps, surely: float) -> Shift:
    """The change that was found: its date, how sure that is by the score `surely`, and the two means."""
    at = int(steps.at[0])
    before, after = float(known[:at].mean()), float(known[at:].mean())
    likely = np.exp((steps.gained[0] / steps.gained[0].max() - 1) * surely / 2)
    away = np.abs(days[LEAST_SIDE : len(days) - LEAST_SIDE + 1] - days[at])
    nearest = np.argsort(away, kind="stable")
    within = np.searchsorted(np.cumsum(likely[nearest]), DATE_SHARE * likely.sum())
    return replace(
        searched,
        found=True,
        at=int(days[at]),
        give_or_take_days=int(away[nearest[min(within, len(nearest) - 1)]]),
        before_mean=before,
        after_mean=after,
        n_before=at,
        n_after=len(known) - at,
        points=after - before,
    )


def chance_of(kind: Kind, r: float, tick: Callable[[], None] | None) -> Chance:
    """What chance does at every autocorrelation that `r`, what the search left over, makes plausible."""
    seen = draft(kind, tick)
    far = -(((r - seen.r) / seen.r_sd) ** 2) / 2 - np.log(seen.r_sd) + np.log(np.gradient(PHIS))
    plausible = np.exp(far - far.max())
    plausible[plausible < NEGLIGIBLE] = 0.0
    plausible /= plausible.sum()
    count, each = pieces(len(kind.days))
    found, weights = [], []
    for phi in np.flatnonzero(plausible):
        for piece in range(count):
            found.append(chance_scores(kind, int(phi), piece))
            weights.append(np.full(each, plausible[phi] / (count * each)))
            if tick is not None:
                tick()
    every = np.concatenate(found)
    order = np.argsort(every)
    phi_spoken = float(spoken_for(kind, np.array([r]))[0])
    return Chance(scores=every[order], weights=np.concatenate(weights)[order], phi=phi_spoken)


def seen_change(kind: Kind, chance: Chance, tick: Callable[[], None] | None) -> float:
    """The smallest lasting change in the middle that 80 of 100 such diaries show, in SDs of a day."""
    days = kind.days
    n, needed = len(days), chance.needed(LEVEL)
    count = max(60, min(500, SEEN_DAYS // n))
    still = flat(kind, chance.phi, count, 0)
    level = without_week((np.arange(n) >= n // 2).astype(float)[None], days)
    low, high = 0.0, 8.0
    for _ in range(8):
        middle = (low + high) / 2
        steps = best_steps(still + middle * level)
        share = float(np.mean(scores(steps, spoken_for(kind, steps.r), n) > needed))
        low, high = (middle, high) if share < SEEN_SHARE else (low, middle)
        if tick is not None:
            tick()
    return high

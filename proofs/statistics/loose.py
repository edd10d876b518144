"""Loose ratings: a serial course with noise on top, which most methods here take for a quicker course.

Two answers to the same pain differ. The days' lag-1 autocorrelation is then phi times the share that is no
noise, well within what diaries show, but it falls more slowly than AR(1) has it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diary.insight.statistics.before_after import SETTLING, WEEK_BEFORE, Verdict, before_after
from diary.insight.statistics.links import Pair, fit_all
from diary.insight.statistics.mean import mean_of
from diary.insight.statistics.multiple import judge
from diary.insight.statistics.shift import shift
from diary.insight.statistics.weekdays import week_pattern
from proofs.statistics.diaries import FIRST_DAY, MEAN, Array, scale_of, serial
from proofs.statistics.rows import Row

KINDS = ((0.8, 0.3), (0.9, 0.3))
"""The autocorrelation of the course, and the share of noise in the variance of a day."""

FULL, SHORT = 1000, 20
SIDE, FACTORS = 84, 12
LAGS = (0, 1, 2)

ASKED = frozenset((0, 3, 6, 9, 12))
"""Five pairs that are asked beforehand."""


def table(short: bool) -> Sequence[Row]:
    """What each method does in diaries without any effect."""
    count = SHORT if short else FULL
    return [row for phi, share in KINDS for row in rows_of(phi, share, count, (90,) if short else (90, 180))]


def loose(rng: np.random.Generator, rows: int, days: int, phi: float, share: float) -> Array:
    """Answers of shape (rows, days) to a serial course and noise; `share` of the variance is noise."""
    course, noise = serial(rng, rows, days, phi), rng.standard_normal((rows, days))
    return scale_of(np.sqrt(1 - share) * course + np.sqrt(share) * noise, rounded=True)


def rows_of(phi: float, share: float, count: int, lengths: Sequence[int]) -> list[Row]:
    """The lines of one kind of ratings."""
    rng = np.random.default_rng([8, round(100 * phi), round(100 * share)])
    kind = f"course {phi}, {share:.0%} noise"

    def row(what: str, setting: str, hits: Sequence[bool]) -> Row:
        return Row(
            what=what, setting=f"{setting}, {kind}", value=100 * float(np.mean(hits)), diaries=len(hits)
        )

    start = SIDE + WEEK_BEFORE
    around = loose(rng, count, start + SETTLING + SIDE, phi, share)
    compared = [before_after(one, start).verdict for one in around]
    called = [one is not Verdict.NO_CLEAR_CHANGE for one in compared]
    found = [row("no effect, begun any day: called a change", f"{SIDE} days a side", called)]
    for days in lengths:
        made = loose(rng, count, days, phi, share)
        stepped = [shift(one, with_sees=False).found for one in made]
        found += [
            row("a change of level found, there is none", f"{days} days", stepped),
            row("the range of the mean holds the truth", f"{days} days", [held(one) for one in made]),
            row("a weekday pattern found, there is none", f"{days} days", [weekly(one) for one in made]),
        ]
        stacks = loose(rng, count * (FACTORS + 1), days, phi, share).reshape(count, FACTORS + 1, days)
        linked = [any_link(one) for one in stacks]
        found.append(row("at least one false link or hint, 12 scales × 3 lags", f"{days} days", linked))
    return found


def held(values: Array) -> bool:
    """Whether the range of the mean holds the true level."""
    found = mean_of(values)
    return (
        found is not None and found.interval is not None and found.interval.low <= MEAN <= found.interval.high
    )


def weekly(values: Array) -> bool:
    """Whether weekdays are told to differ."""
    return week_pattern(values, FIRST_DAY).pattern


def any_link(stack: Array) -> bool:
    """Whether any pair with the first row stands out."""
    pairs = [Pair(x=factor, y=0, lag=lag) for factor in range(1, len(stack)) for lag in LAGS]
    fitted = fit_all(stack, pairs, FIRST_DAY, (False,) * len(stack))
    return any(one.stands_out for one in judge(fitted, ASKED))

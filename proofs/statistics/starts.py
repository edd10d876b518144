"""Before and after a start: how often no effect is called a change, and how often the interval is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.before_after import (
    SETTLING,
    WEEK_BEFORE,
    BeforeAfter,
    BeforeAfterStanding,
    Verdict,
    before_after,
)
from proofs.statistics.diaries import PHIS, Array, scale_of, serial
from proofs.statistics.rows import Row

WINDOWS = (42, 56, 84)
"""Undisturbed days on each side."""

WAITED = 400
"""Days in which a flare may come before a made-up diary is given up."""

CHUNK = 1000
"""Diaries made at once at most."""


def table(short: bool) -> Sequence[Row]:
    """All rows of before and after: short has fewer diaries and settings."""
    count, phis = (40, (0.0, 0.8)) if short else (1000, PHIS)
    rows: list[Row] = []
    for window in WINDOWS[::2] if short else WINDOWS:
        for phi in phis:
            for spreads in (1.0, 1.5):
                if phi or spreads == 1.0 or not short:
                    rows.append(flare_row(window, phi, spreads, 0.0, count))
            if window > WINDOWS[0]:
                rows.append(flare_row(window, phi, 1.0, 0.2, count))
    for window in (WINDOWS[0], WINDOWS[-1]):
        for phi in phis:
            rows += effect_rows(window, phi, count)
    return rows


def flare_row(window: int, phi: float, spreads: float, gaps: float, count: int) -> Row:
    """How often a treatment without effect, begun in a flare, is called a change."""
    rng = np.random.default_rng([5, window, round(100 * phi), round(100 * spreads), round(100 * gaps)])
    called = [
        result.verdict in (Verdict.LOWER, Verdict.HIGHER)
        for result in flares(rng, window, phi, spreads, gaps, count)
    ]
    return Row(
        what="No effect, begun in a flare: called a change",
        setting=f"{window} days a side, autocorrelation {phi}, flare {spreads} SD, gaps {gaps:.0%}",
        value=100 * float(np.mean(called)),
        diaries=len(called),
        most=5.0,
    )


def flares(
    rng: np.random.Generator, window: int, phi: float, spreads: float, gaps: float, count: int
) -> Iterator[BeforeAfter]:
    """Tested comparisons in diaries whose treatment begins on the first day of a flare that can be tested."""
    least, length = window + WEEK_BEFORE, 2 * window + WEEK_BEFORE + SETTLING + WAITED
    made = 0
    while made < count:
        values = scale_of(serial(rng, min(CHUNK, 4 * count), length, phi), rounded=True)
        values[rng.random(values.shape) < gaps] = np.nan
        starts = first_flares(values, spreads)[:, least : length - SETTLING - window + 1]
        for row in np.flatnonzero(starts.any(axis=1)):
            start = least + int(starts[row].argmax())
            result = before_after(values[row], start, outside(length, start, window))
            if result.standing is BeforeAfterStanding.TESTED and made < count:
                made += 1
                yield result


def first_flares(values: Array, spreads: float) -> NDArray[np.bool_]:
    """On which days the last 7 lie `spreads` SD above the diary so far, shape (diaries, days + 1)."""
    there = ~np.isnan(values)
    filled = np.where(there, values, 0.0)
    n, total, squares = (np.pad(part.cumsum(axis=1), ((0, 0), (1, 0))) for part in (there, filled, filled**2))
    mean = total / np.maximum(n, 1)
    spread = np.sqrt(np.maximum(squares - n * mean**2, 0) / np.maximum(n - 1, 1))
    week = np.full(mean.shape, -np.inf)
    answered = n[:, 7:] - n[:, :-7]
    week[:, 7:] = np.where(answered > 0, (total[:, 7:] - total[:, :-7]) / np.maximum(answered, 1), -np.inf)
    return np.asarray(week >= mean + spreads * spread)


def outside(length: int, start: int, window: int) -> NDArray[np.bool_]:
    """Something else changes just outside the windows of `window` days, so that they are not longer."""
    disturbed = np.ones(length, dtype=bool)
    disturbed[start - WEEK_BEFORE - window : start + SETTLING + window] = False
    return disturbed


def effect_rows(window: int, phi: float, count: int) -> list[Row]:
    """Begun any day: the interval's coverage without an effect, and how often 2 points less are called."""
    rng = np.random.default_rng([6, window, round(100 * phi)])
    start, length = window + WEEK_BEFORE, 2 * window + WEEK_BEFORE + SETTLING
    latent = serial(rng, count, length, phi)
    eased = latent - np.where(np.arange(length) >= start, 2 / 1.8, 0.0) + 1 / 1.8
    still = [before_after(row, start) for row in scale_of(latent, rounded=True)]
    better = [before_after(row, start) for row in scale_of(eased, rounded=True)]
    setting = f"{window} days a side, autocorrelation {phi}"
    held = [r.low is not None and r.high is not None and r.low <= 0 <= r.high for r in still]
    return [
        Row(
            what="No effect, begun any day: interval holds 0",
            setting=setting,
            value=100 * float(np.mean(held)),
            diaries=count,
            least=91.0,
            most=97.0,
        ),
        Row(
            what="A lasting fall of 2 points is called lower",
            setting=setting,
            value=100 * float(np.mean([r.verdict is Verdict.LOWER for r in better])),
            diaries=count,
        ),
    ]

"""Made-up flat diaries with one diary's own days, gaps and answer steps: what a search finds by chance.

A parametric bootstrap (Andrews 1993 for the sup-F; AR(1) errors) at each of a grid of autocorrelations. The
search itself is repeated in each, with the weekly cycle taken out in the same way, so that whatever the
search bends (the autocorrelation after the best-fitting step comes out too low) it bends in both alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.day_array import Array

LEAST_SIDE = 14
"""Each level has to last for so many days with a value."""

PHIS = np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97])
"""The autocorrelations under which flat diaries are made."""

MOST_DIARIES = 2000
LEAST_DIARIES = 400
MADE_DAYS = 400_000
"""Made-up days under one autocorrelation, between the most and the least diaries."""

PIECE_DAYS = 100_000
LEAST_PIECE = 40
"""Made-up days in one piece of work of 10 to 20 ms, and diaries in it at least."""

NOISE_STEP = 0.02
"""The share of noise in the variance is told to this step, so that like diaries share their chance."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What flat diaries are like: the days with a value, from 0, as bytes of int64; steps of noise."""

    there: bytes
    noise: int

    @property
    def days(self) -> NDArray[np.int64]:
        """The indices of the days that have a value."""
        return np.frombuffer(self.there, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The best-fitting step of each row: `level` begins at index `at`, `squares` are what is left over.

    `gained`, shape (rows, candidates), are the squares that each candidate explains; the first candidate is
    index `LEAST_SIDE`. `r` is the correlation of what is left over with the value before.
    """

    at: NDArray[np.int64]
    gained: Array
    squares: Array
    r: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a search sees at each of `PHIS`: mean and SD of `r`, and the share of the variance left over."""

    r: Array
    r_sd: Array
    left: Array


def best_steps(rows: Array) -> Steps:
    """Fit one step to each row of values of mean 0, shape (rows, values), at every place that is allowed."""
    n = rows.shape[1]
    sums = np.cumsum(rows, axis=1)
    total = sums[:, -1:]
    places = np.arange(LEAST_SIDE, n - LEAST_SIDE + 1)
    gained = (sums[:, places - 1] - total * (places / n)) ** 2 / (places * (n - places) / n)
    at = gained.argmax(axis=1) + LEAST_SIDE
    first = np.take_along_axis(sums, at[:, None] - 1, axis=1)
    left = rows - np.where(
        np.arange(n) < at[:, None], first / at[:, None], (total - first) / (n - at)[:, None]
    )
    squares = np.maximum((left**2).sum(axis=1), 1e-12)
    r = (left[:, 1:] * left[:, :-1]).sum(axis=1) / squares * (n / (n - 1))
    return Steps(at=at, gained=gained, squares=squares, r=r)


def scores(steps: Steps, phis: Array, n: int) -> Array:
    """The largest squared t of each row, its error widened for the autocorrelation that `r` speaks for."""
    best = steps.gained.max(axis=1)
    return np.asarray(best * (n - 2) / steps.squares * (1 - phis) / (1 + phis), dtype=float)


def without_week(rows: Array, days: NDArray[np.int64]) -> Array:
    """Rows with the mean of each day of the week taken out; a new array."""
    kept = rows - rows.mean(axis=1, keepdims=True)
    for weekday in range(7):
        which = np.flatnonzero(days % 7 == weekday)
        if len(which):
            kept[:, which] -= kept[:, which].mean(axis=1, keepdims=True)
    return np.asarray(kept, dtype=float)


def flat(kind: Kind, phi: float, count: int, seed: int) -> Array:
    """`count` flat diaries of variance 1, shape (diaries, values): AR(1) of `phi`, and noise on top."""
    days = kind.days
    rng = np.random.default_rng([seed, len(days)])
    made = rng.standard_normal((len(days), count))
    carried = phi ** np.diff(days)
    made[1:] *= np.sqrt(1 - carried**2)[:, None]
    for index, share in enumerate(carried.tolist(), start=1):
        made[index] += share * made[index - 1]
    noise = kind.noise * NOISE_STEP
    if noise:
        made *= np.sqrt(1 - noise)
        made += np.sqrt(noise) * rng.standard_normal(made.shape)
    return without_week(np.ascontiguousarray(made.T), days)


@lru_cache(maxsize=2048)
def sketch(kind: Kind, phi: int) -> tuple[float, float, float]:
    """The mean and SD of `r` and the share of the variance left over at index `phi` of `PHIS`."""
    n = len(kind.days)
    count = max(30, min(200, MADE_DAYS // (n * len(PHIS))))
    steps = best_steps(flat(kind, float(PHIS[phi]), count, 1))
    return float(steps.r.mean()), float(steps.r.std()), float(steps.squares.mean()) / n


def draft(kind: Kind, tick: Callable[[], None] | None = None) -> Draft:
    """What a search sees in flat diaries at each of `PHIS`."""
    seen = []
    for phi in range(len(PHIS)):
        seen.append(sketch(kind, phi))
        if tick is not None:
            tick()
    r, r_sd, left = np.array(seen).T
    return Draft(r=np.maximum.accumulate(r), r_sd=r_sd, left=left)


def spoken_for(kind: Kind, r: Array) -> Array:
    """The autocorrelation in whose flat diaries the search leaves `r` on average."""
    return np.asarray(np.interp(r, draft(kind).r, PHIS), dtype=float)


def pieces(n: int) -> tuple[int, int]:
    """How many pieces of work, of how many flat diaries each: 2000 diaries, fewer (400) for many values."""
    count = max(LEAST_DIARIES, min(MOST_DIARIES, MADE_DAYS // n))
    each = min(count, max(LEAST_PIECE, PIECE_DAYS // n))
    return -(-count // each), each


@lru_cache(maxsize=512)
def chance_scores(kind: Kind, phi: int, piece: int) -> Array:
    """The scores of one piece of flat diaries at index `phi` of `PHIS`."""
    n = len(kind.days)
    steps = best_steps(flat(kind, float(PHIS[phi]), pieces(n)[1], 2 + piece))
    return scores(steps, spoken_for(kind, steps.r), n)

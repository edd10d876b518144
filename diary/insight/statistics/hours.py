"""Whether pain differs between the parts of a day, compared within days only.

Moments are recorded when it hurts, so a plain mean by hour mixes bad days with good ones. Here each part's
mean of a day is set against the mean of the other parts of the same day. The test turns the whole profile of
a day round by chance (one sign a day): it keeps how the parts of one day resemble each other, which shuffling
the parts among themselves would break; with two parts a day both are the same. The largest of the studentised
parts is compared with its own distribution (Westfall & Young 1993), so one test covers all parts and says
which one may be named.
It cannot undo a habit of recording mornings only when they are bad. Source: Edgington & Onghena 2007.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .day_array import Array, answer_step, sd_of
from .distributions import t_quantile

Ints = NDArray[np.int64]

LEVEL = 0.04
"""The level of the test, so that at most 5 % of diaries without a pattern show one."""

LEAST_MOMENTS, LEAST_DAYS_COMPARED, LEAST_DAYS_OF_A_PART = 42, 21, 10
"""Below so many moments on compared days, and so many compared days, nothing is tested; a part with fewer
compared days than the last has neither interval nor name."""

PARTS = ("night", "morning", "afternoon", "evening")
"""The parts of a day: each six hours, from 00:00, 06:00, 12:00 and 18:00."""


TURNS, AT_ONCE, SEED = 1999, 250, 20260101
"""How often the days are turned round, so many at once, from which seed: the same diary, the same number."""


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
    days: Ints, minutes: Ints, values: Array, *, tick: Callable[[], None] | None = None
) -> DayPattern:
    """The parts of the day from moments: each one's day (any whole number), minute 0 to 1439 and value."""
    part_of = minutes // 360
    numbers, row = np.unique(days, return_inverse=True)
    cells = np.zeros((len(numbers), 4))
    counts = np.zeros((len(numbers), 4))
    np.add.at(cells, (row, part_of), values)
    np.add.at(counts, (row, part_of), 1.0)
    several = (counts > 0).sum(axis=1) >= 2
    means = np.divide(cells, counts, out=np.full_like(cells, np.nan), where=counts > 0)
    apart = _apart(means[several])
    moments_compared = int(counts[several].sum())
    plain = DayPattern(
        n_moments=len(values),
        n_days=len(numbers),
        days_compared=int(several.sum()),
        moments_compared=moments_compared,
        parts=tuple(
            _part(part, values[part_of == part], counts[:, part], apart[:, part]) for part in range(4)
        ),
        enough=moments_compared >= LEAST_MOMENTS and len(apart) >= LEAST_DAYS_COMPARED,
    )
    if not plain.enough:
        return plain
    return _tested(plain, apart, _shares(counts[several]), answer_step(values), tick)


def _apart(means: Array) -> Array:
    """Each part's mean minus the mean of its day's other parts, shape (days, 4); NaN where there is none."""
    there = (~np.isnan(means)).sum(axis=1, keepdims=True)
    total = np.nansum(means, axis=1, keepdims=True)
    return np.asarray(means - (total - means) / np.maximum(there - 1, 1), dtype=float)


def _shares(counts: Array) -> Array:
    """The variance of each of `_apart` for moments of variance 1 that are independent, shape (days, 4)."""
    one = np.divide(1.0, counts, out=np.zeros_like(counts), where=counts > 0)
    others = np.maximum((counts > 0).sum(axis=1, keepdims=True) - 1, 1)
    return np.asarray(one + (one.sum(axis=1, keepdims=True) - one) / others**2, dtype=float)


def _part(part: int, values: Array, counts: Array, apart: Array) -> Part:
    """What one part of the day holds, before any test."""
    return Part(
        part=part,
        n_moments=len(values),
        n_days=int((counts > 0).sum()),
        mean=float(values.mean()) if len(values) else None,
        n_compared=int((~np.isnan(apart)).sum()),
    )


def _tested(
    plain: DayPattern, apart: Array, shares: Array, step: float, tick: Callable[[], None] | None
) -> DayPattern:
    """The pattern with differences, intervals and the test over the parts that have enough days."""
    kept = [part.part for part in plain.parts if part.n_compared >= LEAST_DAYS_OF_A_PART]
    adjusted = _adjusted_p(np.nan_to_num(apart[:, kept]), tick)
    parts = list(plain.parts)
    for part, p in zip(kept, adjusted, strict=True):
        there = ~np.isnan(apart[:, part])
        here = apart[there, part]
        mean, n = float(here.mean()), len(here)
        spread = sd_of(here, shares[there, part], step)
        reach = float(t_quantile(0.975, n - 1)) * spread / n**0.5
        parts[part] = replace(
            parts[part],
            difference=mean,
            low=mean - reach,
            high=mean + reach,
            p=float(p),
            named=bool(p <= LEVEL),
        )
    p = float(min(adjusted))
    return replace(plain, parts=tuple(parts), p=p, pattern=p <= LEVEL)


def _adjusted_p(apart: Array, tick: Callable[[], None] | None) -> Array:
    """The share of turns whose largest studentised part is at least as far out as each, shape (parts,)."""
    scale = np.sqrt((apart * apart).sum(axis=0))
    studentised = np.divide(apart, scale, out=np.zeros_like(apart), where=scale > 0)
    seen = np.abs(studentised.sum(axis=0)) - 1e-9
    rng = np.random.default_rng(SEED)
    beyond = np.zeros(len(seen))
    made = 0
    while made < TURNS:
        if tick:
            tick()
        turns = min(AT_ONCE, TURNS - made)
        signs = 1.0 - 2.0 * rng.integers(0, 2, (turns, len(apart)), dtype=np.int8)
        largest = np.abs(signs @ studentised).max(axis=1)
        beyond += (largest[:, None] >= seen).sum(axis=0)
        made += turns
    return np.asarray((1 + beyond) / (1 + TURNS), dtype=float)

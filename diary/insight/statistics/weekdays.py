"""Whether any weekday differs: one test over all seven, a name for a day only after it, and the weekend.

The days are one regression with an AR(1) error over the observed days alone (generalised least squares,
phi by restricted likelihood): seven weekdays and a straight trend. A lagged regression would lose each day
after a gap; here a gap only weakens the tie between its two sides. The overall test compares the likelihood
with and without weekdays, each at its own phi, as an F with 6 degrees of freedom. (A Wald F at the phi of the
full model called 6 to 8 % of short diaries; without gaps this one is nearly the lagged regression's.) It
calls at 4 %, so that short and strongly serial diaries stay within 5 %. A day is named by Holm's procedure
over the seven contrasts of a day with the mean of the six others, and only after the overall test.
Sources: Prais & Winsten 1954; Patterson & Thompson 1971 (restricted likelihood); Holm 1979.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .day_array import LEAST_DAYS, Array
from .day_array import weekdays as weekdays_of
from .distributions import f_tail, t_quantile, t_two_sided
from .serial import effective_days, levels

Ints = NDArray[np.int64]

LEVEL = 0.04
"""The level of the overall test and of a name, so that at most 5 % of diaries without a pattern show one."""

LEAST_OF_A_WEEKDAY = 4
"""Below so many values on any weekday nothing is tested."""

PHIS = np.linspace(-0.4, 0.96, 18)
"""The autocorrelations that are tried before the best is refined."""

SMALLEST = 1e-9
"""Answers without any spread leave this sum of squares, so that equal weekdays give F = 0."""

STEP = 0.02
"""How far the autocorrelation is moved to see what an interval owes to it."""

AT_ONCE = 20_000
"""How many days times phi are whitened in one go."""

WITH = np.eye(8)
WITHOUT = np.column_stack([np.arange(8) < 7, np.arange(8) == 7]).astype(float)
"""The columns of the regression: seven weekdays and a trend, or one level and a trend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """One weekday (0 is Monday): its `n` values, mean and 95 % interval, and how it differs.

    `difference` is in points against the mean of the six others after trend and serial correction, with its
    95 % interval; `p` is Holm-adjusted over the seven; `named` only when the overall test found a pattern.
    """

    weekday: int
    n: int
    mean: float | None
    low: float | None = None
    high: float | None = None
    difference: float | None = None
    difference_low: float | None = None
    difference_high: float | None = None
    p: float | None = None
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """Saturday and Sunday minus Monday to Friday in points, with its 95 % interval."""

    n_weekend: int
    n_rest: int
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPattern:
    """The seven weekdays of `n` values on `days` days; the test's fields are None while there is too little.

    `f` has 6 and `df` degrees of freedom; `phi` is the lag-1 autocorrelation that was allowed for;
    `days_lacking` and `least_n` (values on the rarest weekday) say what would be needed.
    """

    days: int
    n: int
    weekdays: tuple[Weekday, ...]
    enough: bool
    days_lacking: int
    least_n: int
    f: float | None = None
    df: float | None = None
    p: float | None = None
    pattern: bool = False
    phi: float | None = None
    weekend: Weekend | None = None


class Fit(NamedTuple):
    """A regression on seven weekdays and a trend: `inverse` of its cross products, marginal `variance`.

    `f` compares the likelihood with and without weekdays, each at its own phi.
    """

    phi: float
    coefficients: Array
    inverse: Array
    variance: float
    df: int
    f: float


def week_pattern(values: Array, first_day: int, *, tick: Callable[[], None] | None = None) -> WeekPattern:
    """The weekdays of a dense array that starts at ordinal `first_day`; `tick` is called often, may raise."""
    there = ~np.isnan(values)
    at, y = np.flatnonzero(there), values[there]
    all_weekdays = weekdays_of(first_day, len(values))
    weekday = all_weekdays[there]
    counts = np.bincount(weekday, minlength=7)
    n, least_n = len(y), int(counts.min())
    means = [float(y[weekday == day].mean()) if counts[day] else None for day in range(7)]
    plain = WeekPattern(
        days=len(values),
        n=n,
        weekdays=tuple(Weekday(weekday=d, n=int(counts[d]), mean=means[d]) for d in range(7)),
        enough=n >= LEAST_DAYS and least_n >= LEAST_OF_A_WEEKDAY,
        days_lacking=max(0, LEAST_DAYS - n),
        least_n=least_n,
    )
    if not plain.enough:
        return plain
    reaches = _reaches(values, all_weekdays, means)
    if tick:
        tick()
    fit = _fitted(at, y, weekday, tick)
    p = float(f_tail(fit.f, 6, fit.df))
    return replace(
        plain,
        weekdays=_compared(plain.weekdays, fit, reaches, pattern=p <= LEVEL),
        f=fit.f,
        df=fit.df,
        p=p,
        pattern=p <= LEVEL,
        phi=fit.phi,
        weekend=_weekend(fit, weekday),
    )


def _compared(seven: Sequence[Weekday], fit: Fit, reaches: Array, *, pattern: bool) -> tuple[Weekday, ...]:
    """The weekdays with the intervals of their means, their differences from the others, and their names."""
    estimates, errors = _contrasts(fit, np.hstack([np.eye(7) * 7 / 6 - 1 / 6, np.zeros((7, 1))]))
    adjusted = _holm(np.asarray(t_two_sided(estimates / errors, fit.df), dtype=float))
    apart = float(t_quantile(0.975, fit.df)) * errors
    return tuple(
        replace(
            one,
            low=None if one.mean is None or np.isnan(reach) else one.mean - float(reach),
            high=None if one.mean is None or np.isnan(reach) else one.mean + float(reach),
            difference=float(estimate),
            difference_low=float(estimate - half),
            difference_high=float(estimate + half),
            p=float(p),
            named=bool(pattern and p <= LEVEL),
        )
        for one, reach, estimate, half, p in zip(seven, reaches, estimates, apart, adjusted, strict=True)
    )


def _weekend(fit: Fit, weekday: Ints) -> Weekend:
    """Saturday and Sunday against the five other days."""
    contrast = np.array([[-0.2] * 5 + [0.5] * 2 + [0.0]])
    estimates, errors = _contrasts(fit, contrast)
    difference, reach = float(estimates[0]), float(t_quantile(0.975, fit.df) * errors[0])
    n_weekend = int((weekday >= 5).sum())
    return Weekend(
        n_weekend=n_weekend,
        n_rest=len(weekday) - n_weekend,
        difference=difference,
        low=difference - reach,
        high=difference + reach,
    )


def _fitted(at: Ints, y: Array, weekday: Ints, tick: Callable[[], None] | None) -> Fit:
    """The regression on weekdays and a trend at the phi of the highest restricted likelihood."""
    n, level = len(y), float(y.mean())
    trend = (at - at.mean()) / max(1.0, float(np.ptp(at)))
    x = np.column_stack([weekday[:, None] == np.arange(7), trend, y - level]).astype(float)
    gaps = np.diff(at)
    squares, determinants = _squares(x, gaps, PHIS, tick)
    phis = np.array([_peak(heights) for heights in _heights(squares, determinants, n)])
    squares, determinants = _squares(x, gaps, phis, tick)
    _, apart, alike = _heights(squares, determinants, n).diagonal()
    inverse = np.asarray(np.linalg.inv(squares[0, :8, :8]), dtype=float)
    return Fit(
        phi=float(phis[0]),
        coefficients=inverse @ squares[0, :8, 8] + level * (np.arange(8) < 7),
        inverse=inverse,
        variance=float(_left(squares, WITH)[0]) / (n - 8),
        df=n - 9,
        f=max(0.0, float(np.expm1(2 * (apart - alike) / n))) * (n - 9) / 6,
    )


def _peak(heights: Array) -> float:
    """The phi of the highest point, refined by the parabola through it and its neighbours."""
    best = int(np.argmax(heights))
    if not 0 < best < len(PHIS) - 1:
        return float(PHIS[best])
    before, top, after = heights[best - 1 : best + 2]
    bend = before - 2 * top + after
    shift = 0.5 * (before - after) / bend if bend < 0 else 0.0
    return float(PHIS[best] + shift * (PHIS[1] - PHIS[0]))


def _squares(x: Array, gaps: Ints, phis: Array, tick: Callable[[], None] | None) -> tuple[Array, Array]:
    """Cross products after taking off what the day before explains, shape (phis, 9, 9), and log determinants.

    The last column of `x` is the outcome. Long diaries take few phi at a time: `tick` is called often.
    """
    squares, determinants = [], []
    step = max(1, AT_ONCE // len(x))
    for start in range(0, len(phis), step):
        if tick:
            tick()
        tie = phis[start : start + step, None] ** gaps
        fresh = 1 - tie * tie
        white = (x[1:] - tie[:, :, None] * x[:-1]) / np.sqrt(fresh)[:, :, None]
        squares.append(white.transpose(0, 2, 1) @ white + np.outer(x[0], x[0]))
        determinants.append(np.log(fresh).sum(axis=1))
    return np.concatenate(squares), np.concatenate(determinants)


def _left(squares: Array, columns: Array) -> Array:
    """The sum of squares that columns of shape (8, some) leave, shape (phis,); never quite nothing."""
    inside = columns.T @ squares[:, :8, :8] @ columns
    outcome = columns.T @ squares[:, :8, 8:]
    explained = (outcome * np.linalg.solve(inside, outcome)).sum(axis=(1, 2))
    return np.asarray(np.maximum(squares[:, 8, 8] - explained, SMALLEST), dtype=float)


def _heights(squares: Array, determinants: Array, n: int) -> Array:
    """Log likelihoods at each phi, shape (3, phis): restricted, full with weekdays, full without."""
    left, left_alike = _left(squares, WITH), _left(squares, WITHOUT)
    inside = np.linalg.slogdet(squares[:, :8, :8])[1]
    return -0.5 * np.array(
        [
            (n - 8) * np.log(left) + determinants + inside,
            n * np.log(left) + determinants,
            n * np.log(left_alike) + determinants,
        ]
    )


def _contrasts(fit: Fit, rows: Array) -> tuple[Array, Array]:
    """Estimates and standard errors of contrasts of shape (contrasts, 8)."""
    spread = np.einsum("ij,jk,ik->i", rows, fit.inverse, rows)
    return rows @ fit.coefficients, np.sqrt(fit.variance * spread)


def _holm(p: Array) -> Array:
    """Holm's adjusted p in the order given (Holm 1979)."""
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate((len(p) - np.arange(len(p))) * p[order])
    adjusted = np.empty_like(p)
    adjusted[order] = np.minimum(1.0, stepped)
    return adjusted


def _reaches(values: Array, weekday: Ints, means: Sequence[float | None]) -> Array:
    """Half the widths of the seven means' intervals, shape (7,); NaN where nothing tells the spread.

    The autocorrelation and its fall are those of `serial.levels` on what the weekdays leave. Seven means take
    from the sum of squares the sum of n / effective n, as one mean does there; each weekday's values lie
    seven days apart. The degrees of freedom count both unknowns as there, for days so far apart.
    """
    rest = values - np.array([mean or 0.0 for mean in means])[weekday]
    level = levels(rest[None, :])
    n, r1, n_eff, decay = (float(part[0]) for part in (level.n, level.r1, level.n_eff, level.decay))
    rows = (weekday == np.arange(8)[:, None]) & ~np.isnan(values)
    rows[7] = ~np.isnan(values)
    low, high = (np.log(effective_days(rows, np.full(8, r1 + step))) for step in (-STEP, STEP))
    slopes = (low - high) / (2 * STEP)
    slope = slopes[:7] + slopes[7] / (n_eff - 1)
    df = np.maximum(2 / (2 / (n_eff - 1) + slope**2 * (1 - r1**2) / level.pairs[0]), 1.0)
    effective = effective_days(rows[:7], np.full(7, r1), np.full(7, decay))
    taken = float((rows[:7].sum(axis=1) / effective).sum())
    variance = level.error[0] ** 2 * (n_eff - 1) * n / max(n - taken, 1.0)
    return np.asarray(t_quantile(0.975, df) * np.sqrt(variance / effective), dtype=float)

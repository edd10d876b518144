"""The difference of two means of serial days with gaps, weighed over every plausible autocorrelation.

Days follow AR(1) errors around two levels. For one autocorrelation phi the errors are whitened exactly over
the gaps (a gap of g days carries phi**g) and the difference of the plain means has Student's t with n - 2
degrees of freedom. phi itself is not known: each is weighed by its restricted likelihood (Patterson &
Thompson 1971, which is free of the downward bias of r1) times 1/sqrt(1 - phi**2) (the reference prior of an
AR(1), Berger & Yang 1994), and the t distributions are mixed by these weights. A plug-in phi (Tang & Landes
2020) gives the same for long windows and too narrow intervals for short ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from diary.insight.statistics.day_array import Array, answer_step

PHIS = np.linspace(-0.4, 0.98, 70)
"""The autocorrelations that are weighed: steps of 0.02."""

NEGLIGIBLE = 1e-5
"""An autocorrelation so much less plausible than the most plausible one is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The second mean less the first, in points: a mixture of t distributions of `df` degrees of freedom.

    `errors` are its standard errors at each plausible phi, `weights` how plausible each is (they sum to 1).
    """

    points: float
    errors: Array
    weights: Array
    df: int

    @property
    def p(self) -> float:
        """How probable a difference at least this far from 0 is where there is none."""
        return float(2 * self.weights @ special.stdtr(self.df, -abs(self.points) / self.errors))

    def half_width(self, share: float) -> float:
        """Half the width of the interval that holds the truth with probability `share`."""
        quantile = -float(special.stdtrit(self.df, (1 - share) / 2))
        low, high = quantile * float(self.errors.min()), quantile * float(self.errors.max())
        for _ in range(30):
            middle = (low + high) / 2
            beyond = 2 * self.weights @ special.stdtr(self.df, -middle / self.errors)
            low, high = (middle, high) if beyond > 1 - share else (low, middle)
        return (low + high) / 2


def difference(first: Array, second: Array, between: int) -> Difference:
    """The difference of the means of two windows, `between` untold days apart; NaN for no value.

    Where all days of each window say the same, the error is what answers in whole steps can hide.
    """
    values = np.concatenate([first, np.full(between, np.nan), second])
    there = np.flatnonzero(~np.isnan(values))
    later = there >= len(first)
    rows = np.stack([~later, later, values[there]]).astype(float)
    whitened, log_scale = cross_products(rows, np.diff(there))
    design, with_values = whitened[:, :2, :2], whitened[:, :2, 2]
    fitted = np.linalg.solve(design, with_values[..., None])[..., 0]
    df = len(there) - 2
    squares = whitened[:, 2, 2] - (fitted * with_values).sum(axis=1)
    if all(np.ptp(side[~np.isnan(side)]) == 0 for side in (first, second)):
        squares = np.full(len(PHIS), df * answer_step(values) ** 2 / 12)
    squares = np.maximum(squares, 1e-9)
    likelihood = -log_scale - np.log(np.linalg.det(design)) / 2 - df / 2 * np.log(squares)
    likelihood -= np.log(1 - PHIS**2) / 2
    weights = np.exp(likelihood - likelihood.max())
    plausible = weights > NEGLIGIBLE
    share = np.zeros(len(values))
    share[there] = np.where(later, 1 / later.sum(), -1 / (~later).sum())
    return Difference(
        points=float(rows[2, later].mean() - rows[2, ~later].mean()),
        errors=np.sqrt(squares / df * spread_of(share))[plausible],
        weights=(weights / weights[plausible].sum())[plausible],
        df=df,
    )


def cross_products(rows: Array, gaps: NDArray[np.int64]) -> tuple[Array, Array]:
    """Products of whitened `rows`, shape (rows, values), at each of `PHIS`, and half the log of their scale.

    Days that follow each other after the same gap are summed before phi is applied: the whole costs one pass.
    """
    total = np.zeros((len(PHIS), len(rows), len(rows))) + np.outer(rows[:, 0], rows[:, 0])
    log_scale = np.zeros(len(PHIS))
    for gap in np.unique(gaps):
        pairs = np.flatnonzero(gaps == gap)
        before, after = rows[:, pairs], rows[:, pairs + 1]
        r = (PHIS**gap)[:, None, None]
        crossed = after @ before.T
        total += (after @ after.T - r * (crossed + crossed.T) + r * r * (before @ before.T)) / (1 - r * r)
        log_scale += len(pairs) / 2 * np.log(1 - r[:, 0, 0] ** 2)
    return total, log_scale


def spread_of(share: Array) -> Array:
    """The variance of a weighted sum of days, by `share` of each, at each of `PHIS` and error variance 1."""
    overlaps = np.correlate(share, share, "full")[len(share) - 1 :]
    powers = np.cumprod(np.repeat(PHIS[:, None], len(share) - 1, axis=1), axis=1)
    return np.asarray(overlaps[0] + 2 * powers @ overlaps[1:], dtype=float)

"""The mean of a stretch of days and the range its true level plausibly lies in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diary.insight.statistics.day_array import LEAST_DAYS, Array
from diary.insight.statistics.distributions import t_quantile
from diary.insight.statistics.serial import levels


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A plausible range, in the units of the measure; it may reach past the ends of a scale."""

    low: float
    high: float

    def within(self, least: float, most: float) -> Interval:
        """The same range as far as the scale goes."""
        return Interval(low=min(max(self.low, least), most), high=max(min(self.high, most), least))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """The mean of `n` days with a value out of `days`.

    `sd`: spread between days, None below two. `r1`: how much a day resembles the one before, None where it
    cannot be told. `n_eff`: how many independent days tell as much (above `n` where days alternate).
    `day_to_day`: mean difference, up or down, of the `pairs` of consecutive days.
    `interval`: None below 42 days, and where nothing tells the spread: all answers alike, no days in a row.
    """

    n: int
    days: int
    mean: float
    sd: float | None
    r1: float | None
    n_eff: float | None
    interval: Interval | None
    day_to_day: float | None
    pairs: int


def mean_of(values: Array, *, confidence: float = 0.95) -> Mean | None:
    """The mean of a stretch of days, shape (days,), NaN for gaps; None where no day has a value.

    The interval is Student's t on the serial-corrected error of `serial.levels`.
    """
    level = levels(values[None, :])
    n = int(level.n[0])
    if n == 0:
        return None
    pairs = int(level.pairs[0])
    mean, error, r1 = float(level.mean[0]), float(level.error[0]), float(level.r1[0])
    interval = None
    if n >= LEAST_DAYS and not np.isnan(error):
        reach = error * float(t_quantile(0.5 + confidence / 2, float(level.df[0])))
        interval = Interval(low=mean - reach, high=mean + reach)
    return Mean(
        n=n,
        days=len(values),
        mean=mean,
        sd=float(np.sqrt(level.variance[0])) if n > 1 else None,
        r1=None if np.isnan(r1) else r1,
        n_eff=None if np.isnan(r1) else float(level.n_eff[0]),
        interval=interval,
        day_to_day=float(np.nanmean(np.abs(np.diff(values)))) if pairs else None,
        pairs=pairs,
    )

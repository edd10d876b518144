"""Which daily series go together with which outcome, on the same day or one or two days later.

Each pair is a lagged regression (clinical.md section 7, point 3): the outcome on the factor `lag` days
before, with the outcome and the factor of one day earlier, a slow trend and the weekend held equal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diary.insight.statistics import lagged
from diary.insight.statistics.day_array import LEAST_DAYS, Array
from diary.insight.statistics.distributions import t_quantile, t_two_sided

LAGS = (0, 1, 2)
"""Days from the factor to the outcome, fixed before looking (clinical.md section 7, point 4)."""

ENOUGH_DAYS = 84
"""From so many usable days a link is told without "early hint" (clinical.md section 7, point 3)."""

LEAST_OF_A_LEVEL = 10
"""A yes/no factor needs so many usable days of yes and of no."""


class Standing(StrEnum):
    """How much a pair's days can carry."""

    TOO_FEW = "too_few"
    TOO_FEW_OF_ONE_LEVEL = "too_few_of_one_level"
    NOT_VARYING = "not_varying"
    HINT = "hint"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The factor `x` and the outcome `y` as rows of a stack of series, the outcome `lag` days after it."""

    x: int
    y: int
    lag: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """One pair's regression; `coefficient`, its 95 % interval and `p` are None unless HINT or FULL.

    `coefficient` is in points of the outcome per 1 of the factor (yes against no for a yes/no factor);
    `n` counts the usable days, `n_yes` and `n_no` those of a yes/no factor (None for any other);
    `error` is the coefficient's standard error, `df` the degrees of freedom that are left.
    """

    pair: Pair
    n: int
    n_yes: int | None = None
    n_no: int | None = None
    coefficient: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    error: float | None = None
    df: int | None = None
    standing: Standing


def fit_all(
    series: Array,
    pairs: Sequence[Pair],
    first_day: int,
    yes_no: Sequence[bool],
    tick: Callable[[], None] | None = None,
) -> tuple[Fitted, ...]:
    """Every pair's regression in the order asked: `series` is (k, days), `first_day` an ordinal."""
    raise NotImplementedError


def needed(fitted: Fitted) -> int:
    """How many more usable days the next better standing takes at least; 0 where days alone will not help."""
    if fitted.standing is Standing.HINT:
        return ENOUGH_DAYS - fitted.n
    if fitted.standing not in (Standing.TOO_FEW, Standing.TOO_FEW_OF_ONE_LEVEL):
        return 0
    levels = [count for count in (fitted.n_yes, fitted.n_no) if count is not None]
    lacking = sum(max(0, LEAST_OF_A_LEVEL - count) for count in levels)
    return max(LEAST_DAYS - fitted.n, lacking)

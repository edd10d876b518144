"""Which daily series go together with which outcome, on the same day or one or two days later.

Each pair is a lagged regression (clinical.md section 7, point 3): the outcome on the factor `lag` days
before, with the outcome and the factor of one day earlier, a slow trend and the weekend held equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

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
    """Every pair's regression in the order asked: `series` is (k, days), `first_day` an ordinal.

    `yes_no` says of each series whether it is 0 or 1 only; `tick` is called at least once a group of pairs.
    """
    groups: dict[tuple[int, int], dict[int, None]] = {}
    for pair in pairs:
        groups.setdefault((pair.y, pair.lag), {})[pair.x] = None
    found: dict[Pair, Fitted] = {}
    for (y, lag), factors in groups.items():
        twins = set(lagged.twins(series, y, tuple(factors)))
        for slopes in lagged.slopes(series, y, tuple(factors), lag, first_day, tick):
            found.update((one.pair, one) for one in _told(slopes, y, lag, yes_no, twins))
    return tuple(found[pair] for pair in pairs)


def _told(
    slopes: lagged.Slopes, y: int, lag: int, yes_no: Sequence[bool], twins: AbstractSet[int]
) -> Iterator[Fitted]:
    n = slopes.n
    df = np.maximum(slopes.df, 1)
    p = t_two_sided(slopes.slope / slopes.error, df)
    reach = t_quantile(0.975, df) * slopes.error
    for place, x in enumerate(slopes.which):
        n_yes = int(slopes.n_yes[place]) if yes_no[x] else None
        n_no = None if n_yes is None else n - n_yes
        varies = not np.isnan(slopes.slope[place]) and x not in twins
        standing = _standing(n, n_yes, n_no, varies=varies)
        bare = Fitted(pair=Pair(x=x, y=y, lag=lag), n=n, n_yes=n_yes, n_no=n_no, standing=standing)
        if standing not in (Standing.HINT, Standing.FULL):
            yield bare
            continue
        slope = float(slopes.slope[place])
        yield replace(
            bare,
            coefficient=slope,
            low=slope - float(reach[place]),
            high=slope + float(reach[place]),
            p=float(p[place]),
            error=float(slopes.error[place]),
            df=int(df[place]),
        )


def _standing(n: int, n_yes: int | None, n_no: int | None, *, varies: bool) -> Standing:
    if n < LEAST_DAYS:
        return Standing.TOO_FEW
    if n_yes is not None and n_no is not None:
        if not n_yes or not n_no:
            return Standing.NOT_VARYING
        if min(n_yes, n_no) < LEAST_OF_A_LEVEL:
            return Standing.TOO_FEW_OF_ONE_LEVEL
    if not varies:
        return Standing.NOT_VARYING
    return Standing.FULL if n >= ENOUGH_DAYS else Standing.HINT


def needed(fitted: Fitted) -> int:
    """How many more usable days the next better standing takes at least; 0 where days alone will not help."""
    if fitted.standing is Standing.HINT:
        return ENOUGH_DAYS - fitted.n
    if fitted.standing not in (Standing.TOO_FEW, Standing.TOO_FEW_OF_ONE_LEVEL):
        return 0
    levels = [count for count in (fitted.n_yes, fitted.n_no) if count is not None]
    lacking = sum(max(0, LEAST_OF_A_LEVEL - count) for count in levels)
    return max(LEAST_DAYS - fitted.n, lacking)

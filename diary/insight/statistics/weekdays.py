"""Whether any weekday differs: one test over all seven, a name for a day only after it, and the weekend.

The days are one regression with an AR(1) error over the observed days alone (generalised least squares, phi
by restricted likelihood): seven weekdays and a straight trend. A lagged regression would lose each day after
a gap; here a gap only weakens the tie between its two sides. The overall F test has 6 degrees of freedom; it
calls at 4 % so that short and strongly serial diaries stay within 5 %. A day is named by Holm's procedure over
the seven contrasts of a day with the mean of the six others, and only after the overall test.
Sources: Prais & Winsten 1954; Patterson & Thompson 1971 (restricted likelihood); Holm 1979.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .day_array import Array

LEVEL = 0.04
"""The level of the overall test and of a name, so that at most 5 % of diaries without a pattern show one."""

LEAST_OF_A_WEEKDAY = 4
"""Below so many values on any weekday nothing is tested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """One weekday (0 is Monday): its `n` values, mean and 95 % interval, and how it differs from the others.

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


def week_pattern(values: Array, first_day: int, *, tick: Callable[[], None] | None = None) -> WeekPattern:
    """The weekdays of a dense array that starts at ordinal `first_day`; `tick` is called often, may raise."""
    raise NotImplementedError

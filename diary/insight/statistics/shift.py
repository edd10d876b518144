"""At most one lasting change of level in a series of days, searched for and held against chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from diary.insight.statistics.day_array import Array

LEAST_SIDE = 14
"""Each level has to last for so many days with a value."""


class ShiftStanding(StrEnum):
    """How far a search for a change of level came."""

    TOO_FEW = "too_few"
    CONSTANT = "constant"
    SEARCHED = "searched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One change of level or none: `n` values in `days`; indices count from the first day.

    `at` is the first day of the new level and lies within `give_or_take_days` of it, most plausibly;
    `points` is after less before, `low` to `high` its range where one can be given honestly.
    `sees_points`: the smallest lasting change in the middle that 80 of 100 such diaries would show.
    """

    n: int
    days: int
    standing: ShiftStanding
    found: bool = False
    at: int | None = None
    give_or_take_days: int | None = None
    before_mean: float | None = None
    after_mean: float | None = None
    n_before: int | None = None
    n_after: int | None = None
    points: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    sees_points: float | None = None


def shift(values: Array, tick: Callable[[], None] | None = None) -> Shift:
    """The one change of level in `values`, shape (days,) with NaN for no value, if there is one."""
    raise NotImplementedError

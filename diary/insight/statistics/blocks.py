"""A trial of one person: treatment A against B in pairs of blocks, the order within each pair left to chance.

The difference is the mean over pairs of (B minus A), its interval Student's t over the pairs (pairs - 1 degrees
of freedom), its p that of the randomisation: all 2^pairs orders, two-sided. With 3 pairs that p cannot fall
below 0.25, with 5 not below 0.0625: a difference is called when the interval leaves out zero, and the smallest
possible p stands beside it. Nothing is shown before the end: looking early breaks the plan.
Sources: AHRQ user guide to n-of-1 trials 2014; CENT 2015; Edgington & Onghena, Randomization Tests 2007.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from .day_array import Array

LEAST_PAIRS, MOST_PAIRS = 3, 10
"""How many pairs may be planned, and the fewest complete ones with a result."""

LEAST_BLOCK_DAYS, MOST_BLOCK_DAYS = 3, 28
"""How long a block may be."""

LEAST_DAYS_WITH_VALUE = 2
"""A block counts when at least so many of its counted days, and at least half of them, have a value."""


class Standing(Enum):
    """Where a trial stands on a day."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    TOO_FEW = "too_few"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block: treatment 'A' or 'B' from `since` to `until` (ordinals, both included).

    Days before `counted_since` are wash-out: recorded, not counted.
    """

    treatment: str
    since: int
    until: int
    counted_since: int

    @property
    def counted_days(self) -> int:
        """How many of its days are counted."""
        return self.until - self.counted_since + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One pair: each treatment's mean over `n_` of `days_` counted days; the difference is B minus A.

    The difference is None when a block has too few values: then the pair is left out.
    """

    number: int
    order: str
    mean_a: float | None
    n_a: int
    days_a: int
    mean_b: float | None
    n_b: int
    days_b: int
    difference: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialResult:
    """Where the trial stands and, once `DONE`, its result: B minus A in points with a 95 % interval.

    `n_pairs` are complete of `planned_pairs`. `p` is the randomisation test's, `smallest_p` the least it could
    be with so many pairs. `differs` when the interval leaves out zero. `days_left` counts today; `ends` is the
    last day, `next_change` the first day of the next block. Before the end `pairs` is empty.
    """

    standing: Standing
    planned_pairs: int
    n_pairs: int
    days_left: int
    ends: int
    now: str | None
    next_change: int | None
    stopped_early: bool
    pairs: tuple[Pair, ...] = ()
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    smallest_p: float | None = None
    differs: bool = False


def plan(pairs: int, block_days: int, wash_out_days: int, seed: int) -> tuple[str, ...]:
    """The order within each pair, 'AB' or 'BA', the same for the same seed everywhere; ValueError if out of range.

    Pair k (from 0) is 'BA' when the first byte of SHA-256 of the ASCII text "seed:k" is odd.
    """
    raise NotImplementedError


def blocks(start: int, order: Sequence[str], block_days: int, wash_out_days: int) -> tuple[Block, ...]:
    """The blocks of a plan from ordinal `start`, one after the other; ValueError for an order that is none."""
    raise NotImplementedError


def result(
    values: Array, first_day: int, planned: Sequence[Block], today: int, *, stopped_on: int | None = None
) -> TrialResult:
    """What a trial shows on ordinal `today`, from a dense array that starts at `first_day`.

    `stopped_on`: the last day of a trial ended before its plan; the pairs complete by then are analysed.
    """
    raise NotImplementedError

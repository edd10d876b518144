"""A trial of one person: treatment A against B in pairs of blocks, the order of each pair left to chance.

The difference is the mean over pairs of (B minus A), its interval Student's t over the pairs (96 %,
pairs - 1 degrees of freedom), its p that of the randomisation: all 2^pairs orders, two-sided. With 3 pairs
that p cannot fall below 0.25, with 5 not below 0.0625: a difference is called when the interval leaves out
zero, and the smallest possible p stands beside it. Nothing is shown before the end: looking early breaks the
plan.
Sources: AHRQ user guide to n-of-1 trials 2014; CENT 2015; Edgington & Onghena, Randomization Tests 2007.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256

import numpy as np

from .day_array import Array, answer_step, observed, sd_of
from .distributions import t_quantile

LEAST_PAIRS, MOST_PAIRS = 3, 10
"""How many pairs may be planned, and the fewest complete ones with a result."""

LEAST_BLOCK_DAYS, MOST_BLOCK_DAYS = 3, 28
"""How long a block may be."""

LEAST_DAYS_WITH_VALUE = 2
"""A block counts when at least so many of its counted days, and at least half of them, have a value."""


CONFIDENCE = 0.96
"""What the interval is made for: it calls the difference too, so at most 5 % of trials without one do."""

ORDERS = ("AB", "BA")
"""The two orders of a pair."""


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
    """Where the trial stands and, once `DONE`, its result: B minus A in points with a 96 % interval.

    `n_pairs` are complete of `planned_pairs`. `p` is the randomisation test's, `smallest_p` the least it
    could be with so many pairs. `differs` when the interval leaves out zero. `days_left` counts today; `ends`
    is the last day, `now` today's treatment, `next_change` the first day of the next block. While the trial
    runs `pairs` is empty, `n_pairs` what is complete so far and `stopped_early` False.
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
    """The order within each pair, 'AB' or 'BA', the same for a seed everywhere; ValueError if out of range.

    Pair k (from 0) is 'BA' when the first byte of SHA-256 of the ASCII text "seed:k" is odd.
    """
    if not LEAST_PAIRS <= pairs <= MOST_PAIRS:
        raise ValueError(pairs)
    _check_days(block_days, wash_out_days)
    return tuple(
        "BA" if sha256(f"{seed}:{k}".encode("ascii")).digest()[0] % 2 else "AB" for k in range(pairs)
    )


def _check_days(block_days: int, wash_out_days: int) -> None:
    """ValueError unless a block keeps enough counted days to count."""
    if not LEAST_BLOCK_DAYS <= block_days <= MOST_BLOCK_DAYS:
        raise ValueError(block_days)
    if not 0 <= wash_out_days <= block_days - LEAST_DAYS_WITH_VALUE:
        raise ValueError(wash_out_days)


def blocks(start: int, order: Sequence[str], block_days: int, wash_out_days: int) -> tuple[Block, ...]:
    """The blocks of a plan from ordinal `start`, one after the other; ValueError for what is no plan."""
    _check_days(block_days, wash_out_days)
    if not order or any(pair not in ORDERS for pair in order):
        raise ValueError(order)
    return tuple(
        Block(
            treatment=treatment,
            since=since,
            until=since + block_days - 1,
            counted_since=since + wash_out_days,
        )
        for at, treatment in enumerate("".join(order))
        for since in (start + at * block_days,)
    )


def result(
    values: Array, first_day: int, planned: Sequence[Block], today: int, *, stopped_on: int | None = None
) -> TrialResult:
    """What a trial shows on ordinal `today`, from a dense array that starts at `first_day`.

    `stopped_on`: the last day of a trial ended before its plan; the pairs whose blocks had ended by then are
    analysed. Without it a block that ends today has not ended. ValueError unless blocks are
    pairs of A and B.
    """
    if not planned or len(planned) % 2 or any(a.treatment == b.treatment for a, b in _in_pairs(planned)):
        raise ValueError(planned)
    ends = planned[-1].until
    stopped = stopped_on is not None and stopped_on <= today and stopped_on < ends
    last = stopped_on if stopped and stopped_on is not None else today - 1
    over = stopped or today > ends
    seen = tuple(
        _pair(number, first, second, values, first_day)
        for number, (first, second) in enumerate(_in_pairs(planned), start=1)
        if second.until <= last
    )
    differences = np.array([pair.difference for pair in seen if pair.difference is not None])
    plain = TrialResult(
        standing=_standing(planned[0].since, today, len(differences), over=over),
        planned_pairs=len(planned) // 2,
        n_pairs=len(differences),
        days_left=0 if over else ends - max(today, planned[0].since) + 1,
        ends=ends,
        now=None if over else next((b.treatment for b in planned if b.since <= today <= b.until), None),
        next_change=None if over else next((block.since for block in planned if block.since > today), None),
        stopped_early=stopped,
        pairs=seen if over else (),
    )
    if plain.standing is not Standing.DONE:
        return plain
    shares = np.array([1 / pair.n_a + 1 / pair.n_b for pair in seen if pair.difference is not None])
    return _compared(plain, differences, sd_of(differences, shares, answer_step(values)))


def _in_pairs(planned: Sequence[Block]) -> tuple[tuple[Block, Block], ...]:
    """The blocks two by two."""
    return tuple(zip(planned[::2], planned[1::2], strict=True))


def _standing(start: int, today: int, complete: int, *, over: bool) -> Standing:
    """Where the trial stands with so many complete pairs."""
    if over:
        return Standing.DONE if complete >= LEAST_PAIRS else Standing.TOO_FEW
    return Standing.NOT_STARTED if today < start else Standing.RUNNING


def _pair(number: int, first: Block, second: Block, values: Array, first_day: int) -> Pair:
    """One pair whose blocks have ended."""
    by = {block.treatment: observed(_counted(block, values, first_day)) for block in (first, second)}
    days = {block.treatment: block.counted_days for block in (first, second)}
    means = {t: float(there.mean()) if len(there) else None for t, there in by.items()}
    a, b = means["A"], means["B"]
    counts = all(len(by[t]) >= max(LEAST_DAYS_WITH_VALUE, days[t] / 2) for t in "AB")
    return Pair(
        number=number,
        order=first.treatment + second.treatment,
        mean_a=a,
        n_a=len(by["A"]),
        days_a=days["A"],
        mean_b=b,
        n_b=len(by["B"]),
        days_b=days["B"],
        difference=b - a if counts and a is not None and b is not None else None,
    )


def _counted(block: Block, values: Array, first_day: int) -> Array:
    """The values of a block's counted days; days outside the array have none."""
    return values[max(0, block.counted_since - first_day) : max(0, block.until - first_day + 1)]


def _compared(plain: TrialResult, differences: Array, spread: float) -> TrialResult:
    """The result with the overall difference, its interval and the randomisation test; `spread` is the SD."""
    pairs = len(differences)
    mean = float(differences.mean())
    reach = float(t_quantile((1 + CONFIDENCE) / 2, pairs - 1)) * spread / pairs**0.5
    return replace(
        plain,
        difference=mean,
        low=mean - reach,
        high=mean + reach,
        p=_randomisation_p(differences),
        smallest_p=2.0 ** (1 - pairs),
        differs=abs(mean) > reach,
    )


def _randomisation_p(differences: Array) -> float:
    """The share of all 2^pairs orders with a mean difference at least as far from 0, two-sided and exact."""
    pairs = len(differences)
    signs = 1 - 2 * (np.arange(2**pairs)[:, None] >> np.arange(pairs) & 1)
    means = np.abs(signs @ differences)
    return float((means >= abs(differences.sum()) * (1 - 1e-9) - 1e-12).mean())

"""Many looks at one diary: two tiers that share the 5 %, and what a finding takes in each."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from diary.insight.statistics.day_array import Array
from diary.insight.statistics.distributions import t_quantile
from diary.insight.statistics.links import Fitted, Standing

ALPHA = 0.05
"""How often a diary without any link may show at least one."""

MOST_OF_MINE = 5
"""How many pairs, each with one lag, may be fixed beforehand (clinical.md section 7, point 11a)."""


class Tier(StrEnum):
    """Whether a pair was asked before looking, or is one of everything else."""

    MINE = "mine"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One pair among those of its tier: `q` is its adjusted p, None where the pair has no p.

    `stands_out` is whether `q` is within the tier's half of the 5 %; `n_looked_at` counts the pairs of the
    tier that have a p.
    """

    fitted: Fitted
    tier: Tier
    q: float | None
    stands_out: bool
    n_looked_at: int

    @property
    def is_finding(self) -> bool:
        """Whether it stands out on enough days."""
        return self.stands_out and self.fitted.standing is Standing.FULL

    @property
    def is_hint(self) -> bool:
        """Whether it stands out, though on fewer than 84 days: an early hint, never a finding."""
        return self.stands_out and self.fitted.standing is Standing.HINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Takes:
    """What one pair alone would need in order to stand out: its largest `p`, and the smallest link.

    `r` is the partial correlation, 0 to 1; `points` is in points of the outcome as the coefficient is.
    """

    p: float
    r: float
    points: float


def judge(fitted: Sequence[Fitted], mine: AbstractSet[int], alpha: float = ALPHA) -> tuple[Judged, ...]:
    """Each pair judged in its tier; `mine` holds positions in `fitted`, at most five (else ValueError)."""
    raise NotImplementedError


def takes(judged: Judged, alpha: float = ALPHA) -> Takes | None:
    """What a finding takes where this pair stands, if no other pair stood out; None where it has no p."""
    raise NotImplementedError

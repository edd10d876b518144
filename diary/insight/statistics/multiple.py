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
    """Each pair judged in its tier; `mine` holds positions in `fitted`, at most five (else ValueError).

    Early hints are looked at together with all others: whoever counts them too stays within `alpha`.
    """
    if len(mine) > MOST_OF_MINE:
        raise ValueError(f"at most {MOST_OF_MINE} pairs can be fixed beforehand")
    judged: dict[int, Judged] = {}
    for tier in Tier:
        places = [place for place in range(len(fitted)) if (place in mine) is (tier is Tier.MINE)]
        told = [place for place in places if fitted[place].p is not None]
        p = np.array([fitted[place].p for place in told], dtype=float)
        adjusted = dict(zip(told, stepped_up(p, any_dependence=tier is Tier.REST).tolist(), strict=True))
        for place in places:
            q = adjusted.get(place)
            judged[place] = Judged(
                fitted=fitted[place],
                tier=tier,
                q=q,
                stands_out=q is not None and q <= alpha / len(Tier),
                n_looked_at=len(told),
            )
    return tuple(judged[place] for place in range(len(fitted)))


def stepped_up(p: Array, *, any_dependence: bool) -> Array:
    """Adjusted p: Benjamini & Hochberg 1995; with `any_dependence` Benjamini & Yekutieli 2001."""
    m = p.size
    order = np.argsort(p)[::-1]
    raised = p[order] * m * (_harmonic(m) if any_dependence else 1.0) / np.arange(m, 0, -1)
    adjusted = np.empty(m)
    adjusted[order] = np.minimum(np.minimum.accumulate(raised), 1.0)
    return adjusted


def takes(judged: Judged, alpha: float = ALPHA) -> Takes | None:
    """What a finding takes where this pair stands, if no other pair stood out; None where it has no p."""
    df, error = judged.fitted.df, judged.fitted.error
    if df is None or error is None:
        return None
    m = judged.n_looked_at
    p = alpha / len(Tier) / m / (_harmonic(m) if judged.tier is Tier.REST else 1.0)
    t = float(-t_quantile(p / 2, df))
    r = t / (t * t + df) ** 0.5
    return Takes(p=p, r=r, points=t * error)


def _harmonic(m: int) -> float:
    return float((1 / np.arange(1, m + 1)).sum())

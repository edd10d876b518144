"""Links that are there: how often their interval holds the truth, and what is seen of r = 0.4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from diary.insight.statistics.links import LAGS, Fitted, Pair, fit_all
from diary.insight.statistics.multiple import ALPHA, Judged, Tier, judge
from proofs.statistics.diaries import (
    FIRST_DAY,
    PHIS,
    Array,
    scale_of,
    serial,
)
from proofs.statistics.rows import Row

FACTORS = 12
TABLE = tuple(Pair(x=x, y=0, lag=lag) for x in range(1, FACTORS + 1) for lag in LAGS)
MINE = frozenset((0, 4, 8, 9, 13))
"""Five questions: the first three factors at lags 0, 1 and 2, the next two at 0 and 1."""

IN_REST = TABLE.index(Pair(x=6, y=0, lag=0))
LINK = 0.4
"""The correlation of the innovations of pain and factor on the same day, and so of the two series."""

ENDLESS_DAYS = 400_000


def table(short: bool) -> Sequence[Row]:
    """All rows of this part; the short run makes few diaries of the shorter lengths."""
    many = 20 if short else 1000
    phis = (0.0, 0.8) if short else PHIS
    rows: list[Row] = []
    for usable in (42,) if short else (42, 90, 365):
        rows += coverage_rows(usable, phis, many)
    return [*rows, *power_rows(25 if short else 4000)]


def linked(rng: np.random.Generator, days: int, phi: float, r: float, factor: int, *, rounded: bool) -> Array:
    """Pain and `FACTORS` factors, shape (1 + factors, days), all AR(1) with `phi`, mean 5 and SD 1.8.

    The innovations of pain and of `factor` correlate with `r` on the same day, hence the two series too; the
    generating lagged model is y(t) = phi y(t-1) + r x(t) - r phi x(t-1) + e, all others are unrelated.
    """
    latent = serial(rng, FACTORS + 1, days, phi)
    latent[0] = r * latent[factor] + np.sqrt(1 - r * r) * latent[0]
    return scale_of(latent, rounded=rounded)


def judged(series: Array, *, binary: bool = False) -> tuple[Judged, ...]:
    """The whole table of one diary, five pairs asked beforehand."""
    return judge(fit_all(series, TABLE, FIRST_DAY, [binary] * len(series)), MINE)


def coverage_rows(usable: int, phis: Sequence[float], diaries: int) -> Iterator[Row]:
    """How often the interval of a same-day pair holds the truth, from `usable` rows.

    The truth is the coefficient on x(t) in the lagged model that made the answers: r for answers as fine as
    one likes, 0 without a link; for whole numbers, what the same regression finds in an endless diary.
    """
    for r, rounded in ((0.0, True), (LINK, False), (LINK, True)):
        kind = f"r = {r:g}, {'whole numbers' if rounded else 'not rounded'}"
        for phi in phis:
            rng = np.random.default_rng((3, usable, round(10 * phi), round(10 * r), rounded))
            truth = r if not (r and rounded) else endless(phi)
            held = 0
            for _ in range(diaries):
                one = _same_day(linked(rng, usable + 1, phi, r, 1, rounded=rounded))
                assert one.low is not None and one.high is not None  # noqa: PT018  # enough days
                held += one.low <= truth <= one.high
            yield Row(
                what="the 95 % interval of a coefficient holds the truth",
                setting=f"{usable} usable days, autocorrelation {phi:g}, {kind}",
                value=100 * held / diaries,
                diaries=diaries,
                least=91,
                most=97,
            )


def endless(phi: float) -> float:
    """The coefficient on x(t) in whole numbers, from a diary so long that chance is nothing."""
    rng = np.random.default_rng((4, round(10 * phi)))
    made_long = serial(rng, 2, ENDLESS_DAYS, phi)
    made_long[0] = LINK * made_long[1] + np.sqrt(1 - LINK * LINK) * made_long[0]
    y, x = scale_of(made_long, rounded=True)
    columns = np.column_stack([np.ones(ENDLESS_DAYS - 1), y[:-1], x[:-1], x[1:]])
    return float(np.linalg.solve(columns.T @ columns, columns.T @ y[1:])[-1])


def _same_day(series: Array) -> Fitted:
    return fit_all(series[:2], [Pair(x=1, y=0, lag=0)], FIRST_DAY, [False, False])[0]


def power_rows(diaries: int) -> Iterator[Row]:
    """How often a same-day link of r = 0.4 stands out, autocorrelation 0.4, nothing else linked."""
    goals = {("mine", 90): 80.0, ("rest", 180): 95.0}
    for days in (90, 180):
        for rounded in (True, False):
            for tier, place in (("mine", 0), ("rest", IN_REST)):
                rng = np.random.default_rng((5, days, rounded, place))
                seen = by_holm = 0
                for _ in range(diaries):
                    found = judged(linked(rng, days, 0.4, LINK, TABLE[place].x, rounded=rounded))
                    seen += found[place].stands_out
                    by_holm += _by_holm(found, place)
                asked = "one of five questions" if tier == "mine" else "one of the other 31 of 12 × 3"
                yield Row(
                    what=f"a link of r = 0.4 is found: {asked}",
                    setting=f"{days} days, {'whole numbers' if rounded else 'not rounded'}",
                    value=100 * seen / diaries,
                    diaries=diaries,
                    least=goals.get((tier, days)) if rounded else None,
                )
                if tier == "rest":
                    yield Row(
                        what="the same by Holm 1979 at 2.5 % in place of Benjamini–Yekutieli, for comparison",
                        setting=f"{days} days, {'whole numbers' if rounded else 'not rounded'}",
                        value=100 * by_holm / diaries,
                        diaries=diaries,
                    )


def _by_holm(found: Sequence[Judged], place: int) -> bool:
    """Whether a pair of everything else would stand out by Holm's steps at the same 2.5 %."""
    rest = [one.fitted.p for one in found if one.tier is Tier.REST and one.fitted.p is not None]
    own = found[place].fitted.p
    for left, p in zip(range(len(rest), 0, -1), sorted(rest), strict=True):
        if p > ALPHA / len(Tier) / left:
            return False
        if p == own:
            return True
    return False

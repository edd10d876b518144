"""The full table of associations against bare least squares of the same fits, and against statsmodels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from benchmarks.measure import Found, ratio
from benchmarks.room import Room

if TYPE_CHECKING:
    from diary.insight.statistics.day_array import Array
    from diary.insight.statistics.links import Pair

PART = "associations"
FACTORS = 20
GAPS = 0.02
FIRST_DAY = 739000
MOST_RUNS = 3
"""Bare fits of fifty years take many seconds a run."""


def run(room: Room, runs: int) -> Iterator[Found]:
    """20 factors at three lags: ten years with goals, fifty as they are; entries with and without gaps."""
    for years, goals in ((10, (2.0, 1.0)), (50, (None, None))):
        for kind in ("one pattern of gaps", "each its own gaps"):
            yield from _compared(
                f"{years} years, {kind}", room.years(years), kind, min(runs, MOST_RUNS), goals
            )


def _compared(
    what: str, days: int, kind: str, runs: int, goals: tuple[float | None, float | None]
) -> Iterator[Found]:
    from statsmodels.api import OLS

    from benchmarks.saving import timed
    from diary.insight.statistics.lagged import design
    from diary.insight.statistics.links import fit_all
    from diary.insight.statistics.multiple import judge

    series, pairs = _diary(days, own_gaps=kind == "each its own gaps")
    none = [False] * len(series)
    ours, bare, theirs = [], [], []
    for _ in range(runs):
        ours.append(timed(lambda: judge(fit_all(series, pairs, FIRST_DAY, none), frozenset())))
        bare_ms = theirs_ms = 0.0
        for pair in pairs:
            y, x = design(series, pair.y, pair.x, pair.lag, FIRST_DAY)
            bare_ms += _bare_ms(y, x)
            theirs_ms += timed(lambda y=y, x=x: OLS(y, x).fit().pvalues)  # type: ignore[misc]
        bare.append(bare_ms)
        theirs.append(theirs_ms)
    yield ratio(PART, f"table, {what}, against bare numpy least squares", ours, bare, goals[0])
    yield ratio(PART, f"table, {what}, against statsmodels", ours, theirs, goals[1])


def _bare_ms(y: Array, x: Array) -> float:
    import numpy as np

    from benchmarks.saving import timed

    return timed(lambda: np.linalg.lstsq(x, y, rcond=None))


def _diary(days: int, *, own_gaps: bool) -> tuple[Array, list[Pair]]:
    """An outcome and its factors as answers on 0 to 10, shape (factors + 1, days); all pairs at all lags."""
    import numpy as np

    from diary.insight.statistics.links import LAGS, Pair

    rng = np.random.default_rng(20)
    series = np.clip(np.round(5 + 1.8 * rng.standard_normal((FACTORS + 1, days))), 0, 10)
    if own_gaps:
        series[rng.random(series.shape) < GAPS] = np.nan
    else:
        series[:, rng.random(days) < GAPS] = np.nan
    return series, [Pair(x=x, y=0, lag=lag) for x in range(1, FACTORS + 1) for lag in LAGS]

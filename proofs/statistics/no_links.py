"""Diaries in which nothing is linked: how often the whole table shows at least one link all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from proofs.statistics.associations import FACTORS, judged
from proofs.statistics.diaries import PHIS, Setting, made, null_settings, yes_no
from proofs.statistics.rows import Row

SHARE_OF_YES = 0.35
LOOK_EVERY = 28

FIRST, AGAIN = 0, 1
"""Seeds: the run that finds the worst autocorrelation, and the fresh one that is printed."""


def table(short: bool) -> Sequence[Row]:
    """All rows of this part; the short run makes few diaries of one length."""
    first, again = (15, 25) if short else (1000, 4000)
    phis = (0.0, 0.8) if short else PHIS
    rows: list[Row] = []
    for days in (90,) if short else (56, 90, 180, 365):
        rows += null_rows(days, phis, first, again)
    return [*rows, looks_row(10 if short else 300)]


def null_rows(days: int, phis: Sequence[float], first: int, again: int) -> Iterator[Row]:
    """One row a setting, and one for yes-or-no factors with everything that could mislead at once."""
    for place, setting in enumerate(null_settings(days, 0.0)):

        def at(phi: float, place: int = place) -> Setting:
            return null_settings(days, phi)[place]

        yield _row(f"12 scales × 3 lags|{days} days, {setting.name}", at, phis, (first, again), binary=False)
    yield _row(f"12 yes/no factors × 3 lags|{days} days, all together", at, phis, (first, again), binary=True)


def _row(
    words: str,
    at: Callable[[float], Setting],
    phis: Sequence[float],
    diaries: tuple[int, int],
    *,
    binary: bool,
) -> Row:
    """The worst of all autocorrelations by a first run, told from fresh diaries.

    The largest of five shares is too large by the luck of that run, so it only chooses.
    """
    shares = {phi: share_of(at(phi), diaries[0], FIRST, binary=binary) for phi in phis}
    worst = max(shares, key=lambda phi: shares[phi])
    table, setting = words.split("|")
    return Row(
        what=f"at least one false finding or hint, {table}, five of them asked",
        setting=f"{setting}, worst of all autocorrelations ({worst:g})",
        value=share_of(at(worst), diaries[1], AGAIN, binary=binary),
        diaries=diaries[1],
        most=5,
    )


def share_of(setting: Setting, diaries: int, run: int, *, binary: bool) -> float:
    """In how many of 100 diaries anything stands out."""
    name = sum(setting.name.encode())
    rng = np.random.default_rng((run, setting.days, round(10 * setting.phi), name, binary))
    hits = 0
    for _ in range(diaries):
        pain, factors = made(rng, setting, FACTORS)
        series = np.vstack([pain, yes_no(factors, SHARE_OF_YES) if binary else factors])
        hits += any(one.stands_out for one in judged(series, binary=binary))
    return 100 * hits / diaries


def looks_row(diaries: int) -> Row:
    """How often someone who looks every four weeks for a year ever sees a finding or hint that is chance."""
    rng = np.random.default_rng(6)
    ever = 0
    for _ in range(diaries):
        pain, factors = made(rng, null_settings(365, 0.4)[-1], FACTORS)
        series = np.vstack([pain, factors])
        ever += any(
            any(one.stands_out for one in judged(series[:, :days])) for days in range(85, 366, LOOK_EVERY)
        )
    return Row(
        what="ever a false finding or hint, looked at every four weeks from the third month to a year",
        setting="365 days, all together, autocorrelation 0.4",
        value=100 * ever / diaries,
        diaries=diaries,
    )

"""What a trial of A against B shows: coverage of its interval, false findings, and what it can see.

Each diary has its own randomised order. The true difference is added on days of B before rounding;
carried-over effects are not made. Goals stand for blocks of 7 and 14 days and 3 to 8 pairs, at every
autocorrelation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.blocks import CONFIDENCE, LEAST_DAYS_WITH_VALUE, LEAST_PAIRS
from diary.insight.statistics.day_array import ALIKE
from diary.insight.statistics.distributions import t_quantile
from proofs.statistics.diaries import PHIS, SD, Array, Setting, drift_of, gaps, scale_of, serial
from proofs.statistics.rows import Row

Flags = NDArray[np.bool_]

FULL, SHORT, AT_ONCE = 20_000, 1000, 1000
"""Trials with a result, a row; and how many are made at once."""

MOST_FALSE, LEAST_HELD, MOST_HELD = 5.0, 91.0, 97.0
"""The goals in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of trial: B differs from A by `effect` points."""

    pairs: int
    block_days: int
    wash_out_days: int = 0
    effect: float = 0.0

    @property
    def words(self) -> str:
        """The kind in words."""
        wash_out = f", {self.wash_out_days} washed out" if self.wash_out_days else ""
        return f"{self.pairs} pairs of {self.block_days} days{wash_out}"


class Found(NamedTuple):
    """Trials with a result, each field of shape (trials,), as in `blocks.TrialResult`."""

    difference: Array
    low: Array
    high: Array
    p: Array

    @property
    def differs(self) -> Flags:
        """Which intervals leave out zero."""
        return np.asarray((self.low > 0) | (self.high < 0), dtype=bool)


def table(short: bool) -> Sequence[Row]:
    """Coverage and false findings in plain diaries, false findings in unruly ones, and what is seen."""
    return [*held_rows(short), *unruly_rows(short), *seen_rows(short)]


def held_rows(short: bool) -> Iterator[Row]:
    """Coverage of a true difference of 1 point, and false findings where there is none."""
    for pairs in (3, 8) if short else (3, 4, 6, 8):
        for block_days in (7,) if short else (7, 14):
            for phi in PHIS[::4] if short else PHIS:
                null, real = (Kind(pairs=pairs, block_days=block_days, effect=e) for e in (0.0, 1.0))
                words = f"{null.words}, phi {phi}"
                setting = Setting(name="plain", days=2 * pairs * block_days, phi=phi)
                yield false_row(trials(null, setting, short), words)
                found = trials(real, setting, short)
                yield Row(
                    what="a true difference of 1 point in its interval",
                    setting=words,
                    value=100 * float(((found.low <= 1) & (found.high >= 1)).mean()),
                    diaries=len(found.difference),
                    least=LEAST_HELD,
                    most=MOST_HELD,
                )


def unruly_rows(short: bool) -> Iterator[Row]:
    """False findings with drift, with bad days skipped more, and with both and a wash-out."""
    for pairs in (3,) if short else (3, 4, 6, 8):
        for phi in (0.8,) if short else (0.0, 0.4, 0.8):
            days = 2 * pairs * 7
            for name, drift, share in (
                ("drift", 1.0, 0.0),
                ("a fifth missing, bad days more", 0.0, 0.2),
                ("both", 1.0, 0.2),
            ):
                kind = Kind(pairs=pairs, block_days=7, wash_out_days=2 if name == "both" else 0)
                setting = Setting(
                    name=name, days=days, phi=phi, drift=drift, gaps=share, not_at_random=share > 0
                )
                yield false_row(trials(kind, setting, short), f"{kind.words}, phi {phi}, {name}")


def seen_rows(short: bool) -> Iterator[Row]:
    """How often a true difference is called, by the interval and by the randomisation test: no goal."""
    for pairs, block_days in ((3, 7),) if short else ((3, 7), (4, 7), (6, 7), (8, 7), (3, 14), (6, 14)):
        for effect in (1.0, 2.0):
            kind = Kind(pairs=pairs, block_days=block_days, effect=effect)
            found = trials(kind, Setting(name="plain", days=2 * pairs * block_days, phi=0.4), short)
            words = f"{kind.words}, phi 0.4, true difference {effect:g}"
            yield share_row("a difference seen by its interval", found.differs, words)
            yield share_row("a difference seen by the exact test at 5 %", found.p <= 0.05, words)


def trials(kind: Kind, setting: Setting, short: bool) -> Found:
    """So many finished trials that have enough pairs; those that have not are made anew."""
    seed = (kind.pairs, kind.block_days, round(10 * setting.phi), round(10 * kind.effect), len(setting.name))
    rng = np.random.default_rng(seed)
    wanted = SHORT if short else FULL
    found: list[Found] = []
    while sum(len(one.difference) for one in found) < wanted:
        found.append(analysed(*made(rng, kind, setting, AT_ONCE), kind))
    return Found(*(np.concatenate(parts)[:wanted] for parts in zip(*found, strict=True)))


def made(rng: np.random.Generator, kind: Kind, setting: Setting, rows: int) -> tuple[Array, Flags]:
    """Diaries of shape (rows, days), and which pairs begin with B, shape (rows, pairs)."""
    latent = serial(rng, rows, setting.days, setting.phi)
    if setting.drift:
        latent = latent + setting.drift * drift_of(rng, rows, setting.days)
    b_first = rng.random((rows, kind.pairs)) < 0.5
    on_b = np.repeat(np.stack([b_first, ~b_first], axis=2).reshape(rows, -1), kind.block_days, axis=1)
    values = scale_of(latent + kind.effect / SD * on_b, rounded=setting.rounded)
    if setting.gaps:
        for row in values:
            row[gaps(rng, row, setting)] = np.nan
    return values, b_first


def analysed(values: Array, b_first: Flags, kind: Kind) -> Found:
    """What `blocks.result` finds on the day after the end, all trials at once; a test compares the two."""
    counted = values.reshape(len(values), kind.pairs, 2, kind.block_days)[..., kind.wash_out_days :]
    n = (~np.isnan(counted)).sum(axis=3)
    means = np.nansum(counted, axis=3) / np.maximum(n, 1)
    counts = (n >= max(LEAST_DAYS_WITH_VALUE, counted.shape[3] / 2)).all(axis=2)
    apart = np.where(b_first, -1, 1) * (means[..., 1] - means[..., 0]) * counts
    enough = counts.sum(axis=1) >= LEAST_PAIRS
    apart, pairs, counts = apart[enough], counts[enough].sum(axis=1), counts[enough]
    difference = apart.sum(axis=1) / pairs
    squares = (((apart - difference[:, None]) * counts) ** 2).sum(axis=1)
    hidden = ((1 / np.maximum(n[enough], 1)).sum(axis=2) * counts).sum(axis=1) / pairs / 12  # whole numbers
    variances = np.where(squares > ALIKE**2, squares / (pairs - 1), hidden)
    reach = t_quantile((1 + CONFIDENCE) / 2, pairs - 1) * np.sqrt(variances / pairs)
    signs = 1 - 2 * (np.arange(2**kind.pairs)[:, None] >> np.arange(kind.pairs) & 1)
    p = (np.abs(signs @ apart.T) >= np.abs(apart.sum(axis=1)) * (1 - 1e-9) - 1e-12).mean(axis=0)
    return Found(difference, difference - reach, difference + reach, p)


def false_row(found: Found, words: str) -> Row:
    """How often a difference is called where there is none."""
    called = 100 * float(found.differs.mean())
    return Row(
        what="a difference called, there is none",
        setting=words,
        value=called,
        diaries=len(found.difference),
        most=MOST_FALSE,
    )


def share_row(what: str, called: Flags, words: str) -> Row:
    """How often something is seen, printed as it is."""
    return Row(what=what, setting=words, value=100 * float(called.mean()), diaries=len(called))

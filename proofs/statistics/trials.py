"""What a trial of A against B shows: coverage of its interval, false findings, and what it can see.

Each diary has its own randomised order. The true difference is added on days of B before rounding;
carried-over effects are not made. Goals stand for blocks of 7 and 14 days and 3 to 8 pairs, at every
autocorrelation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from diary.insight.statistics.blocks import TrialResult, blocks, plan, result
from proofs.statistics.diaries import FIRST_DAY, PHIS, SD, Array, Setting, drift_of, gaps, scale_of, serial
from proofs.statistics.rows import Row

FULL, SHORT = 3000, 200
"""Trials with a result, a row."""

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
                    value=100 * float(np.mean([(one.low or 0) <= 1 <= (one.high or 0) for one in found])),
                    diaries=len(found),
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
            yield share_row("a difference seen by its interval", [one.differs for one in found], words)
            by_test = [(one.p or 1.0) <= 0.05 for one in found]
            yield share_row("a difference seen by the exact test at 5 %", by_test, words)


def trials(kind: Kind, setting: Setting, short: bool) -> list[TrialResult]:
    """The results of so many finished trials that have enough pairs; those that have not are made anew."""
    seed = (kind.pairs, kind.block_days, round(10 * setting.phi), round(10 * kind.effect), len(setting.name))
    rng = np.random.default_rng(seed)
    count = SHORT if short else FULL
    found: list[TrialResult] = []
    while len(found) < count:
        latent = serial(rng, count, setting.days, setting.phi)
        if setting.drift:
            latent = latent + setting.drift * drift_of(rng, count, setting.days)
        made = (one_trial(rng, row, kind, setting) for row in latent)
        found += [one for one in made if one.difference is not None]
    return found[:count]


def one_trial(rng: np.random.Generator, latent: Array, kind: Kind, setting: Setting) -> TrialResult:
    """One trial, analysed on the day after its end."""
    order = plan(kind.pairs, kind.block_days, kind.wash_out_days, int(rng.integers(2**31)))
    planned = blocks(FIRST_DAY, order, kind.block_days, kind.wash_out_days)
    on_b = np.repeat([block.treatment == "B" for block in planned], kind.block_days)
    values = scale_of(latent + kind.effect / SD * on_b, rounded=setting.rounded)
    values[gaps(rng, values, setting)] = np.nan
    return result(values, FIRST_DAY, planned, planned[-1].until + 1)


def false_row(found: Sequence[TrialResult], words: str) -> Row:
    """How often a difference is called where there is none."""
    called = 100 * float(np.mean([one.differs for one in found]))
    return Row(
        what="a difference called, there is none",
        setting=words,
        value=called,
        diaries=len(found),
        most=MOST_FALSE,
    )


def share_row(what: str, called: Sequence[bool], words: str) -> Row:
    """How often something is seen, printed as it is."""
    return Row(what=what, setting=words, value=100 * float(np.mean(called)), diaries=len(called))

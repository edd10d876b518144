"""How often the plausible range of a mean, or of a difference of two stretches, holds the truth.

The truth of rounded answers is the mean of the rounded and clipped process. `n` counts days with a value:
with gaps they are spread at random over so many more days. Two stretches follow each other in one diary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from diary.insight.statistics.contrast import difference
from diary.insight.statistics.distributions import normal_cumulative, t_quantile
from diary.insight.statistics.serial import Levels, levels
from proofs.statistics.diaries import MEAN, PHIS, SD, Array, serial
from proofs.statistics.rows import Row

LENGTHS = (42, 90, 365)

LOW = 2.0
"""A level near the floor of the scale: many days are clipped to 0, and the days are skewed."""

LEAST, MOST = 91.0, 97.0
"""The goal for what is called 95 %."""

CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """`n` days with a value, then `later` (as many where 0); `noise`: the share of variance not serial."""

    n: int
    phi: float
    later: int = 0
    gaps: float = 0.0
    level: float = MEAN
    rounded: bool = True
    noise: float = 0.0

    def words(self) -> str:
        """The setting as the table prints it."""
        days = f"{self.n} days" if self.later in {0, self.n} else f"{self.n} and {self.later} days"
        words = [days, f"autocorrelation {self.phi:g}"]
        words += [f"{self.gaps:.0%} gaps"] if self.gaps else []
        words += [f"level {self.level:g}"] if self.level != MEAN else []
        words += [] if self.rounded else ["not rounded"]
        words += [f"{self.noise:.0%} loose ratings"] if self.noise else []
        return ", ".join(words)


def table(short: bool) -> Sequence[Row]:
    """All rows of coverage: short has fewer diaries and only the ends of the autocorrelations."""
    rows: list[Row] = []
    for kind in kinds((PHIS[0], PHIS[-1]) if short else PHIS):
        full = 2000 if kind.n >= 365 else 4000
        rows += both_rows(kind, 200 if short else full)
    return rows


def kinds(phis: Sequence[float]) -> Iterator[Stretch]:
    """The settings: plain, few and many gaps, not rounded, near the floor, unequal lengths, loose ratings."""
    for n in LENGTHS:
        for phi in phis:
            yield Stretch(n=n, phi=phi)
            yield Stretch(n=n, phi=phi, gaps=0.2)
            yield Stretch(n=n, phi=phi, gaps=0.5)
            yield Stretch(n=n, phi=phi, rounded=False)
            yield Stretch(n=n, phi=phi, level=LOW)
            if n == LENGTHS[0]:
                yield Stretch(n=n, phi=phi, later=LENGTHS[-1])
        yield Stretch(n=n, phi=phis[-1], noise=0.3)


def both_rows(kind: Stretch, count: int) -> Iterator[Row]:
    """The coverage of the mean of a stretch and of its difference to the next; of unequal ones the latter."""
    mean_hits: list[Array] = []
    difference_hits: list[Array] = []
    for before, after in chunks(kind, count):
        mean_hits.append(mean_holds(before, truth(kind)))
        difference_hits.append(difference_holds(before, after))
    if not kind.later:
        yield row_of("Mean: the range holds the truth", kind, np.concatenate(mean_hits))
    yield row_of("Difference: the range holds the truth", kind, np.concatenate(difference_hits))


def row_of(what: str, kind: Stretch, hits: Array) -> Row:
    """One line; loose ratings are beyond what the goal is about and are printed as they are."""
    printed = hits[~np.isnan(hits)]
    return Row(
        what=what,
        setting=kind.words(),
        value=100 * float(printed.mean()),
        diaries=len(printed),
        least=None if kind.noise else LEAST,
        most=None if kind.noise else MOST,
    )


def chunks(kind: Stretch, count: int) -> Iterator[tuple[Levels, Levels]]:
    """Levels of `count` pairs of stretches in one diary each, a few hundred at a time."""
    seed = [6, kind.n, kind.later, *(round(100 * part) for part in (kind.phi, kind.gaps, kind.level))]
    rng = np.random.default_rng([*seed, int(kind.rounded), round(100 * kind.noise)])
    first, second = (round(n / (1 - kind.gaps)) for n in (kind.n, kind.later or kind.n))
    for start in range(0, count, CHUNK):
        rows = min(CHUNK, count - start)
        latent = serial(rng, rows, first + second, kind.phi)
        if kind.noise:
            loose = rng.standard_normal(latent.shape)
            latent = np.sqrt(1 - kind.noise) * latent + np.sqrt(kind.noise) * loose
        values = answers(latent, kind)
        before, after = values[:, :first], values[:, first:]
        yield levels(thinned(rng, before, kind.n)), levels(thinned(rng, after, kind.later or kind.n))


def answers(latent: Array, kind: Stretch) -> Array:
    """Answers on 0 to 10 around the level of the setting."""
    value = kind.level + SD * latent
    return np.clip(np.round(value), 0, 10) if kind.rounded else value


def thinned(rng: np.random.Generator, values: Array, n: int) -> Array:
    """The same rows with `n` days each that keep their value, drawn at random."""
    rank = rng.random(values.shape).argsort(axis=1).argsort(axis=1)
    return np.where(rank < n, values, np.nan)


def truth(kind: Stretch) -> float:
    """The mean of the process that is seen: after rounding and clipping."""
    if not kind.rounded:
        return kind.level
    reached = 1 - normal_cumulative((np.arange(0.5, 10.0) - kind.level) / SD)
    return float(reached.sum())


def mean_holds(before: Levels, true: float) -> Array:
    """1 where the range of the mean holds the truth, 0 where not, NaN where none is printed."""
    off = np.abs(before.mean - true)
    return hits(off, before.error, before.df)


def difference_holds(before: Levels, after: Levels) -> Array:
    """1 where the range of the difference holds 0, 0 where not, NaN where none is printed."""
    points, error, df = difference(before, after)
    return hits(np.abs(points), error, df)


def hits(off: Array, error: Array, df: Array) -> Array:
    """Whether a range of 95 % reaches as far as `off`."""
    inside = (off <= error * t_quantile(0.975, df)).astype(float)
    return np.where(np.isnan(error), np.nan, inside)

"""Made-up diaries whose truth is known: serial, drifting, weekly, with gaps that depend on the pain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PHIS = (0.0, 0.2, 0.4, 0.6, 0.8)
"""Lag-1 autocorrelations of daily pain that are tried (diaries show about 0.2 to 0.8)."""

MEAN, SD = 5.0, 1.8
"""Level and spread of daily pain on the 0 to 10 scale."""

FIRST_DAY = 739000
"""The ordinal of the first day; a Monday is not assumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What kind of diary is made; `drift` and `week` in points, `gaps` the share of days without an entry.

    `drift`: a slow wave and a slope that pain and every factor share in time though not in cause.
    `week`: how much weekends differ, in pain and factors alike. `not_at_random`: bad days are skipped more.
    """

    name: str
    days: int = 90
    phi: float = 0.4
    drift: float = 0.0
    week: float = 0.0
    gaps: float = 0.0
    not_at_random: bool = False
    rounded: bool = True


def null_settings(days: int, phi: float) -> tuple[Setting, ...]:
    """The settings without any effect at one length and autocorrelation."""
    return (
        Setting(name="plain", days=days, phi=phi),
        Setting(name="shared drift", days=days, phi=phi, drift=1.0),
        Setting(name="weekday cycle", days=days, phi=phi, week=1.0),
        Setting(name="missing not at random", days=days, phi=phi, gaps=0.2, not_at_random=True),
        Setting(name="all together", days=days, phi=phi, drift=1.0, week=1.0, gaps=0.2, not_at_random=True),
    )


def serial(rng: np.random.Generator, rows: int, days: int, phi: float) -> Array:
    """AR(1) rows of variance 1, shape (rows, days), begun in their own distribution."""
    shocks = rng.standard_normal((rows, days))
    made = np.empty((rows, days))
    made[:, 0] = shocks[:, 0]
    scale = np.sqrt(1 - phi * phi)
    for day in range(1, days):
        made[:, day] = phi * made[:, day - 1] + scale * shocks[:, day]
    return made


def drift_of(rng: np.random.Generator, rows: int, days: int) -> Array:
    """A slow course of variance near 1, shape (rows, days): a slope and one slow wave of any phase."""
    t = np.linspace(-1, 1, days)
    slope = rng.choice((-1.0, 1.0), (rows, 1)) * rng.uniform(0.5, 1.5, (rows, 1))
    phase = rng.uniform(0, 2 * np.pi, (rows, 1))
    return slope * t + 0.7 * np.sin(np.pi * t + phase)


def weekend(days: int, first_day: int = FIRST_DAY) -> Array:
    """1 on Saturdays and Sundays, shape (days,)."""
    return ((np.arange(first_day, first_day + days) - 1) % 7 >= 5).astype(float)


def scale_of(latent: Array, *, rounded: bool) -> Array:
    """A latent course as answers on 0 to 10: whole numbers where `rounded`."""
    value = MEAN + SD * latent
    return np.clip(np.round(value), 0, 10) if rounded else value


def made(rng: np.random.Generator, setting: Setting, series: int) -> tuple[Array, Array]:
    """One diary: pain of shape (days,) and `series` unrelated scales of shape (series, days), NaN for gaps.

    All share the drift, the weekly cycle and the gaps that the setting asks for; nothing else links them.
    """
    latent = serial(rng, series + 1, setting.days, setting.phi)
    if setting.drift:
        latent += setting.drift * drift_of(rng, 1, setting.days)
    if setting.week:
        latent += setting.week / SD * weekend(setting.days)
    values = scale_of(latent, rounded=setting.rounded)
    values[:, gaps(rng, values[0], setting)] = np.nan
    return values[0], values[1:]


def gaps(rng: np.random.Generator, pain: Array, setting: Setting) -> NDArray[np.bool_]:
    """Which days have no entry: `setting.gaps` of them, more of the bad ones where not at random."""
    if not setting.gaps:
        return np.zeros(pain.shape, dtype=bool)
    odds = np.log(setting.gaps / (1 - setting.gaps)) * np.ones(pain.shape)
    if setting.not_at_random:
        odds = odds + 0.8 * (pain - pain.mean()) / max(float(pain.std()), 1e-9)
    missing: NDArray[np.bool_] = rng.random(pain.shape) < 1 / (1 + np.exp(-odds))
    return missing


def yes_no(scale: Array, share: float) -> Array:
    """A scale made into yes (1) on about `share` of its days; NaN stays NaN."""
    cut = np.nanquantile(scale, 1 - share, axis=-1, keepdims=True)
    return np.where(np.isnan(scale), np.nan, (scale > cut).astype(float))

"""Attacks and flares: how many a day and a week, and how long they last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackDay:
    """One day (ordinal) with an answer: `attacks` as counted for the day (None: not said), `flares` noted."""

    day: int
    attacks: int | None
    flares: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackWeek:
    """One week by its Monday: `attacks` on `n` answered days of `days`, `flares` noted."""

    monday: int
    attacks: int
    flares: int
    n: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacks:
    """Attacks of the days `since` to `until` (ordinals): `total` on `n_with` of `n` answered days, of `days`.

    `per_day` is `total` / `n`. `flares` are single moments with pain; `lengths_min` of those with an end, in
    order of time, with their median, shortest and longest; `n_open` have none. `attack_s` is the usual length
    of one attack in seconds, the median of the days that say it (`n_attack_s`).
    """

    since: int
    until: int
    days: int
    n: int
    n_with: int
    total: int
    n_memory: int
    per_day: float | None
    flares: int
    days_with_flares: int
    n_open: int
    lengths_min: tuple[int, ...]
    median_min: float | None
    attack_s: float | None
    n_attack_s: int
    by_day: tuple[AttackDay, ...]
    weeks: tuple[AttackWeek, ...]

"""How often a weekday or a part of the day is called different: by chance, and when it is.

Weekdays are tried on diaries without a weekly cycle (flat, drifting, bad days skipped more) and with a
weekend that is worse. Moments are recorded when it hurts: every hour has pain of its own that is tied to the
hours and days before, and the worse it is the likelier a moment is recorded, at night less than by day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diary.insight.statistics.hours import DayPattern, day_pattern
from diary.insight.statistics.weekdays import WeekPattern, week_pattern
from proofs.statistics.diaries import (
    FIRST_DAY,
    MEAN,
    PHIS,
    SD,
    Array,
    Setting,
    drift_of,
    made,
    serial,
)
from proofs.statistics.rows import Row

Ints = NDArray[np.int64]

FULL, SHORT = 3000, 90
"""Diaries a row; 2000 of a year."""

MOST_FALSE, LEAST_HELD, MOST_HELD = 5.0, 91.0, 97.0
"""The goals in percent."""

AT_ONCE = 250
"""Courses of hours made at once."""

FEW_PHIS = (0.0, 0.4, 0.8)
"""Where all settings are tried; the plain one is tried at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How moments are made: a part's true difference, and by how many logits its recording differs.

    `harder` is how many more logits a moment needs in the morning while its pain weighs twice as much.
    """

    name: str
    days: int = 90
    phi: float = 0.4
    drift: float = 0.0
    evening: float = 0.0
    harder: float = 0.0


def table(short: bool) -> Sequence[Row]:
    """Weekdays, then parts of the day."""
    return [*weekday_rows(short), *hour_rows(short)]


def weekday_rows(short: bool) -> Iterator[Row]:
    """False patterns, coverage of weekday means and of the weekend, and what is seen of a worse weekend."""
    for days in (42, 90) if short else (42, 90, 365):
        count = SHORT if short else 2000 if days == 365 else FULL
        for phi in FEW_PHIS[::2] if short else PHIS:
            found = weeks(Setting(name="plain", days=days, phi=phi), count)
            yield false_row("weekday called different, none is", found, f"{days} days, phi {phi}, plain")
            yield held_row("mean of a weekday in its interval", found, days, phi, means_held)
            yield held_row("weekend difference in its interval", found, days, phi, weekend_held)
        for phi in () if short or days == 365 else FEW_PHIS:
            for setting in unruly(days, phi):
                words = f"{setting.days} days, phi {phi}, {setting.name}"
                yield false_row("weekday called different, none is", weeks(setting, count), words)
    for days in (90,) if short else (90, 180, 365):
        found = weeks(Setting(name="weekend", days=days, phi=0.4, week=1.0), SHORT if short else 1000)
        words = f"{days} days, phi 0.4, weekend 1 point worse"
        yield share_row("weekly pattern seen", [one.pattern for one in found], words)
        wrong = [any(day.named and (day.difference or 0) < 0 for day in one.weekdays[5:]) for one in found]
        yield share_row("Saturday or Sunday named as better", wrong, words)


def unruly(days: int, phi: float) -> tuple[Setting, ...]:
    """Null settings beside the plain one; 60 days are made where 42 with an entry are wanted."""
    long = 60 if days == 42 else days
    return (
        Setting(name="shared drift", days=days, phi=phi, drift=1.0),
        Setting(name="a fifth missing, bad days more", days=long, phi=phi, gaps=0.2, not_at_random=True),
        Setting(name="both", days=long, phi=phi, drift=1.0, gaps=0.2, not_at_random=True),
    )


def weeks(setting: Setting, count: int) -> list[WeekPattern]:
    """The weekdays of so many diaries that have enough days."""
    rng = np.random.default_rng((setting.days, round(10 * setting.phi), len(setting.name)))
    found = (week_pattern(made(rng, setting, 0)[0], FIRST_DAY) for _ in range(count))
    return [one for one in found if one.enough]


def means_held(pattern: WeekPattern) -> list[bool]:
    """Which weekdays' intervals hold the true mean."""
    return [(day.low or 0.0) <= MEAN <= (day.high or 0.0) for day in pattern.weekdays]


def weekend_held(pattern: WeekPattern) -> list[bool]:
    """Whether the weekend's interval holds no difference."""
    return [pattern.weekend is not None and pattern.weekend.low <= 0 <= pattern.weekend.high]


def hour_rows(short: bool) -> Iterator[Row]:
    """False patterns of parts of the day, and what is seen of a worse evening."""
    count = SHORT if short else FULL
    for days in (45,) if short else (45, 120):
        for phi in FEW_PHIS[::2] if short else FEW_PHIS:
            plain = Habit(name="plain", days=days, phi=phi)
            drifting = Habit(name="drift", days=days, phi=phi, drift=1.0)
            for habit in (plain, drifting) if phi == FEW_PHIS[-1] else (plain,):
                found = day_patterns(habit, count)
                words = f"{days} days, phi {phi}, {habit.name}"
                yield false_row("part of the day called different, none is", found, words)
                yield held_hours(found, words)
    for days in (90,) if short else (45, 90, 180):
        worse = Habit(name="evening worse", days=days, evening=1.0)
        found = day_patterns(worse, SHORT if short else 1000)
        yield share_row(
            "daily pattern seen", [one.pattern for one in found], f"{days} days, evening 1 point worse"
        )
    habit = Habit(name="mornings only when bad", harder=1.0)
    found = day_patterns(habit, SHORT if short else 1000)
    words = "90 days, no part differs, mornings recorded only when bad"
    yield share_row("daily pattern called", [one.pattern for one in found], words)


def held_hours(found: Sequence[DayPattern], words: str) -> Row:
    """The coverage of the within-day differences that have an interval."""
    held = [
        part.low <= 0 <= part.high
        for one in found
        for part in one.parts
        if part.low is not None and part.high is not None
    ]
    return Row(
        what="difference of a part in its interval",
        setting=words,
        value=100 * float(np.mean(held)),
        diaries=len(found),
        least=LEAST_HELD,
        most=MOST_HELD,
    )


def day_patterns(habit: Habit, count: int) -> list[DayPattern]:
    """The parts of the day of so many diaries that have enough moments."""
    rng = np.random.default_rng((habit.days, round(10 * habit.phi), len(habit.name)))
    found: list[DayPattern] = []
    for start in range(0, count, AT_ONCE):
        courses = pains(rng, habit, min(AT_ONCE, count - start))
        found += [day_pattern(*moments(rng, habit, pain)) for pain in courses]
    return [one for one in found if one.enough]


def pains(rng: np.random.Generator, habit: Habit, rows: int) -> Array:
    """The pain of every hour before rounding, shape (rows, days, 24)."""
    level = serial(rng, rows, habit.days, habit.phi)
    if habit.drift:
        level = level + habit.drift * drift_of(rng, rows, habit.days)
    within = serial(rng, rows, habit.days * 24, 0.8).reshape(rows, habit.days, 24)
    return MEAN + SD * (0.8 * level[:, :, None] + 0.6 * within) + habit.evening * (np.arange(24) >= 18)


def moments(rng: np.random.Generator, habit: Habit, pain: Array) -> tuple[Ints, Ints, Array]:
    """The moments that are recorded of hourly pain, shape (days, 24): days, minutes, values from 0 to 10."""
    hour = np.arange(24)
    morning = (hour >= 6) & (hour < 12)
    weight = 0.8 + 0.8 * (habit.harder > 0) * morning
    odds = weight * (pain - MEAN) / SD - 2.2 - 1.3 * (hour < 6) - habit.harder * morning
    day, at = np.nonzero(rng.random(pain.shape) < 1 / (1 + np.exp(-odds)))
    minute = at * 60 + rng.integers(0, 60, len(at))
    return day.astype(np.int64), minute.astype(np.int64), np.clip(np.round(pain[day, at]), 0, 10)


def false_row(what: str, found: Sequence[WeekPattern] | Sequence[DayPattern], words: str) -> Row:
    """How often a pattern is called where there is none."""
    called = 100 * float(np.mean([one.pattern for one in found]))
    return Row(what=what, setting=words, value=called, diaries=len(found), most=MOST_FALSE)


def held_row(
    what: str, found: Sequence[WeekPattern], days: int, phi: float, held: Callable[[WeekPattern], list[bool]]
) -> Row:
    """How often an interval holds the truth."""
    return Row(
        what=what,
        setting=f"{days} days, phi {phi}, plain",
        value=100 * float(np.mean([held(one) for one in found])),
        diaries=len(found),
        least=LEAST_HELD,
        most=MOST_HELD,
    )


def share_row(what: str, called: Sequence[bool], words: str) -> Row:
    """How often something is seen, printed as it is."""
    return Row(what=what, setting=words, value=100 * float(np.mean(called)), diaries=len(called))

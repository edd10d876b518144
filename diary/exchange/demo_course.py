"""The course of a made-up person's days: how much it hurts, how they sleep, when they write."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

USUAL_PAIN = 4.3
KEPT_OF_YESTERDAY = 0.72
"""How much of a day's pain above the usual is still there on the next day."""

GAP_EVERY_DAYS = 80
"""Once in so many days, a week without entries."""

WEEK = 7

LATE_FOR_CERTAIN = {15: 1, 18: 2, 21: 6}
"""Days (counted from 0) that are written so many days later, so that the usual sample has every class."""


@dataclass(frozen=True, slots=True)
class Lived:
    """One day as it was: pain least, average and worst (0 to 10), the night before it, when it is written."""

    day: date
    number: int
    least: int
    average: int
    worst: int
    slept_min: int
    sleep_quality: int
    wakings: int
    wakings_pain: int
    strain: float
    written_after_days: int | None

    @property
    def nothing_hurts(self) -> bool:
        """Whether it was a day without pain."""
        return self.worst == 0


def course(rng: Random, first: date, days: int) -> Iterator[Lived]:
    """The days from `first` on: pain leans on the day before, flares for some days, rests on some."""
    above = 0.0
    flare_left = 0
    gap = _gaps(rng, days)
    for number in range(days):
        flare_left = max(flare_left - 1, 0) or (rng.randint(2, 5) if rng.random() < 0.03 else 0)
        above = KEPT_OF_YESTERDAY * above + rng.gauss(0.0, 0.85) + (0.6 if flare_left else 0.0)
        season = 0.6 * math.sin(2 * math.pi * number / 400)
        level = min(max(USUAL_PAIN + season + above, 0.6), 9.4)
        free = number % 43 == 29 or (level < 1.8 and rng.random() < 0.3)
        yield _day(rng, first + timedelta(number), number, 0.0 if free else level, gap)


def _gaps(rng: Random, days: int) -> set[int]:
    starts = (rng.randint(25, 45) + start for start in range(0, days, GAP_EVERY_DAYS))
    return {start + at for start in starts for at in range(WEEK)}


def _day(rng: Random, day: date, number: int, level: float, gap: set[int]) -> Lived:
    average = round(level)
    spread = rng.choice((1, 1, 2, 2, 3))
    worst = min(average + spread, 10) if level else 0
    least = max(average - rng.choice((1, 2, 2, 3)), 0)
    slept = round((430 - 14 * level + rng.gauss(0, 38)) / 5) * 5
    wakings = max(round(level / 3 + rng.gauss(0.4, 0.8)), 0)
    return Lived(
        day=day,
        number=number,
        least=least,
        average=average,
        worst=worst,
        slept_min=min(max(slept, 150), 600),
        sleep_quality=scaled(rng, slept / 60 - level / 4, 1.0),
        wakings=wakings,
        wakings_pain=min(wakings, max(round(rng.gauss(level / 5, 0.6)), 0)),
        strain=level + rng.gauss(0.0, 1.0) + (1.0 if day.weekday() < 5 else -0.5),
        written_after_days=_written_after(rng, number, gap),
    )


def _written_after(rng: Random, number: int, gap: set[int]) -> int | None:
    if number in LATE_FOR_CERTAIN:
        return LATE_FOR_CERTAIN[number]
    drawn = rng.random()
    if number in gap or drawn < 0.05:
        return None
    if drawn < 0.83:
        return 0
    if drawn < 0.94:
        return 1
    return rng.randint(2, 3) if drawn < 0.98 else rng.randint(5, 9)


def scaled(rng: Random, middle: float, spread: float) -> int:
    """A whole number from 0 to 10 around `middle`."""
    return min(max(round(rng.gauss(middle, spread)), 0), 10)

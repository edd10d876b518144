"""Weekdays and parts of the day: pain, and on which weekdays entries are there; always one fixed period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.insight.statistics.hours import DayPattern
    from diary.insight.statistics.weekdays import WeekPattern


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayEntries:
    """One weekday (0 is Monday): `n` of its `days` calendar days have the day's pain."""

    weekday: int
    n: int
    days: int

    @property
    def share(self) -> float:
        """0 to 1; 0 where the period has no such day."""
        return self.n / self.days if self.days else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekdays:
    """One measure by weekday from `since` to `until` (ordinals): n of N, the pattern, and the entries.

    `entries` count days with a counted value by weekday; `entries_differ` is whether those shares differ more
    than chance allows (None with fewer than 42 days or nothing absent): then a weekday's mean says less.
    """

    measure: str
    since: int
    until: int
    n: int
    days: int
    n_memory: int
    pattern: WeekPattern
    entries: tuple[WeekdayEntries, ...]
    entries_differ: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """The moments of one measure by part of the day; `n_memory` moments written late are out.

    `n_without_time`: further moments that say no time of day.
    """

    measure: str
    since: int
    until: int
    days: int
    n_memory: int
    n_without_time: int
    pattern: DayPattern

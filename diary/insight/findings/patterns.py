"""Weekdays and parts of the day: pain, and on which weekdays entries are there; always one fixed period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.insight.series import MEMORY, DailySeries

if TYPE_CHECKING:
    from diary.insight.statistics.hours import DayPattern
    from diary.insight.statistics.weekdays import WeekPattern

CLOCK_ENDS = len("2026-11-22T18:42")
"""The length of a moment's text up to its minutes."""


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


def weekdays(series: DailySeries, since: int, until: int, tick: Callable[[], None] | None = None) -> Weekdays:
    """One measure by weekday on the days `since` to `until` (ordinals), memory notes left out."""
    from diary.insight.statistics.day_array import dense
    from diary.insight.statistics.weekdays import week_pattern

    inside = series.between(since, until)
    rows = [row for row in inside.counted() if row.value is not None]
    start = min(max(inside.from_day, since), until + 1)
    values = dense(((row.day, row.value or 0.0) for row in rows), start, until)
    return Weekdays(
        measure=series.measure,
        since=start,
        until=until,
        n=len(rows),
        days=len(values),
        n_memory=sum(row.lateness == MEMORY for row in inside.values),
        pattern=week_pattern(values, start, tick=tick),
        entries=_entries({row.day for row in rows}, start, until),
        entries_differ=_entries_differ({row.day for row in rows}, start, until, tick),
    )


def _entries(there: set[int], since: int, until: int) -> tuple[WeekdayEntries, ...]:
    days = Counter((day - 1) % 7 for day in range(since, until + 1))
    with_value = Counter((day - 1) % 7 for day in there)
    return tuple(WeekdayEntries(weekday=one, n=with_value[one], days=days[one]) for one in range(7))


def _entries_differ(there: set[int], since: int, until: int, tick: Callable[[], None] | None) -> bool | None:
    """Whether entries are rarer on some weekdays: the weekday test on 1 for a value and 0 for none."""
    from diary.insight.statistics.day_array import dense
    from diary.insight.statistics.weekdays import week_pattern

    days = range(since, until + 1)
    if not 0 < len(there) < len(days):
        return None
    answered = week_pattern(
        dense(((day, float(day in there)) for day in days), since, until), since, tick=tick
    )
    return answered.pattern if answered.enough else None


def hours(
    candidates: Sequence[DailySeries], since: int, until: int, tick: Callable[[], None] | None = None
) -> Hours | None:
    """The moments by part of the day, of the candidate with most of them; None where none has any.

    The measure is chosen by how many moments it has, never by what they say. Moments of helpers are left out
    on days on which the person noted some, as for the day's number.
    """
    import numpy as np

    from diary.insight.statistics.hours import day_pattern

    cut = [one.between(since, until) for one in candidates]
    chosen = max(cut, key=lambda one: len(one.moments), default=None)
    if chosen is None or not chosen.moments:
        return None
    told = [row for row in chosen.moments if row.value is not None]
    own = {row.day for row in told if not row.author}
    in_time = [row for row in told if row.lateness != MEMORY and (not row.author or row.day not in own)]
    timed = [(row, minute) for row in in_time if (minute := minute_of(row.at)) is not None]
    pattern = day_pattern(
        np.array([row.day for row, _ in timed], dtype=np.int64),
        np.array([minute for _, minute in timed], dtype=np.int64),
        np.array([row.value for row, _ in timed], dtype=np.float64),
        tick=tick,
    )
    start = max(since, chosen.from_day)
    return Hours(
        measure=chosen.measure,
        since=start,
        until=until,
        days=max(0, until - start + 1),
        n_memory=sum(row.lateness == MEMORY for row in told),
        n_without_time=len(in_time) - len(timed),
        pattern=pattern,
    )


def minute_of(at: str | None) -> int | None:
    """The minute of the day, 0 to 1439, on the clock on the wall; `at` is RFC 9557 text."""
    if at is None or len(at) < CLOCK_ENDS or at[10] != "T":
        return None
    return int(at[11:13]) * 60 + int(at[14:16])

"""The time axis that all panels share: which days are labelled, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from diary.insight.weeks import monday_of
from diary.wording import say

_DAY_STEPS = (1, 2, 3, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAxis:
    """Days (ordinals, at the day's beginning) with a line, small ticks, and labels at a day."""

    lines: tuple[float, ...]
    ticks: tuple[float, ...]
    labels: tuple[tuple[float, str], ...]


def time_axis(since: int, until: int, width: float, letter: float) -> TimeAxis:
    """The axis of these days on `width` px, when a letter takes about `letter` px."""
    days = until - since + 1
    room = width / (letter * 9)
    if days <= 31:
        return _days(since, until, room * 2)
    if days <= 124:
        return _months(since, until, width / days, letter)
    months = days / 30.44
    if months / room <= _MONTH_STEPS[-1] and days <= 366 * 3:
        return _month_steps(since, until, next(step for step in _MONTH_STEPS if months / step <= room))
    years = days / 365.25
    step = next((step for step in _YEAR_STEPS if years / step <= room), _YEAR_STEPS[-1])
    return _years(since, until, step)


def day_label(day: int) -> str:
    """A day without its year: "28 Sept"."""
    found = date.fromordinal(day)
    return say("chart.day", day=found.day, month=say(f"month.short.{found.month}"))


def _days(since: int, until: int, room: float) -> TimeAxis:
    days = until - since + 1
    step = next((step for step in _DAY_STEPS if days / step <= room), _DAY_STEPS[-1])
    start = monday_of(since) if step >= 7 else since
    labelled = [day for day in range(start, until + 1, step) if day >= since]
    return TimeAxis(
        lines=tuple(day - 0.5 for day in range(since, until + 1) if monday_of(day) == day),
        ticks=tuple(float(day) for day in range(since, until + 1)),
        labels=tuple((float(day), day_label(day)) for day in labelled),
    )


def _months(since: int, until: int, per_day: float, letter: float) -> TimeAxis:
    """Full month names where they fit; the first stands at the edge, however short its month is."""
    firsts = _firsts(since, until)
    starts = [since, *(first for first in firsts if first > since)]
    labels = []
    for start, end in pairwise([*starts, until + 1]):
        found = date.fromordinal(start)
        room = (end - start) * per_day
        long, short = say(f"month.long.{found.month}"), say(f"month.short.{found.month}")
        if room > len(long) * letter * 0.62 + letter:
            labels.append((start - 0.5, long))
        elif room > len(short) * letter * 0.62 + letter * 0.5:
            labels.append((start - 0.5, short))
    mondays = range(monday_of(since + 6), until + 1, 7)
    return TimeAxis(
        lines=tuple(first - 0.5 for first in firsts),
        ticks=tuple(monday - 0.5 for monday in mondays),
        labels=tuple(labels),
    )


def _month_steps(since: int, until: int, step: int) -> TimeAxis:
    firsts = [date.fromordinal(first) for first in _firsts(since, until)]
    shown = [first for first in firsts if (first.month - 1) % step == 0]
    return TimeAxis(
        lines=tuple(first.toordinal() - 0.5 for first in shown),
        ticks=tuple(first.toordinal() - 0.5 for first in firsts),
        labels=tuple(
            (
                first.toordinal() - 0.5,
                str(first.year) if first.month == 1 else say(f"month.short.{first.month}"),
            )
            for first in shown
        ),
    )


def _years(since: int, until: int, step: int) -> TimeAxis:
    first, last = date.fromordinal(since).year, date.fromordinal(until).year
    news = [date(year, 1, 1).toordinal() for year in range(first, last + 1)]
    inside = [day for day in news if since <= day <= until]
    shown = [day for day in inside if date.fromordinal(day).year % step == 0]
    return TimeAxis(
        lines=tuple(day - 0.5 for day in shown),
        ticks=tuple(day - 0.5 for day in inside),
        labels=tuple((day - 0.5, str(date.fromordinal(day).year)) for day in shown),
    )


def _firsts(since: int, until: int) -> list[int]:
    """The first days of months inside the period."""
    found = []
    day = date.fromordinal(since).replace(day=1)
    while day.toordinal() <= until:
        if day.toordinal() >= since:
            found.append(day.toordinal())
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return found

"""Periods on Trends: the four ranges, and how zooming and panning change them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from diary.wording import say

RANGES = {"2w": 14, "3m": 90, "1y": 365, "all": None}
"""Days of each range; None is from the diary's first day."""

DEFAULT = "3m"
LEAST_DAYS = 7

LONG_AGO = 90
"""A diary whose last entry is older opens on its own last months, not on empty ones."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days `since` to `until`, both included (ordinals)."""

    since: int
    until: int

    @property
    def days(self) -> int:
        """How many days."""
        return self.until - self.since + 1


def span_of(key: str, today: int, first: int | None, last: int | None = None) -> Span:
    """The days of a range that ends today; *all* is never shorter than two weeks.

    *All* ends with the `last` entry where that is longer ago than three months.
    """
    days = RANGES[key]
    if days is not None:
        return Span(today - days + 1, today)
    until = last if last is not None and last < today - LONG_AGO else today
    since = first if first is not None else until
    return Span(min(since, until - 13), until)


def zoomed(span: Span, factor: float, day: int, today: int, first: int | None) -> Span:
    """The span made `factor` times as long around `day`, which keeps its place."""
    most = max(span_of("all", today, first).days, RANGES["3m"] or 0)
    wanted = round(span.days * factor)
    if factor < 1:
        wanted = min(wanted, span.days - 1)
    elif factor > 1:
        wanted = max(wanted, span.days + 1)
    days = min(max(wanted, LEAST_DAYS), most)
    share = (day - span.since) / max(span.days - 1, 1)
    since = round(day - share * (days - 1))
    return inside(Span(since, since + days - 1), today, first)


def panned(span: Span, days: int, today: int, first: int | None) -> Span:
    """The span moved by `days`, kept within the diary's days."""
    return inside(Span(span.since + days, span.until + days), today, first)


def inside(span: Span, today: int, first: int | None) -> Span:
    """The span moved so that it ends at the latest today and begins at the earliest on the first day."""
    earliest = min(first if first is not None else today, today - span.days + 1)
    since = min(max(span.since, earliest), today - span.days + 1)
    return Span(since, since + span.days - 1)


def period_words(since: int, until: int) -> str:
    """The days shown, "25 Aug to 22 Nov 2026"."""
    low, high = date.fromordinal(since), date.fromordinal(until)
    days = [say("chart.day", day=day.day, month=say(f"month.short.{day.month}")) for day in (low, high)]
    if low.year == high.year:
        return say("trends.period", since=days[0], until=say("trends.day_year", day=days[1], year=high.year))
    return say("trends.period_year", since=days[0], a=low.year, until=days[1], b=high.year)


def widest_period_words() -> tuple[str, ...]:
    """Periods as long in words as any can be, one for each month."""
    days = (date(2000, month, 28).toordinal() for month in range(1, 13))
    return tuple(period_words(day, day + 3653) for day in days)

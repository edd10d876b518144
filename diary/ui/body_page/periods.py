"""The two periods of the Body page: how long the later one is, and which earlier one stands beside it."""

from __future__ import annotations

from datetime import date
from math import ceil

from diary.ui.trends.spans import LONG_AGO, Span, period_words
from diary.wording import say

LENGTHS = {"4w": 28, "3m": 90, "1y": 365, "all": None}
"""Days of each period that can be chosen; None is from the diary's first day."""

COMPARED = ("previous", "four_weeks", "last_year", "halves", "custom")
"""What the period is compared with; "halves" splits it, "custom" is what the handles were moved to."""

FOUR_WEEKS = 28
A_YEAR = 364
"""Whole weeks, so that the same weekdays stand beside each other."""

WEEK = 7

LEAST_DAYS = 7


def now_of(key: str, today: int, first: int | None, last: int | None) -> Span:
    """The later period: it ends today, or with the last entry where that is long ago."""
    until = last if last is not None and last < today - LONG_AGO else today
    days = LENGTHS[key]
    since = until - days + 1 if days is not None else first if first is not None else until
    return Span(min(since, until - LEAST_DAYS + 1), until)


def halves_of(whole: Span) -> tuple[Span, Span]:
    """The first and the second half of a period, each a week or more."""
    since = min(whole.since, whole.until - 2 * LEAST_DAYS + 1)
    middle = (since + whole.until + 1) // 2
    return Span(since, middle - 1), Span(middle, whole.until)


def before_of(compared: str, now: Span) -> Span:
    """The earlier period for a later one, by one of `COMPARED` but "halves" and "custom"; none overlaps."""
    if compared == "last_year":
        back = max(A_YEAR, WEEK * ceil(now.days / WEEK))
        return Span(now.since - back, now.until - back)
    days = FOUR_WEEKS if compared == "four_weeks" else now.days
    return Span(now.since - days, now.since - 1)


def axis_of(now: Span, before: Span, today: int, first: int | None) -> Span:
    """The days on the slider: both periods, with as much room before them as the earlier one has."""
    since = before.since - max(LEAST_DAYS, before.days)
    earliest = first if first is not None else before.since
    return Span(min(before.since, max(since, earliest)), max(today, now.until))


def long_span_words(span: Span) -> str:
    """A period with whole words, "26 October to 22 November 2026"."""
    return say("bodymap.span", since=_long(span.since), until=_long(span.until))


def _long(day: int) -> str:
    found = date.fromordinal(day)
    return say("bodymap.long_day", day=found.day, month=say(f"month.long.{found.month}"), year=found.year)


def long_day_words(day: int) -> str:
    """A day with whole words, "26 October 2026"."""
    return _long(day)


def title_words(before: Span, now: Span) -> tuple[str, str]:
    """Both periods in short, "26 Oct to 22 Nov", with years where not all is in one."""
    if date.fromordinal(before.since).year != date.fromordinal(now.until).year:
        return period_words(before.since, before.until), period_words(now.since, now.until)
    first, second = (
        say("trends.period", since=short_day_words(one.since), until=short_day_words(one.until))
        for one in (before, now)
    )
    return first, second


def end_words(span: Span, year: int) -> tuple[str, str]:
    """The ends of a period in short, "26 Oct"; where one is in another year than `year`, both with theirs."""
    ends = (span.since, span.until)
    if all(date.fromordinal(day).year == year for day in ends):
        since, until = (short_day_words(day) for day in ends)
    else:
        since, until = (
            say("trends.day_year", day=short_day_words(day), year=date.fromordinal(day).year) for day in ends
        )
    return since, until


def short_day_words(day: int) -> str:
    """A day in short, "26 Oct"."""
    found = date.fromordinal(day)
    return say("chart.day", day=found.day, month=say(f"month.short.{found.month}"))

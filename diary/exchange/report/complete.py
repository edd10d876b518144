"""How complete a report's days are, one sentence a line; only classes that exist are named."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.data import Line, Lines
from diary.exchange.report.pain import pain_numbers
from diary.exchange.report.words import day_words, period_words
from diary.insight.completeness import GAP_DAYS
from diary.insight.weeks import too_few
from diary.storage.reading import SELF
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.completeness import Completeness
    from diary.insight.period import PeriodNumbers
    from diary.models.views import PeriodRows

WEEKS_DAYS = 14
"""In a shorter period nothing is said of weeks: its ends cut them."""

YEAR_DAYS = 300
"""In a longer period a gap says its year."""

CLASSES = ("next_day", "later", "from_imports")


def complete_section(rows: ReportRows, asked: Asked) -> Lines:
    """The sentences about entries, nights, gaps, changes, weeks, helpers and sources; the core has rank 0."""
    numbers = pain_numbers(rows.period)
    lines = tuple(Line(words=words, rank=rank) for rank, words in _told(numbers, rows, asked) if words)
    return Lines(
        title=say("report.complete"),
        lines=lines if numbers.completeness.any_entry else (),
        none=say("report.no_entries"),
    )


def _told(numbers: PeriodNumbers, rows: ReportRows, asked: Asked) -> Iterator[tuple[int, str]]:
    """Each sentence with its rank, in the order of reading."""
    found = numbers.completeness
    average = numbers.numbers("pain_average")
    few = too_few(average.weeks) if average is not None and found.days >= WEEKS_DAYS else 0
    yield 0, _entries(found)
    yield 0, say_n("course.memory", found.memory) if found.memory else ""
    yield 8, _others(found)
    if found.from_day > numbers.since:
        yield 0, say("course.from_first", day=day_words(date.fromordinal(found.from_day)))
    yield from _without_day(found)
    yield 4, say("course.nights", n=found.nights, days=found.days) if found.nights else ""
    yield 8, say_n("report.moments", found.moments) if found.moments else ""
    yield 4, _gap(found, asked)
    yield 5, say_n("course.changed", found.changed) if found.changed else ""
    yield 6, say_n("course.few_weeks", few) if few else ""
    yield from _helped(rows.period)
    yield 5, _imported(rows.period)
    yield 1, say("course.differ") if found.without else ""


def _entries(found: Completeness) -> str:
    if not found.with_day:
        return say("report.no_day_entries")
    said = {"there": found.with_day, "same": found.same_day}
    return say_n("course.entries_same" if found.same_day else "course.entries", found.days, **said)


def _others(found: Completeness) -> str:
    """The classes between the same day and more than three days later."""
    counts = dict(zip(CLASSES, (found.next_day, found.later, found.imported), strict=True))
    classes = ", ".join([say_n(f"course.{name}", n) for name, n in counts.items() if n])
    return say("course.others", classes=classes) if classes else ""


def _without_day(found: Completeness) -> Iterator[tuple[int, str]]:
    """The days without a day entry, where some of them say something else: all add up to the period's."""
    if found.only_nights or found.only_moments:
        told = {"only_nights": found.only_nights, "only_moments": found.only_moments}
        for name, n in (told | {"without": found.without}).items():
            yield 9, say_n(f"course.{name}", n) if n else ""


def _gap(found: Completeness, asked: Asked) -> str:
    gap = found.longest_gap
    if gap is None or gap.days <= GAP_DAYS:
        return ""
    first, last = date.fromordinal(gap.first), date.fromordinal(gap.last)
    return say_n("report.gap", gap.days, period=period_words(first, last, year=asked.days > YEAR_DAYS))


def _helped(rows: PeriodRows) -> Iterator[tuple[int, str]]:
    """How many entries somebody else than the person wrote, and whose number then counts."""
    counts = Counter(row.author for row in rows.entries if row.author != SELF)
    for uid, n in counts.most_common():
        yield 3, say_n("course.written_by", n, name=rows.writers.get(uid, uid))
    if counts:
        yield 7, say("course.own_first")


def _imported(rows: PeriodRows) -> str:
    """Which other sources values come from, and on how many days."""
    pairs = {(row.source, row.day) for row in rows.values if row.source}
    pairs |= {(row.source, row.day) for row in rows.entries if row.source}
    counts = Counter(source for source, _ in pairs)
    if not counts:
        return ""
    told = [say_n("report.imported_one", n, source=source) for source, n in counts.most_common()]
    return say("course.imported", sources=", ".join(told))

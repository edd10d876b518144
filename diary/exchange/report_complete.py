"""How complete a report's period is, in sentences; only classes that exist are named."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.words import day_words, percent, period_words, sentences
from diary.insight.completeness import GAP_DAYS
from diary.insight.weeks import too_few
from diary.storage.reading import SELF
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.insight.completeness import Completeness
    from diary.insight.period import PeriodNumbers
    from diary.models.views import PeriodRows

WEEKS_DAYS = 14
"""In a shorter period nothing is said of weeks: its ends cut them."""

CLASSES = ("same_day", "next_day", "later", "memory", "from_imports")


def complete_words(numbers: PeriodNumbers) -> str:
    """The sentences about entries, nights, gaps, changes and weeks that are not averaged."""
    found = numbers.completeness
    if not found.any_entry:
        return say("report.no_entries")
    average = numbers.numbers("pain_average")
    few = too_few(average.weeks) if average is not None and found.days >= WEEKS_DAYS else 0
    return sentences(
        _entries(found),
        *_without_day(found),
        say_n("report.nights", found.nights, percent=percent(found.nights, found.days))
        if found.nights
        else "",
        say_n("report.moments", found.moments) if found.moments else "",
        _gap(found),
        say_n("report.changed", found.changed) if found.changed else "",
        say_n("report.memory_out", found.memory) if found.memory else "",
        say_n("report.few_weeks", few) if few else "",
        say("report.from_first", day=day_words(date.fromordinal(found.from_day)))
        if found.from_day > numbers.since
        else "",
        say("report.differ") if found.without else "",
    )


def _entries(found: Completeness) -> str:
    if not found.with_day:
        return say("report.no_day_entries")
    counts = dict(
        zip(CLASSES, (found.same_day, found.next_day, found.later, found.memory, found.imported), strict=True)
    )
    classes = ", ".join([say_n(f"report.{name}", n) for name, n in counts.items() if n])
    return say_n(
        "report.entries",
        found.days,
        there=found.with_day,
        percent=percent(found.with_day, found.days),
        classes=classes,
    )


def _without_day(found: Completeness) -> list[str]:
    """The days without a day entry: with those that have one they add up to the period's."""
    told = {
        "only_nights": found.only_nights,
        "only_moments": found.only_moments,
        "without": found.without,
    }
    return [say_n(f"report.{name}", n) for name, n in told.items() if n]


def _gap(found: Completeness) -> str:
    gap = found.longest_gap
    if gap is None or gap.days <= GAP_DAYS:
        return ""
    first, last = date.fromordinal(gap.first), date.fromordinal(gap.last)
    year = found.days > 300
    return say_n("report.gap", gap.days, period=period_words(first, last, year=year))


def helped_words(rows: PeriodRows) -> str:
    """How many entries somebody else than the person wrote, and whose number then counts; "" where none."""
    counts = Counter(row.author for row in rows.entries if row.author != SELF)
    if not counts:
        return ""
    told = [say_n("report.written_by", n, name=rows.writers.get(uid, uid)) for uid, n in counts.most_common()]
    return sentences(*told, say("report.own_first"))


def imported_words(rows: PeriodRows) -> str:
    """Which other sources values come from, and on how many days; "" where all was typed."""
    pairs = {(row.source, row.day) for row in rows.values if row.source}
    pairs |= {(row.source, row.day) for row in rows.entries if row.source}
    counts = Counter(source for source, _ in pairs)
    if not counts:
        return ""
    told = [say_n("report.imported_one", n, source=source) for source, n in counts.most_common()]
    return say("report.imported", sources=", ".join(told))

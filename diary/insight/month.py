"""A calendar month: what each day's cell shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from diary.insight.worst import DayWorst, worst_days
from diary.models.codes import EntryKind, Lateness
from diary.models.views import PeriodRows


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """One day (ordinal) that has an entry: its worst or None, how many pains now, and where it all came from.

    `memory`: everything about the day was written more than 3 days later; `imported`: its entry, or all of
    it, came from a device or another app; a watch beside an entry of one's own is not worth a mark.
    """

    day: int
    worst: DayWorst | None = None
    moments: int = 0
    memory: bool = False
    imported: bool = False


def day_marks(rows: PeriodRows) -> Mapping[int, DayMark]:
    """The marks of the days that have any entry, by ordinal day."""
    worst = {one.day: one for one in worst_days(rows.values, rows.areas, rows.answers).days}
    moments = Counter(row.day for row in rows.values if row.measure == "pain_now" and row.value is not None)
    days = {row.day for row in rows.entries}
    in_time = {row.day for row in rows.entries if row.lateness != Lateness.MEMORY}
    typed = {row.day for row in rows.entries if not row.source}
    imported = {row.day for row in rows.entries if row.source and row.kind != EntryKind.NIGHT}
    return {
        day: DayMark(
            day=day,
            worst=worst.get(day),
            moments=moments[day],
            memory=worst[day].memory if day in worst else day not in in_time,
            imported=day in imported or day not in typed,
        )
        for day in sorted(days)
    }

"""The flares of some days, narrow: when each began and ended."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select

from diary.models import tables
from diary.models.codes import EntryKind
from diary.models.views import FlareRow
from diary.storage.queries import FIRST, lateness_class, ordinal
from diary.storage.reading import Reader

_ENTRY, _AREA, _READING = tables.entry.c, tables.area.c, tables.reading.c

HURTS = ("pain_now", "pain_peak", "attacks_now")
"""Measures of a moment of which any above 0 makes it a flare, as `insight.flares.is_flare` has it."""


def flares_between(reader: Reader, since: date, until: date) -> list[FlareRow]:
    """The moments with pain or attacks about the days from `since` to `until`, by day and start."""
    marked = select(_AREA.entry).where(_AREA.severity > 0)
    told = select(_READING.entry).where(_READING.measure.in_(HURTS), _READING.value > 0)
    wanted = (
        select(ordinal(_ENTRY.day), _ENTRY.uid, _ENTRY.at, _ENTRY.until, lateness_class())
        .join(FIRST, _ENTRY.first == FIRST.c.id)
        .where(
            _ENTRY.kind == str(EntryKind.MOMENT),
            _ENTRY.at.is_not(None),
            _ENTRY.day.between(str(since), str(until)),
            or_(_ENTRY.id.in_(told), _ENTRY.id.in_(marked)),
        )
        .order_by(_ENTRY.day, _ENTRY.at)
    )
    return [FlareRow(*row) for row in reader.connection.execute(wanted)]

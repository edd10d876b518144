"""The stretches of sleep of some days, narrow, with what their nights say besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from diary.models import tables
from diary.models.codes import SourceKind
from diary.models.views import NightRow, Stretch
from diary.storage.queries import FIRST, lateness_class, ordinal
from diary.storage.reading import Reader

_ENTRY, _PIECE = tables.entry.c, tables.sleep_piece.c
_TYPED = _ENTRY.source_kind == str(SourceKind.TYPED)


def nights_between(reader: Reader, since: date, until: date) -> list[NightRow]:
    """The stretches of the nights that end on the days from `since` to `until`, by day and order.

    Those of a source that counted the minutes of the night itself are left out: nothing is worked out there.
    """
    given = _said("sleep_min")
    days = _ENTRY.day.between(str(since), str(until))
    return _nights(reader, and_(days, or_(_TYPED, given.is_(None))))


def nights_of(reader: Reader, entries: Sequence[int]) -> list[NightRow]:
    """The stretches of these entries, named by row number."""
    return _nights(reader, _ENTRY.id.in_(entries))


def _nights(reader: Reader, where: ColumnElement[bool]) -> list[NightRow]:
    wanted = (
        select(
            tables.sleep_piece,
            ordinal(_ENTRY.day).label("night"),
            _ENTRY.uid.label("of"),
            _ENTRY.source_name,
            lateness_class().label("late"),
            _said("awake_min").label("awake_min"),
            _said("sleep_min").label("given_min"),
        )
        .join(tables.entry, _PIECE.entry == _ENTRY.id)
        .join(FIRST, _PIECE.first == FIRST.c.id)
        .where(where)
        .order_by(_ENTRY.day, _ENTRY.id, _PIECE.position)
    )
    return list(_narrow(reader.connection.execute(wanted).all()))


def first_computed(reader: Reader) -> dict[str, date]:
    """The first night from whose times the minutes asleep, and the efficiency, can be worked out."""
    span = and_(_PIECE.asleep.is_not(None), _PIECE.awake.is_not(None))
    asleep = or_(_PIECE.asleep_min.is_not(None), span)
    in_bed = and_(_PIECE.bed.is_not(None), _PIECE.up.is_not(None))
    given = _said("sleep_min")
    ways = {
        "sleep_min": and_(asleep, given.is_(None)),
        "sleep_efficiency": and_(_TYPED, in_bed, or_(asleep, given.is_not(None))),
    }
    found = {}
    for code, way in ways.items():
        joined = select(func.min(_ENTRY.day)).join(tables.sleep_piece, _PIECE.entry == _ENTRY.id)
        day = reader.connection.execute(joined.where(way, ~_PIECE.nap)).scalar_one_or_none()
        if day is not None:
            found[code] = date.fromisoformat(day)
    return found


def _said(code: str) -> ColumnElement[Any]:
    reading = tables.reading.c
    said = select(reading.value).where(reading.entry == _ENTRY.id, reading.measure == code)
    return said.correlate(tables.entry).scalar_subquery()


def _narrow(found: Iterable[Any]) -> Iterable[NightRow]:
    for row in found:
        try:
            stretch = _stretch(row)
        except ValueError:
            continue  # another program wrote it; `check` tells of it, the other nights stand
        yield NightRow(
            row.night,
            row.of,
            row.source_name,
            row.late,
            row.first != row.last,
            stretch,
            row.awake_min,
            row.given_min,
        )


def _stretch(row: Any) -> Stretch:
    """The stretch in a row, without making moments of its texts: ten years of nights are read at once."""
    texts = (row.bed, row.asleep, row.awake, row.up)
    times = [None if text is None else datetime.fromisoformat(text.partition("[")[0]) for text in texts]
    by_wall = any(one is not None and one.tzinfo is None for one in times)
    bed, asleep, awake, up = (None if one is None else _seconds(one, by_wall=by_wall) for one in times)
    return Stretch(bed, asleep, awake, up, row.asleep_min, bool(row.nap))


def _seconds(at: datetime, *, by_wall: bool) -> int:
    return int((at.replace(tzinfo=UTC) if by_wall else at).timestamp())

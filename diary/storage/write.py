"""Whole records into the file: new entries in bulk, changed ones value by value, deletions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from diary.models import tables
from diary.models.codes import Noun
from diary.models.records import (
    Area,
    Entry,
    Provenance,
    Record,
    SleepPiece,
)
from diary.storage import rows
from diary.storage.plain_rows import Row
from diary.storage.read import AREA_LISTS, SIMPLE

Numbers = Mapping[str, int]

ENTRY_CHILDREN = (tables.answer, tables.reading, tables.area, tables.sleep_piece)


class Stamp:
    """Which changes a written value names.

    Without `numbers` the present change; with them (row numbers by uid) the changes that the values came
    with, so that an undo gives back who wrote what. The record itself then names the present change as its
    last one, unless it is `restored` as it was.
    """

    def __init__(self, change: int, numbers: Numbers | None = None, *, restored: bool = False) -> None:
        self.change = change
        self._numbers = numbers
        self._restored = restored

    def new(self, written: Provenance | None) -> Row:
        """The two change columns of a value that was not there."""
        if self._numbers is None or written is None:
            return {"first": self.change, "last": self.change}
        return {"first": self._numbers[written.first], "last": self._numbers[written.last]}

    def changed(self, written: Provenance | None) -> Row:
        """The change columns of a value that was there and is different now: its first one stays."""
        return {"last": self.change} if self._numbers is None else self.new(written)

    def record(self, written: Provenance | None) -> Row:
        """The two change columns of a whole record that was not there."""
        columns = self.new(written)
        return columns if self._restored else {**columns, "last": self.change}


def next_number(connection: Connection, table: Table) -> int:
    """The row number that a new row of `table` takes; inside a writing transaction it cannot be taken."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()) + 1


def insert_entries(connection: Connection, entries: Sequence[Entry], stamp: Stamp) -> None:
    """Adds new entries with all their lists; a handful of statements however many there are."""
    if not entries:
        return
    first = next_number(connection, tables.entry)
    numbered = list(enumerate(entries, first))
    heads = [{"id": at, **rows.entry_row(one), **stamp.record(one.written)} for at, one in numbered]
    connection.execute(insert(tables.entry), heads)
    _insert(connection, tables.answer, (row for at, one in numbered for row in _answers(at, one)))
    _insert(
        connection,
        tables.reading,
        (
            {"entry": at, **rows.reading_row(reading), **stamp.new(reading.written)}
            for at, one in numbered
            for reading in one.readings
        ),
    )
    placed = [(at, place, area) for at, one in numbered for place, area in enumerate(one.areas)]
    _insert_areas(connection, placed, stamp)
    _insert(
        connection,
        tables.sleep_piece,
        (
            {"entry": at, "position": place, **rows.sleep_row(piece), **stamp.new(piece.written)}
            for at, one in numbered
            for place, piece in enumerate(one.sleep)
        ),
    )


def update_entry(connection: Connection, before: Entry, after: Entry, stamp: Stamp) -> None:
    """Writes what differs between the live entry and `after`, value by value."""
    number = _number(connection, tables.entry, before.uid)
    head = {**rows.entry_row(after), "last": stamp.change}
    connection.execute(update(tables.entry).where(tables.entry.c.id == number), head)
    if dict(before.answered) != dict(after.answered):
        connection.execute(delete(tables.answer).where(tables.answer.c.entry == number))
        _insert(connection, tables.answer, _answers(number, after))
    _update_readings(connection, number, before, after, stamp)
    _update_areas(connection, number, before.areas, after.areas, stamp)
    _update_sleep(connection, number, before.sleep, after.sleep, stamp)


def delete_entries(connection: Connection, uids: Sequence[str]) -> None:
    """Removes entries and their lists; the revisions written beside them keep the whole."""
    for start in range(0, len(uids), 500):
        ours = select(tables.entry.c.id).where(tables.entry.c.uid.in_(uids[start : start + 500]))
        areas = select(tables.area.c.id).where(tables.area.c.entry.in_(ours))
        for table in AREA_LISTS:
            connection.execute(delete(table).where(table.c.area.in_(areas)))
        for table in ENTRY_CHILDREN:
            connection.execute(delete(table).where(table.c.entry.in_(ours)))
        connection.execute(delete(tables.entry).where(tables.entry.c.uid.in_(uids[start : start + 500])))


def insert_simple(connection: Connection, noun: Noun, records: Sequence[Record], stamp: Stamp) -> None:
    """Adds new records of a noun without lists."""
    found = ({**rows.simple_row(one), **stamp.record(one.written)} for one in records)
    _insert(connection, SIMPLE[noun][0], found)


def update_simple(connection: Connection, after: Record, stamp: Stamp) -> None:
    """Replaces the columns of a record without lists."""
    table = SIMPLE[after.noun][0]
    row = {**rows.simple_row(after), "last": stamp.change}
    connection.execute(update(table).where(table.c.uid == after.uid), row)


def delete_simple(connection: Connection, noun: Noun, uid: str) -> None:
    """Removes a record of a noun without lists."""
    table = SIMPLE[noun][0]
    connection.execute(delete(table).where(table.c.uid == uid))


def _answers(number: int, entry: Entry) -> list[Row]:
    return [
        {"entry": number, "list": str(name), "answered": str(said)} for name, said in entry.answered.items()
    ]


def _insert(connection: Connection, table: Table, found: Iterable[Row]) -> None:
    if batch := list(found):
        connection.execute(insert(table), batch)


def _number(connection: Connection, table: Table, uid: str) -> int:
    return int(connection.execute(select(table.c.id).where(table.c.uid == uid)).scalar_one())


def _update_readings(connection: Connection, number: int, before: Entry, after: Entry, stamp: Stamp) -> None:
    table = tables.reading
    old = {one.measure: one for one in before.readings}
    new = {one.measure: one for one in after.readings}
    gone = sorted(old.keys() - new.keys())
    if gone:
        connection.execute(delete(table).where(table.c.entry == number, table.c.measure.in_(gone)))
    added = (new[code] for code in sorted(new.keys() - old.keys()))
    _insert(
        connection,
        table,
        ({"entry": number, **rows.reading_row(one), **stamp.new(one.written)} for one in added),
    )
    changed = [
        {"its_measure": code, **row, **stamp.changed(new[code].written)}
        for code in sorted(old.keys() & new.keys())
        if (row := rows.reading_row(new[code])) != rows.reading_row(old[code])
    ]
    if changed:
        its_own = (table.c.entry == number) & (table.c.measure == bindparam("its_measure"))
        connection.execute(update(table).where(its_own), changed)


def _insert_areas(connection: Connection, placed: Sequence[tuple[int, int, Area]], stamp: Stamp) -> None:
    if not placed:
        return
    first = next_number(connection, tables.area)
    numbered = list(enumerate(placed, first))
    heads = [
        {"id": at, "entry": entry, "position": place, **rows.area_row(area), **stamp.new(area.written)}
        for at, (entry, place, area) in numbered
    ]
    connection.execute(insert(tables.area), heads)
    for table in AREA_LISTS:
        _insert(
            connection, table, (row for at, (_, _, area) in numbered for row in _list_of(table, at, area))
        )


def _list_of(table: Table, number: int, area: Area) -> list[Row]:
    """The rows of one of an area's lists; `number` is the area's own."""
    found: Iterable[Row]
    if table is tables.area_quality:
        found = (
            {
                "code": one.code,
                "own_word": one.own_word,
                "strength": one.strength,
                "what": json.dumps(one.what),
            }
            for one in area.qualities
        )
    elif table is tables.area_region:
        found = ({"region": one.region, "coverage": one.coverage} for one in area.regions)
    else:
        found = (rows.stroke_row(one) for one in area.strokes)
    return [{"area": number, "position": at, **one} for at, one in enumerate(found)]


def _update_areas(
    connection: Connection, entry: int, before: tuple[Area, ...], after: tuple[Area, ...], stamp: Stamp
) -> None:
    lists = {one.uid: _lists(one) for one in before}

    def write(number: int | None, place: int, area: Area | None, columns: Row) -> None:
        if number is None:
            if area is not None:
                _insert_areas(connection, [(entry, place, area)], stamp)
            return
        changed = AREA_LISTS if area is None else _changed_lists(lists[area.uid], _lists(area))
        for table in changed:
            connection.execute(delete(table).where(table.c.area == number))
        if area is None:
            connection.execute(delete(tables.area).where(tables.area.c.id == number))
            return
        row = {**rows.area_row(area), "position": place, **columns}
        connection.execute(update(tables.area).where(tables.area.c.id == number), row)
        for table in changed:
            _insert(connection, table, _list_of(table, number, area))

    _update_placed(connection, tables.area, entry, _placed(before), _placed(after), stamp, write)


def _lists(area: Area) -> tuple[tuple[Any, ...], ...]:
    """An area's lists in the order of `AREA_LISTS`."""
    return (area.qualities, area.regions, area.strokes)


def _changed_lists(
    before: tuple[tuple[Any, ...], ...], after: tuple[tuple[Any, ...], ...]
) -> tuple[Table, ...]:
    lists = zip(AREA_LISTS, before, after, strict=True)
    return tuple(table for table, old, new in lists if old != new)


def _update_sleep(
    connection: Connection,
    entry: int,
    before: tuple[SleepPiece, ...],
    after: tuple[SleepPiece, ...],
    stamp: Stamp,
) -> None:
    table = tables.sleep_piece

    def write(number: int | None, place: int, piece: SleepPiece | None, columns: Row) -> None:
        if piece is None:
            connection.execute(delete(table).where(table.c.id == number))
        elif number is None:
            row = {"entry": entry, "position": place, **rows.sleep_row(piece), **stamp.new(piece.written)}
            connection.execute(insert(table), [row])
        else:
            row = {"position": place, **rows.sleep_row(piece), **columns}
            connection.execute(update(table).where(table.c.id == number), row)

    _update_placed(connection, table, entry, _placed(before), _placed(after), stamp, write)


def _placed(items: Sequence[Any]) -> dict[str, tuple[int, Any]]:
    return {one.uid: (place, one) for place, one in enumerate(items)}


def _update_placed(
    connection: Connection,
    table: Table,
    entry: int,
    before: Mapping[str, tuple[int, Any]],
    after: Mapping[str, tuple[int, Any]],
    stamp: Stamp,
    write: Callable[[int | None, int, Any, Row], None],
) -> None:
    if before == after:
        return
    here = select(table.c.uid, table.c.id).where(table.c.entry == entry)
    numbers: dict[str, int] = {row.uid: row.id for row in connection.execute(here)}
    for uid in before.keys() - after.keys():
        write(numbers[uid], 0, None, {})
    for uid, (place, one) in after.items():
        if uid not in before:
            write(None, place, one, {})
            continue
        old_place, old = before[uid]
        same = same_value(old, one)
        if not same or place != old_place:
            columns = {} if same else stamp.changed(one.written)
            write(numbers[uid], place, one, columns)


def same_value(one: Any, other: Any) -> bool:
    """Whether two values of a list say the same, whoever wrote them and when."""
    return bool(replace(one, written=None) == replace(other, written=None))

"""Whole records out of the file: entries with all their lists, and the simple nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from diary.models import tables
from diary.models.codes import Answered, AnswerList, Noun
from diary.models.records import Area, Entry, Provenance, Record
from diary.storage import rows

SIMPLE: dict[Noun, tuple[Table, Callable[[Any, Provenance], Record]]] = {
    Noun.MEASURE: (tables.measure, rows.measure_of),
    Noun.PERSON: (tables.person, rows.person_of),
    Noun.AUTHOR: (tables.author, rows.author_of),
    Noun.SETTING: (tables.setting, rows.setting_of),
    Noun.GIVEN_REPORT: (tables.given_report, rows.given_report_of),
    Noun.REDRAWING: (tables.redrawing, rows.redrawing_of),
}
"""The nouns without lists: their table and how a row becomes a record."""

AREA_LISTS = (tables.area_quality, tables.area_region, tables.area_stroke)
"""The lists of a place."""

Condition = ColumnElement[bool]


class ChangeNames:
    """The uids of changes by row number, read once and remembered: a change is never renamed."""

    def __init__(self) -> None:
        self._uids: dict[int, str] = {}

    def learn(self, connection: Connection, numbers: Iterable[int]) -> None:
        """Reads the uids of those row numbers that are not known yet."""
        new = sorted({number for number in numbers if number not in self._uids})
        for start in range(0, len(new), 500):
            part = new[start : start + 500]
            found = select(tables.change.c.id, tables.change.c.uid).where(tables.change.c.id.in_(part))
            self._uids.update({row.id: row.uid for row in connection.execute(found)})

    def written(self, row: Any) -> Provenance:
        """The provenance of a row whose changes were learnt."""
        return Provenance(first=self._uids[row.first], last=self._uids[row.last])

    def forget(self) -> None:
        """Forgets all, after a transaction that did not end well."""
        self._uids.clear()


def entries(
    connection: Connection, names: ChangeNames, where: Condition, *order: ColumnElement[Any]
) -> list[Entry]:
    """Whole entries that satisfy `where` (on `tables.entry`), ordered by day and then row number."""
    wanted = select(tables.entry).where(where).order_by(*(order or (tables.entry.c.day, tables.entry.c.id)))
    heads = connection.execute(wanted).all()
    if not heads:
        return []
    readings = _children(connection, tables.reading, where, tables.reading.c.measure)
    areas = _children(connection, tables.area, where, tables.area.c.position)
    sleep = _children(connection, tables.sleep_piece, where, tables.sleep_piece.c.position)
    names.learn(
        connection,
        (number for row in (*heads, *readings, *areas, *sleep) for number in (row.first, row.last)),
    )
    answers = _children(connection, tables.answer, where, tables.answer.c.list)
    of_readings = _group(readings, lambda row: rows.reading_of(row, names.written(row)))
    of_areas = _areas(connection, names, areas, where)
    of_sleep = _group(sleep, lambda row: rows.sleep_of(row, names.written(row)))
    of_answers = _group(answers, lambda row: (AnswerList(row.list), Answered(row.answered)))
    return [
        rows.entry_of(
            head,
            names.written(head),
            {
                "answered": dict(of_answers[head.id]),
                "readings": tuple(of_readings[head.id]),
                "areas": tuple(of_areas[head.id]),
                "sleep": tuple(of_sleep[head.id]),
            },
        )
        for head in heads
    ]


def record(connection: Connection, names: ChangeNames, noun: Noun, uid: str) -> Record | None:
    """The live record of a noun with that uid, or None."""
    if noun is Noun.ENTRY:
        found = entries(connection, names, tables.entry.c.uid == uid)
        return found[0] if found else None
    return next(iter(simple(connection, names, noun, SIMPLE[noun][0].c.uid == uid)), None)


def simple(
    connection: Connection, names: ChangeNames, noun: Noun, where: Condition | None = None
) -> list[Record]:
    """Records of a noun without lists, ordered by uid."""
    table, of = SIMPLE[noun]
    wanted = select(table).order_by(table.c.uid)
    found = connection.execute(wanted if where is None else wanted.where(where)).all()
    names.learn(connection, (number for row in found for number in (row.first, row.last)))
    return [of(row, names.written(row)) for row in found]


def _children(
    connection: Connection, table: Table, where: Condition, order: ColumnElement[Any]
) -> Sequence[Any]:
    wanted: Select[Any] = select(table).join(tables.entry, table.c.entry == tables.entry.c.id)
    return connection.execute(wanted.where(where).order_by(table.c.entry, order)).all()


def _group(found: Sequence[Any], of: Callable[[Any], Any]) -> defaultdict[int, list[Any]]:
    groups: defaultdict[int, list[Any]] = defaultdict(list)
    for row in found:
        groups[row.entry].append(of(row))
    return groups


def _areas(
    connection: Connection, names: ChangeNames, areas: Sequence[Any], where: Condition
) -> defaultdict[int, list[Area]]:
    lists: list[defaultdict[int, list[Any]]] = [defaultdict(list) for _ in AREA_LISTS]
    if areas:
        for table, groups in zip(AREA_LISTS, lists, strict=True):
            wanted: Select[Any] = select(table).join(tables.area, table.c.area == tables.area.c.id)
            wanted = wanted.join(tables.entry, tables.area.c.entry == tables.entry.c.id).where(where)
            for row in connection.execute(wanted.order_by(table.c.area, table.c.position)):
                groups[row.area].append(row)
    return _group(
        areas, lambda row: rows.area_of(row, names.written(row), *(groups[row.id] for groups in lists))
    )

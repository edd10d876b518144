"""Whole records out of the file: entries with all their lists, and the simple nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from diary.errors import UnreadableError
from diary.models import tables
from diary.models.codes import Answered, AnswerList, Noun
from diary.models.records import Entry, Provenance, Record
from diary.storage import rows
from diary.storage.plain_rows import plain_of
from diary.wording import say

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What a row raises that becomes no record, where another program wrote into the file what no diary does."""

SIMPLE: dict[Noun, tuple[Table, Callable[[Any, Provenance], Record]]] = {
    Noun.MEASURE: (tables.measure, rows.measure_of),
    Noun.PERSON: (tables.person, rows.person_of),
    Noun.AUTHOR: (tables.author, rows.author_of),
    Noun.SETTING: (tables.setting, rows.setting_of),
    Noun.GIVEN_REPORT: (tables.given_report, rows.given_report_of),
    Noun.REDRAWING: (tables.redrawing, rows.redrawing_of),
    **{noun: (table, plain_of(noun)) for noun, table in tables.PLAIN_TABLES.items()},
}
"""The nouns without lists: their table and how a row becomes a record."""

AREA_LISTS = (tables.area_quality, tables.area_region, tables.area_stroke)
"""The lists of a place."""

Condition = ColumnElement[bool]
Groups = Mapping[int, Sequence[Any]]


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
    """Whole entries that satisfy `where` (on `tables.entry`), ordered by day and then row number.

    UnreadableError names the day of the first that cannot be read.
    """
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
    lists = _Lists(*(_group(found) for found in (answers, readings, areas, sleep)))
    of_areas = _area_lists(connection, where) if areas else []
    return [_entry(head, names, lists, of_areas) for head in heads]


class _Lists(NamedTuple):
    """The rows of each list of entries, by entry."""

    answers: Groups
    readings: Groups
    areas: Groups
    sleep: Groups


def _entry(head: Any, names: ChangeNames, lists: _Lists, of_areas: Sequence[Groups]) -> Entry:
    """The entry in a row with the rows of its lists; UnreadableError names the day."""
    answers, readings, areas, sleep = (one.get(head.id, ()) for one in lists)
    with _told_of_day(head.day):
        parts = {
            "answered": {AnswerList(row.list): Answered(row.answered) for row in answers},
            "readings": tuple(rows.reading_of(row, names.written(row)) for row in readings),
            "areas": tuple(
                rows.area_of(row, names.written(row), *(groups.get(row.id, ()) for groups in of_areas))
                for row in areas
            ),
            "sleep": tuple(rows.sleep_of(row, names.written(row)) for row in sleep),
        }
        return rows.entry_of(head, names.written(head), parts)


@contextmanager
def _told_of_day(text: str) -> Iterator[None]:
    """Turns rows that are no entry into words about the day in `text`."""
    try:
        yield
    except UNREADABLE as error:
        drawing = isinstance(error, rows.StrokeError)
        key = "error.unreadable_drawing" if drawing else "error.unreadable_entry"
        raise _unreadable(error, say(key, day=_day_words(text))) from error


def _unreadable(error: Exception, what: str) -> UnreadableError:
    return UnreadableError(str(error), what, say("error.unreadable_safe"), say("error.unreadable_do"))


def _day_words(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {day:%B %Y}"


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
    try:
        return [of(row, names.written(row)) for row in found]
    except UNREADABLE as error:
        raise _unreadable(error, say("error.unsound")) from error


def _children(
    connection: Connection, table: Table, where: Condition, order: ColumnElement[Any]
) -> Sequence[Any]:
    wanted: Select[Any] = select(table).join(tables.entry, table.c.entry == tables.entry.c.id)
    return connection.execute(wanted.where(where).order_by(table.c.entry, order)).all()


def _group(found: Iterable[Any]) -> Groups:
    """Rows by their entry."""
    groups: defaultdict[int, list[Any]] = defaultdict(list)
    for row in found:
        groups[row.entry].append(row)
    return groups


def _area_lists(connection: Connection, where: Condition) -> list[Groups]:
    """The rows of each list of `AREA_LISTS`, by place."""
    lists: list[Groups] = []
    for table in AREA_LISTS:
        groups: defaultdict[int, list[Any]] = defaultdict(list)
        wanted: Select[Any] = select(table).join(tables.area, table.c.area == tables.area.c.id)
        wanted = wanted.join(tables.entry, tables.area.c.entry == tables.entry.c.id).where(where)
        for row in connection.execute(wanted.order_by(table.c.area, table.c.position)):
            groups[row.area].append(row)
        lists.append(groups)
    return lists

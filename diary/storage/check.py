"""Whether the file is sound, and whether what it holds can be read and fits the rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from typing import Any, TypeVar

from sqlalchemy import Select, select

from diary.errors import UnreadableError
from diary.models import rules, tables
from diary.models.codes import Noun
from diary.models.measures import BUILT_IN
from diary.models.mentions import ever_there, never_there
from diary.models.moments import Moment, day_of
from diary.models.plain import from_plain, to_plain
from diary.models.records import Author, Change, Entry, Measure, Record, Setting
from diary.storage import clock, read, rows
from diary.storage.acts import RECORD_OF
from diary.storage.reading import DAY_END_SETTING, SELF, Reader, day_end
from diary.wording import say

T = TypeVar("T")

UNREADABLE = (*read.UNREADABLE, UnreadableError)
"""What reading a record raises where another program wrote into the file what no diary does."""


def check(reader: Reader, today: date | None = None) -> list[str]:
    """What is not sound, in words; empty where all is. `today` is the diary day of now unless given."""
    found = _file(reader)
    if found:
        return found
    if today is None:
        today = day_of(clock.now().local, day_end(reader))
    records = {noun: _records(reader, noun, found) for noun in Noun}
    changes = _changes(reader, found)
    authors = {SELF, *(one.uid for one in records[Noun.AUTHOR] if isinstance(one, Author))}
    known = {one.code: one for one in (*BUILT_IN, *records[Noun.MEASURE]) if isinstance(one, Measure)}
    found += _authors(changes, authors)
    for record in (one for of_noun in records.values() for one in of_noun):
        found += _fitting(record, known, today, authors)
    found += _mentions(reader, [one for of_noun in records.values() for one in of_noun])
    return [*found, *_revisions(reader), *_drafts(reader)]


def _mentions(reader: Reader, live: list[Record]) -> Iterator[str]:
    """What names a record that never was; one that cannot be read is there all the same."""
    columns = tables.revision.c
    earlier = reader.connection.execute(select(columns.noun, columns.uid).distinct()).all()
    kept = [(noun, uid) for noun in Noun for uid in _uids(reader, noun)]
    known = [(Noun(row.noun), row.uid) for row in earlier if row.noun in set(Noun)]
    ever = ever_there(live, [*kept, *known])
    for record in live:
        for one in never_there(record, ever):
            yield say("sound.unknown", noun=record.noun, uid=record.uid, other=one.noun, named=one.uid)


def _uids(reader: Reader, noun: Noun) -> list[str]:
    table = tables.entry if noun is Noun.ENTRY else read.SIMPLE[noun][0]
    return list(reader.connection.execute(select(table.c.uid).order_by(table.c.id)).scalars())


def _file(reader: Reader) -> list[str]:
    told = reader.connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    broken = [say("sound.file", what=line) for line in told if line != "ok"]
    loose = reader.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return broken + [say("sound.loose", table=row[0], row=row[1]) for row in loose]


def _records(reader: Reader, noun: Noun, found: list[str]) -> list[Record]:
    """The live records of a noun; what cannot be read is looked for one by one, and told in `found`."""
    try:
        return _whole(reader, noun)
    except UNREADABLE:
        uids = _uids(reader, noun)
    readable = []
    for uid in uids:
        try:
            one = read.record(reader.connection, reader.names, noun, uid)
        except UNREADABLE as error:
            found.append(_told(noun, uid, error))
        else:
            readable += [] if one is None else [one]
    return readable


def _whole(reader: Reader, noun: Noun) -> list[Record]:
    if noun is Noun.ENTRY:
        return list(read.entries(reader.connection, reader.names, tables.entry.c.id.is_not(None)))
    return read.simple(reader.connection, reader.names, noun)


def _fitting(record: Record, known: dict[str, Measure], today: date, authors: set[str]) -> Iterator[str]:
    """What of a record that was read does not fit: kinds of values first, since rules compare them."""
    try:
        from_plain(type(record), to_plain(record), "")
        if isinstance(record, Setting):
            value = json.loads(record.value)
            if record.uid == DAY_END_SETTING:
                time.fromisoformat(value)
    except UNREADABLE as error:
        yield _told(record.noun, record.uid, error)
        return
    if not isinstance(record, Entry):
        told = (say(one.key, **one.values) for one in rules.check(record, known, today))
        yield from (_told(record.noun, record.uid, what) for what in told)
    if isinstance(record, Entry):
        for problem in rules.check(record, known, today):
            what = say(problem.key, **problem.values)
            yield say("sound.entry", day=record.day, uid=record.uid, what=what)
        if record.author not in authors:
            what = say("sound.author", author=record.author)
            yield say("sound.entry", day=record.day, uid=record.uid, what=what)


def _told(noun: Noun, uid: str, what: object) -> str:
    why = what.why if isinstance(what, UnreadableError) else str(what)
    return say("sound.record", noun=noun, uid=uid, what=why.removeprefix("."))


def _changes(reader: Reader, found: list[str]) -> list[Change]:
    wanted = select(tables.change).order_by(tables.change.c.id)
    return _each(reader, wanted, rows.change_of, "sound.change", found)


def _authors(changes: Iterable[Change], authors: set[str]) -> list[str]:
    return [
        say("sound.change", uid=one.uid, what=say("sound.author", author=one.author))
        for one in changes
        if one.author not in authors
    ]


def _revisions(reader: Reader) -> list[str]:
    found: list[str] = []
    columns = tables.revision.c
    wanted = select(columns.noun, columns.uid, columns.before)

    def before(row: Any) -> Record:
        return from_plain(RECORD_OF[Noun(row.noun)], json.loads(row.before), "")

    _each(reader, wanted, before, "sound.revision", found)
    return found


def _drafts(reader: Reader) -> list[str]:
    found: list[str] = []
    columns = tables.draft.c
    wanted = select(columns.key.label("uid"), columns.kept)
    _each(reader, wanted, lambda row: Moment.parse(row.kept), "sound.draft", found)
    return found


def _each(reader: Reader, wanted: Select[Any], of: Callable[[Any], T], key: str, found: list[str]) -> list[T]:
    """What `of` makes of each row; the rows of which it makes nothing are told in `found`."""
    made = []
    for row in reader.connection.execute(wanted).all():
        try:
            made.append(of(row))
        except UNREADABLE as error:
            found.append(say(key, uid=row.uid, what=str(error).removeprefix(".")))
    return made

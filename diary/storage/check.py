"""Whether the file is sound, and whether what it holds fits the rules."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import select

from diary.models import rules, tables
from diary.models.codes import Noun
from diary.models.plain import NotPlainError, from_plain
from diary.storage import read
from diary.storage.acts import RECORD_OF
from diary.storage.reading import Reader, measures
from diary.wording import say


def check(reader: Reader) -> list[str]:
    """What is not sound, in words; empty where all is."""
    found = _file(reader)
    return found or [*_entries(reader), *_revisions(reader)]


def _file(reader: Reader) -> list[str]:
    told = reader.connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    broken = [say("sound.file", what=line) for line in told if line != "ok"]
    loose = reader.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return broken + [say("sound.loose", table=row[0], row=row[1]) for row in loose]


def _entries(reader: Reader) -> list[str]:
    known = measures(reader)
    try:
        live = read.entries(reader.connection, reader.names, tables.entry.c.id > 0)
    except (ValueError, KeyError):
        return _unreadable(reader)
    return [
        say("sound.entry", day=entry.day, uid=entry.uid, what=say(problem.key, **problem.values))
        for entry in live
        for problem in rules.check(entry, known, date.max)
    ]


def _unreadable(reader: Reader) -> list[str]:
    """The entries that cannot be read at all, looked for one by one."""
    found = []
    columns = tables.entry.c
    for row in reader.connection.execute(select(columns.uid, columns.day)).all():
        try:
            read.record(reader.connection, reader.names, Noun.ENTRY, row.uid)
        except (ValueError, KeyError) as error:
            found.append(say("sound.entry", day=row.day, uid=row.uid, what=error))
    return found


def _revisions(reader: Reader) -> list[str]:
    found = []
    columns = tables.revision.c
    for row in reader.connection.execute(select(columns.noun, columns.uid, columns.before)):
        try:
            from_plain(RECORD_OF[Noun(row.noun)], json.loads(row.before), row.uid)
        except (NotPlainError, ValueError, KeyError) as error:
            found.append(say("sound.revision", uid=row.uid, what=error))
    return found

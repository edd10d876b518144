"""Whether a diary file and what it holds keep their own rules."""

from __future__ import annotations

from collections.abc import Iterator

from diary.exchange.restore_checks import check_whole
from diary.models import rules
from diary.models.plain import NotPlainError
from diary.models.records import Entry, Record
from diary.storage import queries
from diary.storage.diary import Diary, Reader
from diary.storage.snapshot import Snapshot, snapshot
from diary.wording import say


def unsound(diary: Diary) -> list[str]:
    """What does not fit, a sentence each, [] for a sound diary; DiaryError where it cannot be read."""
    found = diary.ask(_file)
    if not found:
        found = list(_contents(diary))
    return found


def _file(reader: Reader) -> list[str]:
    told = [row[0] for row in reader.connection.exec_driver_sql("PRAGMA integrity_check")]
    lost = reader.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = [say("check.file", what=what) for what in told if what != "ok"]
    return found + [say("check.lost", table=row[0], number=row[1]) for row in lost]


def _contents(diary: Diary) -> Iterator[str]:
    try:
        whole = diary.ask(snapshot)
        check_whole(whole)
    except (NotPlainError, ValueError) as error:
        yield say("check.unreadable", what=error)
        return
    yield from _broken_rules(diary, whole)


def _broken_rules(diary: Diary, whole: Snapshot) -> Iterator[str]:
    known, today = diary.ask(queries.measures), diary.today()
    records: list[Record] = [*whole.entries, *whole.measures]
    for record in records:
        for problem in rules.check(record, known, today):
            words = say(problem.key, **problem.values)
            if isinstance(record, Entry):
                words = say("check.on_day", day=record.day, what=words)
            yield words

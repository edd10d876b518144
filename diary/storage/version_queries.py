"""What the record was: versions of an entry, the changes of late, and what each of them did."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import func, null, or_, select

from diary.models import tables
from diary.models.codes import Noun, Verb
from diary.models.history import DayVersion
from diary.models.life_rules import named_records
from diary.models.mentions import GOES_WITH, STAYS_UNNAMED, Key
from diary.models.nouns import PLAIN
from diary.models.plain import from_plain
from diary.models.records import Change, Entry, Record
from diary.models.views import ChangeRow, Version
from diary.storage import read, rows
from diary.storage.acts import RECORD_OF
from diary.storage.reading import Reader

_REVISION = tables.revision.c
_CHANGE = tables.change.c

FIRST_FEW = 3
"""So many facts of an erasing are named."""


class _Written(NamedTuple):
    """What a record said after the change with row number `change`; None: it was gone."""

    change: int
    record: Record | None


def versions(reader: Reader, noun: Noun, uid: str) -> list[Version]:
    """What a record has said, the newest first; where it is deleted the newest has no record."""
    found = _history(reader, noun, uid)
    changes = _changes(reader, {one.change for one in found})
    newest = found[-1].change if found else 0
    return [Version(one.record, changes[one.change], one.change == newest) for one in reversed(found)]


def day_versions(reader: Reader, uids: Sequence[str]) -> list[DayVersion]:
    """What these entries said together after each change to any of them, the newest first."""
    histories = [_history(reader, Noun.ENTRY, uid) for uid in uids]
    numbers = sorted({one.change for history in histories for one in history})
    changes = _changes(reader, numbers)
    found = [
        DayVersion(
            changes[number],
            tuple(entry for history in histories if (entry := _as_of(history, number)) is not None),
            number == numbers[-1],
        )
        for number in numbers
    ]
    return found[::-1]


def recent_changes(reader: Reader, limit: int = 100, offset: int = 0) -> list[ChangeRow]:
    """The latest changes, the newest first, with what each of them touched."""
    wanted = select(tables.change).order_by(_CHANGE.id.desc()).limit(limit).offset(offset)
    found = reader.connection.execute(wanted).all()
    touched = _touched(reader, [row.id for row in found])
    return [_change_row(rows.change_of(row), touched[row.id]) for row in found]


def _change_row(change: Change, by: _Touched) -> ChangeRow:
    keys = sorted(by.days.keys() - by.unnamed(), key=lambda key: (_depth(key[0]), key[0], by.order(key)))
    days = {by.days[key] for key in keys if key[0] is Noun.ENTRY}
    nouns = dict.fromkeys(noun for noun, _ in keys)
    said = tuple(sorted(day for day in days if day is not None))
    return ChangeRow(change, tuple(nouns), len(keys), said, tuple(keys))


def _depth(noun: Noun) -> int:
    """0 for what stands on its own, more for what goes with another record."""
    owners = [owner for owner, links in GOES_WITH.items() if any(link.noun is noun for link in links)]
    return 1 + max(map(_depth, owners)) if owners else 0


def main_records(
    reader: Reader, changes: Iterable[ChangeRow]
) -> dict[str, list[tuple[Record, Record | None]]]:
    """By change uid: the first record it touched, and the treatment or goal that this one belongs to.

    Of an erasing, the first few facts that are left of it.
    """
    found: dict[str, list[tuple[Record, Record | None]]] = {}
    for row in changes:
        keys = [key for key in row.touched[:1] if key[0] in PLAIN]
        if row.change.verb is Verb.ERASE:
            keys = [key for key in row.touched if key[0] is Noun.ERASED][:FIRST_FEW]
        records = (after or before for before, after in steps_of(reader, row.change.uid, keys))
        if keys:
            found[row.change.uid] = [(one, _owner(reader, one)) for one in records if one is not None]
    return found


def _owner(reader: Reader, record: Record) -> Record | None:
    """What a record belongs to, as it was last said; that of a relief is the treatment of its dose."""
    named = next(iter(named_records(record).values()), None)
    if named is None or named[0] is Noun.ENTRY:
        return None
    said = [one.record for one in _history(reader, *named) if one.record is not None]
    if not said:
        return None
    return _owner(reader, said[-1]) if record.noun is Noun.RELIEF else said[-1]


def taken_back(reader: Reader, changes: Iterable[ChangeRow]) -> frozenset[str]:
    """The uids of what was undone by one of these changes, the newest first, that was not undone itself."""
    gone: set[str] = set()
    for row in changes:
        if row.change.verb is Verb.UNDO and row.change.uid not in gone and row.touched:
            history = [one.change for one in _history(reader, *row.touched[0])]
            number = _number(reader, row.change.uid)
            at = history.index(number) if number in history else 0
            if at:
                gone.add(_changes(reader, {history[at - 1]})[history[at - 1]].uid)
    return frozenset(gone)


def steps_of(
    reader: Reader, change_uid: str, touched: Iterable[tuple[Noun, str]]
) -> list[tuple[Record | None, Record | None]]:
    """What these records, which a change touched, said before and after it."""
    number = _number(reader, change_uid)
    steps = []
    for noun, uid in touched:
        history = _history(reader, noun, uid)
        at = next((place for place, one in enumerate(history) if one.change == number), None)
        if at is not None:
            steps.append((history[at - 1].record if at else None, history[at].record))
    return steps


def _history(reader: Reader, noun: Noun, uid: str) -> list[_Written]:
    """Every state of a record by the change that wrote it, the oldest first."""
    wanted = select(_REVISION.change, _REVISION.replaced, _REVISION.before)
    wanted = wanted.where(_REVISION.noun == str(noun), _REVISION.uid == uid).order_by(_REVISION.id)
    said: dict[int, Record | None] = {}
    ended: set[int] = set()
    for row in reader.connection.execute(wanted):
        said[row.replaced] = from_plain(RECORD_OF[noun], json.loads(row.before), uid)
        ended.add(row.change)
    live = read.record(reader.connection, reader.names, noun, uid)
    if live is not None and live.written is not None:
        said[_number(reader, live.written.last)] = live
    for number in ended - said.keys():
        said[number] = None
    return [_Written(number, said[number]) for number in sorted(said)]


def _as_of(history: Iterable[_Written], number: int) -> Entry | None:
    record: Record | None = None
    for one in history:
        if one.change <= number:
            record = one.record
    return record if isinstance(record, Entry) else None


def _number(reader: Reader, uid: str) -> int:
    return int(reader.connection.execute(select(_CHANGE.id).where(_CHANGE.uid == uid)).scalar_one())


def _changes(reader: Reader, numbers: Iterable[int]) -> dict[int, Change]:
    wanted = select(tables.change).where(_CHANGE.id.in_(sorted(numbers)))
    return {row.id: rows.change_of(row) for row in reader.connection.execute(wanted).all()}


class _Touched:
    """The records that a change wrote, replaced or removed, with the day of those that have one."""

    def __init__(self) -> None:
        self.days: dict[Key, date | None] = {}
        self.wrote: set[Key] = set()
        self.ended: set[Key] = set()

    def order(self, key: Key) -> int:
        """The place of a record among those found."""
        return self._places[key]

    @cached_property
    def _places(self) -> dict[Key, int]:
        return {key: at for at, key in enumerate(self.days)}

    def unnamed(self) -> set[Key]:
        """What only names no more, or again, a record that went or came with this change."""
        changed = self.wrote & self.ended
        links = (STAYS_UNNAMED.get(noun, ()) for noun, _ in (self.wrote | self.ended) - changed)
        nouns = {link.noun for found in links for link in found}
        return {key for key in changed if key[0] in nouns}


def _touched(reader: Reader, numbers: Sequence[int]) -> defaultdict[int, _Touched]:
    """What each change touched."""
    touched: defaultdict[int, _Touched] = defaultdict(_Touched)
    ours = set(numbers)

    def note(row: Any, noun: Noun, *wrote: int, ended: int = 0) -> None:
        day = None if row.day is None else date.fromisoformat(row.day)
        for number in ours.intersection(wrote):
            touched[number].days[noun, row.uid] = day
            touched[number].wrote.add((noun, row.uid))
        if ended in ours:
            touched[ended].days[noun, row.uid] = day
            touched[ended].ended.add((noun, row.uid))

    entry = tables.entry.c
    live = select(entry.uid, entry.day, entry.first, entry.last)
    for row in reader.connection.execute(live.where(or_(entry.first.in_(ours), entry.last.in_(ours)))):
        note(row, Noun.ENTRY, row.first, row.last)
    for noun, (table, _) in read.SIMPLE.items():
        simple = select(table.c.uid, null().label("day"), table.c.first, table.c.last)
        here = or_(table.c.first.in_(ours), table.c.last.in_(ours))
        for one in reader.connection.execute(simple.where(here)):
            note(one, noun, one.first, one.last)
    day = func.json_extract(_REVISION.before, "$.day").label("day")
    gone = select(_REVISION.noun, _REVISION.uid, day, _REVISION.change, _REVISION.replaced)
    there = or_(_REVISION.change.in_(ours), _REVISION.replaced.in_(ours))
    for old in reader.connection.execute(gone.where(there)):
        note(old, Noun(old.noun), old.replaced, ended=old.change)
    return touched

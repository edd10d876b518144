"""One act inside its transaction: conflicts noticed, before-images kept, rows written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from diary.errors import ConflictError
from diary.models import tables
from diary.models.codes import EntryKind, Noun
from diary.models.plain import from_plain, to_plain
from diary.models.records import (
    Author,
    Changes,
    Entry,
    GivenReport,
    Measure,
    Person,
    Record,
    Replace,
    Setting,
)
from diary.storage import read, write
from diary.storage.read import ChangeNames
from diary.storage.write import Stamp
from diary.wording import say

RECORD_OF: dict[Noun, type[Record]] = {
    Noun.ENTRY: Entry,
    Noun.MEASURE: Measure,
    Noun.PERSON: Person,
    Noun.AUTHOR: Author,
    Noun.GIVEN_REPORT: GivenReport,
    Noun.SETTING: Setting,
}

CHUNK = 500
"""SQLite takes a bounded number of values in one statement."""


def conflict(current: Record | None) -> ConflictError:
    """The error that says a record was changed elsewhere; `current` is what the diary holds now."""
    return ConflictError(current, say("error.conflict"), say("error.conflict_safe"), say("error.conflict_do"))


def canonical(record: Record) -> str:
    """A record as JSON text: sorted keys, no blanks; the form of revisions and exports."""
    return json.dumps(to_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def same_content(one: Record | None, other: Record | None) -> bool:
    """Whether two records say the same, whoever wrote them and when."""
    if one is None or other is None:
        return one is other
    return bool(_bare(to_plain(one)) == _bare(to_plain(other)))


def _bare(plain: Any) -> Any:
    if isinstance(plain, dict):
        bare = {key: _bare(value) for key, value in plain.items() if key != "written"}
        if "readings" in bare:
            bare["readings"] = sorted(bare["readings"], key=lambda one: one["measure"])
        return bare
    return [_bare(one) for one in plain] if isinstance(plain, list) else plain


def settled(connection: Connection, names: ChangeNames, steps: Sequence[Replace]) -> list[Replace]:
    """The steps with `before` as the diary holds it now, without those that change nothing; ConflictError."""
    _refuse_second(connection, names, [one.after for one in steps if one.before is None])
    settled_steps = []
    for step in steps:
        if step.before is None:
            settled_steps.append(step)
            continue
        current = read.record(connection, names, step.noun, step.uid)
        if current is None or current.written != step.before.written:
            raise conflict(current)
        if not same_content(current, step.after):
            settled_steps.append(Replace(before=current, after=step.after))
    return settled_steps


def _refuse_second(connection: Connection, names: ChangeNames, new: Iterable[Record | None]) -> None:
    """A record that shall be new must not be there: neither its uid, nor another entry in its place."""
    fresh = [one for one in new if isinstance(one, Entry)]
    uids = {one.uid for one in fresh}
    places = {_place(one) for one in fresh if one.kind is not EntryKind.MOMENT}
    days = sorted({str(one.day) for one in fresh})
    table = tables.entry
    for start in range(0, len(days), CHUNK):
        columns = (table.c.uid, table.c.author, table.c.source_name, table.c.kind, table.c.day)
        wanted = select(*columns).where(table.c.day.in_(days[start : start + CHUNK]))
        for row in connection.execute(wanted):
            if row.uid in uids or tuple(row[1:]) in places:
                raise conflict(read.record(connection, names, Noun.ENTRY, row.uid))
    for one in new:
        if one is not None and not isinstance(one, Entry):
            current = read.record(connection, names, one.noun, one.uid)
            if current is not None:
                raise conflict(current)


def _place(entry: Entry) -> tuple[str, str, str, str]:
    return entry.author, entry.source.name, str(entry.kind), str(entry.day)


def carry_out(connection: Connection, steps: Sequence[Replace], change: int, stamp: Stamp) -> None:
    """Writes revisions and rows of settled steps under the change with row number `change`."""
    _write_revisions(connection, steps, change)
    gone = [one.before for one in steps if one.after is None and one.before is not None]
    write.delete_entries(connection, [one.uid for one in gone if isinstance(one, Entry)])
    for record in gone:
        if not isinstance(record, Entry):
            write.delete_simple(connection, record.noun, record.uid)
    new = [one.after for one in steps if one.before is None and one.after is not None]
    write.insert_entries(connection, [one for one in new if isinstance(one, Entry)], stamp)
    for record in new:
        if not isinstance(record, Entry):
            write.insert_simple(connection, record.noun, [record], stamp)
    for step in steps:
        if isinstance(step.after, Entry) and isinstance(step.before, Entry):
            write.update_entry(connection, step.before, step.after, stamp)
        elif step.before is not None and step.after is not None and not isinstance(step.after, Entry):
            write.update_simple(connection, step.after, stamp)


def _write_revisions(connection: Connection, steps: Sequence[Replace], change: int) -> None:
    replaced = [one.before for one in steps if one.before is not None]
    if not replaced:
        return
    uids = {one.written.last for one in replaced if one.written is not None}
    numbers = numbers_of(connection, uids)
    found = [
        {
            "noun": str(one.noun),
            "uid": one.uid,
            "change": change,
            "replaced": numbers[one.written.last] if one.written else change,
            "before": canonical(one),
        }
        for one in replaced
    ]
    connection.execute(insert(tables.revision), found)


def numbers_of(connection: Connection, uids: Iterable[str]) -> dict[str, int]:
    """Row numbers of changes by uid."""
    wanted = sorted(uids)
    numbers: dict[str, int] = {}
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        found = select(tables.change.c.uid, tables.change.c.id).where(tables.change.c.uid.in_(part))
        numbers.update({row.uid: row.id for row in connection.execute(found)})
    return numbers


def change_numbers(connection: Connection, steps: Sequence[Replace]) -> dict[str, int]:
    """Row numbers of all changes that the records of these steps name."""
    uids: set[str] = set()
    for step in steps:
        for record in (step.before, step.after):
            uids |= _named(record)
    return numbers_of(connection, uids)


def _named(record: Record | None) -> set[str]:
    values: list[object] = [record]
    if isinstance(record, Entry):
        values += [*record.readings, *record.areas, *record.sleep]
    written = [getattr(one, "written", None) for one in values]
    return {uid for one in written if one is not None for uid in (one.first, one.last)}


def undoing(connection: Connection, names: ChangeNames, change_uid: str) -> list[Replace]:
    """The steps that take back one change; ConflictError where something was changed since."""
    number = connection.execute(
        select(tables.change.c.id).where(tables.change.c.uid == change_uid)
    ).scalar_one()
    steps = []
    touched = set()
    wanted = select(tables.revision).where(tables.revision.c.change == number).order_by(tables.revision.c.id)
    for row in connection.execute(wanted).all():
        noun = Noun(row.noun)
        touched.add((noun, row.uid))
        current = read.record(connection, names, noun, row.uid)
        _refuse_changed_since(current, change_uid)
        before = from_plain(RECORD_OF[noun], json.loads(row.before), row.uid)
        steps.append(Replace(before=current, after=before))
    for record in _created(connection, names, number):
        if (record.noun, record.uid) not in touched:
            _refuse_changed_since(record, change_uid)
            steps.append(Replace(before=record, after=None))
    return steps


def _refuse_changed_since(current: Record | None, change_uid: str) -> None:
    if current is not None and current.written is not None and current.written.last != change_uid:
        raise conflict(current)


def _created(connection: Connection, names: ChangeNames, number: int) -> list[Record]:
    """What a change added, or brought back after a deletion; without measures that others use by now."""
    entry = tables.entry.c
    found: list[Record] = list(
        read.entries(connection, names, or_(entry.first == number, entry.last == number))
    )
    for noun, (table, _) in read.SIMPLE.items():
        here = or_(table.c.first == number, table.c.last == number)
        found.extend(read.simple(connection, names, noun, here))
    return [one for one in found if not isinstance(one, Measure) or not _in_use(connection, one.code, number)]


def _in_use(connection: Connection, code: str, number: int) -> bool:
    """Whether an entry that this change did not bring answers the measure."""
    entry, reading = tables.entry.c, tables.reading.c
    others = (
        select(entry.id)
        .join(tables.reading, reading.entry == entry.id)
        .where(reading.measure == code, entry.last != number)
        .limit(1)
    )
    return connection.execute(others).first() is not None


def summary_of(change_uid: str | None, steps: Sequence[Replace]) -> Changes:
    """What looks different after these steps."""
    days: set[date] = set()
    for step in steps:
        days.update(one.day for one in (step.before, step.after) if isinstance(one, Entry))
    return Changes(change=change_uid, nouns=frozenset(one.noun for one in steps), days=frozenset(days))

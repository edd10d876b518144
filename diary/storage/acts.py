"""One act inside its transaction: conflicts noticed, before-images kept, rows written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from diary.errors import ConflictError
from diary.models import tables
from diary.models.codes import EntryKind, Noun
from diary.models.nouns import PLAIN
from diary.models.plain import to_plain
from diary.models.records import (
    Author,
    Changes,
    Entry,
    GivenReport,
    Measure,
    Person,
    Record,
    Redrawing,
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
    Noun.REDRAWING: Redrawing,
    Noun.SETTING: Setting,
    **PLAIN,
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
    refuse_taken(connection, names, settled_steps)
    return settled_steps


def refuse_taken(connection: Connection, names: ChangeNames, steps: Sequence[Replace]) -> None:
    """ConflictError where a record would stand in the place of another, or is new and yet there."""
    fresh = [step.after for step in steps if isinstance(step.after, Entry) and _comes(step)]
    gone = {step.uid for step in steps if step.after is None}
    uids = {step.uid for step in steps if step.before is None}
    places = {place for one in fresh for place in _places(one)}
    days = sorted({str(one.day) for one in fresh})
    table = tables.entry.c
    columns = (table.uid, table.author, table.source_name, table.kind, table.day, table.source_key)
    for start in range(0, len(days), CHUNK):
        wanted = select(*columns).where(table.day.in_(days[start : start + CHUNK]))
        for row in connection.execute(wanted):
            there = {row[1:5], (row.source_name, row.source_key)}
            if row.uid not in gone and (row.uid in uids or not places.isdisjoint(there)):
                raise conflict(read.record(connection, names, Noun.ENTRY, row.uid))
    for step in steps:
        if step.before is None and not isinstance(step.after, Entry):
            current = read.record(connection, names, step.noun, step.uid)
            if current is not None:
                raise conflict(current)


def _comes(step: Replace) -> bool:
    before, after = step.before, step.after
    return not (isinstance(before, Entry) and isinstance(after, Entry) and _places(before) == _places(after))


def _places(entry: Entry) -> set[tuple[str, ...]]:
    """What only one live entry can hold: the day of its author and source, and the source's own key."""
    found: set[tuple[str, ...]] = set()
    if entry.kind is not EntryKind.MOMENT:
        found.add((entry.author, entry.source.name, str(entry.kind), str(entry.day)))
    if entry.source_key is not None:
        found.add((entry.source.name, entry.source_key))
    return found


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


def day_about(record: Record | None) -> date | None:
    """The one day that a record is about, None where it is about none."""
    day = getattr(record, "day", None)
    return day if isinstance(day, date) else None


def summary_of(change_uid: str | None, steps: Sequence[Replace]) -> Changes:
    """What looks different after these steps."""
    days: set[date] = set()
    for step in steps:
        days.update(day for one in (step.before, step.after) if (day := day_about(one)) is not None)
    return Changes(change=change_uid, nouns=frozenset(one.noun for one in steps), days=frozenset(days))

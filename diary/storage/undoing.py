"""What takes a change back: each record as it was before, unless it says something else by now."""

from __future__ import annotations

import json

from sqlalchemy import Connection, or_, select

from diary.errors import DiaryError
from diary.models import tables
from diary.models.codes import Noun, Verb
from diary.models.plain import from_plain
from diary.models.records import Measure, Record, Replace
from diary.storage import read
from diary.storage.acts import RECORD_OF, conflict, refuse_taken, same_content
from diary.storage.read import ChangeNames
from diary.wording import say

Key = tuple[Noun, str]

FOR_GOOD = frozenset({Noun.GIVEN_EXPORT, Noun.ERASED})
"""Facts of what happened outside the diary, or for good: nothing takes them back."""


def undoing(connection: Connection, names: ChangeNames, change_uid: str) -> list[Replace]:
    """The steps that take back one change; ConflictError where something says more by now.

    What was changed since and came back to the same words is as it was: so changes are taken back one
    after the other, and brought back, in any number.
    """
    number, verb = connection.execute(
        select(tables.change.c.id, tables.change.c.verb).where(tables.change.c.uid == change_uid)
    ).one()
    if verb == str(Verb.ERASE):
        raise DiaryError(say("erase.no_undo"), say("error.nothing_changed"))
    left = _revisions(connection, tables.revision.c.replaced == number)
    replaced = _revisions(connection, tables.revision.c.change == number)
    steps = []
    for key, before in replaced.items():
        current = read.record(connection, names, *key)
        _refuse_changed_since(current, left.get(key), change_uid)
        steps.append(Replace(before=current, after=before))
    added = _added(connection, names, number, left)
    touched = {noun for noun, _ in (*replaced, *added, *left)}
    if touched and touched <= FOR_GOOD:
        raise DiaryError(say("history.recent.for_good"), say("error.nothing_changed"))
    for key, record in added.items():
        if key not in replaced:
            _refuse_changed_since(record, left.get(key), change_uid)
            steps.append(Replace(before=record, after=None))
    going = {step.uid for step in steps if step.after is None}
    steps = [step for step in steps if not _in_use(connection, step, going)]
    refuse_taken(connection, names, steps)
    return steps


def _revisions(connection: Connection, where: read.Condition) -> dict[Key, Record]:
    columns = tables.revision.c
    wanted = select(columns.noun, columns.uid, columns.before).where(where).order_by(columns.id)
    return {
        (Noun(row.noun), row.uid): from_plain(RECORD_OF[Noun(row.noun)], json.loads(row.before), row.uid)
        for row in connection.execute(wanted).all()
    }


def _refuse_changed_since(current: Record | None, left: Record | None, change_uid: str) -> None:
    """`left` is what the change left, where something was written over it since."""
    if left is not None:
        if not same_content(current, left):
            raise conflict(current)
    elif current is not None and current.written is not None and current.written.last != change_uid:
        raise conflict(current)


def _added(
    connection: Connection, names: ChangeNames, number: int, left: dict[Key, Record]
) -> dict[Key, Record]:
    """The live records that a change wrote and that are here; with `left`, also those written over since."""
    entry = tables.entry.c
    found: list[Record] = list(
        read.entries(connection, names, or_(entry.first == number, entry.last == number))
    )
    for noun, (table, _) in read.SIMPLE.items():
        here = or_(table.c.first == number, table.c.last == number)
        found.extend(read.simple(connection, names, noun, here))
    added = {(one.noun, one.uid): one for one in found}
    for key in left.keys() - added.keys():
        record = read.record(connection, names, *key)
        if record is not None:
            added[key] = record
    return added


def _in_use(connection: Connection, step: Replace, going: set[str]) -> bool:
    """Whether a step would take away a measure that an entry answers which stays."""
    if not isinstance(step.before, Measure) or step.after is not None:
        return False
    entry, reading = tables.entry.c, tables.reading.c
    users = (
        select(entry.uid)
        .join(tables.reading, reading.entry == entry.id)
        .where(reading.measure == step.before.code)
    )
    return any(uid not in going for uid in connection.execute(users).scalars())

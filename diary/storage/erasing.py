"""Erasing for good: content goes from the record and from every earlier version; the bare fact stays."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from diary.models import tables
from diary.models.codes import EntryKind, Noun
from diary.models.life_rules import NAMED
from diary.models.plain import from_plain
from diary.models.records import Entry, Erased, Record
from diary.storage import read, write
from diary.storage.acts import RECORD_OF, canonical, day_about, numbers_of
from diary.storage.reading import Reader
from diary.storage.write import Stamp

WITH_IT: dict[Noun, tuple[tuple[Noun, str], ...]] = {
    Noun.TREATMENT: ((Noun.DOSE_STEP, "treatment"), (Noun.DOSE, "treatment")),
    Noun.DOSE: ((Noun.RELIEF, "dose"),),
    Noun.GOAL: ((Noun.ATTAINMENT, "goal"),),
    Noun.ENTRY: ((Noun.REDRAWING, "entry"),),
}
"""What is nothing without a record, and goes with it."""

SHORTEST = 4
"""Fewer letters than this are not looked for in what is being typed."""

_REVISION = tables.revision.c


class Part(NamedTuple):
    """One part of a record that can be erased by itself: its name as in `Erased.what`, and what it says."""

    what: str
    said: str


def parts(reader: Reader, noun: Noun, uid: str) -> list[Part]:
    """The parts of a record, and of its earlier versions, that can be erased alone."""
    found: dict[str, str] = {}
    for record in _versions(reader, noun, uid):
        for part in _parts_of(record):
            found.setdefault(part.what, part.said)
    return [Part(what, said) for what, said in found.items()]


def day_erased(reader: Reader, noun: Noun, uid: str) -> date | None:
    """The day a record, or its latest version, is about; None where it is about none."""
    return day_about(next(_versions(reader, noun, uid), None))


def erase(reader: Reader, noun: Noun, uid: str, what: Sequence[str], change: int, fact: Erased) -> set[date]:
    """Empties a record (`what` empty) or parts of it, under the change with that row number.

    `fact` tells when, and what its uid begins with. Returns the days that look different by it.
    """
    connection = reader.connection
    versions = list(_versions(reader, noun, uid))
    days = {day for one in versions if (day := day_about(one)) is not None}
    words = set(_words(versions, what))
    if what:
        _empty_parts(reader, noun, uid, what, change)
    else:
        days |= _erase_whole(reader, noun, uid, change, fact)
    _drop_drafts(connection, uid, days if noun is Noun.ENTRY else set(), words)
    facts = [_fact(fact, noun, uid, part, versions) for part in (what or ("",))]
    write.insert_simple(connection, Noun.ERASED, facts, Stamp(change))
    return days


def _fact(fact: Erased, noun: Noun, uid: str, what: str, versions: Sequence[Record]) -> Erased:
    newest = versions[0] if versions else None
    own = f"{fact.uid}-{what}" if what else fact.uid
    named = dataclasses.replace(fact, uid=own, of=noun, record=uid, what=what, day=day_about(newest))
    if isinstance(newest, Entry) and not what:
        return dataclasses.replace(named, source=newest.source.name, source_key=newest.source_key)
    return named


def _versions(reader: Reader, noun: Noun, uid: str) -> Iterator[Record]:
    """The live record, where there is one, and its earlier versions, the newest first."""
    live = read.record(reader.connection, reader.names, noun, uid)
    if live is not None:
        yield live
    wanted = select(_REVISION.before).where(_REVISION.noun == str(noun), _REVISION.uid == uid)
    for text in reader.connection.execute(wanted.order_by(_REVISION.id.desc())).scalars():
        yield from_plain(RECORD_OF[noun], json.loads(text), uid)


def _parts_of(record: Record) -> Iterator[Part]:
    fields = dataclasses.fields(record)
    never = {"uid", NAMED.get(record.noun, "")}
    for one in fields:
        value = getattr(record, one.name)
        if one.default == "" and isinstance(value, str) and value and one.name not in never:
            yield Part(one.name, value)
    if isinstance(record, Entry):
        for reading in record.readings:
            said = reading.text if reading.value is None else f"{reading.value:g}"
            yield Part(f"reading:{reading.measure}", said or "")
        yield from (Part(f"area:{one.uid}", ", ".join(r.region for r in one.regions)) for one in record.areas)
        yield from (Part(f"sleep:{one.uid}", "") for one in record.sleep)


def _words(versions: Iterable[Record], what: Sequence[str]) -> Iterator[str]:
    """The texts that are erased: those of the whole record, or of its parts."""
    for record in versions:
        for part in _parts_of(record):
            if (not what or part.what in what) and ":" not in part.what and len(part.said) >= SHORTEST:
                yield part.said


def _erase_whole(reader: Reader, noun: Noun, uid: str, change: int, fact: Erased) -> set[date]:
    connection = reader.connection
    days: set[date] = set()
    for other, field in WITH_IT.get(noun, ()):
        for number, one in enumerate(_with(reader, other, field, uid)):
            inner = dataclasses.replace(fact, uid=f"{fact.uid}-{other}-{number}")
            days |= erase(reader, other, one, (), change, inner)
    connection.execute(delete(tables.revision).where(_REVISION.noun == str(noun), _REVISION.uid == uid))
    if noun is Noun.ENTRY:
        write.delete_entries(connection, [uid])
    else:
        write.delete_simple(connection, noun, uid)
    return days


def _with(reader: Reader, noun: Noun, field: str, uid: str) -> list[str]:
    """The uids of records, live or only in earlier versions, whose `field` names the record `uid`."""
    table = read.SIMPLE[noun][0]
    live = reader.connection.execute(select(table.c.uid).where(table.c[field] == uid)).scalars()
    old = select(_REVISION.uid, _REVISION.before).where(_REVISION.noun == str(noun))
    before = (one.uid for one in reader.connection.execute(old) if json.loads(one.before).get(field) == uid)
    return sorted({*live, *before})


def _empty_parts(reader: Reader, noun: Noun, uid: str, what: Sequence[str], change: int) -> None:
    connection = reader.connection
    live = read.record(connection, reader.names, noun, uid)
    if live is not None:
        emptied = _without(live, what)
        if isinstance(live, Entry) and isinstance(emptied, Entry):
            write.update_entry(connection, live, emptied, Stamp(change))
        else:
            write.update_simple(connection, emptied, Stamp(change))
        last = live.written.last if live.written is not None else ""
        replaced = numbers_of(connection, {last}).get(last, change)
        row = {"noun": str(noun), "uid": uid, "change": change, "replaced": replaced}
        connection.execute(insert(tables.revision), [{**row, "before": canonical(emptied)}])
    wanted = select(_REVISION.id, _REVISION.before).where(_REVISION.noun == str(noun), _REVISION.uid == uid)
    for earlier in connection.execute(wanted).all():
        old = _without(from_plain(RECORD_OF[noun], json.loads(earlier.before), uid), what)
        changed = update(tables.revision).where(_REVISION.id == earlier.id)
        connection.execute(changed, {"before": canonical(old)})


def _without(record: Record, what: Sequence[str]) -> Record:
    """The record without these parts."""
    texts = {one: "" for one in what if ":" not in one}
    emptied = dataclasses.replace(record, **texts)  # type: ignore[arg-type]  # `parts` offers texts alone
    if not isinstance(emptied, Entry):
        return emptied
    return dataclasses.replace(
        emptied,
        readings=tuple(one for one in emptied.readings if f"reading:{one.measure}" not in what),
        areas=tuple(one for one in emptied.areas if f"area:{one.uid}" not in what),
        sleep=tuple(one for one in emptied.sleep if f"sleep:{one.uid}" not in what),
    )


def _drop_drafts(connection: Connection, uid: str, days: Iterable[date], words: Iterable[str]) -> None:
    """Forgets what is being typed about the record, or still says a word that is erased."""
    keys = {f"{kind}:{day}" for day in days for kind in (EntryKind.DAY, "day")}
    texts = [json.dumps(one, ensure_ascii=False)[1:-1] for one in words]
    for row in connection.execute(select(tables.draft)).all():
        plain = json.dumps(_plain(row.content), ensure_ascii=False)
        if row.key in keys or uid in row.key or any(one in plain for one in texts):
            connection.execute(delete(tables.draft).where(tables.draft.c.key == row.key))


def _plain(content: str) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content

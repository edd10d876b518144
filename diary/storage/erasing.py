"""Erasing for good: content goes from the record and from every earlier version; the bare fact stays."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update

from diary.models import tables
from diary.models.codes import EntryKind, Noun
from diary.models.mentions import GOES_WITH, STAYS_UNNAMED, Link
from diary.models.plain import from_plain
from diary.models.records import Entry, Erased, Measure, Record
from diary.storage import read, write
from diary.storage.acts import CHUNK, RECORD_OF, canonical, day_about, numbers_of, same_content
from diary.storage.erasable import Part, nothing_left, parts_of, texts_of, without, without_choice_words
from diary.storage.reading import Reader
from diary.storage.write import Stamp

_REVISION = tables.revision.c

Change = Callable[[Record], Record]
Versions = Mapping[str, Sequence[Record]]


class Touched(NamedTuple):
    """The days and nouns that look different by an erasing."""

    days: frozenset[date]
    nouns: frozenset[Noun]


def parts(reader: Reader, noun: Noun, uid: str) -> list[Part]:
    """The parts of a record, and of its earlier versions, that can be erased alone.

    Of a question these are its own words, once it is put aside: one that is asked is changed where it stands.
    """
    versions = _versions(reader, noun, [uid])[uid]
    newest = next(iter(versions), None)
    if isinstance(newest, Measure) and not newest.hidden:
        return []
    found: dict[str, Part] = {}
    for record in versions:
        for part in parts_of(record):
            found.setdefault(part.what, part)
    return list(found.values())


def day_erased(reader: Reader, noun: Noun, uid: str) -> date | None:
    """The day a record, or its latest version, is about; None where it is about none."""
    return day_about(next(iter(_versions(reader, noun, [uid])[uid]), None))


def erase(reader: Reader, noun: Noun, uid: str, what: Sequence[str], change: int, fact: Erased) -> Touched:
    """Empties a record (`what` empty) or parts of it, under the change with that row number.

    `fact` tells when, and what its uid begins with. A question keeps its place, and loses its words; a
    questionnaire without an item goes as a whole.
    """
    if noun is Noun.MEASURE and not what:
        what = [part.what for part in parts(reader, noun, uid)]
    versions = _versions(reader, noun, [uid])
    if what and versions[uid] and nothing_left(versions[uid][0], what):
        what = ()
    if what:
        return _erase_parts(reader, versions, noun, uid, what, change, fact)
    return _erase_whole(reader, noun, uid, change, fact)


def _erase_parts(
    reader: Reader, versions: Versions, noun: Noun, uid: str, what: Sequence[str], change: int, fact: Erased
) -> Touched:
    connection = reader.connection
    days = _days(versions)
    words = set(texts_of(versions[uid], set(what)))
    nouns = {noun, Noun.ERASED}
    _rewrite(reader, noun, [uid], change, partial(without, what=frozenset(what)))
    newest = next(iter(versions[uid]), None)
    if isinstance(newest, Measure) and "choices" in what:
        answering = _answering(reader, newest.code)
        _rewrite(reader, Noun.ENTRY, answering, change, partial(without_choice_words, code=newest.code))
        nouns |= {Noun.ENTRY} if answering else set()
    if noun is Noun.RESPONSE:
        _drop_empty(connection, uid)
    _drop_drafts(connection, {uid}, days if noun is Noun.ENTRY else set(), words)
    facts = [_fact(fact, noun, uid, part, newest) for part in what]
    write.insert_simple(connection, Noun.ERASED, facts, Stamp(change))
    return Touched(frozenset(days), frozenset(nouns))


def _erase_whole(reader: Reader, noun: Noun, uid: str, change: int, fact: Erased) -> Touched:
    connection = reader.connection
    going = _going(reader, noun, uid)
    days: set[date] = set()
    words: set[str] = set()
    facts: list[Erased] = []
    for other, uids in going.items():
        versions = _versions(reader, other, uids)
        days |= _days(versions)
        for number, one in enumerate(uids):
            words |= set(texts_of(versions[one], ()))
            own = fact if other is noun else dataclasses.replace(fact, uid=f"{fact.uid}-{other}-{number}")
            facts.append(_fact(own, other, one, "", next(iter(versions[one]), None)))
    unnamed = _unname(reader, going, change)
    for other, uids in going.items():
        _delete(connection, other, uids)
    _drop_drafts(connection, {*going[noun]}, days if noun is Noun.ENTRY else set(), words)
    write.insert_simple(connection, Noun.ERASED, facts, Stamp(change))
    return Touched(frozenset(days), frozenset({*going, *unnamed, Noun.ERASED}))


def _going(reader: Reader, noun: Noun, uid: str) -> dict[Noun, list[str]]:
    """The record and all that is nothing without it, by noun."""
    going = {noun: [uid]}
    open_nouns = [noun]
    while open_nouns:
        named = open_nouns.pop()
        for link in GOES_WITH.get(named, ()):
            if found := _naming(reader, link, going[named]):
                going[link.noun] = sorted({*going.get(link.noun, ()), *found})
                open_nouns.append(link.noun)
    return going


def _unname(reader: Reader, going: Mapping[Noun, Sequence[str]], change: int) -> set[Noun]:
    """Clears what names a record that goes, and stays itself; the nouns of which any did."""
    touched = set()
    for noun, uids in going.items():
        for link in STAYS_UNNAMED.get(noun, ()):
            if staying := _naming(reader, link, uids):
                how = partial(_unnamed, field=link.field, uids=frozenset(uids))
                _rewrite(reader, link.noun, staying, change, how)
                touched.add(link.noun)
    return touched


def _unnamed(record: Record, field: str, uids: Collection[str]) -> Record:
    if getattr(record, field) not in uids:
        return record
    cleared: dict[str, Any] = {field: None}
    return dataclasses.replace(record, **cleared)


def _fact(fact: Erased, noun: Noun, uid: str, what: str, newest: Record | None) -> Erased:
    own = f"{fact.uid}-{what}" if what else fact.uid
    named = dataclasses.replace(fact, uid=own, of=noun, record=uid, what=what, day=day_about(newest))
    if isinstance(newest, Entry) and not what:
        return dataclasses.replace(named, source=newest.source.name, source_key=newest.source_key)
    return named


# --- reading


def _chunks(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(uids), CHUNK):
        yield uids[start : start + CHUNK]


def _live(reader: Reader, noun: Noun, uids: Sequence[str]) -> Iterator[Record]:
    for some in _chunks(uids):
        if noun is Noun.ENTRY:
            yield from read.entries(reader.connection, reader.names, tables.entry.c.uid.in_(some))
        else:
            here = read.SIMPLE[noun][0].c.uid.in_(some)
            yield from read.simple(reader.connection, reader.names, noun, here)


def _revisions(reader: Reader, noun: Noun, uids: Sequence[str]) -> Iterator[Any]:
    """The kept versions of these records, the newest first."""
    columns = (_REVISION.id, _REVISION.uid, _REVISION.before)
    for some in _chunks(uids):
        wanted = select(*columns).where(_REVISION.noun == str(noun), _REVISION.uid.in_(some))
        yield from reader.connection.execute(wanted.order_by(_REVISION.id.desc())).all()


def _versions(reader: Reader, noun: Noun, uids: Sequence[str]) -> dict[str, list[Record]]:
    """The live records, where there are any, and their earlier versions, the newest first, by uid."""
    found: dict[str, list[Record]] = {uid: [] for uid in uids}
    for one in _live(reader, noun, uids):
        found[one.uid].append(one)
    for row in _revisions(reader, noun, uids):
        found[row.uid].append(from_plain(RECORD_OF[noun], json.loads(row.before), row.uid))
    return found


def _days(versions: Versions) -> set[date]:
    found = (day_about(one) for of_uid in versions.values() for one in of_uid)
    return {day for day in found if day is not None}


def _naming(reader: Reader, link: Link, uids: Sequence[str]) -> list[str]:
    """The uids of records, live or only in earlier versions, whose field names any of `uids`."""
    table = read.SIMPLE[link.noun][0]
    named = func.json_extract(_REVISION.before, f"$.{link.field}")
    found: set[str] = set()
    for some in _chunks(uids):
        live = select(table.c.uid).where(table.c[link.field].in_(some))
        before = select(_REVISION.uid).where(_REVISION.noun == str(link.noun), named.in_(some))
        for wanted in (live, before):
            found.update(reader.connection.execute(wanted).scalars())
    return sorted(found)


def _answering(reader: Reader, code: str) -> list[str]:
    """The uids of entries, live or earlier, with a reading of a measure."""
    connection, reading = reader.connection, tables.reading.c
    of_entry = tables.entry.join(tables.reading, reading.entry == tables.entry.c.id)
    live = select(tables.entry.c.uid).select_from(of_entry).where(reading.measure == code)
    text = json.dumps(code, ensure_ascii=False)
    holding = func.instr(_REVISION.before, f'"measure":{text}') > 0
    before = select(_REVISION.uid).where(_REVISION.noun == str(Noun.ENTRY), holding)
    return sorted({*connection.execute(live).scalars(), *connection.execute(before).scalars()})


# --- writing


def _rewrite(reader: Reader, noun: Noun, uids: Sequence[str], change: int, how: Change) -> None:
    """Makes records and all their earlier versions say what `how` leaves of them."""
    connection = reader.connection
    for row in _revisions(reader, noun, uids):
        old = canonical(how(from_plain(RECORD_OF[noun], json.loads(row.before), row.uid)))
        if old != row.before:
            connection.execute(update(tables.revision).where(_REVISION.id == row.id), {"before": old})
    changed = [(one, left) for one in _live(reader, noun, uids) if not same_content(one, left := how(one))]
    numbers = numbers_of(connection, {one.written.last for one, _ in changed if one.written is not None})
    rows = []
    for one, left in changed:
        if isinstance(one, Entry) and isinstance(left, Entry):
            write.update_entry(connection, one, left, Stamp(change))
        else:
            write.update_simple(connection, left, Stamp(change))
        replaced = numbers.get(one.written.last, change) if one.written is not None else change
        row = {"noun": str(noun), "uid": one.uid, "change": change, "replaced": replaced}
        rows.append({**row, "before": canonical(left)})
    if rows:
        connection.execute(insert(tables.revision), rows)


def _delete(connection: Connection, noun: Noun, uids: Sequence[str]) -> None:
    if noun is Noun.ENTRY:
        write.delete_entries(connection, uids)
    for some in _chunks(uids):
        ours = (_REVISION.noun == str(noun)) & _REVISION.uid.in_(some)
        connection.execute(delete(tables.revision).where(ours))
        if noun is not Noun.ENTRY:
            table = read.SIMPLE[noun][0]
            connection.execute(delete(table).where(table.c.uid.in_(some)))


def _drop_empty(connection: Connection, uid: str) -> None:
    """Forgets versions of a questionnaire that hold no answer any more: there is nothing to bring back."""
    ours = (_REVISION.noun == str(Noun.RESPONSE)) & (_REVISION.uid == uid)
    empty = func.json_array_length(_REVISION.before, "$.answers") == 0
    connection.execute(delete(tables.revision).where(ours, empty))


def _drop_drafts(
    connection: Connection, uids: Collection[str], days: Iterable[date], words: Iterable[str]
) -> None:
    """Forgets what is being typed about the record, by whoever types, or still says a word that is erased."""
    named = [*uids, *(f"{EntryKind.DAY}:{day}" for day in days)]
    texts = [json.dumps(one, ensure_ascii=False)[1:-1] for one in words]
    for row in connection.execute(select(tables.draft)).all():
        plain = json.dumps(_plain(row.content), ensure_ascii=False)
        if any(one in row.key for one in named) or any(one in plain for one in texts):
            connection.execute(delete(tables.draft).where(tables.draft.c.key == row.key))


def _plain(content: str) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content

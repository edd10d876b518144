"""The questions screens, numbers and reports ask of the record; each is handed to `Diary.ask`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, case, cast, func, literal, select

from diary.models import tables
from diary.models.codes import EntryKind, Lateness, Noun, SourceKind, Verb
from diary.models.moments import MEMORY_AFTER_DAYS, Moment
from diary.models.records import Author, Draft, Entry, GivenReport, Person, Redrawing
from diary.models.views import AnswerRow, AreaRow, EntryRow, ValueRow
from diary.storage import read
from diary.storage.reading import SELF, Reader, day_end, measures, settings

_ENTRY = tables.entry.c
FIRST = tables.change.alias("first_change")
"""The change that first wrote a value; join it before asking for `lateness_class`."""

ORDINAL_OF_JULIAN = 1721424.5
"""Julian day of the midnight before day 1 of the proleptic Gregorian calendar, less one."""

BY_DAY = 1000
"""Fewer days than this are read by day, whatever the age of the diary."""


def entry_on(
    reader: Reader, day: date, kind: EntryKind, author: str = SELF, source: str = ""
) -> Entry | None:
    """The one live day or night entry of an author about `day`; typed ones unless a source is named."""
    where = and_(
        _ENTRY.day == str(day),
        _ENTRY.kind == str(kind),
        _ENTRY.author == author,
        _ENTRY.source_name == source,
    )
    found = read.entries(reader.connection, reader.names, where)
    return found[0] if found else None


def entry(reader: Reader, uid: str) -> Entry | None:
    """The live entry with that uid, or None."""
    found = read.entries(reader.connection, reader.names, _ENTRY.uid == uid)
    return found[0] if found else None


def entries_between(reader: Reader, since: date, until: date) -> list[Entry]:
    """All live entries about the days from `since` to `until`, both included, by day."""
    return read.entries(reader.connection, reader.names, _ENTRY.day.between(str(since), str(until)))


def moments_between(reader: Reader, since: date, until: date) -> list[Entry]:
    """The live moments of the days from `since` to `until`, both included, by day."""
    days = _ENTRY.day.between(str(since), str(until))
    return read.entries(reader.connection, reader.names, and_(days, _ENTRY.kind == str(EntryKind.MOMENT)))


def last_entry_before(
    reader: Reader, day: date, author: str = SELF, *, with_places: bool = False
) -> Entry | None:
    """The latest typed day entry about a day before `day`; with places: the latest that has any."""
    where = and_(
        _ENTRY.day < str(day),
        _ENTRY.kind == str(EntryKind.DAY),
        _ENTRY.author == author,
        _ENTRY.source_kind == str(SourceKind.TYPED),
    )
    newest = select(_ENTRY.uid).where(where).order_by(_ENTRY.day.desc()).limit(1)
    if with_places:
        newest = newest.where(select(tables.area.c.id).where(tables.area.c.entry == _ENTRY.id).exists())
    uid = reader.connection.execute(newest).scalar_one_or_none()
    return None if uid is None else entry(reader, uid)


def span(reader: Reader) -> tuple[date, date] | None:
    """The first and last day that any entry is about, or None in an empty diary."""
    low, high = reader.connection.execute(select(func.min(_ENTRY.day), func.max(_ENTRY.day))).one()
    return None if low is None else (date.fromisoformat(low), date.fromisoformat(high))


def first_days(reader: Reader) -> dict[str, date]:
    """The first day on which each measure was answered: where its N of days begins."""
    wanted = (
        select(tables.reading.c.measure, func.min(_ENTRY.day))
        .join(tables.entry, tables.reading.c.entry == _ENTRY.id)
        .group_by(tables.reading.c.measure)
    )
    return {code: date.fromisoformat(day) for code, day in reader.connection.execute(wanted).all()}


def values_between(reader: Reader, codes: Iterable[str], since: date, until: date) -> list[ValueRow]:
    """The readings of these measures about the days from `since` to `until`, by day and row."""
    reading = tables.reading.c
    # Few days are found by day, many by measure: an expression keeps SQLite from the measure's index.
    measure = reading.measure.concat("") if (until - since).days < BY_DAY else reading.measure
    wanted = (
        select(
            ordinal(_ENTRY.day),
            _ENTRY.kind,
            reading.measure,
            reading.value,
            reading.text,
            lateness_class(),
            reading.first != reading.last,
            _ENTRY.source_name,
            _ENTRY.at,
            _ENTRY.uid,
        )
        .join(tables.entry, reading.entry == _ENTRY.id)
        .join(FIRST, reading.first == FIRST.c.id)
        .where(measure.in_(sorted(codes)), _ENTRY.day.between(str(since), str(until)))
        .order_by(_ENTRY.day, _ENTRY.id)
    )
    return [ValueRow(*row) for row in reader.connection.execute(wanted).all()]


def areas_between(reader: Reader, since: date, until: date, *, with_regions: bool = True) -> list[AreaRow]:
    """The places marked on the days from `since` to `until`, by day and order in the entry.

    Without regions, and without qualities, where only how bad they are is wanted.
    """
    area = tables.area.c
    inside = _ENTRY.day.between(str(since), str(until))
    more = (area.depth, area.limb, area.at)
    wanted = (
        select(ordinal(_ENTRY.day), _ENTRY.kind, _ENTRY.uid, area.severity, area.id, lateness_class(), *more)
        .join(tables.entry, area.entry == _ENTRY.id)
        .join(FIRST, area.first == FIRST.c.id)
        .where(inside)
        .order_by(_ENTRY.day, _ENTRY.id, area.position)
    )
    heads = reader.connection.execute(wanted).all()
    said, covered = tables.area_quality.c, tables.area_region.c
    qualities = _lists(reader, (said.area, said.code, said.own_word), inside) if with_regions else {}
    regions = _lists(reader, (covered.area, covered.region, covered.coverage), inside) if with_regions else {}
    return [
        AreaRow(
            day,
            kind,
            uid,
            severity,
            tuple([code for code, _ in qualities.get(number, ()) if code]),
            tuple([word for _, word in qualities.get(number, ()) if word]),
            tuple(regions.get(number, ())),
            late,
            depth,
            limb,
            at,
        )
        for day, kind, uid, severity, number, late, depth, limb, at in heads
    ]


def answers_between(reader: Reader, since: date, until: date) -> list[AnswerRow]:
    """Which lists were answered on the days from `since` to `until`."""
    answer = tables.answer.c
    wanted = (
        select(ordinal(_ENTRY.day), _ENTRY.kind, answer.list, answer.answered, lateness_class(), _ENTRY.uid)
        .join(tables.entry, answer.entry == _ENTRY.id)
        .join(FIRST, _ENTRY.first == FIRST.c.id)
        .where(_ENTRY.day.between(str(since), str(until)))
        .order_by(_ENTRY.day, _ENTRY.id)
    )
    return [AnswerRow(*row) for row in reader.connection.execute(wanted).all()]


def entry_rows(reader: Reader, since: date, until: date) -> list[EntryRow]:
    """Every live entry's own facts for the days from `since` to `until`, by day."""
    wanted = (
        select(
            ordinal(_ENTRY.day),
            _ENTRY.kind,
            _ENTRY.uid,
            lateness_class(),
            _ENTRY.first != _ENTRY.last,
            _ENTRY.source_name,
            _ENTRY.note,
            _ENTRY.author,
        )
        .join(FIRST, _ENTRY.first == FIRST.c.id)
        .where(_ENTRY.day.between(str(since), str(until)))
        .order_by(_ENTRY.day, _ENTRY.id)
    )
    return [EntryRow._make(row) for row in reader.connection.execute(wanted).all()]


def person(reader: Reader) -> Person | None:
    """What was said about the person whose diary it is."""
    found = read.simple(reader.connection, reader.names, Noun.PERSON)
    return found[0] if found and isinstance(found[0], Person) else None


def authors(reader: Reader) -> dict[str, Author]:
    """Those who write in the diary, by uid; the person themselves is always there."""
    found = read.simple(reader.connection, reader.names, Noun.AUTHOR)
    return {SELF: Author(uid=SELF)} | {one.uid: one for one in found if isinstance(one, Author)}


def given_reports(reader: Reader) -> list[GivenReport]:
    """The reports given so far, the newest first."""
    found = read.simple(reader.connection, reader.names, Noun.GIVEN_REPORT)
    given = [one for one in found if isinstance(one, GivenReport)]
    return sorted(given, key=lambda one: (one.until, one.given.local), reverse=True)


def redrawings(reader: Reader) -> tuple[Redrawing, ...]:
    """The days that were drawn once more, in the order in which that was done."""
    found = read.simple(reader.connection, reader.names, Noun.REDRAWING)
    drawn = [one for one in found if isinstance(one, Redrawing)]
    return tuple(sorted(drawn, key=lambda one: (one.drawn.local, one.uid)))


def drafts(reader: Reader) -> dict[str, Draft]:
    """What is being typed, by form."""
    found = reader.connection.execute(select(tables.draft).order_by(tables.draft.c.key)).all()
    return {row.key: Draft(key=row.key, content=row.content, kept=Moment.parse(row.kept)) for row in found}


def source_keys(reader: Reader, source: str) -> set[str]:
    """The source's own keys of what came in from `source` and is live."""
    wanted = select(_ENTRY.source_key).where(_ENTRY.source_name == source, _ENTRY.source_key.is_not(None))
    return set(reader.connection.execute(wanted).scalars())


def deleted_source_keys(reader: Reader, source: str) -> set[str]:
    """Keys of what came in from `source` and was deleted here by hand: it is not brought in again.

    What was brought back since, and went for another reason, was not.
    """
    revision, change = tables.revision.c, tables.change.c
    key = func.json_extract(revision.before, "$.source_key")
    later = tables.revision.alias("later").c
    gone_again = (
        select(later.id).where(later.noun == revision.noun, later.uid == revision.uid, later.id > revision.id)
    ).exists()
    wanted = (
        select(key)
        .join(tables.change, revision.change == change.id)
        .where(revision.noun == str(Noun.ENTRY), change.verb == str(Verb.DELETE), ~gone_again)
        .where(func.json_extract(revision.before, "$.source.name") == source, key.is_not(None))
    )
    gone = tables.PLAIN_TABLES[Noun.ERASED].c
    erased = select(gone.source_key).where(gone.source == source, gone.source_key.is_not(None))
    found = {*reader.connection.execute(wanted).scalars(), *reader.connection.execute(erased).scalars()}
    return found - source_keys(reader, source)


def ordinal(day: ColumnElement[str]) -> ColumnElement[int]:
    """A day's column as proleptic Gregorian ordinals."""
    return cast(func.julianday(day) - literal(ORDINAL_OF_JULIAN), Integer)


def lateness_of(day: ColumnElement[str]) -> ColumnElement[str]:
    """The class of a typed row about `day` by the change that first wrote it (join `FIRST`)."""
    days = func.julianday(FIRST.c.day) - func.julianday(day)
    return case(
        (days <= 0, str(Lateness.SAME_DAY)),
        (days == 1, str(Lateness.NEXT_DAY)),
        (days <= MEMORY_AFTER_DAYS, str(Lateness.LATER)),
        else_=str(Lateness.MEMORY),
    )


def lateness_class() -> ColumnElement[str]:
    """The class of a value by the change that first wrote it; imported values by what their source gave."""
    no_moment = and_(
        _ENTRY.source_kind == str(SourceKind.APP), _ENTRY.at.is_(None), _ENTRY.kind != str(EntryKind.NIGHT)
    )
    return case(
        (no_moment, str(Lateness.MEMORY)),
        (_ENTRY.source_kind != str(SourceKind.TYPED), str(Lateness.IMPORTED)),
        else_=lateness_of(_ENTRY.day),
    )


def _lists(
    reader: Reader, columns: tuple[ColumnElement[Any], ...], inside: ColumnElement[bool]
) -> dict[int, list[tuple[Any, Any]]]:
    """The two last of three columns by the first, the number of an area; in the order of the area's list."""
    table = columns[0].table
    wanted: Select[Any] = (
        select(*columns)
        .join(tables.area, columns[0] == tables.area.c.id)
        .join(tables.entry, tables.area.c.entry == _ENTRY.id)
        .where(inside)
        .order_by(columns[0], table.c.position)
    )
    groups: dict[int, list[tuple[Any, Any]]] = {}
    for area, one, other in reader.connection.execute(wanted).all():
        groups.setdefault(area, []).append((one, other))
    return groups


__all__ = ["day_end", "measures", "settings"]


def sites_only_in(reader: Reader, regions: tuple[str, ...]) -> frozenset[str]:
    """The uids of lasting places that were only ever marked with regions that begin so."""
    area, covered = tables.area.c, tables.area_region.c
    wanted = select(area.site, covered.region).join(tables.area_region, covered.area == area.id)
    found: dict[str, bool] = {}
    for site, region in reader.connection.execute(wanted.where(area.site.is_not(None)).distinct()):
        found[site] = found.get(site, True) and region.startswith(regions)
    return frozenset(site for site, only in found.items() if only)

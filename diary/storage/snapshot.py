"""The whole record at once: read for an export, written into an empty file by a restore."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select

from diary.errors import DiaryError
from diary.models import tables
from diary.models.codes import Noun
from diary.models.nouns import PLAIN, SECTION_OF
from diary.models.records import (
    Author,
    Change,
    Changes,
    Draft,
    Entry,
    GivenReport,
    Measure,
    Person,
    Record,
    Redrawing,
    Revision,
    Setting,
)
from diary.storage import queries, read, rows, write
from diary.storage.plain_rows import Row
from diary.storage.reading import Reader
from diary.storage.write import Stamp
from diary.wording import say

_NOUN_OF = {name: noun for noun, name in SECTION_OF.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything a diary holds: changes and revisions in the order they were made, entries by day."""

    changes: tuple[Change, ...] = ()
    entries: tuple[Entry, ...] = ()
    measures: tuple[Measure, ...] = ()
    people: tuple[Person, ...] = ()
    authors: tuple[Author, ...] = ()
    given_reports: tuple[GivenReport, ...] = ()
    redrawings: tuple[Redrawing, ...] = ()
    settings: tuple[Setting, ...] = ()
    revisions: tuple[Revision, ...] = ()
    drafts: tuple[Draft, ...] = ()
    plain: Mapping[Noun, tuple[Record, ...]] = field(default_factory=lambda: dict.fromkeys(PLAIN, ()))

    def section(self, name: str) -> tuple[Any, ...]:
        """One list by its name in an export (a field's name, or one of `models.nouns.SECTION_OF`)."""
        noun = _NOUN_OF.get(name)
        found: tuple[Any, ...] = getattr(self, name) if noun is None else self.plain.get(noun, ())
        return found

    @classmethod
    def of(cls, sections: Mapping[str, tuple[Any, ...]]) -> Snapshot:
        """The snapshot with these lists, by their names in an export."""
        named = {name: found for name, found in sections.items() if name not in _NOUN_OF}
        return cls(**named, plain={noun: sections.get(name, ()) for name, noun in _NOUN_OF.items()})


def snapshot(reader: Reader) -> Snapshot:
    """The whole record, for `Diary.ask`."""
    connection, names = reader.connection, reader.names
    every = select(tables.change).order_by(tables.change.c.id)
    numbered = [(row.id, rows.change_of(row)) for row in connection.execute(every).all()]
    uids = {number: change.uid for number, change in numbered}

    def simple(noun: Noun) -> tuple[Any, ...]:
        return tuple(read.simple(connection, names, noun))

    return Snapshot(
        changes=tuple(change for _, change in numbered),
        entries=tuple(read.entries(connection, names, tables.entry.c.id.is_not(None))),
        measures=simple(Noun.MEASURE),
        people=simple(Noun.PERSON),
        authors=simple(Noun.AUTHOR),
        given_reports=simple(Noun.GIVEN_REPORT),
        redrawings=simple(Noun.REDRAWING),
        settings=simple(Noun.SETTING),
        revisions=_revisions(connection, uids),
        drafts=tuple(queries.drafts(reader).values()),
        plain={noun: simple(noun) for noun in PLAIN},
    )


def write_snapshot(reader: Reader, whole: Snapshot) -> tuple[Changes, int]:
    """Writes a snapshot into an empty record, row for row; DiaryError if it holds anything.

    Returns what looks different, and the row number of the newest change.
    """
    connection = reader.connection
    if not is_empty(reader):
        raise DiaryError(say("error.not_empty"), say("error.nothing_changed"), say("error.not_empty_do"))
    numbers = {change.uid: number for number, change in enumerate(whole.changes, 1)}
    found = [{"id": numbers[change.uid], **rows.change_row(change)} for change in whole.changes]
    _insert(connection, tables.change, found)
    stamp = Stamp(len(numbers), numbers, restored=True)
    write.insert_entries(connection, whole.entries, stamp)
    for noun, records in _simple(whole).items():
        write.insert_simple(connection, noun, records, stamp)
    _insert(connection, tables.revision, _revision_rows(whole.revisions, numbers))
    drafts = [{"key": one.key, "content": one.content, "kept": str(one.kept)} for one in whole.drafts]
    _insert(connection, tables.draft, drafts)
    nouns = {noun for noun, records in _simple(whole).items() if records}
    nouns |= {Noun.ENTRY} if whole.entries else set()
    days = frozenset(one.day for one in whole.entries)
    return Changes(change=None, nouns=frozenset(nouns), days=days), len(numbers)


def is_empty(reader: Reader) -> bool:
    """Whether nothing was ever written in this diary, not even a draft."""
    counted = (
        reader.connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (tables.change, tables.draft)
    )
    return not any(counted)


def _simple(whole: Snapshot) -> dict[Noun, Sequence[Record]]:
    return {
        Noun.MEASURE: whole.measures,
        Noun.PERSON: whole.people,
        Noun.AUTHOR: whole.authors,
        Noun.GIVEN_REPORT: whole.given_reports,
        Noun.REDRAWING: whole.redrawings,
        Noun.SETTING: whole.settings,
        **whole.plain,
    }


def _revisions(connection: Connection, uids: dict[int, str]) -> tuple[Revision, ...]:
    wanted = select(tables.revision).order_by(tables.revision.c.id)
    return tuple(
        Revision(
            noun=Noun(row.noun),
            uid=row.uid,
            change=uids[row.change],
            replaced=uids[row.replaced],
            before=row.before,
        )
        for row in connection.execute(wanted).all()
    )


def _revision_rows(revisions: Sequence[Revision], numbers: dict[str, int]) -> list[Row]:
    return [
        {
            "id": at,
            "noun": str(one.noun),
            "uid": one.uid,
            "change": numbers[one.change],
            "replaced": numbers[one.replaced],
            "before": one.before,
        }
        for at, one in enumerate(revisions, 1)
    ]


def _insert(connection: Connection, table: Any, found: list[Row]) -> None:
    if found:
        connection.execute(insert(table), found)

"""Where words that are erased here may still stand: kept reports, exports, back-ups, each by its date."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from diary.models import tables
from diary.models.codes import Noun
from diary.models.records import GivenExport, GivenReport
from diary.storage import queries
from diary.storage.life_queries import all_of
from diary.storage.raw import SIDES, is_diary
from diary.storage.read import SIMPLE
from diary.storage.reading import Reader

_REVISION = tables.revision.c


class BackUp(NamedTuple):
    """A diary file beside this one, and when it was written."""

    name: str
    written: date


class Traces(NamedTuple):
    """Where a record's words may still stand."""

    reports: tuple[GivenReport, ...]
    exports: tuple[GivenExport, ...]
    backups: tuple[BackUp, ...]


def traces(reader: Reader, path: Path, noun: Noun, uid: str) -> Traces:
    """The reports and exports made since the record was first written, and the back-ups beside the file.

    What came first is told by the order of changes, which no clock that was set back puts otherwise.
    """
    since = _first_written(reader, noun, uid)
    reports, exports = (_kept_since(reader, of, since) for of in (Noun.GIVEN_REPORT, Noun.GIVEN_EXPORT))
    given = (one for one in all_of(reader, GivenExport) if one.uid in exports)
    in_order = sorted(given, key=lambda one: exports[one.uid])
    told = (one for one in queries.given_reports(reader) if one.uid in reports)
    return Traces(tuple(told), tuple(in_order), back_ups(path))


def back_ups(path: Path) -> tuple[BackUp, ...]:
    """The other diary files in the folder of `path`, whatever they are called, the oldest first."""
    found = []
    for one in path.parent.iterdir():
        beside = one.name.endswith(SIDES)  # SQLite's own files of an open diary are no copies
        if one.name != path.name and not beside and one.is_file() and is_diary(one):
            when = datetime.fromtimestamp(one.stat().st_mtime).date()  # noqa: DTZ006  # the wall's date
            found.append(BackUp(one.name, when))
    return tuple(sorted(found, key=lambda one: (one.written, one.name)))


def _first_written(reader: Reader, noun: Noun, uid: str) -> int:
    """The row number of the change that first wrote the record, as far as it is still known; else 0."""
    table = tables.entry if noun is Noun.ENTRY else SIMPLE[noun][0]
    live = select(func.min(table.c.first)).where(table.c.uid == uid)
    old = select(func.min(_REVISION.replaced)).where(_REVISION.noun == str(noun), _REVISION.uid == uid)
    numbers = [reader.connection.execute(one).scalar_one() for one in (live, old)]
    return min((int(one) for one in numbers if one is not None), default=0)


def _kept_since(reader: Reader, noun: Noun, since: int) -> dict[str, int]:
    """The number of the change that kept each report or export, by uid, from change `since` on."""
    table = SIMPLE[noun][0].c
    wanted = select(table.uid, table.first).where(table.first >= since)
    return {row.uid: row.first for row in reader.connection.execute(wanted)}

"""Where words that are erased here may still stand: kept reports, exports, back-ups, each by its date."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from diary.models import tables
from diary.models.codes import Noun
from diary.models.moments import Moment
from diary.models.records import GivenExport, GivenReport
from diary.storage import queries
from diary.storage.life_queries import all_of
from diary.storage.raw import is_diary
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
    """The reports and exports made since the record was first written, and the back-ups beside the file."""
    since = _first_written(reader, noun, uid)
    reports = (one for one in queries.given_reports(reader) if not _before(one.given, since))
    exports = (one for one in all_of(reader, GivenExport) if not _before(one.given, since))
    in_order = sorted(exports, key=lambda one: one.given.local)
    return Traces(tuple(reports), tuple(in_order), back_ups(path))


def back_ups(path: Path) -> tuple[BackUp, ...]:
    """The other diary files in the folder of `path` that carry its name, the oldest first."""
    found = []
    for one in path.parent.glob(f"{_escaped(path.stem)}*{path.suffix}"):
        if one.name != path.name and one.is_file() and is_diary(one):
            when = datetime.fromtimestamp(one.stat().st_mtime).date()  # noqa: DTZ006  # the wall's date
            found.append(BackUp(one.name, when))
    return tuple(sorted(found, key=lambda one: (one.written, one.name)))


def _escaped(text: str) -> str:
    return "".join(f"[{one}]" if one in "*?[" else one for one in text)


def _first_written(reader: Reader, noun: Noun, uid: str) -> Moment | None:
    """When the record was first written, as far as the record still knows."""
    from diary.storage.read import SIMPLE

    table = tables.entry if noun is Noun.ENTRY else SIMPLE[noun][0]
    live = select(func.min(table.c.first)).where(table.c.uid == uid)
    old = select(func.min(_REVISION.replaced)).where(_REVISION.noun == str(noun), _REVISION.uid == uid)
    numbers = [reader.connection.execute(one).scalar_one() for one in (live, old)]
    known = [int(one) for one in numbers if one is not None]
    if not known:
        return None
    change = select(tables.change.c.at).where(tables.change.c.id == min(known))
    return Moment.parse(reader.connection.execute(change).scalar_one())


def _before(one: Moment, other: Moment | None) -> bool:
    if other is None:
        return False
    if one.utc is not None and other.utc is not None:
        return one.utc < other.utc
    return one.local < other.local

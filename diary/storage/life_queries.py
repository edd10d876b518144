"""The records of treatments, story and plan, whole or narrow, with the class of what is about a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeVar

from sqlalchemy import select

from diary.models import tables
from diary.models.codes import Lateness, Noun
from diary.models.records import Record
from diary.models.views import DoseRow, ReliefRow
from diary.storage import read
from diary.storage.queries import FIRST, lateness_of, ordinal
from diary.storage.reading import Reader

T = TypeVar("T", bound=Record)

DAYED = (
    *(Noun.DOSE, Noun.SIDE_EFFECT, Noun.SESSION, Noun.ATTAINMENT, Noun.CONSULT),
    *(Noun.RESPONSE, Noun.ATTRIBUTION),
)
"""The nouns with a day of their own."""


class DayRow(NamedTuple):
    """One record that is about a day, with its lateness class and whether it was changed since."""

    record: Record
    lateness: Lateness
    changed: bool


def all_of(reader: Reader, kind: type[T], /) -> list[T]:
    """Every live record of a noun of `models.nouns.PLAIN`, by uid."""
    found = read.simple(reader.connection, reader.names, kind.noun)
    return [one for one in found if isinstance(one, kind)]


def one_of(reader: Reader, kind: type[T], uid: str) -> T | None:
    """The live record with that uid, or None."""
    found = read.record(reader.connection, reader.names, kind.noun, uid)
    return found if isinstance(found, kind) else None


def between(reader: Reader, kind: type[T], since: date, until: date) -> list[T]:
    """The records of a noun of `DAYED` about the days from `since` to `until`, by day."""
    table = tables.PLAIN_TABLES[kind.noun]
    inside = table.c.day.between(str(since), str(until))
    found = read.simple(reader.connection, reader.names, kind.noun, inside)
    ours = [one for one in found if isinstance(one, kind)]
    return sorted(ours, key=lambda one: str(getattr(one, "day", "")))


def naming(reader: Reader, kind: type[T], field: str, uid: str) -> list[T]:
    """The records of a noun whose `field` names the record `uid`: steps of a treatment, reliefs of a dose."""
    column = tables.PLAIN_TABLES[kind.noun].c[field]
    found = read.simple(reader.connection, reader.names, kind.noun, column == uid)
    return [one for one in found if isinstance(one, kind)]


def doses_between(reader: Reader, since: date, until: date) -> list[DoseRow]:
    """The doses of the days from `since` to `until`, by day and row."""
    dose = tables.PLAIN_TABLES[Noun.DOSE].c
    wanted = (
        select(
            ordinal(dose.day),
            dose.treatment,
            dose.at,
            dose.amount,
            dose.unit,
            lateness_of(dose.day),
            dose.uid,
        )
        .join(FIRST, dose.first == FIRST.c.id)
        .where(dose.day.between(str(since), str(until)))
        .order_by(dose.day, dose.id)
    )
    return [DoseRow._make(row) for row in reader.connection.execute(wanted).all()]


def reliefs_between(reader: Reader, since: date, until: date) -> list[ReliefRow]:
    """The reliefs of the doses of the days from `since` to `until`.

    Their class is that of the diary day on which each was first written, seen from the day of its dose.
    """
    dose, relief = tables.PLAIN_TABLES[Noun.DOSE].c, tables.PLAIN_TABLES[Noun.RELIEF].c
    wanted = (
        select(relief.dose, relief.after_min, relief.pain, lateness_of(dose.day))
        .join(tables.PLAIN_TABLES[Noun.DOSE], dose.uid == relief.dose)
        .join(FIRST, relief.first == FIRST.c.id)
        .where(dose.day.between(str(since), str(until)))
        .order_by(relief.uid)
    )
    return [ReliefRow._make(row) for row in reader.connection.execute(wanted).all()]


def classes(reader: Reader, noun: Noun, since: date, until: date) -> dict[str, tuple[Lateness, bool]]:
    """Lateness class, and whether it was changed since, of the records of a noun of `DAYED`, by uid."""
    columns = tables.PLAIN_TABLES[noun].c
    wanted = (
        select(columns.uid, lateness_of(columns.day), columns.first != columns.last)
        .join(FIRST, columns.first == FIRST.c.id)
        .where(columns.day.between(str(since), str(until)))
    )
    found = reader.connection.execute(wanted)
    return {uid: (Lateness(late), bool(changed)) for uid, late, changed in found}


def day_rows(reader: Reader, kind: type[T], since: date, until: date) -> list[DayRow]:
    """The records of a noun of `DAYED` with their classes, by day."""
    known = classes(reader, kind.noun, since, until)
    return [DayRow(one, *known[one.uid]) for one in between(reader, kind, since, until)]

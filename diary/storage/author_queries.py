"""Who wrote what: entries by somebody else than the person, and who has written anything at all."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from diary.models import tables
from diary.models.codes import Noun
from diary.storage.reading import SELF, Reader

_ENTRY = tables.entry.c


def helped_between(reader: Reader, since: date, until: date) -> dict[str, str]:
    """Who wrote, by the uid of each entry of these days that somebody else than the person wrote."""
    wanted = select(_ENTRY.uid, _ENTRY.author).where(
        _ENTRY.author != SELF, _ENTRY.day.between(str(since), str(until))
    )
    return {row.uid: row.author for row in reader.connection.execute(wanted)}


def helped_records(reader: Reader, noun: Noun) -> dict[str, str]:
    """Who wrote it first, by the uid of each record of a noun of `PLAIN` that somebody else wrote."""
    columns = tables.PLAIN_TABLES[noun].c
    wanted = (
        select(columns.uid, tables.change.c.author)
        .join(tables.change, columns.first == tables.change.c.id)
        .where(tables.change.c.author != SELF)
    )
    return {row.uid: row.author for row in reader.connection.execute(wanted)}


def wrote(reader: Reader) -> frozenset[str]:
    """Everyone whose hand any change or entry is of, also where it was taken back since."""
    found = set(reader.connection.execute(select(tables.change.c.author).distinct()).scalars())
    found |= set(reader.connection.execute(select(_ENTRY.author).distinct()).scalars())
    return frozenset(found)

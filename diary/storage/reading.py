"""What every query reads with, and the few facts that saving asks for as well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from sqlalchemy import Connection, select

from diary.models import tables
from diary.models.codes import Noun
from diary.models.measures import BUILT_IN
from diary.models.moments import DAY_END
from diary.models.records import Measure, Setting
from diary.storage import read
from diary.storage.read import ChangeNames

SELF = "author-self"
"""The author uid of the person whose diary it is; known without a row of its own."""

DAY_END_SETTING = "day_end"

SAMPLE_SETTING = "sample"
"""True in the diary of a made-up person, which says so wherever it is shown."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a query reads with: a connection inside a transaction, and the names of changes."""

    connection: Connection
    names: ChangeNames


def settings(reader: Reader) -> dict[str, Setting]:
    """The settings that travel with the diary, by key."""
    found = read.simple(reader.connection, reader.names, Noun.SETTING)
    return {one.uid: one for one in found if isinstance(one, Setting)}


def day_end(reader: Reader) -> time:
    """When a day ends: the diary's setting; 03:00 of the next date where there is none that can be read."""
    kept = reader.connection.execute(
        select(tables.setting.c.value).where(tables.setting.c.uid == DAY_END_SETTING)
    ).scalar_one_or_none()
    if kept is None:
        return DAY_END
    try:
        return time.fromisoformat(json.loads(kept))
    except (TypeError, ValueError):
        return DAY_END  # which `check` tells of


def is_sample(reader: Reader) -> bool:
    """Whether the diary is that of a made-up person, as `demo` makes it."""
    kept = reader.connection.execute(
        select(tables.setting.c.value).where(tables.setting.c.uid == SAMPLE_SETTING)
    ).scalar_one_or_none()
    return kept is not None and kept.strip() == "true"


def measures(reader: Reader) -> Mapping[str, Measure]:
    """All measures by code: the built-in ones, changed or joined by the diary's own."""
    known = {one.code: one for one in BUILT_IN}
    for one in read.simple(reader.connection, reader.names, Noun.MEASURE):
        if isinstance(one, Measure):
            known[one.code] = one
    return dict(sorted(known.items(), key=lambda item: (item[1].position, item[0])))

"""Records of `models.nouns.PLAIN` as table rows and back, by the one codec of exports."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

from diary.models.codes import Noun
from diary.models.nouns import PLAIN
from diary.models.plain import from_plain, to_plain
from diary.models.records import Provenance, Record

Row = dict[str, Any]


def plain_row(record: Record) -> Row:
    """The columns of a record without its changes; lists are JSON text."""
    found = ((field.name, getattr(record, field.name)) for field in dataclasses.fields(record))
    return {name: _column(value) for name, value in found if name != "written"}


def _column(value: object) -> object:
    if isinstance(value, tuple):
        return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return to_plain(value)


def plain_of(noun: Noun) -> Callable[[Any, Provenance], Record]:
    """How a row of that noun's table becomes its record; ValueError names the field that does not fit."""
    kind: type[Any] = PLAIN[noun]
    fields = [one for one in dataclasses.fields(kind) if one.name != "written"]
    names = [one.name for one in fields]
    listed = {one.name for one in fields if str(one.type).startswith("tuple[")}

    def of(row: Any, written: Provenance) -> Record:
        values = {name: getattr(row, name) for name in names}
        plain = {
            name: json.loads(value) if name in listed else value
            for name, value in values.items()
            if value is not None
        }
        record: Record = dataclasses.replace(from_plain(kind, plain), written=written)
        return record

    return of

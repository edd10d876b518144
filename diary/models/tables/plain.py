"""The tables of the nouns that are one row each, made from their dataclasses; lists stand as JSON text."""

from __future__ import annotations

import dataclasses
from types import NoneType
from typing import Any, get_args, get_type_hints

from sqlalchemy import Boolean, Column, Float, Integer, String, Table

from diary.models.codes import Noun
from diary.models.nouns import PLAIN
from diary.models.tables.base import changed_by, metadata, uid

INDEXED: dict[Noun, tuple[str, ...]] = {
    Noun.DOSE_STEP: ("treatment",),
    Noun.DOSE: ("treatment", "day"),
    Noun.RELIEF: ("dose",),
    Noun.SIDE_EFFECT: ("day",),
    Noun.SESSION: ("day",),
    Noun.ATTAINMENT: ("goal",),
    Noun.QUESTION: ("consult",),
    Noun.RESPONSE: ("instrument", "day"),
    Noun.ATTRIBUTION: ("day",),
}
"""What records are looked up by."""

_TYPES = {bool: Boolean, int: Integer, float: Float}


def _table(noun: Noun, kind: type[Any]) -> Table:
    hints = get_type_hints(kind)
    names = [one.name for one in dataclasses.fields(kind) if one.name not in ("uid", "written")]
    columns = [_column(name, hints[name], index=name in INDEXED.get(noun, ())) for name in names]
    number = Column("id", Integer, primary_key=True)
    return Table(str(noun), metadata, number, uid(), *columns, *changed_by())


def _column(name: str, hint: Any, *, index: bool) -> Column[Any]:
    """A field's column: it may be empty where the field may be None."""
    may_be_absent = NoneType in get_args(hint)
    kind = next((one for one in get_args(hint) if one is not NoneType), hint) if may_be_absent else hint
    return Column(name, _TYPES.get(kind, String), nullable=may_be_absent, index=index)


PLAIN_TABLES: dict[Noun, Table] = {noun: _table(noun, kind) for noun, kind in PLAIN.items()}
"""The table of each noun in `models.nouns.PLAIN`."""

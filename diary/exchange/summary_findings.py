"""All findings as plain JSON values: the names of the fields are the keys, docs/summary.md tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from diary.models.rough import Rough

if TYPE_CHECKING:
    from diary.insight.findings.analysis import Analysis

DAYS = frozenset(
    (
        *("since", "until", "today", "from_day", "first_day", "last_day", "first", "last", "monday", "day"),
        *("asked", "ended", "seen", "counted_since", "ends", "next_change"),
        *("before_since", "before_until", "after_since", "after_until"),
    )
)
"""The fields that hold a day as its ordinal."""

LEFT_OUT = frozenset(("written",))
"""What belongs to the record, not to its numbers: who wrote it and when stands in the export."""

DIGITS = 6
"""Numbers have so many significant digits: a p of 0.00012 stays one."""


def findings(analysis: Analysis) -> dict[str, object]:
    """Every field of the analysis by its name; days are ISO dates, absent ones null."""
    return _fields(analysis)


def _fields(one: object) -> dict[str, object]:
    assert is_dataclass(one)
    return {
        each.name: _plain(getattr(one, each.name), each.name)
        for each in fields(one)
        if each.name not in LEFT_OUT
    }


def _plain(one: object, name: str = "") -> object:
    """A value as JSON has it; `name` is the field that holds it."""
    if isinstance(one, Enum | Rough):
        return str(one.value if isinstance(one, Enum) else one)
    if isinstance(one, date):
        return one.isoformat()
    if isinstance(one, bool) or one is None or isinstance(one, str):
        return one
    if isinstance(one, int):
        return date.fromordinal(one).isoformat() if name in DAYS else one
    if isinstance(one, float):
        return float(f"{one:.{DIGITS}g}")
    if isinstance(one, Mapping):
        return {str(key): _plain(value) for key, value in one.items()}
    if isinstance(one, tuple | list | frozenset):
        return [_plain(value) for value in one]
    return _fields(one)

"""A record that was changed here and elsewhere at once: each side keeps what only it changed."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from diary.models.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What both sides come to; of the fields in `both` it holds what was typed here."""

    record: Record
    taken: tuple[str, ...]
    """The fields that only the other side changed."""
    both: tuple[str, ...]
    """The fields that each side changed to something else."""


def merge(base: Record, typed: Record, current: Record) -> Merged:
    """`base` is what the form began with, `typed` what it holds, `current` what the diary holds by now."""
    taken: list[str] = []
    both: list[str] = []
    for name in (one.name for one in fields(base) if one.name not in ("uid", "written")):
        old, mine, theirs = (getattr(one, name) for one in (base, typed, current))
        if theirs in (old, mine):
            continue
        (taken if mine == old else both).append(name)
    values: dict[str, Any] = {name: getattr(current, name) for name in (*taken, "written")}
    return Merged(record=replace(typed, **values), taken=tuple(taken), both=tuple(both))

"""What an importer finds in a file: entries and measures ready to be kept, and what it could not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time

from diary.models.records import Entry, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an importer needs to know of the diary: who writes, the present day, when days end, measures."""

    author: str
    today: date
    day_end: time
    make_uid: Callable[[], str]
    measures: Mapping[str, Measure]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of a file that does not come in: where it stands ("line 7"), and why."""

    place: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The content of a file; `measures` those that the diary has not yet; `repeated` what was taken once."""

    entries: tuple[Entry, ...] = ()
    measures: tuple[Measure, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    repeated: int = 0

"""Flares: which moments are some, how long they last, and which have no end yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from diary.models.codes import EntryKind, SourceKind
from diary.models.moments import Moment, time_between
from diary.models.records import Entry

OPEN_FOR = timedelta(hours=24)
"""How long after its start a flare without an end is still asked about."""


def is_flare(entry: Entry) -> bool:
    """Whether an entry is a moment with pain or attacks; a moment without pain is none."""
    if entry.kind is not EntryKind.MOMENT or entry.at is None:
        return False
    numbers = (entry.reading(code) for code in ("pain_now", "pain_peak", "attacks_now"))
    hurts = any(one is not None and one.value for one in numbers)
    return hurts or any(area.severity for area in entry.areas)


def open_flares(entries: Iterable[Entry], now: Moment, author: str) -> list[Entry]:
    """Flares typed by `author` that began in the last 24 hours and have no end, the latest first."""
    found = [
        (since, one)
        for one in entries
        if is_flare(one)
        and one.until is None
        and one.author == author
        and one.source.kind is SourceKind.TYPED
        if one.at is not None and (since := time_between(one.at, now)) <= OPEN_FOR
    ]
    return [one for _since, one in sorted(found, key=lambda pair: (pair[0], pair[1].uid))]

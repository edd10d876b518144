"""Days, nights and moments: when each is about, and in what order its parts stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.fhir.body import places
from diary.exchange.fhir.sittings import sittings
from diary.exchange.fhir.sleep import sleep
from diary.exchange.fhir.values import Json, at_moment, days, night_of, stretch
from diary.models.codes import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.fhir.material import Made, Material
    from diary.models.records import Entry


def entries(material: Material) -> Iterator[Made]:
    """Everything of every entry, in its order."""
    for entry in material.whole.entries:
        yield from _entry(material, entry)


def _entry(material: Material, entry: Entry) -> Iterator[Made]:
    when = when_of(entry)
    yield from sittings(material, entry, when)
    yield from places(material, entry, when)
    yield from sleep(material, entry, when)


def when_of(entry: Entry) -> Json:
    """When an entry is about: its day, the night that ends on it, or the moment with its offset."""
    if entry.kind is EntryKind.NIGHT:
        return {"effectivePeriod": night_of(entry.day)}
    if entry.kind is EntryKind.DAY:
        return {"effectivePeriod": days(entry.day, entry.day)}
    if entry.at is None:
        return {"effectiveDateTime": entry.day.isoformat()}
    lasted = stretch(entry.at, entry.until) if entry.until is not None else {}
    if "end" in lasted and "start" in lasted:
        return {"effectivePeriod": lasted}
    return at_moment("effectiveDateTime", entry.at)

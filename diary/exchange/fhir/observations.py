"""Days, nights and moments: every answer an Observation, with when it is about and when it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.fhir.body import places
from diary.exchange.fhir.codes import concept
from diary.exchange.fhir.material import About, Made, Material, component, kind_of
from diary.exchange.fhir.sleep import sleep
from diary.exchange.fhir.values import (
    Json,
    as_integer,
    at_moment,
    days,
    night_of,
    quantity,
    score,
    stretch,
    uid_of,
    words,
)
from diary.models.codes import EntryKind, Group, MeasureKind
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.models.records import Entry, Measure, Reading

SECTION_OF = {Group.PAIN: "pain", Group.SLEEP: "sleep", Group.DAY: "sleep"}
"""The section of a group of measures; the others stand in the annex."""

OF_FUNCTION = frozenset({"interference"})

OWN_WORDS = {"note": "annex", "doing": "pain", "helped": "pain"}
"""Texts of an entry, and their sections."""


def entries(material: Material) -> Iterator[Made]:
    """Everything of every entry, in its order."""
    for entry in material.whole.entries:
        yield from _entry(material, entry)


def _entry(material: Material, entry: Entry) -> Iterator[Made]:
    when = when_of(entry)
    for reading in entry.readings:
        found = _reading(material, entry, reading, when)
        if found is not None:
            yield found
    yield from places(material, entry, when)
    yield from sleep(material, entry, when)
    about = _about(material, entry, when)
    for name, section in OWN_WORDS.items():
        text = words(getattr(entry, name))
        if text:
            resource = about.observation(uid_of(name, entry.uid), kind_of(name), {"valueString": text})
            yield Made(section, resource, entry.written, entry.uid, say(f"fhir.kind.{name}"))
    if entry.answered:
        yield _answered(entry, about)


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


def _about(material: Material, entry: Entry, when: Json) -> About:
    return About(
        material=material,
        when=when,
        written=entry.written,
        by=material.author(entry.author),
        lateness=material.lateness(entry, entry.written),
        source=entry.source,
        at=entry.at,
    )


def _reading(material: Material, entry: Entry, reading: Reading, when: Json) -> Made | None:
    measure = material.measures.get(reading.measure)
    value = value_of(reading, measure)
    if value is None:
        return None
    name = measure_words(reading.measure, material.measures)
    about = About(
        material=material,
        when=when,
        written=reading.written,
        by=material.author(entry.author),
        lateness=material.lateness(entry, reading.written),
        source=entry.source,
        at=entry.at,
    )
    uid = uid_of("reading", entry.uid, reading.measure)
    resource = about.observation(uid, concept("measure", reading.measure, name), value)
    section = "annex" if measure is None else SECTION_OF.get(measure.group, "annex")
    section = "function" if reading.measure in OF_FUNCTION else section
    return Made(section, resource, reading.written, entry.uid, name)


def value_of(reading: Reading, measure: Measure | None) -> Json | None:
    """What was answered as its `value[x]`; None where nothing was."""
    value, text = reading.value, words(reading.text)
    kind = measure.kind if measure is not None else None
    if kind is MeasureKind.CHOICE and text:
        return {"valueCodeableConcept": {"text": text}}
    if value is None:
        return {"valueString": text} if text else None
    if kind is MeasureKind.YES_NO and value in (0, 1):
        return {"valueBoolean": bool(value)}
    unit = measure.unit if measure is not None and measure.unit else ""
    if kind is MeasureKind.MINUTES:
        return {"valueQuantity": quantity(value, "min")}
    whole = as_integer(value)
    if kind in (MeasureKind.SCALE, MeasureKind.COUNT) and not unit and whole is not None:
        return {"valueInteger": whole}
    if kind is MeasureKind.SCALE and not unit:
        return {"valueQuantity": score(value)}
    return {"valueQuantity": quantity(value, unit)}


def _answered(entry: Entry, about: About) -> Made:
    """Which lists of the form were answered, and with *none* where that is the answer."""
    parts = [
        component(
            f"answered_{one}",
            {"valueCodeableConcept": concept("answered", answer, say(f"fhir.answered.{answer}"))},
        )
        for one, answer in sorted(entry.answered.items())
    ]
    resource = about.observation(uid_of("answered", entry.uid), kind_of("answered"), component=parts)
    return Made("completeness", resource, entry.written, entry.uid, say("fhir.kind.answered"))

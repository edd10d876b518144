"""What was told in one sitting: pain and time asleep for themselves, all else as parts of one Observation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diary.exchange.fhir.codes import concept
from diary.exchange.fhir.material import About, Made, Material, Told, component, kind_of
from diary.exchange.fhir.sleep import folded, stretch_parts, worked_out_parts
from diary.exchange.fhir.values import Json, as_integer, quantity, score, uid_of, words
from diary.insight.series import SLEEP
from diary.models.codes import EntryKind, Group, MeasureKind
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.models.provenance import Provenance
    from diary.models.records import Entry, Measure, Reading

SECTION_OF = {Group.PAIN: "pain", Group.SLEEP: "sleep", Group.DAY: "sleep"}
"""The section of a group of measures; the others stand in the annex."""

OF_FUNCTION = frozenset({"interference"})

WITH_AVERAGE = ("pain_worst", "pain_least")
"""Parts of the Observation of average pain that the same act wrote; else they are on their own."""

ALONE = frozenset({"pain_average", *WITH_AVERAGE, "pain_now", SLEEP})
"""Measures with an Observation of their own, since other software looks for them."""

OWN_WORDS = {"note": "annex", "doing": "pain", "helped": "pain"}
"""Texts of an entry, and their sections."""


class _Part(NamedTuple):
    """One component and what the reader is told of it; `told` is None where it is no answer of its own."""

    component: Json
    written: Provenance | None
    told: Told | None = None


def sittings(material: Material, entry: Entry, when: Json) -> Iterator[Made]:
    """The Observations of an entry's answers; what was first written by one act shares one Observation."""
    first = _first(entry.written)
    groups: dict[str, list[Reading]] = {first: []}
    for reading in entry.readings:
        groups.setdefault(_first(reading.written), []).append(reading)
    piece = folded(entry)
    if piece is not None:
        groups.setdefault(_first(piece.written), [])
    for act, readings in groups.items():
        told = [one for one in readings if value_of(one, material.measures.get(one.measure)) is not None]
        yield from _alone(material, entry, told, when)
        night = entry.kind is EntryKind.NIGHT
        head = next((one for one in told if night and one.measure == SLEEP), None)
        parts = [_answer(material, one) for one in told if one.measure not in ALONE]
        parts += _night(entry, act, head)
        if act == first:
            parts += [*_texts(entry), *_answered(entry)]
        uid = uid_of("sitting", entry.uid, act)
        if head is not None:
            yield _observed(material, entry, when, uid, head, parts)
        elif parts:
            yield _made(material, entry, when, uid, (kind_of(f"told_{entry.kind}"), None), parts)


def _first(written: Provenance | None) -> str:
    return written.first if written is not None else ""


def _about(material: Material, entry: Entry, when: Json, written: Provenance | None) -> About:
    return About(
        material=material,
        when=when,
        written=written,
        by=material.author(entry.author),
        lateness=material.lateness(entry, written),
        source=entry.source,
        at=entry.at,
    )


def _section(material: Material, code: str) -> str:
    measure = material.measures.get(code)
    if code in OF_FUNCTION:
        return "function"
    return "annex" if measure is None else SECTION_OF.get(measure.group, "annex")


def _alone(material: Material, entry: Entry, told: Sequence[Reading], when: Json) -> Iterator[Made]:
    """Pain and minutes asleep that were told of a day: each on its own, worst and least with the average."""
    on_their_own = {one.measure: one for one in told if one.measure in ALONE}
    if entry.kind is EntryKind.NIGHT:
        on_their_own.pop(SLEEP, None)
    joined = [one for code in WITH_AVERAGE if (one := on_their_own.get(code)) is not None]
    for code, reading in on_their_own.items():
        if code in WITH_AVERAGE and "pain_average" in on_their_own:
            continue
        parts = [_answer(material, one) for one in joined] if code == "pain_average" else []
        uid = uid_of("reading", entry.uid, code)
        yield _observed(material, entry, when, uid, reading, parts)


def _observed(
    material: Material, entry: Entry, when: Json, uid: str, head: Reading, parts: Sequence[_Part]
) -> Made:
    """An Observation of one measure with its parts."""
    name = measure_words(head.measure, material.measures)
    value = _value(material, head)
    told = Told(_section(material, head.measure), name, value)
    first = _Part({}, head.written, told)
    return _made(material, entry, when, uid, (concept("measure", head.measure, name), value), [first, *parts])


def _made(
    material: Material, entry: Entry, when: Json, uid: str, said: tuple[Json, Json | None], parts: list[_Part]
) -> Made:
    """One Observation of a code and value; it is amended where anything in it was changed later."""
    acts = list(dict.fromkeys(one.written for one in parts))
    written = next((one for one in acts if one is not None and one.first != one.last), acts[0])
    components = [one.component for one in parts if one.component]
    resource = _about(material, entry, when, written).observation(uid, *said, component=components)
    told = tuple(one.told for one in parts if one.told is not None)
    others = tuple((one, entry.uid) for one in acts if one != written)
    return Made("", resource, written, entry.uid, parts=others, told=told)


def _value(material: Material, reading: Reading) -> Json:
    return value_of(reading, material.measures.get(reading.measure)) or {}


def _answer(material: Material, reading: Reading) -> _Part:
    value = _value(material, reading)
    name = measure_words(reading.measure, material.measures)
    told = Told(_section(material, reading.measure), name, value)
    part = {"code": concept("measure", reading.measure, name), **value}
    return _Part(part, reading.written, told)


def _texts(entry: Entry) -> Iterator[_Part]:
    for name, section in OWN_WORDS.items():
        text = words(getattr(entry, name))
        if text:
            value: Json = {"valueString": text}
            told = Told(section, say(f"fhir.kind.{name}"), value)
            yield _Part({"code": kind_of(name), **value}, entry.written, told)


def _answered(entry: Entry) -> Iterator[_Part]:
    """Which lists of the form were answered, and with *none* where that is the answer."""
    for one, answer in sorted(entry.answered.items()):
        said = concept("answered", answer, say(f"fhir.answered.{answer}"))
        told = Told("completeness", say(f"fhir.part.answered_{one}"), {})
        part = component(f"answered_{one}", {"valueCodeableConcept": said})
        yield _Part(part, entry.written, told)


def _night(entry: Entry, act: str, head: Reading | None) -> Iterator[_Part]:
    """A night's only stretch with its times, and what follows from them where time asleep was given."""
    piece = folded(entry)
    if piece is None or _first(piece.written) != act:
        return
    told = Told("sleep", say("fhir.kind.sleep_stretch"), {})
    for at, part in enumerate(stretch_parts(piece)):
        yield _Part(part, piece.written, told if at == 0 else None)
    if head is not None:
        for part in worked_out_parts(entry):
            yield _Part(part, piece.written)


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

"""Nights: the stretches in bed and asleep with their times, and minutes asleep that follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import concept
from diary.exchange.fhir.material import About, Made, Material, component, kind_of
from diary.exchange.fhir.values import Json, moment_value, quantity, ref, stretch, uid_of
from diary.insight.nights import night
from diary.insight.series import SLEEP
from diary.models.codes import EntryKind, SourceKind
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.insight.nights import Night
    from diary.models.records import Entry, SleepPiece


def folded(entry: Entry) -> SleepPiece | None:
    """A night's only stretch, which needs no Observation of its own; None where there are others or none."""
    return entry.sleep[0] if entry.kind is EntryKind.NIGHT and len(entry.sleep) == 1 else None


def sleep(material: Material, entry: Entry, when: Json) -> Iterator[Made]:
    """An Observation for each of several stretches, and what follows from the times if that stands alone."""
    pieces = []
    if folded(entry) is None:
        for piece in entry.sleep:
            made = _stretch(material, entry, piece, when)
            pieces.append(str(made.resource["id"]))
            yield made
    if entry.sleep and entry.kind is EntryKind.NIGHT:
        yield from _worked_out(material, entry, when, pieces)


def stretch_parts(piece: SleepPiece) -> list[Json]:
    """The times of a stretch, minutes as its source counted them, and whether it was a nap."""
    times = (("bed", piece.bed), ("asleep", piece.asleep), ("awake", piece.awake), ("up", piece.up))
    parts = [component(name, moment_value(at)) for name, at in times if at is not None]
    if piece.asleep_min is not None:
        parts.append(component("asleep_min", {"valueQuantity": quantity(piece.asleep_min, "min")}))
    if piece.nap:
        parts.append(component("nap", {"valueBoolean": True}))
    return parts


def _stretch(material: Material, entry: Entry, piece: SleepPiece, when: Json) -> Made:
    lasted = stretch(piece.bed or piece.asleep, piece.up or piece.awake)
    about = _about(material, entry, piece, {"effectivePeriod": lasted} if lasted else when)
    uid = uid_of("sleep", entry.uid, piece.uid)
    resource = about.observation(uid, kind_of("sleep_stretch"), component=stretch_parts(piece))
    return Made("sleep", resource, piece.written, entry.uid, say("fhir.kind.sleep_stretch"))


def _told(entry: Entry) -> Night:
    """The night as far as its times and the given minutes say it."""
    awake, given = entry.reading("awake_min"), entry.reading(SLEEP)
    lain = None if awake is None else awake.value
    return night(entry.sleep, awake_min=lain, given_min=None if given is None else given.value)


def worked_out_parts(entry: Entry) -> list[Json]:
    """What follows from the times of a night: minutes in bed, until asleep, and asleep of 100 in bed."""
    told = _told(entry)
    parts = []
    if told.in_bed_min is not None:
        parts.append(component("in_bed_min", {"valueQuantity": quantity(told.in_bed_min, "min")}))
    if told.latency_min is not None:
        parts.append(component("latency_min", {"valueQuantity": quantity(told.latency_min, "min")}))
    if told.efficiency is not None and entry.source.kind is SourceKind.TYPED:
        parts.append(component("efficiency", {"valueQuantity": quantity(told.efficiency, "%")}))
    return parts


def is_told_with_answers(entry: Entry) -> bool:
    """Whether what follows from the times stands with the answer on time asleep, written by the same act."""
    given, piece = entry.reading(SLEEP), folded(entry)
    if given is None or given.value is None or piece is None:
        return False
    acts = [one.first if one is not None else "" for one in (given.written, piece.written)]
    return acts[0] == acts[1]


def _worked_out(material: Material, entry: Entry, when: Json, pieces: list[str]) -> Iterator[Made]:
    if is_told_with_answers(entry):
        return
    parts, given = worked_out_parts(entry), entry.reading(SLEEP)
    is_given = given is not None and given.value is not None
    asleep = None if is_given else _told(entry).asleep_min
    if asleep is None and not parts:
        return
    about = _about(material, entry, entry.sleep[0], when)
    name = measure_words(SLEEP, material.measures)
    code = kind_of("night") if asleep is None else concept("measure", SLEEP, name)
    value = None if asleep is None else {"valueQuantity": quantity(asleep, "min")}
    resource = about.observation(
        uid_of("night", entry.uid),
        code,
        value,
        derivedFrom=[ref(one) for one in pieces],
        component=parts,
        computed=True,
    )
    told_as = say("fhir.kind.night") if asleep is None else name
    yield Made("sleep", resource, entry.sleep[0].written, entry.uid, told_as)


def _about(material: Material, entry: Entry, piece: SleepPiece, when: Json) -> About:
    return About(
        material=material,
        when=when,
        written=piece.written,
        by=material.author(entry.author),
        lateness=material.lateness(entry, piece.written),
        source=entry.source,
    )

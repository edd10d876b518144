"""The made-up person's own writing: a day and its night, flares, slips put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from diary.exchange.demo_course import Lived, scaled
from diary.exchange.demo_more import at_sites, fuller_day, fuller_flare, fuller_night
from diary.exchange.demo_places import places
from diary.exchange.demo_sittings import Sittings
from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.measures import ASKED_ALL, BY_CODE
from diary.models.moments import Moment
from diary.models.records import Entry, Provenance, Reading
from diary.storage.reading import SELF
from diary.wording import say

COFFEE = "own.coffee"
COFFEE_FROM = 10
"""The own measure is made some days after the beginning, so its days are counted from there."""

CORRECTED_FROM = 3
SLIP_ON = 2
"""On these days (counted from 0) something is put right for certain, so that even a short diary has it."""

CALM_NOTES, SORE_NOTES = (2, 4, 6, 9, 12), (1, 3, 5, 7, 8, 10, 11)
FLARES = 5

_ASKED = {
    kind: tuple(code for code in ASKED_ALL if BY_CODE[code].kept_in is kind)
    for kind in (EntryKind.DAY, EntryKind.NIGHT)
}


def write_day(sittings: Sittings, lived: Lived, *, typed_sleep: bool) -> None:
    """Writes one day and the night before it, in one sitting, on the day or later or never."""
    rng = sittings.rng
    if lived.written_after_days is None:
        return
    on = lived.day + timedelta(days=lived.written_after_days)
    late = lived.written_after_days and on <= sittings.until
    written = sittings.act(sittings.moment(on, 8, 21) if late else sittings.evening(lived.day))
    day = Entry(
        uid=sittings.uid(),
        kind=EntryKind.DAY,
        day=lived.day,
        author=SELF,
        note=_note(rng, lived),
        answered=_answered(rng, lived),
        asked=_ASKED[EntryKind.DAY],
        readings=_readings(_felt(rng, lived), written),
        written=written,
    )
    if day.answered.get(AnswerList.PLACES) is Answered.SOME:
        day = replace(day, areas=at_sites(places(rng, lived, sittings.uid, written)))
    day = fuller_day(sittings, day, lived)
    sittings.keep(day)
    sittings.keep(fuller_night(sittings, _night(sittings, lived, written, typed_sleep=typed_sleep), lived))
    certain = CORRECTED_FROM <= lived.number < CORRECTED_FROM + 5
    if 0 < lived.worst < 10 and (certain or rng.random() < 0.04):
        _correct(sittings, day, lived)


def _note(rng: Random, lived: Lived) -> str:
    if rng.random() >= 0.3:
        return ""
    sore = lived.average >= 5 or (lived.average >= 3 and rng.random() < 0.5)
    return say(f"sample.note.{rng.choice(SORE_NOTES if sore else CALM_NOTES)}")


def _answered(rng: Random, lived: Lived) -> dict[AnswerList, Answered]:
    if lived.nothing_hurts:
        return {AnswerList.PLACES: Answered.NONE}
    return {AnswerList.PLACES: Answered.SOME} if rng.random() < 0.93 else {}


def _felt(rng: Random, lived: Lived) -> dict[str, int]:
    felt = {"pain_average": lived.average, "pain_worst": lived.worst, "pain_least": lived.least}
    others = {
        "interference": 0 if lived.nothing_hurts else scaled(rng, lived.average * 0.9, 1.0),
        "mood": scaled(rng, 8.2 - 0.5 * lived.average, 1.1),
        "anxiety": scaled(rng, lived.strain * 0.5, 1.2),
        "stress": scaled(rng, lived.strain * 0.6, 1.4),
        "fatigue": scaled(rng, 7.5 - lived.sleep_quality * 0.5 + lived.average * 0.2, 1.1),
        "clarity": scaled(rng, 8.5 - lived.average * 0.35, 1.1),
    }
    felt |= {code: value for code, value in others.items() if rng.random() < 0.95}
    if lived.number >= COFFEE_FROM and rng.random() < 0.8:
        felt[COFFEE] = rng.choice((0, 1, 1, 2, 2, 3, 4))
    return felt


def _readings(found: dict[str, int], written: Provenance) -> tuple[Reading, ...]:
    return tuple(Reading(measure=code, value=float(found[code]), written=written) for code in sorted(found))


def _night(sittings: Sittings, lived: Lived, written: Provenance, *, typed_sleep: bool) -> Entry:
    found = {
        "sleep_quality": lived.sleep_quality,
        "wakings": lived.wakings,
        "wakings_pain": lived.wakings_pain,
    }
    if typed_sleep:
        found["sleep_min"] = lived.slept_min
    return Entry(
        uid=sittings.uid(),
        kind=EntryKind.NIGHT,
        day=lived.day,
        author=SELF,
        asked=_ASKED[EntryKind.NIGHT],
        readings=_readings(found, written),
        written=written,
    )


def _correct(sittings: Sittings, day: Entry, lived: Lived) -> None:
    on = lived.day + timedelta(days=1 + (lived.written_after_days or 0))
    if on <= sittings.until:
        corrected = Reading(measure="pain_worst", value=float(lived.worst + 1))
        sittings.correct(day, sittings.moment(on, 21, 23), corrected, say("sample.corrected"))


def write_flare(sittings: Sittings, lived: Lived) -> None:
    """Now and then, mostly on bad days, the pain of one moment; once in a while typed twice."""
    rng = sittings.rng
    second_time = lived.number == SLIP_ON
    often = 0.4 if lived.worst >= 7 else 0.04
    if not second_time and (not lived.worst or lived.written_after_days is None or rng.random() >= often):
        return
    entry = fuller_flare(sittings, _flare(sittings, lived, sittings.moment(lived.day, 10, 17)))
    sittings.keep(entry)
    if second_time or rng.random() < 0.02:
        assert entry.at is not None  # a moment has its time
        at = entry.at.local + timedelta(minutes=1)
        twin = _flare(sittings, lived, Moment(at, entry.at.offset_min, entry.at.zone))
        sittings.keep(twin)
        later = Moment(at + timedelta(minutes=2), entry.at.offset_min, entry.at.zone)
        sittings.delete(twin, later, say("sample.deleted"))


def _flare(sittings: Sittings, lived: Lived, at: Moment) -> Entry:
    written = sittings.act(at)
    rng = sittings.rng
    now = max(lived.worst - rng.choice((0, 0, 1, 2)), 1)
    return Entry(
        uid=sittings.uid(),
        kind=EntryKind.MOMENT,
        day=lived.day,
        author=SELF,
        at=at,
        note=say(f"sample.flare.{rng.randint(1, FLARES)}") if rng.random() < 0.7 else "",
        answered={AnswerList.PLACES: Answered.SOME},
        readings=_readings({"pain_now": now}, written),
        areas=at_sites(places(rng, replace(lived, worst=now), sittings.uid, written)[:1]),
        written=written,
    )

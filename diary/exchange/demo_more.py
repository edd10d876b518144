"""What a made-up entry says besides pain and places: times of the night, flares to their end, factors.

All chance comes from a generator of its own, so that a seed keeps the days it always had.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from diary.exchange.demo_course import Lived
from diary.exchange.demo_sittings import ZONE, Sittings
from diary.models.codes import Answered, AnswerList
from diary.models.moments import Moment
from diary.models.records import Area, Entry, Reading, SleepPiece
from diary.wording import say

FOOT, HAND = "site-foot", "site-hand"
"""Uids of the two lasting places."""

SHOES = "own.shoes"
"""An own tracker: a choice of words."""

SHOES_FROM = 20
SHOE_WORDS = ("sample.shoes.wide", "sample.shoes.old", "sample.shoes.none")
WHILE, HELPED = 5, 4
YES_NO = (("tight_shoes", 0.2), ("stretching", 0.5))
"""Factors, and the share of days on which they are marked with yes."""


def fuller_day(sittings: Sittings, day: Entry, lived: Lived) -> Entry:
    """The day with attacks, factors, an own tracker, and whether medicines were answered."""
    rng = sittings.other
    answered = dict(day.answered)
    felt: dict[str, float] = {}
    if rng.random() < 0.85:
        often = 0.55 if lived.worst >= 7 else 0.12
        answered[AnswerList.DOSES] = Answered.SOME if rng.random() < often else Answered.NONE
    if rng.random() < 0.85:
        answered[AnswerList.PLANNED] = Answered.SOME if rng.random() < 0.08 else Answered.ALL
    if rng.random() < 0.7:
        felt |= _attacks(rng, lived)
        answered[AnswerList.ATTACKS] = Answered.SOME if felt["attacks"] else Answered.NONE
    if rng.random() < 0.75:
        answered[AnswerList.FACTORS] = Answered.SOME
        felt["walking_min"] = float(max(round(rng.gauss(50 - 4 * lived.average, 12) / 5), 0) * 5)
        felt |= {
            code: float(rng.random() < share) for code, share in (("tight_shoes", 0.2), ("stretching", 0.5))
        }
        if rng.random() < 0.6:
            felt["sitting_min"] = float(rng.randrange(120, 540, 30))
    readings = [Reading(measure=code, value=felt[code], written=day.written) for code in felt]
    if lived.number >= SHOES_FROM and rng.random() < 0.6:
        readings.append(Reading(measure=SHOES, text=say(rng.choice(SHOE_WORDS)), written=day.written))
    both = sorted((*day.readings, *readings), key=lambda one: one.measure)
    return replace(day, answered=answered, readings=tuple(both))


def _attacks(rng: Random, lived: Lived) -> dict[str, float]:
    if lived.worst < 6 or rng.random() < 0.4:
        return {"attacks": 0.0}
    return {"attacks": float(rng.randint(1, 6)), "attack_s": float(rng.choice((2, 5, 5, 10, 20)))}


def fuller_night(sittings: Sittings, night: Entry, lived: Lived) -> Entry:
    """The night with its times and minutes awake on most nights, and now and then a nap on the day before."""
    rng = sittings.other
    if night.reading("sleep_min") is None or rng.random() < 0.25:
        return night
    lay = 5 * rng.randint(1, 5) * max(lived.wakings, 0)
    up = datetime.combine(lived.day, time(6)) + timedelta(minutes=rng.randrange(0, 100, 5))
    awake = up - timedelta(minutes=rng.choice((0, 5, 10, 20)))
    asleep = awake - timedelta(minutes=lived.slept_min + lay)
    bed = asleep - timedelta(minutes=rng.randrange(5, 50, 5))
    times = {"bed": bed, "asleep": asleep, "awake": awake, "up": up}
    pieces = [_piece(sittings, night, times, nap=False)]
    if rng.random() < 0.12:
        begun = datetime.combine(lived.day - timedelta(days=1), time(13)) + timedelta(
            minutes=rng.randrange(90)
        )
        nap = {"asleep": begun, "awake": begun + timedelta(minutes=rng.randrange(15, 70, 5))}
        pieces.append(_piece(sittings, night, nap, nap=True))
    awake_min = Reading(measure="awake_min", value=float(lay), written=night.written)
    both = sorted((*night.readings, awake_min), key=lambda one: one.measure)
    return replace(night, sleep=tuple(pieces), readings=tuple(both))


def _piece(sittings: Sittings, night: Entry, times: dict[str, datetime], *, nap: bool) -> SleepPiece:
    piece = SleepPiece(uid=f"{sittings.other.getrandbits(128):032x}", nap=nap, written=night.written)
    at: dict[str, Any] = {name: _moment(local) for name, local in times.items()}
    return replace(piece, **at)


def _moment(local: datetime) -> Moment:
    return Moment.from_aware(local.replace(tzinfo=ZoneInfo(ZONE)), ZONE)


def fuller_flare(sittings: Sittings, flare: Entry) -> Entry:
    """The flare with its peak, end, what was happening and what helped, each only where it was said."""
    rng = sittings.other
    at, now = flare.at, flare.reading("pain_now")
    if at is None or now is None or now.value is None or rng.random() < 0.25:
        return flare
    found = {"pain_peak": min(now.value + rng.choice((0, 1, 1, 2)), 10.0)}
    if rng.random() < 0.35:
        found |= {"attacks_now": float(rng.randint(1, 5)), "attack_now_s": float(rng.choice((2, 5, 10)))}
    added = (Reading(measure=code, value=found[code], written=flare.written) for code in found)
    lasted = timedelta(minutes=rng.randrange(15, 150, 5))
    return replace(
        flare,
        until=Moment(at.local + lasted, at.offset_min, at.zone) if rng.random() < 0.8 else None,
        doing=say(f"sample.while.{rng.randint(1, WHILE)}") if rng.random() < 0.8 else "",
        helped=say(f"sample.helped.{rng.randint(1, HELPED)}") if rng.random() < 0.6 else "",
        readings=tuple(sorted((*flare.readings, *added), key=lambda one: one.measure)),
    )


def at_sites(areas: tuple[Area, ...]) -> tuple[Area, ...]:
    """The places, each told to belong to the foot or the hand."""
    return tuple(replace(one, site=HAND if _is_hand(one) else FOOT) for one in areas)


def _is_hand(area: Area) -> bool:
    return any(one.region.endswith("_p_R") for one in area.regions)

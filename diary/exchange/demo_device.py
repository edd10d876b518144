"""The made-up person's sleep as a device measured it for some weeks, brought in as an import."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import zip_longest

from diary.exchange.demo_sittings import Sittings
from diary.models.codes import EntryKind, SourceKind, Verb
from diary.models.moments import Moment
from diary.models.records import Entry, Provenance, Reading, SleepPiece, Source
from diary.storage.reading import SELF

NIGHTS = 21


def device_days(first: date, days: int) -> set[date]:
    """Three weeks of nights that a device measured, once a year; in a short diary towards its end."""
    starts = range(max(days * 2 // 3, 0) % 365, days, 365)
    return {
        first + timedelta(days=start + at)
        for start in starts
        for at in range(NIGHTS)
        if start + at < days - 1
    }


def write_device_nights(sittings: Sittings, days: list[date]) -> None:
    """Brings the nights in as an import of each block, on the morning after its last night."""
    rng = sittings.rng
    block: list[date] = []
    for day, following in zip_longest(days, days[1:]):
        block.append(day)
        if following is not None and (following - day).days == 1:
            continue
        digest = sha256(f"{block[0]} {block[-1]}".encode()).hexdigest()
        source = Source(kind=SourceKind.DEVICE, name=f"sleep-{block[0]}.json", file_hash=digest)
        written = sittings.act(sittings.moment(day, 11, 12), Verb.IMPORT, source)
        for night in block:
            sittings.keep(_night(sittings, night, max(round(rng.gauss(405, 40)), 180), written))
        block = []


def _night(sittings: Sittings, day: date, asleep_min: int, written: Provenance) -> Entry:
    up = datetime.combine(day, time(6)) + timedelta(minutes=sittings.rng.randrange(90))
    bed = up - timedelta(minutes=asleep_min + sittings.rng.randrange(20, 70))
    log = str(sittings.rng.randrange(10**10, 10**11))
    piece = SleepPiece(
        uid=sittings.uid(),
        bed=Moment(bed),
        up=Moment(up),
        asleep_min=asleep_min,
        source_key=log,
        written=written,
    )
    reading = Reading(
        measure="sleep_min",
        value=float(asleep_min),
        original=str(asleep_min),
        original_unit="min",
        source_key=log,
        written=written,
    )
    return Entry(
        uid=sittings.uid(),
        kind=EntryKind.NIGHT,
        day=day,
        author=SELF,
        source=Source(kind=SourceKind.DEVICE, name="Fitbit"),
        source_key=str(day),
        readings=(reading,),
        sleep=(piece,),
        written=written,
    )

"""Saving, new and edited: within a frame, and against the same statements through bare sqlite3."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from benchmarks.measure import Found, percentile, ratio
from benchmarks.room import Room
from benchmarks.saving import Bare, Saver, Statement, recorded, timed

PART = "save"
FRAME_MS = 1000 / 60
YEARS = 10
EACH = 20
"""How many entries are saved for each run that was asked for."""

KINDS = ("new", "edited")


def run(room: Room, runs: int) -> Iterator[Found]:
    """Entries saved into a ten-year diary, each beside its bare twin."""
    start = datetime.now().replace(microsecond=0)  # noqa: DTZ005  # a local clock, as a diary has
    entries = runs if room.quick else runs * EACH
    statements = record(Saver(room.diary(YEARS), start), entries)
    ours, theirs = times(Saver(room.diary(YEARS), start), Bare(room.diary(YEARS)), statements)
    for kind in KINDS:
        yield frame(f"saving an entry, {kind}, 99th percentile", ours[kind], theirs[kind])
    for kind in KINDS:
        told = f"saving an entry, {kind}, against the same statements through bare sqlite3"
        yield ratio(PART, told, ours[kind], theirs[kind], 8.0)


def frame(what: str, found: list[float], bare: list[float]) -> Found:
    """The 99th percentile of these times, ms, beside one frame of a 60-Hz screen."""
    value = percentile(found, 0.99)
    told = f"bare sqlite3 {percentile(bare, 0.99):.1f} ms, n={len(found)}"
    return Found(part=PART, what=what, value=value, goal=round(FRAME_MS, 1), unit="ms", told=told)


def record(saver: Saver, entries: int) -> list[dict[str, list[Statement]]]:
    """What the engine sends for each save, by kind; the diary saved into is closed afterwards."""
    found = []
    for _ in range(entries):
        sent = {}
        for kind, ready in (("new", saver.new), ("edited", saver.edit)):
            save = ready()
            with recorded() as sent[kind]:
                save()
        found.append(sent)
    saver.store.close()
    return found


def times(
    saver: Saver, bare: Bare, statements: list[dict[str, list[Statement]]]
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Times of each kind in ms, ours and bare, taken in turns."""
    ours: dict[str, list[float]] = {kind: [] for kind in KINDS}
    theirs: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for sent in statements:
        for kind, ready in (("new", saver.new), ("edited", saver.edit)):
            ours[kind].append(timed(ready()))
            theirs[kind].append(timed(Replay(bare, sent[kind])))
    saver.store.close()
    bare.close()
    return ours, theirs


class Replay:
    """One bare twin of a save, ready to be timed."""

    def __init__(self, bare: Bare, statements: list[Statement]) -> None:
        self._bare = bare
        self._statements = statements

    def __call__(self) -> None:
        """Sends it all."""
        self._bare.replay(self._statements)


def of_years(room: Room, years: tuple[int, ...], runs: int) -> dict[int, list[float]]:
    """Times of new and edited saves in ms by the diary's length, taken in turns."""
    start = datetime.now().replace(microsecond=0)  # noqa: DTZ005  # a local clock, as a diary has
    savers = {length: Saver(room.diary(length), start) for length in years}
    found: dict[int, list[float]] = {length: [] for length in years}
    for _ in range(runs if room.quick else runs * EACH):
        for length, saver in savers.items():
            found[length].append(timed(saver.new()))
            found[length].append(timed(saver.edit()))
    for saver in savers.values():
        saver.store.close()
    return found

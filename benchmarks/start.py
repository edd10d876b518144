"""Process start: until Today is painted and takes typing, until the diary is shown, and what blocks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.driver import MEASURE, NOTE, SEVERITY
from benchmarks.measure import Found, ratio
from benchmarks.room import Room

PART = "start"
BLOCK_MS = 100
YEARS = 10


def run(room: Room, runs: int) -> Iterator[Found]:
    """The program with a ten-year diary against an empty window, one after the other."""
    empty, painted, shown, blocks, kept = [], [], [], [], 0
    room.child("child_window")  # the first of all children reads the disk
    for _ in range(runs):
        empty.append(room.child("child_window")["painted"])
        diary = room.diary(YEARS)
        told = room.child("child_diary", str(diary), "typing")
        painted.append(told["painted"])
        shown.append(told["shown"])
        blocks.append(max(told["blocks_ms"].values()))
        kept += was_kept(diary)
        diary.unlink()
    yield ratio(
        PART, "start to painted Today that takes typing, against an empty window", painted, empty, 2.0
    )
    yield ratio(PART, "start to all of its data shown, against an empty window", shown, empty, 5.0)
    told_blocks = f"median of each run's longest; the longest of all {max(blocks):.0f} ms"
    yield Found(
        part=PART,
        what="longest block of the event loop after first paint",
        value=median(blocks),
        goal=BLOCK_MS,
        unit="ms",
        told=told_blocks,
    )
    yield Found(
        part=PART,
        what="runs whose typing right after first paint was not found saved",
        value=runs - kept,
        goal=0,
        unit="runs",
        told=f"of {runs}",
    )


def was_kept(diary: Path) -> bool:
    """Whether what the driver typed is in the file."""
    raw = sqlite3.connect(diary)
    found = raw.execute(
        "SELECT reading.value FROM entry JOIN reading ON reading.entry = entry.id"
        " WHERE entry.note = ? AND reading.measure = ?",
        (NOTE, MEASURE),
    ).fetchall()
    raw.close()
    return found == [(float(SEVERITY),)]

"""Memory at rest: the program with all shown, against an empty window with the same libraries imported."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from benchmarks.measure import Found
from benchmarks.room import Room

PART = "memory"
YEARS = 10


def run(room: Room, runs: int) -> Iterator[Found]:
    """With a ten-year diary; the empty window has imported SQLAlchemy and matplotlib."""
    empty, today, trends, every = [], [], [], []
    for _ in range(runs):
        empty.append(room.child("child_window", "libraries")["resident_mb"])
        diary = str(room.diary(YEARS))
        today.append(room.child("child_diary", diary)["resident_mb"])
        trends.append(room.child("child_diary", diary, "trends", "today")["resident_mb"])
        every.append(
            room.child("child_diary", diary, "history", "trends", "report", "settings", "today")[
                "resident_mb"
            ]
        )
    kinds = (("Today", today, 1.2), ("Today and Trends", trends, 1.2), ("every page", every, None))
    for what, found, goal in kinds:
        yield Found(
            part=PART,
            what=f"memory at rest, {what} shown, against an empty window",
            value=median(found) / median(empty) if median(empty) else 0.0,
            goal=goal,
            told=f"{median(found):.0f} MB against {median(empty):.0f} MB, n={runs}",
        )

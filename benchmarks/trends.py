"""Key press to painted canvas on Trends, against bare matplotlib drawing the same arrays."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measure import Found, ratio
from benchmarks.room import Room

PART = "trends"
YEARS = (10, 50)


def run(room: Room, runs: int) -> Iterator[Found]:
    """Each range of diaries of ten and of fifty years: numbers and arrays worked out anew, then drawn."""
    for years in YEARS:
        yield from _of_years(room, runs, years)


def _of_years(room: Room, runs: int, years: int) -> Iterator[Found]:
    from benchmarks.charting import ORDER, Trends
    from benchmarks.saving import timed

    trends = Trends(room.diary(years))
    ours: dict[str, list[float]] = {key: [] for key in ORDER}
    bare: dict[str, list[float]] = {key: [] for key in ORDER}
    for _ in range(runs):
        for key in ORDER:
            ours[key].append(trends.press(key))
            bare[key].append(timed(trends.bare))
    trends.close()
    for key in ORDER:
        yield ratio(
            PART,
            f"{years} years: key press to painted canvas, range {key}, to a bare figure",
            ours[key],
            bare[key],
            1.3,
        )
    for key in ("1y", "all"):
        yield Found(
            part=PART,
            what=f"{years} years: the first showing of {key}, read from the file",
            value=trends.first_ms[key],
            goal=None,
            unit="ms",
        )

"""Fifty years against one: start, save, three months, and all of it."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import save
from benchmarks.measure import Found, ratio
from benchmarks.room import Room

PART = "growth"
SHORT, LONG = 1, 50


def run(room: Room, runs: int) -> Iterator[Found]:
    """The same acts with a diary of one year and of fifty, taken in turns."""
    yield from _start(room, runs)
    found = save.of_years(room, (SHORT, LONG), max(1, runs // 2))
    yield ratio(PART, "saving, new and edited, 50 years against 1", found[LONG], found[SHORT], 1.3)
    yield from _trends(room, runs)


def _start(room: Room, runs: int) -> Iterator[Found]:
    painted: dict[int, list[float]] = {SHORT: [], LONG: []}
    shown: dict[int, list[float]] = {SHORT: [], LONG: []}
    diaries = {years: room.diary(years) for years in painted}
    for _ in range(runs):
        for years, diary in diaries.items():
            told = room.child("child_diary", str(diary))
            painted[years].append(told["painted"])
            shown[years].append(told["shown"])
    yield ratio(PART, "start to painted Today, 50 years against 1", painted[LONG], painted[SHORT], 1.3)
    yield ratio(PART, "start to all of its data shown, 50 years against 1", shown[LONG], shown[SHORT], 1.3)


def _trends(room: Room, runs: int) -> Iterator[Found]:
    from benchmarks.charting import Trends

    pages = {years: Trends(room.diary(years)) for years in (SHORT, LONG)}
    ranges = {"3m": 1.3, "all": 1.5}
    found: dict[tuple[str, int], list[float]] = {(key, years): [] for key in ranges for years in pages}
    for _ in range(runs):
        for years, page in pages.items():
            for key in ranges:
                found[key, years].append(page.press(key))
    for page in pages.values():
        page.close()
    for key, goal in ranges.items():
        what = f"key press to painted canvas, range {key}, 50 years against 1"
        yield ratio(PART, what, found[key, LONG], found[key, SHORT], goal)

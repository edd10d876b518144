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
    near: dict[int, list[float]] = {years: [] for years in pages}
    whole: dict[int, list[float]] = {years: [] for years in pages}
    for page in pages.values():
        page.press("all", kept=True)  # its first showing
    for _ in range(runs):
        for years, page in pages.items():
            whole[years].append(page.press("all", kept=True))
    for _ in range(runs):
        for years, page in pages.items():
            near[years].append(page.press("3m"))
    for page in pages.values():
        page.close()
    yield ratio(
        PART, "key press to painted canvas, range 3m, 50 years against 1", near[LONG], near[SHORT], 1.3
    )
    again = "key press to painted canvas, range all after its first showing, 50 to 1"
    yield ratio(PART, again, whole[LONG], whole[SHORT], 1.5)

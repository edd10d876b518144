"""Typing a note while ten years are analysed: how long the event loop stands still."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from benchmarks.measure import Found, percentile
from benchmarks.room import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PART = "smooth"
YEARS = 10
PAUSE_S = 0.02
LETTERS = 120
NOTE = "Cold floor in the morning, better after a walk. "


def run(room: Room, runs: int) -> Iterator[Found]:
    """The same letters typed into Today with the analysis under way and without."""
    from benchmarks.charting import Trends

    trends = Trends(room.diary(YEARS))
    page, today = trends.page, trends.today()
    calm: list[float] = []
    busy: list[float] = []
    took: list[float] = []
    for _ in range(max(1, min(runs, 5))):
        calm.extend(_typed(trends.note(today), LETTERS))
        page.engine.forget()
        began = time.perf_counter()
        page.engine.begin()
        busy.extend(_typed(trends.note(today), LETTERS, trends.is_analysing))
        trends.until_analysed()
        took.append((time.perf_counter() - began) * 1000)
    trends.close()
    told = (
        f"{percentile(calm, 0.95):.0f} ms without; the longest {max(busy):.0f} and {max(calm):.0f} ms; "
        f"the analysis took {max(took):.0f} ms beside the typing"
    )
    what = f"{YEARS} years analysed: the event loop stands still for a letter, 95 %"
    yield Found(part=PART, what=what, value=percentile(busy, 0.95), goal=50, unit="ms", told=told)


def _typed(note: QWidget, letters: int, going: Callable[[], bool] | None = None) -> list[float]:
    """For each letter the longest time in ms between two turns of the event loop, from its key on."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    stops = []
    for at in range(letters):
        if going is not None and not going():
            break
        longest, last = 0.0, time.perf_counter()
        until = last + PAUSE_S
        QTest.keyClicks(note, NOTE[at % len(NOTE)])
        while last < until:
            QApplication.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, (now - last) * 1000), now
            time.sleep(0.001)
        stops.append(longest)
    return stops

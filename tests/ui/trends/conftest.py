"""The Trends page over a real diary whose clock stands on Friday 20 November 2026."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diary.models.records import Entry, Replace
from diary.storage.diary import Diary
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.theme import Theme
from diary.ui.trends.page import TrendsPage
from tests.storage.given import TODAY, Clock, day, moment

Opens = Callable[[Sequence[Entry]], TrendsPage]


def many(days: int, **measures: Callable[[int], float]) -> list[Entry]:
    """Day entries on the last `days` days up to today; each measure's value by days ago."""
    return [
        day(
            f"d{ago}", TODAY - timedelta(days=ago), "", **{code: make(ago) for code, make in measures.items()}
        )
        for ago in range(days)
    ]


def now(ago: int, value: float) -> Entry:
    """A moment so many days ago."""
    return moment(f"m{ago}", TODAY - timedelta(days=ago), pain_now=value)


def write_in_time(store: Store, clock: Clock, entries: Sequence[Entry]) -> None:
    """Save entries three days at a time, so that none is from memory; the clock ends where it stood."""
    stood = clock.moment
    by_day = sorted(entries, key=lambda one: one.day)
    for at in range(0, len(by_day), 3):
        three = by_day[at : at + 3]
        clock.at(f"{three[-1].day}T12:00:00+01:00[Europe/Berlin]")
        store.save([Replace(before=None, after=entry) for entry in three], text="Saved")
    clock.moment = stood


@pytest.fixture
def clock() -> Clock:
    """A clock that stands."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock, theme: Theme) -> Iterator[Store]:
    """An open store over an empty diary."""
    opened = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini"))
    opened.open_now(lambda path: Diary(path, clock=clock))
    yield opened
    opened.close()


@pytest.fixture
def opens(store: Store, qtbot: QtBot) -> Opens:
    """Write entries, each on its own day, and show the page until it shows them."""

    kept: list[TrendsPage] = []

    def open_page(entries: Sequence[Entry]) -> TrendsPage:
        if entries:
            store.save([Replace(before=None, after=entry) for entry in entries], text="Saved")
        page = TrendsPage(store)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        qtbot.waitUntil(page.is_complete)
        return page

    return open_page

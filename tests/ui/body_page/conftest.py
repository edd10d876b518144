"""The Body page over a real diary whose clock stands on Friday 20 November 2026."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Replace
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.body_page.page import BodyPage
from diary.ui.theme import Theme
from tests.storage.given import TODAY, Clock

Opens = Callable[[Sequence[Entry]], BodyPage]


def marked(ago: int, region: str = "foot_top_L", severity: int | None = 6, quality: str = "burning") -> Entry:
    """A day entry so many days ago with one place, or with none where `region` is empty."""
    uid = f"d{ago}"
    place = Area(
        uid=f"{uid}-{region}",
        severity=severity,
        qualities=(AreaQuality(code=quality),),
        regions=(AreaRegion(region=region),),
    )
    return Entry(
        uid=uid,
        kind=EntryKind.DAY,
        day=TODAY - timedelta(days=ago),
        author=SELF,
        answered={AnswerList.PLACES: Answered.SOME if region else Answered.NONE},
        areas=(place,) if region else (),
    )


@pytest.fixture
def clock() -> Clock:
    """A clock that can be put back, so that days are written when they were."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock, theme: Theme) -> Iterator[Store]:
    """An open store over an empty diary."""
    opened = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini"))
    opened.open_now(lambda path: Diary(path, clock=clock))
    yield opened
    opened.close()


@pytest.fixture
def opens(store: Store, clock: Clock, qtbot: QtBot) -> Opens:
    """Write entries, each on its own day, and show the page until it shows them."""

    def open_page(entries: Sequence[Entry]) -> BodyPage:
        for entry in sorted(entries, key=lambda one: one.day):
            clock.at(f"{entry.day.isoformat()}T20:00+01:00")
            store.save([Replace(before=None, after=entry)], text="Saved")
        clock.at(f"{TODAY.isoformat()}T21:00+01:00")
        page = BodyPage(store)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.show()
        qtbot.waitUntil(page.is_complete)
        return page

    return open_page

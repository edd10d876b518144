"""Body in the window: where its links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.demo import SAMPLE_DRAFT, demo
from diary.models.records import Replace
from diary.storage.diary import Diary
from diary.storage.reading import SAMPLE_SETTING, settings
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.body_page.page import BodyPage
from diary.ui.history.page import HistoryPage
from tests.ui.today.given import YESTERDAY, Clock, entry, fill, foot, opened_store, opened_window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


def test_an_entry_of_a_place_opens_its_day_in_history(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    store = opened_store(tmp_path, Clock())
    fill(store, entry(YESTERDAY, areas=(foot(6),)))
    window = opened_window(qtbot, store)
    window.open_page("body")
    page = window.page("body")
    assert isinstance(page, BodyPage)
    qtbot.waitUntil(page.is_complete)
    page.place.list.activated.emit(page.place.lines.index(0))
    assert window.current_key == "history"
    history = window.page("history")
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(lambda: history.entry.shown is not None)
    assert history.entry.shown is not None
    assert history.entry.shown.entry.day == YESTERDAY
    store.close()


def test_an_ordinary_diary_does_not_scroll_at_1280_by_800(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    file = tmp_path / "own.sqlite3"
    demo(file, days=60, until=YESTERDAY)
    diary = Diary(file)
    diary.drop_draft(SAMPLE_DRAFT)
    diary.apply([Replace(before=diary.ask(settings)[SAMPLE_SETTING], after=None)])
    diary.close()
    store = Store(file, Looks(tmp_path / "looks.ini"))
    store.open_now(lambda path: Diary(path, clock=Clock()))
    window = opened_window(qtbot, store)
    window.open_page("body")
    page = window.page("body")
    assert isinstance(page, BodyPage)
    qtbot.waitUntil(page.is_complete)
    qtbot.waitUntil(lambda: page.grid.height() > 0)
    assert not window.ribbon.isVisible()
    assert page.now_map.figure.width() > 300
    assert page.scroll_area.verticalScrollBar().maximum() == 0
    store.close()

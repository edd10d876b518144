"""Body in the window: where its links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

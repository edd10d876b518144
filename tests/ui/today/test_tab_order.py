"""Tab walks through the whole window, whatever Today shows, and comes round again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.today.given import entry, fill, foot, hand, opened_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.diary_window import DiaryWindow
    from diary.ui.theme import Theme

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
MOST = 120


def walked(window: DiaryWindow, key: Qt.Key = TAB) -> list[QWidget]:
    """What has the keyboard from "Today" in the rail on, one Tab after another, until it comes round."""
    window.rail.items[0].setFocus()
    found: list[QWidget] = []
    while (focus := window.focusWidget()) is not None and focus not in found and len(found) < MOST:
        found.append(focus)
        QTest.keyClick(focus, key)
    assert window.focusWidget() is found[0]
    return found


def in_order(found: list[QWidget], *wanted: QWidget) -> bool:
    """Whether all of these are found, one after another."""
    at = [found.index(one.focusProxy() or one) for one in wanted]
    return at == sorted(at)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, store: Store, request: pytest.FixtureRequest) -> DiaryWindow:
    if getattr(request, "param", False):
        fill(store, entry(areas=(foot(), hand())))
    window = opened_window(qtbot, store)
    qtbot.waitUntil(window.today.body.figure.isVisible)
    return window


def test_tab_walks_the_whole_window_of_an_empty_day(window: DiaryWindow) -> None:
    today = window.today
    found = walked(window)
    assert in_order(
        found,
        *window.rail.items,
        today.body.views.tools.tools,
        today.body.views.tools.view,
        today.body.list_button,
        today.body.figure,
        today.body.nothing,
        today.measures.field("pain_average"),
        today.note,
        today.save_row.save,
    )
    assert any(today.date_bar.isAncestorOf(one) for one in found)
    assert set(walked(window, BACK)) == set(found)


@pytest.mark.parametrize("window", [True], indirect=True)
def test_tab_walks_through_places_and_their_editor(window: DiaryWindow) -> None:
    today = window.today
    editor = today.body.editor
    assert in_order(
        walked(window),
        today.body.figure,
        today.body.tabs.tab("foot"),
        today.body.tabs.tab("hand"),
        today.body.tabs.add_area,
        editor.severity,
        editor._chips["burning"],
        editor.own_word,
        editor.strengths["burning"],
        today.measures.field("pain_average"),
        today.save_row.save,
    )


@pytest.mark.parametrize("window", [True], indirect=True)
def test_tab_walks_through_the_list(window: DiaryWindow) -> None:
    today = window.today
    today.body.list_button.click()
    QApplication.processEvents()
    found = walked(window)
    assert in_order(
        found,
        today.body.list_button,
        today.body.region_list.search,
        today.body.region_list.tree,
        today.body.tabs.tab("foot"),
        today.note,
    )
    assert today.body.figure not in found


def test_tab_walks_pain_now(qtbot: QtBot, window: DiaryWindow) -> None:
    window.rail.pain_now.emit()
    page = window._pain_now_page()
    qtbot.waitUntil(page.body.figure.isVisible)
    found = walked(window)
    assert in_order(
        found,
        *window.rail.items,
        page.back,
        page.time,
        page.body.figure,
        page.measures.field("pain_now"),
        page.save_row.save,
    )


def test_tab_walks_every_page_and_comes_round(qtbot: QtBot, window: DiaryWindow) -> None:
    for key in window.page_keys:
        window.open_page(key)
        QApplication.processEvents()
        found = walked(window)
        assert in_order(found, *window.rail.items)
        assert any(window.page(key).isAncestorOf(one) for one in found)

"""The tabs of Trends: the focus goes along with what is shown, whoever chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.ui.trends.tabs import FaceTabs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


def shown(qtbot: QtBot) -> FaceTabs:
    tabs = FaceTabs("Ways to look", [("a", "Over time"), ("b", "Year"), ("c", "Links")], "a")
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.activateWindow()
    return tabs


def test_a_focus_on_a_tab_goes_along_with_a_choice_made_elsewhere(qtbot: QtBot, theme: Theme) -> None:
    tabs = shown(qtbot)
    tabs.tabs[0].setFocus()
    qtbot.waitUntil(tabs.tabs[0].hasFocus)
    tabs.choose("c")
    assert [tab.hasFocus() for tab in tabs.tabs] == [False, False, True]
    QTest.keyClick(tabs.tabs[2], Qt.Key.Key_Home)
    assert [tab.hasFocus() for tab in tabs.tabs] == [True, False, False]
    assert tabs.value == "a"


def test_a_focus_elsewhere_stays_where_it_is(qtbot: QtBot, theme: Theme) -> None:
    tabs = shown(qtbot)
    with qtbot.waitSignal(tabs.changed) as heard:
        tabs.choose("b")
    assert heard.args == ["b"]
    assert not any(tab.hasFocus() for tab in tabs.tabs)

"""The list of places: found by words, walked and marked by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.ui.body.region_list import RegionList, RegionModel
from diary.ui.theme import Theme


@pytest.fixture
def places(qtbot: QtBot, theme: Theme) -> RegionList:
    widget = RegionList()
    qtbot.addWidget(widget)
    widget.resize(360, 480)
    widget.show()
    widget.setFocus()
    return widget


def test_all_regions_are_listed_head_to_toe(places: RegionList) -> None:
    assert places.model.rowCount() == 190
    assert places.current_region() == "scalp_top_R"


def test_words_arrows_and_enter_mark_a_place_without_leaving_the_search(places: RegionList) -> None:
    toggled: list[str] = []
    places.regionToggled.connect(toggled.append)
    QTest.keyClicks(places.search, "left calf")
    QTest.keyClick(places.search, Qt.Key.Key_Return)
    QTest.keyClick(places.search, Qt.Key.Key_Down)
    QTest.keyClick(places.search, Qt.Key.Key_Return)
    QTest.keyClick(places.search, Qt.Key.Key_Up)
    QTest.keyClick(places.search, Qt.Key.Key_Enter)
    assert toggled == ["calf_back_inner_L", "calf_back_outer_L", "calf_back_inner_L"]


def test_space_marks_in_the_list(places: RegionList) -> None:
    toggled: list[str] = []
    places.regionToggled.connect(toggled.append)
    places.list.setFocus()
    QTest.keyClick(places.list, Qt.Key.Key_Down)
    QTest.keyClick(places.list, Qt.Key.Key_Space)
    assert toggled == ["scalp_top_L"]


def test_a_press_marks_a_row(places: RegionList) -> None:
    toggled: list[str] = []
    places.regionToggled.connect(toggled.append)
    rect = places.list.visualRect(places.model.index(2, 0))
    QTest.mouseClick(places.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert toggled == ["forehead_R"]
    assert rect.height() >= 32


def test_arrows_stop_at_the_ends(places: RegionList) -> None:
    QTest.keyClick(places.search, Qt.Key.Key_Up)
    assert places.current_region() == "scalp_top_R"
    for _ in range(40):
        QTest.keyClick(places.search, Qt.Key.Key_PageDown)
    assert places.current_region() == "toes_4_5_sole_L"


def test_escape_closes(places: RegionList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(places.closed):
        QTest.keyClick(places.search, Qt.Key.Key_Escape)


def test_words_that_find_nothing_say_so_and_enter_does_nothing(places: RegionList) -> None:
    toggled: list[str] = []
    places.regionToggled.connect(toggled.append)
    QTest.keyClicks(places.search, "zeppelin")
    QTest.keyClick(places.search, Qt.Key.Key_Down)
    QTest.keyClick(places.search, Qt.Key.Key_Return)
    assert places.none.isVisible()
    assert toggled == []
    places.search.clear()
    assert not places.none.isVisible()
    assert places.current_region() == "scalp_top_R"


def test_what_is_marked_is_checked_and_said(places: RegionList) -> None:
    places.set_checked({"heel_L", "heel_R"}, {"heel_L": "burning 6"})
    QTest.keyClicks(places.search, "heel")
    index = places.list.currentIndex()
    assert index.data(RegionModel.RegionRole) == "heel_R"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "right heel (underside and back), marked"
    left = places.model.index(1, 0)
    assert left.data(Qt.ItemDataRole.AccessibleTextRole) == "left heel (underside and back), burning 6"


def test_marking_keeps_the_place_in_the_list(places: RegionList) -> None:
    places.regionToggled.connect(lambda region_id: places.set_checked({region_id}))
    for _ in range(5):
        QTest.keyClick(places.search, Qt.Key.Key_Down)
    before = places.current_region()
    QTest.keyClick(places.search, Qt.Key.Key_Return)
    assert places.current_region() == before

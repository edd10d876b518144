"""The tree of places: found by words, walked, opened and marked by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from diary.anatomy.figure import Drawn
from diary.anatomy.limbs import regions_of_limb
from diary.charts.palette import contrast
from diary.ui.body.region_list import RegionList
from diary.ui.body.region_tree import RegionModel
from diary.ui.theme import Theme

KEY = Qt.Key


@pytest.fixture
def places(qtbot: QtBot, theme: Theme) -> RegionList:
    widget = RegionList()
    qtbot.addWidget(widget)
    widget.resize(360, 480)
    widget.show()
    widget.setFocus()
    return widget


def press(places: RegionList, *keys: Qt.Key) -> None:
    """Press keys in the search field, where the keyboard begins."""
    for key in keys:
        QTest.keyClick(places.search, key)


def row(places: RegionList) -> str:
    """Return the words of the row the keyboard is at."""
    return str(places.tree.currentIndex().data())


def said(places: RegionList) -> str:
    """Return what a screen reader reads of the row the keyboard is at."""
    return str(places.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def leaves(model: RegionModel, index: QModelIndex | None = None) -> list[str]:
    """Return the regions of the whole tree, from above."""
    here = index or QModelIndex()
    region = model.data(here, RegionModel.RegionRole)
    below = [leaves(model, model.index(at, 0, here)) for at in range(model.rowCount(here))]
    return [region] if region else [one for part in below for one in part]


def test_space_marks_the_row_that_the_arrows_went_to(qtbot: QtBot, places: RegionList) -> None:
    QTest.keyClicks(places.search, "calf")
    press(places, KEY.Key_Down)
    here = row(places)
    with qtbot.waitSignal(places.regionToggled):
        press(places, KEY.Key_Space)
    assert (places.search.text(), row(places)) == ("calf", here)
    QTest.keyClicks(places.search, "s")
    press(places, KEY.Key_Space)
    assert places.search.text() == "calfs "


def test_check_boxes_are_large_with_a_border_that_can_be_seen(places: RegionList, theme: Theme) -> None:
    index = places.model.index(0, 0)
    option = QStyleOptionViewItem()
    places.tree.initViewItemOption(option)
    option.rect = places.tree.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    element = places.style().SubElement.SE_ItemViewItemCheckIndicator
    mark = places.tree.style().subElementRect(element, option, places.tree)
    assert min(mark.width(), mark.height()) >= 20
    image = places.tree.grab(mark).toImage()
    edge = {image.pixelColor(0, y).name() for y in range(6, 14)}
    assert theme.palette.color("control").lower() in edge
    for ground in ("card", "tint"):
        assert contrast(theme.palette.color("control"), theme.palette.color(ground)) >= 3


def test_the_tree_is_whole_at_every_search(places: RegionList) -> None:
    tester = QAbstractItemModelTester(
        places.model, QAbstractItemModelTester.FailureReportingMode.Fatal, places
    )
    for words in ("left calf", "zeppelin", "wade", ""):
        places.search.setText(words)
    assert tester.model() is places.model


def test_all_regions_lie_in_large_parts_head_to_toe(places: RegionList) -> None:
    tops = [str(places.model.index(at, 0).data()) for at in range(places.model.rowCount())]
    assert tops[:3] == ["Head", "Face", "Mouth"]
    assert tops[-1] == "Foot"
    assert len(tops) == 17
    assert len(leaves(places.model)) == len(set(leaves(places.model))) == 190


def test_private_places_lie_under_groin(places: RegionList) -> None:
    groin = next(places.model.index(at, 0) for at in range(17) if places.model.index(at, 0).data() == "Groin")
    assert {"genitals_L", "saddle_M", "groin_R"} <= set(leaves(places.model, groin))


def test_arrows_open_enter_leave_and_close_parts(places: RegionList) -> None:
    assert row(places) == "Head"
    press(places, KEY.Key_Right, KEY.Key_Right)
    assert row(places) == "Right head"
    press(places, KEY.Key_Down)
    assert row(places) == "Left head"
    press(places, KEY.Key_Right, KEY.Key_Right)
    assert places.current_region() == "scalp_top_L"
    press(places, KEY.Key_Left)
    assert row(places) == "Left head"
    press(places, KEY.Key_Left, KEY.Key_Left, KEY.Key_Left)
    assert row(places) == "Head"
    press(places, KEY.Key_Down)
    assert row(places) == "Face"


def test_a_part_that_opens_shows_what_it_holds(places: RegionList) -> None:
    press(places, *([KEY.Key_Down] * 16), KEY.Key_Right)
    foot = places.model.index(16, 0)
    for at in range(2):
        shown = places.tree.visualRect(places.model.index(at, 0, foot))
        assert places.tree.viewport().rect().contains(shown)
    press(places, KEY.Key_Right, KEY.Key_Right)
    right = places.model.index(0, 0, foot)
    assert places.tree.viewport().rect().contains(places.tree.visualRect(right))


def test_words_arrows_and_enter_mark_a_place_without_leaving_the_search(places: RegionList) -> None:
    toggled: list[str] = []
    places.regionToggled.connect(toggled.append)
    QTest.keyClicks(places.search, "left calf")
    press(places, KEY.Key_Return, KEY.Key_Down, KEY.Key_Return, KEY.Key_Up, KEY.Key_Enter)
    assert toggled == ["calf_back_inner_L", "calf_back_outer_L", "calf_back_inner_L"]


def test_german_words_find_places_and_say_why(places: RegionList) -> None:
    QTest.keyClicks(places.search, "linke wade")
    assert leaves(places.model) == ["calf_back_inner_L", "calf_back_outer_L"]
    assert row(places) == "Left calf, inner half (back) · linke Wade innen"


def test_the_best_of_what_was_found_is_where_the_keyboard_is(places: RegionList) -> None:
    QTest.keyClicks(places.search, "sole")
    assert places.current_region() == "sole_inner_R"
    assert "web_3_4_R" in leaves(places.model)


def test_space_marks_in_the_tree_and_letters_begin_a_new_search(places: RegionList) -> None:
    toggled: list[str] = []
    places.regionToggled.connect(toggled.append)
    QTest.keyClicks(places.search, "heel")
    places.tree.setFocus()
    QTest.keyClick(places.tree, KEY.Key_Space)
    assert toggled == ["heel_R"]
    QTest.keyClick(places.tree, KEY.Key_S)
    assert places.search.text() == "s"
    assert places.search.hasFocus()


def test_space_is_a_part_of_the_words_searched_for(places: RegionList) -> None:
    toggled: list[str] = []
    places.regionToggled.connect(toggled.append)
    QTest.keyClicks(places.search, "big toe")
    assert places.search.text() == "big toe"
    assert toggled == []


def test_arrows_move_in_the_words_before_they_open_a_part(places: RegionList) -> None:
    QTest.keyClicks(places.search, "heel")
    press(places, KEY.Key_Left)
    assert places.search.cursorPosition() == 3
    assert places.current_region() == "heel_R"
    press(places, KEY.Key_Right, KEY.Key_Home, KEY.Key_Left)
    assert row(places) == "Right foot"


def test_a_part_is_marked_whole(places: RegionList) -> None:
    changed: list[tuple[tuple[str, ...], bool]] = []
    places.limbToggled.connect(lambda regions, mark: changed.append((regions, mark)))
    foot = regions_of_limb("heel_R")
    places.set_checked({"heel_R", "achilles_R"})
    press(places, *([KEY.Key_Up] * 3), *([KEY.Key_Down] * 16), KEY.Key_Right, KEY.Key_Right)
    assert row(places) == "Right foot · 2 of 15"
    assert said(places) == "Right foot, 2 of 15 marked"
    assert places.tree.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Space marks all 15."
    press(places, KEY.Key_Space)
    assert changed[-1][1] is True
    assert set(changed[-1][0]) == set(foot) - {"heel_R", "achilles_R"}
    places.set_checked(foot)
    press(places, KEY.Key_Space)
    assert changed[-1] == (foot, False)


def test_a_part_is_as_much_as_was_found_of_it(places: RegionList) -> None:
    changed: list[tuple[str, ...]] = []
    places.limbToggled.connect(lambda regions, _mark: changed.append(regions))
    QTest.keyClicks(places.search, "left calf")
    press(places, KEY.Key_Up)
    assert said(places) == "Left lower leg, 2 places, none marked"
    press(places, KEY.Key_Enter)
    assert changed == [("calf_back_inner_L", "calf_back_outer_L")]


def test_a_press_opens_a_part_and_marks_a_region(places: RegionList) -> None:
    toggled: list[str] = []
    whole: list[int] = []
    places.regionToggled.connect(toggled.append)
    places.limbToggled.connect(lambda regions, _mark: whole.append(len(regions)))
    tree, head = places.tree, places.model.index(0, 0)

    def click(index: QModelIndex, across: int) -> None:
        spot = tree.visualRect(index).topLeft() + QPoint(across, 16)
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    click(head, 120)
    assert tree.isExpanded(head)
    right = places.model.index(0, 0, head)
    click(right, 120)
    click(places.model.index(1, 0, right), 120)
    assert toggled == ["forehead_R"]
    click(right, 8)
    assert whole == [7]
    click(head, 120)
    assert not tree.isExpanded(head)
    assert tree.visualRect(head).height() >= 36


def test_arrows_stop_at_the_ends(places: RegionList) -> None:
    press(places, KEY.Key_Up)
    assert row(places) == "Head"
    press(places, *([KEY.Key_PageDown] * 6))
    assert row(places) == "Foot"


def test_escape_closes(places: RegionList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(places.closed):
        press(places, KEY.Key_Escape)


def test_words_that_find_nothing_say_so_and_enter_does_nothing(places: RegionList) -> None:
    toggled: list[object] = []
    places.regionToggled.connect(toggled.append)
    places.limbToggled.connect(toggled.append)
    QTest.keyClicks(places.search, "zeppelin")
    press(places, KEY.Key_Down, KEY.Key_Return)
    assert places.none.isVisible()
    assert toggled == []
    places.search.clear()
    assert not places.none.isVisible()
    assert row(places) == "Head"


def test_what_is_marked_is_checked_and_said(places: RegionList) -> None:
    area = Drawn(area="a", regions=("calf_back_outer_L",), qualities=("burning",), severity=6)
    places.set_areas([area], {"calf_back_outer_L": 0.8})
    QTest.keyClicks(places.search, "left calf outer")
    index = places.tree.currentIndex()
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert said(places) == "left calf, outer half (back), burning 6, 80 percent"
    assert index.parent().data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    press(places, KEY.Key_Up)
    assert said(places) == "Left lower leg, 1 of 1 marked"
    places.set_areas([], {})
    press(places, KEY.Key_Down)
    assert said(places) == "left calf, outer half (back), not marked"


def test_marking_keeps_the_place_in_the_tree(places: RegionList) -> None:
    places.regionToggled.connect(lambda region_id: places.set_checked({region_id}))
    press(places, KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Down)
    before = places.current_region()
    assert before == "forehead_R"
    press(places, KEY.Key_Return)
    assert places.current_region() == before
    assert said(places) == "right forehead, marked"

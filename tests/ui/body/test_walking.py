"""Walking over the edge of a view comes to what is near on a body, never to something far away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.anatomy.figure import Drawn
from diary.anatomy.neighbours import bordering
from diary.anatomy.sheets import SHEETS
from diary.anatomy.views import VIEWS, load_view
from diary.ui.body.figure_view import FigureView
from diary.ui.body.walking import first_place, in_next_view, next_place
from tests.ui.body.hands import Heard

WAYS = ((-1, 0), (1, 0), (0, -1), (0, 1))


def test_over_the_edge_of_the_sole_the_heel_is_the_heel_of_the_back(figure: FigureView) -> None:
    views = SHEETS["body"]
    assert next_place(("sole", "heel_R"), -1, 0, views, figure.place_of) == ("back", "heel_R")
    left = next_place(("sole", "heel_L"), 1, 0, views, figure.place_of)
    assert left == ("back", "heel_L")


def test_a_step_into_another_view_stays_at_the_region_or_beside_it(figure: FigureView) -> None:
    views = SHEETS["body"]
    crossed = 0
    for view in views:
        for region in load_view(view).regions:
            for way in WAYS:
                there, found = next_place((view, region), *way, views, figure.place_of)
                if there != view:
                    crossed += 1
                    near = {region}.union(*(bordering(one).get(region, frozenset()) for one in VIEWS))
                    assert found in near, (view, region, way)
    assert crossed


def test_arrows_lead_to_every_region_of_the_body(figure: FigureView) -> None:
    views = SHEETS["body"]
    seen, waiting = set(), [first_place("front")]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += [next_place(here, *way, views, figure.place_of) for way in WAYS]
    assert seen == {(view, region) for view in views for region in load_view(view).regions}


def test_another_view_is_entered_at_the_same_region_where_it_is_seen() -> None:
    views = SHEETS["body"]
    assert in_next_view(("back", "heel_R"), 1, views) == ("sole", "heel_R")
    assert in_next_view(("front", "chest_2_L"), -1, views) == first_place("palm")


def test_page_keys_change_the_view_and_arrows_go_on_from_there(figure: FigureView, heard: Heard) -> None:
    figure.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_PageDown)
    assert figure.place is not None
    assert figure.place[0] == "back"
    assert figure.accessibleDescription().startswith("Back: ")
    QTest.keyClick(figure, Qt.Key.Key_PageUp)
    assert figure.place[0] == "front"
    assert heard.named[-1]


@pytest.mark.parametrize("by_keys", [True, False])
def test_another_sheet_names_no_place_of_the_one_before(
    figure: FigureView, heard: Heard, *, by_keys: bool
) -> None:
    if by_keys:
        figure.setFocus()
        QTest.keyClick(figure, Qt.Key.Key_Down)
    else:
        QTest.mouseMove(figure, figure.place_of("chest_2_L", "front").toPoint())
    assert heard.named[-1]
    figure.set_sheet("feet")
    assert heard.named[-1] == ""
    assert figure.place is None
    assert "chest" not in figure.accessibleDescription()


def test_another_sheet_keeps_the_place_of_the_keyboard_where_it_shows_it(figure: FigureView) -> None:
    figure.setFocus()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("heel_L", "back").toPoint())
    figure.set_sheet("feet")
    assert figure.place == ("sole", "heel_L")
    assert figure.accessibleDescription() == "Soles: left heel (underside and back), not marked"


def test_what_was_said_of_a_place_is_true_after_undo(figure: FigureView) -> None:
    figure.setFocus()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("heel_L", "sole").toPoint())
    heel = [Drawn(area="a", regions=("heel_L",))]
    figure.set_areas(heel, {"heel_L": "marked, 100 percent"})
    assert figure.accessibleDescription() == "Soles: left heel (underside and back), marked, 100 percent"
    assert figure._announcer.last == figure.accessibleDescription()
    figure.set_areas([])
    assert figure.accessibleDescription() == "Soles: left heel (underside and back), not marked"
    assert figure._announcer.last == figure.accessibleDescription()


def test_a_change_elsewhere_is_not_announced(figure: FigureView) -> None:
    figure.setFocus()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("heel_L", "sole").toPoint())
    figure._announcer.last = "something before"
    figure.set_areas([Drawn(area="a", regions=("heel_R",))])
    assert figure._announcer.last == "something before"


@pytest.mark.parametrize("sheet", ["body", "feet", "hands"])
def test_arrows_cross_the_gap_of_a_pair_before_they_leave_its_view(figure: FigureView, sheet: str) -> None:
    figure.set_sheet(sheet)
    views = SHEETS[sheet]
    for view in {"sole", "palm", "foot_top", "hand_back"}.intersection(views):
        drawn = load_view(view)
        for region, shape in drawn.regions.items():
            inwards = 1 if shape.label[0] < drawn.width / 2 else -1
            here = (view, region)
            for _ in drawn.regions:
                here = next_place(here, inwards, 0, views, figure.place_of)
                assert here[0] == view, (region, here)
                if here[1][-1] != region[-1]:
                    break
            assert here[1][-1] != region[-1], region


def test_the_heel_beside_the_left_heel_is_the_right_one(figure: FigureView, heard: Heard) -> None:
    figure.setFocus()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("heel_L", "sole").toPoint())
    QTest.keyClick(figure, Qt.Key.Key_Left)
    assert figure.place == ("sole", "heel_R")


def test_the_opposite_arrow_comes_back_from_another_view(figure: FigureView) -> None:
    figure.setFocus()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("heel_L", "sole").toPoint())
    QTest.keyClick(figure, Qt.Key.Key_Right)
    assert figure.place == ("back", "heel_L")
    QTest.keyClick(figure, Qt.Key.Key_Left)
    assert figure.place == ("sole", "heel_L")
    QTest.keyClick(figure, Qt.Key.Key_Left)
    assert figure.place == ("sole", "heel_R")


def test_a_press_in_between_forgets_the_way_back(figure: FigureView) -> None:
    figure.setFocus()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("heel_L", "sole").toPoint())
    QTest.keyClick(figure, Qt.Key.Key_Right)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("heel_R", "back").toPoint())
    QTest.keyClick(figure, Qt.Key.Key_Left)
    assert figure.place == ("back", "heel_L")


def test_the_place_of_the_keyboard_is_named_while_the_keyboard_is_there(
    figure: FigureView, heard: Heard
) -> None:
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(figure, Qt.Key.Key_Down)
    named = heard.named[-1]
    assert named
    QApplication.sendEvent(figure, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert heard.named[-1] == named
    QApplication.sendEvent(figure, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert heard.named[-1] == ""
    QApplication.sendEvent(figure, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.BacktabFocusReason))
    assert heard.named[-1] == named


def test_the_keyboard_takes_no_name_of_the_pointer_with_it(figure: FigureView, heard: Heard) -> None:
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseMove(figure, figure.place_of("heel_L", "sole").toPoint())
    named = list(heard.named)
    QApplication.sendEvent(figure, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert heard.named == named
    assert named[-1]

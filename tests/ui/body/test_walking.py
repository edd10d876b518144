"""Walking over the edge of a view comes to what is near on a body, never to something far away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.anatomy.figure import Drawn
from diary.anatomy.neighbours import bordering
from diary.anatomy.views import VIEWS, load_view
from diary.ui.body.figure_view import FigureView
from diary.ui.body.sheets import SHEETS
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

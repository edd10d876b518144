"""The line under the places: what was done first, then where the pointer is and what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.body.hands import drag, line_to
from tests.ui.today.given import draw

if TYPE_CHECKING:
    from diary.ui.today.page import TodayPage

CHEST = "left chest at nipple level, round to the side"
TOO_LITTLE = "Drawn. Too small a share of any region to count on the map."


def line(page: TodayPage) -> str:
    """What the line says now."""
    return page.body._status.text()


def rest_on_chest(page: TodayPage) -> None:
    """Move the pointer to the chest, from wherever it is."""
    figure = page.body.figure
    QTest.mouseMove(figure, QPoint(4, figure.height() - 4))
    QTest.mouseMove(figure, figure.place_of("chest_2_L", "front").toPoint())


def dot(page: TodayPage, view: str, region: str) -> None:
    """Draw a short line with the smallest brush, and rest there."""
    figure = page.body.figure
    figure.brush = "fingertip"
    drag(figure, line_to(figure.place_of(region, view), 0, 8))


def test_after_a_stroke_its_advice_comes_before_the_pointer(page: TodayPage) -> None:
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L", "heel_L")
    assert line(page).startswith("1 area, ")
    assert line(page).endswith(" % of the body surface. Draw more, or say how it feels.")


def test_a_pointer_that_goes_on_is_named_beside_what_is_marked(page: TodayPage) -> None:
    figure = page.body.figure
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L", "heel_L")
    areas = line(page).removesuffix(". Draw more, or say how it feels.")
    rest_on_chest(page)
    assert line(page) == f"{CHEST} · {areas}"
    QTest.mouseMove(figure, QPoint(4, figure.height() - 4))
    assert line(page) == f"{areas}. Draw more, or say how it feels."


def test_a_pointer_over_an_empty_body_is_named_alone(page: TodayPage) -> None:
    rest_on_chest(page)
    assert line(page) == f"Pointer: {CHEST}"


def test_a_new_area_is_told_beside_the_pointer(page: TodayPage) -> None:
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L", "heel_L")
    page.body._on_added()
    rest_on_chest(page)
    assert line(page) == f"{CHEST} · The next press begins a new area."


def test_the_line_forgets_the_keyboard_that_went_on(page: TodayPage) -> None:
    figure = page.body.figure
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(figure, Qt.Key.Key_Down)
    assert line(page).startswith("Pointer: ")
    QTest.keyClick(figure, Qt.Key.Key_Tab)
    assert not figure.hasFocus()
    assert not line(page).startswith("Pointer: ")


def test_the_list_has_no_pointer_of_the_figure(page: TodayPage) -> None:
    figure = page.body.figure
    rest_on_chest(page)
    assert line(page).startswith("Pointer: ")
    page.body.list_button.setChecked(True)
    assert not line(page).startswith("Pointer: ")
    page.body.list_button.setChecked(False)
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(figure, Qt.Key.Key_Down)
    page.body.list_button.setChecked(True)
    assert not line(page).startswith("Pointer: ")


def test_what_an_act_says_shows_while_the_pointer_rests(page: TodayPage) -> None:
    draw(page, "sole", "toes_1_3_sole_L", "sole_inner_L", "heel_L")
    rest_on_chest(page)
    page.body.undo()
    assert line(page) == "Drawing undone."


def test_a_stroke_too_small_to_count_is_kept_and_said(page: TodayPage) -> None:
    dot(page, "front", "abd_3_R")
    (place,) = page.sitting.places
    assert place.strokes
    assert place.regions == ()
    assert line(page) == TOO_LITTLE
    assert page.body._announcer.last == TOO_LITTLE


def test_a_small_stroke_beside_what_counts_is_said_to_count_nowhere(page: TodayPage) -> None:
    figure = page.body.figure
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=figure.place_of("abd_3_R", "front").toPoint())
    dot(page, "front", "abd_4_L")
    (place,) = page.sitting.places
    assert place.regions == ("abd_3_R",)
    assert line(page) == TOO_LITTLE
    drag(figure, line_to(figure.place_of("abd_3_R", "front"), 0, 8))
    assert TOO_LITTLE not in line(page)

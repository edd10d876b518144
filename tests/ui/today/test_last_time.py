"""Same as last time: brought dashed, confirmed by one key, one digit or one press, and never a number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.anatomy.drawing import fill as fill_stroke
from diary.models.codes import Depth
from diary.models.records import Area, AreaQuality, AreaRegion
from diary.ui.today.page import TodayPage
from tests.ui.today.given import (
    YESTERDAY,
    day_entry,
    entry,
    fill,
    foot,
    hand,
    keys,
    mark,
    opened_window,
    press,
    press_cell,
    save,
    shown,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

Key = Qt.Key


def knee() -> Area:
    return Area(
        uid="knee",
        severity=4,
        qualities=(AreaQuality(code="aching"),),
        regions=(AreaRegion(region="knee_front_R"),),
    )


def elbow() -> Area:
    return replace(knee(), uid="elbow", regions=(AreaRegion(region="elbow_outer_L"),))


TAB = Key.Key_Tab


# --- same as last time


def carried_page(qtbot: QtBot, store: Store) -> TodayPage:
    fill(store, entry(YESTERDAY, areas=(foot(6), hand())))
    page = shown(qtbot, TodayPage(store))
    press(page.same)
    return page


def test_last_time_is_dashed_and_told_beside_the_row(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = carried_page(qtbot, store)
    foot_place, hand_place = page.sitting.places
    assert foot_place.carried
    assert hand_place.carried
    assert page.body.editor.severity.value is None
    assert "last time 6" in page.body.editor.severity._cells.accessibleName()
    assert "2 places are not confirmed" in page.save_row.open_words


def test_all_that_is_carried_is_dashed_and_told_on_the_tab(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(YESTERDAY, areas=(replace(foot(7), depth=Depth.BOTH),)))
    page = shown(qtbot, TodayPage(store))
    press(page.same)
    (place,) = page.sitting.places
    tab = page.body.tabs.tab(place.uid)
    assert tab.accessibleDescription() == "Burning, cold hurts; last time 7"
    depth = page.body.editor.depth_choice
    assert depth.value == "both"
    chosen = depth._segments[2].geometry()
    spot = chosen.topLeft() + QPoint(6, chosen.height() // 4)

    def ground() -> str:
        return depth.grab().toImage().pixelColor(spot).name().upper()

    assert ground() == theme.palette.color("card")
    keys(page, "4")
    assert ground() == theme.palette.color("tint")


def test_one_digit_confirms_and_is_todays_number(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = carried_page(qtbot, store)
    page.body.tabs.tab(page.sitting.places[0].uid).setFocus()
    keys(page, "4")
    assert [one.carried for one in page.sitting.places] == [False, True]
    assert "not confirmed" in page.save_row.open_words
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert [one.severity for one in saved.areas] == [4]
    assert saved.areas[0].qualities[0].strength is None
    assert len(page.sitting.places) == 1


def test_one_key_confirms_one_place_and_one_key_all(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = carried_page(qtbot, store)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.window().focusWidget() or page, Key.Key_Return, control)
    assert [one.carried for one in page.sitting.places] == [False, True]
    shift = control | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.window().focusWidget() or page, Key.Key_Return, shift)
    assert [one.carried for one in page.sitting.places] == [False, False]
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert [one.severity for one in saved.areas] == [None, None]


def test_buttons_confirm_one_place_and_all(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = carried_page(qtbot, store)
    from diary.ui.parts.button import Button

    tab = page.body.tabs.tab(page.sitting.places[1].uid)
    (confirm,) = tab.findChildren(Button)
    assert (
        confirm.accessibleName() == "Confirm Right palm, thumb side" or "Confirm" in confirm.accessibleName()
    )
    press(confirm)
    assert [one.carried for one in page.sitting.places] == [True, False]
    assert not page.body.tabs.confirm_all.isVisible()
    page.discard()
    press(page.same)
    press(page.body.tabs.confirm_all)
    assert not page.sitting.unconfirmed


def test_the_keyboard_stays_with_the_places(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = carried_page(qtbot, store)
    first, second = page.sitting.places
    page.body.tabs.tab(first.uid).setFocus()
    keys(page, Key.Key_Space)
    assert page.body.tabs.tab(first.uid).hasFocus()
    assert not page.sitting.places[0].carried
    keys(page, Key.Key_Delete)
    assert page.body.tabs.tab(second.uid).hasFocus()
    keys(page, Key.Key_Delete)
    assert page.body.figure.hasFocus()
    assert page.sitting.places == ()


def test_a_place_that_is_there_is_not_brought_twice(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = carried_page(qtbot, store)
    press(page.same)
    assert len(page.sitting.places) == 2


def test_last_time_cannot_be_wanted_where_there_is_none(page: TodayPage) -> None:
    assert not page.same.isEnabled()


def test_a_region_of_the_same_part_joins_the_place_and_another_begins_one(page: TodayPage) -> None:
    mark(page, "sole_inner_L", "sole")
    mark(page, "heel_L", "sole")
    page.body.editor.severity.set_value(4)
    mark(page, "knee_front_R", "front")
    assert [set(one.regions) for one in page.sitting.places] == [{"sole_inner_L", "heel_L"}, {"knee_front_R"}]
    mark(page, "knee_front_R", "front")
    assert len(page.sitting.places) == 1
    assert replace(page.sitting, places=()).is_empty


# --- numbers lead from place to place


def test_numbers_by_keyboard_lead_through_the_places_to_the_first_question(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    fill(store, entry(YESTERDAY, areas=(foot(6), knee(), elbow())))
    page = shown(qtbot, TodayPage(store))
    QTest.keyClick(page.window().focusWidget() or page, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    keys(page, "6", "0", "10")
    qtbot.waitUntil(lambda: page.measures.field("pain_average").isAncestorOf(page.window().focusWidget()))
    assert [one.severity for one in page.sitting.places] == [6, 0, 10]
    assert not page.sitting.unconfirmed
    keys(page, "5", Key.Key_Return, "7", Key.Key_Return, Key.Key_Return, "4", Key.Key_Return, "6")
    assert page.sitting.values == {"pain_average": 5, "pain_worst": 7, "sleep_quality": 4, "mood": 6}


def test_a_one_waits_for_a_nought_and_any_other_digit_is_the_next_places(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    fill(store, entry(YESTERDAY, areas=(foot(6), knee(), elbow())))
    page = shown(qtbot, TodayPage(store))
    press(page.same)
    keys(page, "1")
    QApplication.processEvents()
    assert page.body._selected == page.sitting.places[0].uid
    keys(page, "3")
    assert [one.severity for one in page.sitting.places] == [1, 3, None]
    qtbot.waitUntil(lambda: page.body._selected == page.sitting.places[2].uid)
    keys(page, "1", Key.Key_Return)
    qtbot.waitUntil(lambda: page.measures.field("pain_average").isAncestorOf(page.window().focusWidget()))
    assert [one.severity for one in page.sitting.places] == [1, 3, 1]


@pytest.mark.parametrize("numbers", [(5, 10, 4), (10, 4, 10), (4, 5, 10), (10, 10, 10)])
def test_a_ten_after_another_number_stays_a_ten(
    qtbot: QtBot, theme: Theme, store: Store, numbers: tuple[int, ...]
) -> None:
    fill(store, entry(YESTERDAY, areas=(foot(6), knee(), elbow())))
    page = shown(qtbot, TodayPage(store))
    press(page.same)
    for digit in "".join(str(number) for number in numbers):
        keys(page, digit)
        QApplication.processEvents()  # what waits no longer than a moment comes before the next finger
    assert [one.severity for one in page.sitting.places] == list(numbers)
    assert page.sitting.values == {}


def test_numbers_by_mouse_lead_on_when_the_button_is_let_go(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, entry(YESTERDAY, areas=(foot(6), knee(), elbow())))
    page = shown(qtbot, TodayPage(store))
    press(page.same)
    for number in (5, 1, 3):
        press_cell(page.body.editor.severity, number)
    assert [one.severity for one in page.sitting.places] == [5, 1, 3]


def test_in_large_text_the_rows_that_take_the_numbers_come_into_sight(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    theme.set_scale(2.0)
    fill(store, entry(YESTERDAY, areas=(foot(6),)))
    window = opened_window(qtbot, store)
    page = window.today
    press(page.same)
    row = page.body.editor.severity

    def is_seen(row: QWidget | None) -> bool:
        assert row is not None
        top = row.mapTo(window, QPoint(0, 0)).y()
        return top >= 0 and top + row.height() <= window.height()

    qtbot.waitUntil(lambda: is_seen(row.focusProxy()))
    press_cell(row, 4)
    qtbot.waitUntil(lambda: is_seen(page.measures.field("pain_average").focusProxy()))


def test_arrows_only_step_and_lead_nowhere(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = carried_page(qtbot, store)
    keys(page, Key.Key_Right, Key.Key_Right)
    QApplication.processEvents()
    assert page.sitting.places[0].severity == 1
    assert page.body._selected == page.sitting.places[0].uid


def test_a_place_that_did_not_hurt_asks_how_strong_it_is_and_gets_no_pain(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    page = carried_page(qtbot, store)
    keys(page, "6")
    qtbot.waitUntil(lambda: page.body._selected == page.sitting.places[1].uid)
    keys(page, "4")
    assert page.sitting.places[1].severity is None
    assert page.sitting.places[1].strength("tingling") == 4
    assert not page.sitting.places[1].carried


def test_the_drawing_of_last_time_is_brought_in_one_action_and_confirmed_by_one_key(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    strokes = (fill_stroke("heel_L"), fill_stroke("sole_inner_L"))
    drawn = replace(foot(6), strokes=strokes, figure_version="2", grid_version="2")
    fill(store, entry(YESTERDAY, areas=(drawn,)))
    page = shown(qtbot, TodayPage(store))
    press(page.same)
    (place,) = page.sitting.places
    assert place.carried
    assert place.strokes == strokes
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.window().focusWidget() or page, Key.Key_Return, shift)
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert saved.areas[0].strokes == strokes
    assert saved.areas[0].regions == drawn.regions
    assert saved.areas[0].severity is None

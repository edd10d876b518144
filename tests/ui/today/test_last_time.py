"""Same as last time: brought dashed, confirmed by one key, one digit or one press, and never a number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
    press,
    save,
    shown,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

Key = Qt.Key
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

"""Undo and redo of what was saved: no surprise of somebody else's, and no typing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.today.given import (
    TODAY,
    day_entry,
    digit,
    entry,
    fill,
    keys,
    moments,
    opened_window,
    press,
    refreshed,
    save,
    told,
    values,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme
    from diary.ui.today.page import TodayPage


def test_undo_while_typing_loses_nothing_and_is_not_called_a_conflict(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    digit(page, "mood", 7)
    save(page)
    refreshed(qtbot, page)
    digit(page, "stress", 3)
    store.undo_stack.undo()
    refreshed(qtbot, page)
    assert page.sitting.values == {"mood": 7, "stress": 3}
    assert told(page) == "Your typing is still here. It is not saved yet."
    save(page)
    assert values(day_entry(store)) == {"mood": 7.0, "stress": 3.0}


def test_own_redo_over_a_form_typed_back_to_nothing_shows_what_is_saved_again(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    digit(page, "mood", 7)
    page.note.setFocus()
    keys(page, "calm")
    save(page)
    press(page.save_row.undo)
    refreshed(qtbot, page)
    assert page.sitting.is_empty
    page.note.setFocus()
    keys(page, "word")
    QTest.keyClick(page.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    store.undo_stack.redo()
    refreshed(qtbot, page)
    assert page.sitting.values == {"mood": 7}
    assert page.note.toPlainText() == "calm"
    assert not page.dirty
    assert page.asking is None or "changed" not in told(page)


def test_a_form_typed_to_what_another_window_saved_is_clean(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    digit(page, "mood", 7)
    fill(store, entry(TODAY, values={"mood": 7}))
    page._stale = True
    page._on_soon()
    assert not page.dirty
    assert page.asking is None


def test_the_moment_saved_elsewhere_is_told_on_today_and_can_be_undone(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    window = opened_window(qtbot, store)
    window.open_pain_now()
    keys(window, "7")
    assert window._pain_now is not None
    with qtbot.waitSignal(window._pain_now.moment_saved) as said:
        save(window._pain_now)
    assert said.args == ["Moment saved."]
    assert window.today.isVisible()
    refreshed(qtbot, window.today)
    assert window.today.save_row.shows_saved
    assert window.today.save_row._saved.text() == "Moment saved."
    press(window.today.save_row.undo)
    assert not window.today.save_row.shows_saved
    assert moments(store) == []


def test_help_and_pain_now_lead_back_to_where_the_keyboard_was(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    window = opened_window(qtbot, store)
    window.today.measures.field("mood").setFocus()
    at = window.focusWidget()
    keys(window, Qt.Key.Key_F1)
    assert not window.today.isVisible()
    keys(window, Qt.Key.Key_Escape)
    assert window.today.isVisible()
    assert window.focusWidget() is at
    window.open_pain_now()
    at = window.focusWidget()
    keys(window, Qt.Key.Key_F1)
    keys(window, Qt.Key.Key_Escape)
    assert window._pain_now is not None
    assert window._pain_now.isVisible()
    assert window.focusWidget() is at
    keys(window, Qt.Key.Key_Escape)
    assert window.today.isVisible()

"""What one question at a time says when it is opened and left: one message, and a true one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from diary.ui.one_question.controls import MeasureControl
from diary.ui.one_question.page import OneQuestionPage
from diary.ui.today.page import TodayPage
from tests.ui.one_question.test_page import ENTER, asking, begun
from tests.ui.today.given import day_entry, digit, keys, opened_window, press, refreshed, shown, values

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


def left(qtbot: QtBot, page: OneQuestionPage) -> str:
    """What the page says when it is left."""
    with qtbot.waitSignal(page.told) as said:
        press(page.stop)
    assert said.args is not None
    return str(said.args[0])


def test_what_is_typed_on_today_is_told_truthfully(qtbot: QtBot, theme: Theme, store: Store) -> None:
    asking(store, "pain_average")
    today = shown(qtbot, TodayPage(store))
    digit(today, "pain_average", 5)
    today.hand_over()
    page = begun(qtbot, store)
    assert isinstance(page.control, MeasureControl)
    assert page.control.field.value == 5
    assert page.said.now is not None
    assert page.said.now.text == "What you typed on Today is shown here. It waits to be saved there."
    words = left(qtbot, page)
    assert words == "Nothing new was answered. What you typed on Today waits to be saved there."
    assert day_entry(store) is None


def test_coming_back_to_what_is_saved_does_not_call_it_unanswered(
    qtbot: QtBot, one: OneQuestionPage, store: Store
) -> None:
    keys(one, "5")
    assert left(qtbot, one) == "Saved: 1 answer."
    one.begin()
    assert left(qtbot, one) == "Nothing new was answered. What is saved stays as it is."
    assert values(day_entry(store)) == {"pain_average": 5.0}


def test_what_it_said_last_time_leaves_the_window(qtbot: QtBot, theme: Theme, store: Store) -> None:
    window = opened_window(qtbot, store)
    press(window.today.one_question)
    page = window.findChild(OneQuestionPage)
    assert isinstance(page, OneQuestionPage)
    qtbot.waitUntil(lambda: page.ask is not None and page.isVisible())
    press(page.stop)
    assert len(window.messages) == 1
    press(window.today.one_question)
    assert window.messages == []


def test_the_window_leads_there_and_back(qtbot: QtBot, theme: Theme, store: Store) -> None:
    window = opened_window(qtbot, store)
    press(window.today.one_question)
    page = window.findChild(OneQuestionPage)
    assert isinstance(page, OneQuestionPage)
    qtbot.waitUntil(lambda: page.ask is not None and page.isVisible())
    keys(page, "5", ENTER, "7", Qt.Key.Key_Escape)
    assert window.current_key == "today"
    assert [one.text for one in window.messages] == ["Saved: 2 answers."]
    refreshed(qtbot, window.today)
    assert window.today.sitting.values == {"pain_average": 5, "pain_worst": 7}
    assert not window.today.dirty

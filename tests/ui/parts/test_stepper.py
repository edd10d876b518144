"""A count or a length of time: typed or stepped, inside its bounds, empty until answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.stepper import Stepper, minutes_words, read_minutes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


def _field(stepper: Stepper) -> QLineEdit:
    return stepper.findChildren(QLineEdit)[0]


@pytest.fixture
def slept(qtbot: QtBot, theme: Theme) -> Stepper:
    stepper = Stepper("Slept", most=1440, step=10, start=420, minutes=True)
    qtbot.addWidget(stepper)
    stepper.show()
    _field(stepper).setFocus()
    return stepper


@pytest.fixture
def woken(qtbot: QtBot, theme: Theme) -> Stepper:
    stepper = Stepper("Woken by pain", most=3)
    qtbot.addWidget(stepper)
    stepper.show()
    return stepper


@given(st.integers(min_value=0, max_value=1440))
def test_a_length_of_time_reads_back_as_it_is_written(minutes: int) -> None:
    assert read_minutes(minutes_words(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("6 h 10", 370),
        ("6:10", 370),
        ("6h", 360),
        ("370 min", 370),
        ("7", 420),
        ("90", 90),
        ("6:75", None),
        ("well", None),
    ],
)
def test_time_may_be_typed_in_many_ways(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


def test_nothing_is_there_before_it_is_answered(slept: Stepper) -> None:
    assert slept.value is None
    assert "not answered" in _field(slept).accessibleName()


def test_the_first_step_gives_the_usual_value_and_the_next_steps_from_it(
    qtbot: QtBot, slept: Stepper
) -> None:
    _less, more = slept.findChildren(IconButton)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert slept.value == 420
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert slept.value == 430
    qtbot.keyClick(_field(slept), Qt.Key.Key_Down)
    assert slept.value == 420
    assert _field(slept).text() == "7 h 00"


def test_typing_answers_and_emptying_takes_it_back(qtbot: QtBot, slept: Stepper) -> None:
    qtbot.keyClicks(_field(slept), "6:10")
    assert slept.value == 370
    _field(slept).selectAll()
    qtbot.keyClick(_field(slept), Qt.Key.Key_Delete)
    assert slept.value is None


def test_what_cannot_be_read_changes_nothing(qtbot: QtBot, slept: Stepper) -> None:
    slept.set_value(370)
    _field(slept).selectAll()
    qtbot.keyClicks(_field(slept), "long")
    qtbot.keyClick(_field(slept), Qt.Key.Key_Return)
    assert slept.value == 370
    assert _field(slept).text() == "6 h 10"


def test_a_step_stays_inside_the_bounds(qtbot: QtBot, woken: Stepper) -> None:
    for _press in range(9):
        qtbot.keyClick(_field(woken), Qt.Key.Key_Up)
    assert woken.value == 3


def test_one_step_below_nothing_is_no_answer_again(qtbot: QtBot, woken: Stepper) -> None:
    woken.set_value(1)
    qtbot.keyClick(_field(woken), Qt.Key.Key_Down)
    assert woken.value == 0
    qtbot.keyClick(_field(woken), Qt.Key.Key_Down)
    assert woken.value is None


def test_a_typed_number_outside_the_bounds_is_not_taken(qtbot: QtBot, woken: Stepper) -> None:
    qtbot.keyClicks(_field(woken), "7")
    assert woken.value is None


def test_both_buttons_can_be_pressed_and_are_named(woken: Stepper) -> None:
    for button in woken.findChildren(IconButton):
        assert "Woken by pain" in button.accessibleName()
        assert button.width() >= 32
        assert button.height() >= 32

"""A count or a length of time: typed or stepped, inside its bounds, empty until answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.stepper import Stepper

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


def _field(stepper: Stepper) -> QLineEdit:
    return stepper.findChildren(QLineEdit)[0]


@pytest.fixture
def slept(qtbot: QtBot, theme: Theme) -> Stepper:
    stepper = Stepper("Slept", most=1440, step=10, start=420, hours=True)
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


@pytest.mark.parametrize("typed", ["long", "8.", "25", "99", "7:75", "-5", "seven", "73"])
def test_what_cannot_be_read_stays_and_changes_nothing(qtbot: QtBot, slept: Stepper, typed: str) -> None:
    slept.set_value(370)
    _field(slept).selectAll()
    qtbot.keyClicks(_field(slept), typed)
    with qtbot.waitSignal(slept.doubted):
        qtbot.keyClick(_field(slept), Qt.Key.Key_Return)
    assert slept.value == 370
    assert _field(slept).text() == typed
    assert _field(slept).accessibleDescription() == slept.problem != ""


def test_what_is_put_right_is_in_no_doubt_any_more(qtbot: QtBot, slept: Stepper) -> None:
    qtbot.keyClicks(_field(slept), "7,5 hours and")
    qtbot.keyClick(_field(slept), Qt.Key.Key_Return)
    _field(slept).selectAll()
    qtbot.keyClicks(_field(slept), "7,5")
    assert slept.value == 450
    assert _field(slept).accessibleDescription() == ""
    qtbot.keyClick(_field(slept), Qt.Key.Key_Return)
    assert _field(slept).text() == "7 h 30"


def test_no_half_of_a_number_is_kept(qtbot: QtBot, theme: Theme) -> None:
    attacks = Stepper("Attacks", most=999)
    qtbot.addWidget(attacks)
    for typed, problem in (("9999", "It ends at 999."), ("2,5", "A whole number, as 3.")):
        attacks.set_value(4)
        _field(attacks).selectAll()
        qtbot.keyClicks(_field(attacks), typed)
        assert attacks.value == 4
        assert attacks.problem == problem
        assert _field(attacks).text() == typed


def test_a_bare_number_is_minutes_where_hours_are_not_meant(qtbot: QtBot, theme: Theme) -> None:
    walked = Stepper("Walking", most=1440, minutes=True)
    qtbot.addWidget(walked)
    qtbot.keyClicks(_field(walked), "20")
    qtbot.keyClick(_field(walked), Qt.Key.Key_Return)
    assert walked.value == 20
    assert _field(walked).text() == "20 min"


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

"""Chips, segments, options and the day: named, large enough, and moved by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QPushButton

from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.date_bar import DateBar, day_words
from diary.ui.parts.option_row import OptionRow
from diary.ui.parts.segmented import SegmentedChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_chip_is_turned_on_and_off_by_keyboard(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    chip = Chip("Burning")
    qtbot.addWidget(chip)
    chip.show()
    qtbot.keyClick(chip, key)
    assert chip.isChecked()
    qtbot.keyClick(chip, key)
    assert not chip.isChecked()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_to_press_is_large_enough_and_named(qtbot: QtBot, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    buttons: list[QAbstractButton] = [Chip("Burning"), OptionRow("book", "Open my diary", "Starts empty")]
    buttons += [
        Button("Save day", "save", kind) for kind in ("plain", "small", "primary", "quiet", "link", "icon")
    ]
    choice = SegmentedChoice("Range", [("a", "2 weeks"), ("b", "1 year")])
    qtbot.addWidget(choice)
    choice.show()
    buttons += choice.findChildren(QAbstractButton)
    for button in buttons:
        qtbot.addWidget(button)
        button.adjustSize()
        assert button.height() >= 32
        assert button.width() >= 32
        assert button.text() in button.accessibleName()
        assert button.accessibleName()


def test_the_main_action_is_taller(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Save day", "save", "primary")
    qtbot.addWidget(button)
    button.adjustSize()
    assert button.height() >= 44


def test_nothing_is_chosen_until_someone_chooses(qtbot: QtBot, theme: Theme) -> None:
    choice = SegmentedChoice("Depth", [("skin", "Skin"), ("deep", "Deep")], clearable=True)
    qtbot.addWidget(choice)
    choice.show()
    assert choice.value is None
    skin, deep = choice.findChildren(QAbstractButton)
    qtbot.mouseClick(deep, Qt.MouseButton.LeftButton)
    assert choice.value == "deep"
    deep.setFocus()
    qtbot.keyClick(deep, Qt.Key.Key_Left)
    assert choice.value == "skin"
    qtbot.keyClick(skin, Qt.Key.Key_Delete)
    assert choice.value is None


def test_a_choice_that_must_be_made_is_kept_when_pressed_again(qtbot: QtBot, theme: Theme) -> None:
    choice = SegmentedChoice("Range", [("a", "2 weeks"), ("b", "1 year")], "b")
    qtbot.addWidget(choice)
    said: list[str | None] = []
    choice.changed.connect(said.append)
    qtbot.mouseClick(choice.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    assert choice.value == "b"
    assert choice.findChildren(QAbstractButton)[1].isChecked()
    assert said == []


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> DateBar:
    bar = DateBar(TODAY, TODAY)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_the_day_is_written_out() -> None:
    assert day_words(TODAY) == "Sunday 22 November 2026"


def test_the_future_cannot_be_chosen(qtbot: QtBot, bar: DateBar) -> None:
    previous, _choose, following = bar.findChildren(QPushButton)
    assert not following.isEnabled()
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    assert bar.day == date(2026, 11, 21)
    qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert bar.day == TODAY
    assert not following.isEnabled()
    bar.set_day(date(2027, 1, 1))
    assert bar.day == TODAY


def test_midnight_allows_one_more_day(bar: DateBar) -> None:
    bar.set_latest(date(2026, 11, 23))
    assert bar.findChildren(QPushButton)[2].isEnabled()
    assert bar.day == TODAY


def test_the_calendar_opens_under_the_day_and_gives_a_day(qtbot: QtBot, bar: DateBar) -> None:
    qtbot.mouseClick(bar.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    calendar = bar.findChildren(QCalendarWidget)[0]
    days = calendar.focusProxy()
    assert calendar.maximumDate().toPython() == TODAY
    with qtbot.waitSignal(bar.changed) as chosen:
        qtbot.keyClick(days, Qt.Key.Key_Left)
        qtbot.keyClick(days, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 11, 21)]
    assert bar.day == date(2026, 11, 21)

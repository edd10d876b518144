"""What assistive software checks counts as pressed, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.segmented import SegmentedChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


def check(button: QAbstractButton) -> None:
    """Does what a screen reader's user does: the accessible action of a check box."""
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(next(name for name in actions.actionNames() if name == "Toggle"))


def test_a_segment_checked_by_a_screen_reader_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    choice = SegmentedChoice("Range", [("a", "All"), ("b", "1 year")], "a")
    qtbot.addWidget(choice)
    check(choice._segments[1])
    assert choice.value == "b"
    assert [one.isChecked() for one in choice._segments] == [False, True]


def test_a_chip_checked_by_a_screen_reader_is_pressed_once(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("Burning")
    qtbot.addWidget(chip)
    pressed: list[bool] = []

    def on_pressed(checked: bool) -> None:
        pressed.append(checked)

    chip.clicked.connect(on_pressed)
    check(chip)
    assert pressed == [True]
    chip.click()
    assert pressed == [True, False]


def test_a_check_by_our_own_code_is_no_press(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Nothing hurts today")
    button.setCheckable(True)
    qtbot.addWidget(button)
    pressed: list[bool] = []

    def on_pressed(checked: bool) -> None:
        pressed.append(checked)

    button.clicked.connect(on_pressed)
    button.setChecked(True)
    assert pressed == []
    check(button)
    assert pressed == [False]

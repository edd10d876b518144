"""What is said to assistive software, with such software listening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from diary.ui.parts.announcer import Announcer
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import Cells, SeverityRow
from diary.ui.parts.stepper import Stepper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def _listening(theme: Theme) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("_listening")
@pytest.mark.parametrize("urgent", [False, True])
def test_words_are_announced(qtbot: QtBot, urgent: bool) -> None:
    speaker = Label("page")
    qtbot.addWidget(speaker)
    announcer = Announcer(speaker)
    announcer.announce("Saved.", urgent=urgent)
    assert announcer.last == "Saved."


@pytest.mark.usefixtures("_listening")
def test_a_row_is_a_slider_that_says_its_answer(qtbot: QtBot) -> None:
    row = SeverityRow("Average", "no pain", "as bad as you can imagine")
    qtbot.addWidget(row)
    row.show()
    cells = row.findChildren(Cells)[0]
    row.set_value(5)
    told = QAccessible.queryAccessibleInterface(cells)
    assert told.role() == QAccessible.Role.Slider
    assert told.text(QAccessible.Text.Name) == "Average, 5 of 10"
    assert told.valueInterface().currentValue() == 5
    assert "no pain" in told.text(QAccessible.Text.Description)
    row.set_value(None)
    assert told.text(QAccessible.Text.Name) == "Average, not answered"


@pytest.mark.usefixtures("_listening")
def test_steps_and_messages_are_told(qtbot: QtBot) -> None:
    stepper, message = Stepper("Woken by pain"), InlineMessage("The disk is full.", "problem")
    for widget in (stepper, message):
        qtbot.addWidget(widget)
        widget.show()
    stepper.set_value(2)
    message.set_text("Saved.")
    told = QAccessible.queryAccessibleInterface(stepper.findChildren(QLineEdit)[0])
    assert told.text(QAccessible.Text.Name) == "Woken by pain, 2"
    assert QAccessible.queryAccessibleInterface(message).text(QAccessible.Text.Name) == "Saved."

"""A 0 to 10 answer is given and taken back by keyboard and mouse, and is never given by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from diary.ui.parts.severity_row import Cells, SeverityRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


def _cells(row: SeverityRow) -> Cells:
    return row.findChildren(Cells)[0]


def _middle(row: SeverityRow, score: int) -> QPoint:
    return _cells(row).cell(score).center().toPoint()


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> SeverityRow:
    row = SeverityRow("Average", "no pain", "as bad as you can imagine")
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    _cells(row).setFocus()
    return row


def test_nothing_is_answered_before_someone_answers(row: SeverityRow) -> None:
    assert row.value is None
    assert "not answered" in _cells(row).accessibleName()


def test_every_digit_is_an_answer(qtbot: QtBot, row: SeverityRow) -> None:
    for digit in "023456789":
        qtbot.keyClicks(_cells(row), digit)
        assert row.value == int(digit)


def test_one_and_then_zero_is_ten(qtbot: QtBot, row: SeverityRow) -> None:
    qtbot.keyClicks(_cells(row), "1")
    assert row.value == 1
    qtbot.keyClicks(_cells(row), "0")
    assert row.value == 10


def test_zero_after_ten_is_zero(qtbot: QtBot, row: SeverityRow) -> None:
    qtbot.keyClicks(_cells(row), "100")
    assert row.value == 0


def test_a_one_that_was_left_and_come_back_to_is_not_the_beginning_of_ten(
    qtbot: QtBot, row: SeverityRow
) -> None:
    qtbot.keyClicks(_cells(row), "1")
    _cells(row).clearFocus()
    _cells(row).setFocus()
    qtbot.keyClicks(_cells(row), "0")
    assert row.value == 0


def test_a_one_that_was_stepped_to_is_not_the_beginning_of_ten(qtbot: QtBot, row: SeverityRow) -> None:
    row.set_value(0)
    qtbot.keyClick(_cells(row), Qt.Key.Key_Right)
    qtbot.keyClicks(_cells(row), "0")
    assert row.value == 0


def test_digits_that_need_shift_are_digits(qtbot: QtBot, row: SeverityRow) -> None:
    qtbot.keyClick(_cells(row), "1", Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(_cells(row), Qt.Key.Key_Shift)
    qtbot.keyClick(_cells(row), "0", Qt.KeyboardModifier.ShiftModifier)
    assert row.value == 10


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_answer_back(qtbot: QtBot, row: SeverityRow, key: Qt.Key) -> None:
    row.set_value(6)
    qtbot.keyClick(_cells(row), key)
    assert row.value is None


def test_arrows_step_and_stop_at_the_ends(qtbot: QtBot, row: SeverityRow) -> None:
    qtbot.keyClick(_cells(row), Qt.Key.Key_Right)
    assert row.value == 0
    qtbot.keyClick(_cells(row), Qt.Key.Key_Left)
    assert row.value == 0
    qtbot.keyClick(_cells(row), Qt.Key.Key_End)
    qtbot.keyClick(_cells(row), Qt.Key.Key_Right)
    assert row.value == 10


def test_digits_with_control_are_left_to_the_window(qtbot: QtBot, row: SeverityRow) -> None:
    qtbot.keyClick(_cells(row), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert row.value is None


@pytest.mark.parametrize("score", range(11))
def test_a_press_on_a_cell_is_its_number(qtbot: QtBot, row: SeverityRow, score: int) -> None:
    qtbot.mouseClick(_cells(row), Qt.MouseButton.LeftButton, pos=_middle(row, score))
    assert row.value == score


def test_pressing_the_chosen_cell_again_keeps_it(qtbot: QtBot, row: SeverityRow) -> None:
    said: list[int | None] = []
    row.changed.connect(said.append)
    for _press in range(3):
        qtbot.mouseClick(_cells(row), Qt.MouseButton.LeftButton, pos=_middle(row, 5))
    assert row.value == 5
    assert said == [5]


def test_a_drag_ends_where_it_is_let_go(qtbot: QtBot, row: SeverityRow) -> None:
    cells = _cells(row)
    qtbot.mousePress(cells, Qt.MouseButton.LeftButton, pos=_middle(row, 2))
    qtbot.mouseMove(cells, _middle(row, 7))
    qtbot.mouseRelease(cells, Qt.MouseButton.LeftButton, pos=_middle(row, 7))
    assert row.value in (2, 7)
    qtbot.mouseClick(cells, Qt.MouseButton.LeftButton, pos=_middle(row, 7))
    assert row.value == 7


def test_the_way_back_stands_there_only_with_an_answer(qtbot: QtBot, row: SeverityRow) -> None:
    clear = row.clear_button
    assert not clear.isVisible()
    row.set_value(0)
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert row.value is None
    assert not clear.isVisible()


def test_what_is_said_follows_the_answer(row: SeverityRow) -> None:
    row.set_value(5)
    assert _cells(row).accessibleName() == "Average, 5 of 10"
    row.set_value(None)
    row.set_hint("last time 6")
    assert "last time 6" in _cells(row).accessibleName()
    assert row.value is None


def test_every_cell_is_large_enough_to_press(qtbot: QtBot, theme: Theme, row: SeverityRow) -> None:
    for width, scale in ((464, 1.0), (372, 1.0), (640, 2.0), (1100, 2.0)):
        theme.set_scale(scale)
        row.resize(width, row.heightForWidth(width))
        for score in range(11):
            cell = _cells(row).cell(score)
            assert cell.width() >= 32
            assert cell.height() >= 32
    row.set_value(3)
    assert min(row.clear_button.width(), row.clear_button.height()) >= 32


def test_the_way_back_grows_with_the_text_and_stands_clear_of_the_cells(
    theme: Theme, row: SeverityRow
) -> None:
    row.set_value(3)
    for scale, size in ((1.0, 32), (2.0, 64)):
        theme.set_scale(scale)
        row.resize(1100, row.heightForWidth(1100))
        clear = row.clear_button.geometry()
        assert (clear.width(), clear.height()) == (size, size)
        assert clear.right() + 2 * scale <= _cells(row).geometry().left()
    row.resize(480, row.heightForWidth(480))
    clear = row.clear_button.geometry()
    assert clear.width() == 64
    assert clear.bottom() < _cells(row).geometry().top()


def test_rows_of_one_card_stand_under_each_other(qtbot: QtBot, theme: Theme) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    column = QVBoxLayout(card)
    rows = [SeverityRow(word, "a", "b") for word in ("Worst", "A much longer label")]
    for each in rows:
        column.addWidget(each)
    card.resize(520, 200)
    card.show()
    lefts = {_cells(each).mapTo(card, QPoint(0, 0)).x() for each in rows}
    assert len(lefts) == 1


def test_the_wheel_never_answers(row: SeverityRow) -> None:
    turn = QWheelEvent(
        QPointF(10, 10),
        QPointF(10, 10),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(_cells(row), turn)
    assert row.value is None

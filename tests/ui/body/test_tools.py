"""The tools beside the figure: chosen by pointer or key, they and the figure always agree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from diary.ui.body.figure_view import FigureView
from diary.ui.body.tools import DrawingTools
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tools(qtbot: QtBot, figure: FigureView) -> DrawingTools:
    made = DrawingTools()
    qtbot.addWidget(made)
    made.attach(figure)
    made.show()
    return made


def segment(tools: DrawingTools, name: str) -> QAbstractButton:
    return next(one for one in tools.findChildren(QAbstractButton) if one.accessibleName() == name)


def menu_action(tools: DrawingTools, words: str) -> None:
    next(one for one in tools.menu().actions() if one.text() == words).trigger()


def test_a_press_on_a_tool_puts_it_into_the_hand(tools: DrawingTools, figure: FigureView) -> None:
    for name, tool in (("Erase", "erase"), ("Fill", "fill"), ("Paint", "paint")):
        QTest.mouseClick(segment(tools, name), Qt.MouseButton.LeftButton)
        assert figure.tool == tool
    for name, brush in (("Brush: fingertip", "fingertip"), ("Brush: palm", "palm")):
        QTest.mouseClick(segment(tools, name), Qt.MouseButton.LeftButton)
        assert figure.brush == brush


@pytest.mark.parametrize("on_tools", [True, False])
def test_letters_and_brackets_choose_from_figure_and_tools(
    tools: DrawingTools, figure: FigureView, on_tools: bool
) -> None:
    target = segment(tools, "Erase") if on_tools else figure
    for letter, tool in (("e", "erase"), ("F", "fill"), ("p", "paint")):
        QTest.keyClicks(target, letter)
        assert figure.tool == tools.tools.value == tool
    for sign, brush in (("]", "palm"), ("]", "palm"), ("[", "fingers"), ("[", "fingertip")):
        QTest.keyClicks(target, sign)
        assert figure.brush == tools.brushes.value == brush


@pytest.mark.parametrize(
    ("key", "modifiers", "act"),
    [
        (Qt.Key.Key_Z, CTRL, "undo"),
        (Qt.Key.Key_Y, CTRL, "redo"),
        (Qt.Key.Key_Z, CTRL | SHIFT, "redo"),
    ],
)
def test_undo_and_redo_are_asked_for_by_keys(
    tools: DrawingTools,
    figure: FigureView,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    act: str,
) -> None:
    heard: list[str] = []
    for part in (figure, tools):
        undo = figure.undoPressed if part is figure else tools.undo_pressed
        redo = figure.redoPressed if part is figure else tools.redo_pressed
        undo.connect(lambda: heard.append("undo"))
        redo.connect(lambda: heard.append("redo"))
    tools.set_can_undo(True)
    tools.set_can_redo(True)
    QTest.keyClick(figure, key, modifiers)
    QTest.keyClick(segment(tools, "Brush: palm"), key, modifiers)
    assert heard == [act, act]


def test_the_windows_own_undo_does_not_take_the_key(figure: FigureView) -> None:
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL)
    event.ignore()
    figure.event(event)
    assert event.isAccepted()
    other = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_S, CTRL)
    other.ignore()
    figure.event(other)
    assert not other.isAccepted()


def test_undo_and_redo_can_be_pressed_only_where_there_is_something(tools: DrawingTools) -> None:
    assert not tools.undo.isEnabled()
    tools.set_can_undo(True)
    heard: list[str] = []
    tools.undo_pressed.connect(lambda: heard.append("undo"))
    QTest.mouseClick(tools.undo, Qt.MouseButton.LeftButton)
    assert heard == ["undo"]
    tools.undo.setFocus()
    tools.set_can_undo(False)
    assert segment(tools, "Paint").hasFocus()


def test_the_menu_shows_sheets_and_the_private_area_last(tools: DrawingTools, figure: FigureView) -> None:
    words = [one.text() for one in tools.menu().actions()]
    sheets = words[: words.index("")]
    assert sheets[0] == "Whole body"
    assert sheets[-1] == "Private area"
    menu_action(tools, "Feet")
    assert figure.sheet == "feet"
    assert [one.text() for one in tools.menu().actions() if one.isChecked()] == ["Feet"]


def test_the_menu_zooms_and_steadies(tools: DrawingTools, figure: FigureView) -> None:
    menu_action(tools, "Zoom in")
    assert figure.zoom > 1
    menu_action(tools, "Show all")
    assert figure.zoom == 1.0
    menu_action(tools, "Steady hand")
    assert figure.steady
    menu_action(tools, "Steady hand")
    assert not figure.steady


def test_what_is_chosen_before_there_is_a_figure_is_chosen_on_it(qtbot: QtBot, theme: Theme) -> None:
    early = DrawingTools()
    qtbot.addWidget(early)
    early.tools.set_value("erase")
    menu_action(early, "Steady hand")
    menu_action(early, "Hands")
    figure = FigureView()
    qtbot.addWidget(figure)
    figure.brush = "palm"
    early.attach(figure)
    assert (figure.tool, figure.brush, figure.steady, figure.sheet) == ("erase", "palm", True, "hands")
    assert early.brushes.value == "palm"


def test_at_100_percent_the_tools_stand_in_one_line_beside_title_and_list(qtbot: QtBot, theme: Theme) -> None:
    card = Card("Where it hurts")
    qtbot.addWidget(card)
    tools, listed = DrawingTools(), Button("Figure", "", "small")
    card.header.addWidget(tools)
    card.header.addWidget(listed)
    card.resize(640, 300)
    card.show()
    assert listed.geometry().center().y() == pytest.approx(card.title.geometry().center().y(), abs=2)
    assert tools.height() < 40
    theme.set_scale(1.6)
    card.adjustSize()
    card.resize(640, 600)
    for one in tools.findChildren(QAbstractButton):
        left = one.mapTo(card, one.rect().topLeft()).x()
        assert left >= 0
        assert left + one.width() <= card.width()


def test_every_tool_is_large_enough_to_press_and_has_a_name(tools: DrawingTools) -> None:
    for one in tools.findChildren(QAbstractButton):
        assert one.accessibleName()
        assert one.text() in one.accessibleName()
        assert min(one.width(), one.height()) >= 32


def test_a_choice_by_key_is_said_to_screen_readers(figure: FigureView) -> None:
    said = figure._announcer
    for act, words in (("fill", "Fill"), ("larger", "Brush: palm"), ("zoom_in", "125 percent of its size")):
        figure.do(act)
        assert said.last == words
    figure.set_sheet("hands")
    assert said.last == "Hands"

"""Two hands in front of a window: what they do reaches the window as the screen's own events would."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.ui.parts.severity_row import Cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from diary.ui.diary_window import DiaryWindow
    from tests.journeys.recorder import Recorder

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
MOST_STEPS = 40
STEP_PX = 6
"""A drawn line reaches the window in steps of this many px."""


class Hands:
    """Keys, presses and lines for one window; each waits until the window answers again."""

    def __init__(self, qtbot: QtBot, window: DiaryWindow, recorder: Recorder) -> None:
        self._qtbot = qtbot
        self._window = window
        self._recorder = recorder

    def key(self, *typed: str | Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press keys one after the other, a word letter by letter."""
        for one in typed:
            for key in map(ord, one) if isinstance(one, str) else (one,):
                QTest.keyClick(self._top(), key, held)
                self._settle()

    def go_on(self, key: Qt.Key, there: Callable[[], bool]) -> None:
        """Press one key until something is reached."""
        for _ in range(MOST_STEPS):
            if there():
                return
            self.key(key)
        raise AssertionError("not reached")

    def press(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Point at a widget, in its middle if not said otherwise, and press."""
        assert widget.isVisible()
        spot = widget.mapTo(self._window, at if at is not None else widget.rect().center())
        assert self._window.rect().contains(spot), "nobody can point outside the window"
        QTest.mousePress(self._top(), LEFT, NO_KEY, spot)
        QTest.mouseRelease(self._top(), LEFT, NO_KEY, spot)
        self._settle()

    def press_cell(self, row: QWidget, number: int) -> None:
        """Press the cell of a number in a row of 0 to 10."""
        cells = row.focusProxy()
        assert isinstance(cells, Cells)
        self.press(cells, cells.cell(number).center().toPoint())

    def draw(self, widget: QWidget, corners: Sequence[QPointF]) -> None:
        """Draw one line through points of a widget."""
        spots = [QPointF(widget.mapTo(self._window, one.toPoint())) for one in corners]
        QTest.mousePress(self._top(), LEFT, NO_KEY, spots[0].toPoint())
        for one, other in pairwise(spots):
            way = other - one
            steps = max(1, int((way.x() ** 2 + way.y() ** 2) ** 0.5 / STEP_PX))
            for step in range(1, steps + 1):
                QTest.mouseMove(self._top(), (one + way * (step / steps)).toPoint())
        QTest.mouseRelease(self._top(), LEFT, NO_KEY, spots[-1].toPoint())
        self._settle()

    def _top(self) -> QWindow:
        handle = self._window.windowHandle()
        assert handle is not None
        return handle

    def _settle(self) -> None:
        QApplication.processEvents()
        page = self._window.today
        self._qtbot.waitUntil(lambda: not page._stale and not page._soon.isActive())
        self._recorder.settled()

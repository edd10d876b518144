"""The days of a year on the screen: arrow keys by day and week, a press opens a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.trends.block import SheetCanvas
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

WEEK = 7


class YearCanvas(SheetCanvas):
    """Shows a year whose spots are its days by date; the first key goes to the last day."""

    opened = Signal(int)
    """The index of the day that is to be opened."""

    def keys_words(self) -> str:
        """What the keys do."""
        return say("year.keys")

    def _next(self, across: int, down: int) -> int:
        """A week on to the right, a day on downward; it stays where there is no such day."""
        last = len(self.spots) - 1
        if self._at is None:
            return last
        wanted = self._at + WEEK * across + down
        return wanted if 0 <= wanted <= last else self._at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the day at the cursor."""
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if pressed and self._at is not None:
            self.opened.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the day under the mouse, which can be pressed."""
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.ArrowCursor if self.spot is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day under the mouse."""
        self.mouseMoveEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._at is not None:
            self.opened.emit(self._at)

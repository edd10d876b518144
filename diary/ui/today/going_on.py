"""From one place of last time to the next, as today's numbers are given."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from diary.ui.parts.severity_row import SeverityRow


class GoingOn(QObject):
    """Watches rows from 0 to 10; `done` names a place whose number was given by a digit or a press.

    A typed 1 may become a 10: it waits for the next digit or Enter, however long that takes. A press counts
    once the button is let go; arrows only step.
    """

    done = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by: QEvent.Type | None = None
        self._waits: str | None = None
        self._number: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go)

    def watch(self, row: SeverityRow) -> None:
        """Watches the cells of a row."""
        cells = row.focusProxy()
        if isinstance(cells, QWidget):
            cells.installEventFilter(self)

    def given(self, uid: str, number: int | None) -> None:
        """A place from last time has a number of today."""
        if self._by is None:
            return
        self._waits, self._number = uid, number
        if self._by is QEvent.Type.KeyPress and number != 1:
            self._soon.start()

    def follows(self, uid: str) -> bool:
        """Whether the number of that place may still grow by a second digit."""
        return self._waits == uid

    def stay(self) -> None:
        """Another place was chosen by hand."""
        self._waits = None
        self._soon.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes by what a number is given; a digit that is no 0 belongs to the next place already."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Shift:  # some keyboards have digits on it
                return super().eventFilter(watched, event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._waits is not None:
                self._go()
                return True
            digit = event.text() if event.text().isascii() and event.text().isdigit() else ""
            self._by = QEvent.Type.KeyPress if digit else None
            if not digit:
                self.stay()
            elif digit != "0" or self._number != 1:
                self._go()
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._by = QEvent.Type.MouseButtonPress
        elif event.type() is QEvent.Type.MouseButtonRelease and self._by is QEvent.Type.MouseButtonPress:
            self._soon.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _go(self) -> None:
        self._soon.stop()
        uid, self._waits = self._waits, None
        if uid is not None:
            self.done.emit(uid)

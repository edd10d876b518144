"""One open form at a time under the card's lines, and what stood in the way of saving."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.ui.parts.message import InlineMessage


class PanelHost(QWidget):
    """Holds the open form; closing it gives the focus back to where it was."""

    changed = Signal()
    """A form or a message came or went: another height is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.panel: QWidget | None = None
        self.problem: InlineMessage | None = None
        self.done: InlineMessage | None = None
        self._came_from: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def open_panel(self, panel: QWidget, first: QWidget) -> None:
        """Shows a form in place of the one that was open, with the focus on its first field."""
        came_from = QApplication.focusWidget()
        if self.panel is not None:
            came_from = self._came_from
            self._let_go(self.panel)
        self._came_from = came_from
        self.panel = panel
        self._column.addWidget(panel)
        panel.show()
        self._fit()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_panel(self) -> None:
        """Closes what is open."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        inside = panel.isAncestorOf(QApplication.focusWidget() or self)
        back, self._came_from = self._came_from, None
        self._let_go(panel)
        self._fit()
        if inside and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: DiaryError) -> None:
        """Says what stood in the way of saving."""
        self.clear()
        self.problem = InlineMessage(str(error), "problem")
        self.problem.closed.connect(self.clear)
        self._column.addWidget(self.problem)
        self._fit()

    def tell_done(self, words: str, action: str) -> InlineMessage:
        """Says what was done, with the way to take it back."""
        self.clear()
        self.done = InlineMessage(words, action=action)
        self.done.closed.connect(self.clear)
        self._column.insertWidget(0, self.done)
        self._fit()
        return self.done

    @Slot()
    def clear(self) -> None:
        """Takes the message away."""
        gone = [one for one in (self.problem, self.done) if one is not None]
        self.problem = self.done = None
        for one in gone:
            self._let_go(one)
        if gone:
            self._fit()

    def _let_go(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _fit(self) -> None:
        self.setVisible(any(one is not None for one in (self.panel, self.problem, self.done)))
        self.changed.emit()

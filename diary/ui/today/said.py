"""What a form says or asks above itself: one thing at a time, until it is closed or answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.message import InlineMessage
from diary.ui.parts.question import Question


class Said(QWidget):
    """The place of a message; `answered` gives the key of a choice, `changed` tells of room taken or free."""

    answered = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._now: InlineMessage | None = None
        self.hide()

    @property
    def now(self) -> InlineMessage | None:
        """The message or question that stands there, if any."""
        return self._now

    def asks_for(self, key: str) -> bool:
        """Whether the question that stands there has a choice of that key."""
        return isinstance(self._now, Question) and key in self._now.buttons

    def tell(self, words: str, kind: str) -> None:
        """Says something."""
        message = InlineMessage(words, kind)
        message.closed.connect(self.clear)
        self._show(message)

    def ask(self, words: str, choices: Sequence[tuple[str, str]], kind: str) -> None:
        """Asks something."""
        question = Question(words, choices, kind)
        question.answered.connect(self.answered)
        self._show(question)

    def _show(self, message: InlineMessage) -> None:
        self._take_away()
        self._now = message
        self._column.addWidget(message)
        self.show()
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Takes away what stands there."""
        if self._now is not None:
            self._take_away()
            self.hide()
            self.changed.emit()

    def _take_away(self) -> None:
        if self._now is not None:
            self._column.removeWidget(self._now)
            self._now.hide()
            self._now.deleteLater()
            self._now = None

"""What the page says of its work: one line of waiting, and messages that stay until they are closed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.message import InlineMessage
from diary.ui.report.waiting import Waiting
from diary.wording import say


class Messages(QWidget):
    """Above all else on the page; takes no room while there is nothing to say."""

    cancelled = Signal()
    undo_requested = Signal()
    warned = Signal()
    """The words about what leaves the diary were closed."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = Waiting()
        self.problem = InlineMessage("", "problem")
        self.unkept = InlineMessage("")
        self.told = InlineMessage("")
        self.deleted = InlineMessage("", action=say("window.undo"))
        self.warning = InlineMessage(say("consult.unprotected"))
        self._parts: tuple[QWidget, ...] = (
            *(self.waiting, self.problem, self.unkept),
            *(self.told, self.deleted, self.warning),
        )
        self.waiting.cancelled.connect(self.cancelled)
        self.deleted.acted.connect(self._on_undo)
        self.warning.closed.connect(self.warned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in self._parts:
            column.addWidget(part)
            part.hide()

    def clear(self) -> None:
        """Take away what was said of work before; the warning stays until it is closed."""
        for one in (self.problem, self.unkept, self.told, self.deleted):
            one.hide()

    def say(self, message: InlineMessage, words: str) -> None:
        """Show and read aloud `words` in one of the messages."""
        message.show()
        message.set_text(words)

    def say_problem(self, words: str) -> None:
        """Show what is in the way, in the place of what went well."""
        self.told.hide()
        self.say(self.problem, words)

    def say_told(self, words: str) -> None:
        """Show what became of the work, in the place of what was in the way."""
        self.problem.hide()
        self.say(self.told, words)

    @Slot()
    def _on_undo(self) -> None:
        self.deleted.hide()
        self.undo_requested.emit()

"""What is asked before a trial is stopped or deleted, above what it is about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.forms.line_fields import Line
from diary.ui.parts.question import Question
from diary.wording import say


class Asking(QWidget):
    """Asks; `answered` gives "stop" or "delete", whether to, and why (only of stopping)."""

    answered = Signal(str, bool, str)

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self.act = ""
        self.why = Line(say("trial.stop_why"))
        self.why.setPlaceholderText(say("trial.stop_why"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.why)
        self.hide()

    def ask(self, act: str, name: str) -> None:
        """Ask whether to `act` ("stop" or "delete") on the trial of this name."""
        self.hush()
        self.act = act
        choices = [("yes", say(f"trial.{act}_yes")), ("no", say(f"trial.{act}_no"))]
        asked = self.question = Question(say(f"trial.{act}_ask", name=name), choices, "problem")
        asked.answered.connect(self._on_answered)
        self._column.insertWidget(0, asked)
        self.why.clear()
        self.why.setVisible(act == "stop")
        self.show()
        QWidget.setTabOrder(asked.close_button, self.why)
        asked.buttons["no"].setFocus(Qt.FocusReason.OtherFocusReason)

    def hush(self) -> None:
        """Take the question away unanswered."""
        self.hide()
        if self.question is not None:
            self.question.hide()
            self.question.deleteLater()
            self.question = None

    @Slot(str)
    def _on_answered(self, key: str) -> None:
        why = self.why.text().strip()
        self.hush()
        self.answered.emit(self.act, key == "yes", why)

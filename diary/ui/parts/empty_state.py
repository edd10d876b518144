"""What stands where nothing is yet: what will be here, and one button to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label


class EmptyState(QWidget):
    """A title, a sentence and at most one button (`acted`)."""

    acted = Signal()

    def __init__(self, title: str, sentence: str, action: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.title = Label(title, "title")
        self.sentence = Label(sentence, "body", "quiet", wrap=True)
        self.button = Button(action, kind="primary")
        self.sentence.setAlignment(middle)
        self.button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.title, 0, middle)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, middle)
        self.button.setVisible(bool(action))  # in its place first, or it is a window of its own for a moment
        column.addStretch(1)

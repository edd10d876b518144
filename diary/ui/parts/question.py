"""A question on the page: words and two or three buttons; it stays until it is answered or closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.message import InlineMessage


class Question(QWidget):
    """Asks without standing in the way; `answered` gives the key of the button, "" when it was closed."""

    answered = Signal(str)

    def __init__(
        self,
        text: str,
        choices: Sequence[tuple[str, str]],
        kind: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.message = InlineMessage(text, kind)
        self._room = QWidget()
        flow = FlowLayout(self._room, gap=8)
        self.buttons: dict[str, Button] = {}
        for key, words in choices:
            button = Button(words, kind="small")
            button.setObjectName(key)
            button.clicked.connect(self._on_button)
            self.buttons[key] = button
            flow.addWidget(button)
        self.message.closed.connect(self._on_closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.message)
        column.addWidget(self._room, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.answered.emit(button.objectName())

    @Slot()
    def _on_closed(self) -> None:
        self.answered.emit("")

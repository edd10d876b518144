"""A question on the page: words and two or three buttons; it stays until it is answered or closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.message import InlineMessage


class Question(InlineMessage):
    """Asks without standing in the way; `answered` gives the key of the button, "" when it was closed."""

    answered = Signal(str)

    def __init__(
        self,
        text: str,
        choices: Sequence[tuple[str, str]],
        kind: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind, parent=parent)
        self.buttons: dict[str, Button] = {}
        for key, words in choices:
            button = Button(words, kind="small")
            button.setObjectName(key)
            button.clicked.connect(self._on_button)
            self.buttons[key] = button
            self.add_button(button)
        self.closed.connect(self._on_unanswered)

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.answered.emit(button.objectName())

    @Slot()
    def _on_unanswered(self) -> None:
        self.answered.emit("")

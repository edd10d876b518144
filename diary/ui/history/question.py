"""Words with a few ways to go on, on the page itself: nothing happens until one is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label, Painted, box


class Question(Painted):
    """A sentence and buttons (key, words); the last one is what Escape means. `answered` tells the key."""

    answered = Signal(str)

    def __init__(
        self,
        text: str,
        ways: Sequence[tuple[str, str]],
        *,
        kind: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = ("tint", "accent") if kind == "info" else ("problem_ground", "problem")
        self._words = Label(text, "body", "on_tint" if kind == "info" else "problem_ink", wrap=True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._keys = [key for key, _ in ways]
        self.buttons = {key: Button(words, kind="small") for key, words in ways}
        self._announcer = Announcer(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        row = FlowLayout(gap=8, line_gap=6)
        for key, button in self.buttons.items():
            button.setProperty("key", key)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        self._column.addLayout(row)
        self.setAccessibleName(text)
        self.restyle()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def ask(self) -> None:
        """Read the words aloud and put the focus on the way that changes nothing."""
        self._announcer.announce(self.text, urgent=True)
        self.buttons[self._keys[-1]].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        self.answered.emit(str(self.sender().property("key")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the last way."""
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit(self._keys[-1])
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Keep margins at the text size."""
        side = self.theme.px(12)
        self._column.setContentsMargins(side, self.theme.px(8), side, self.theme.px(10))
        self._column.setSpacing(self.theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line = self._tokens
        pen = QPen(self.theme.color(line), 1)
        box(painter, QRectF(self.rect()), self.theme.px(8), self.theme.color(ground), pen)

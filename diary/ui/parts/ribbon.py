"""The ribbon a sample diary wears on every page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.parts.painted import Painted


class Ribbon(Painted):
    """One line of words on a ground that no other part wears."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line, px."""
        return QSize(self.theme.px(200), self.theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("ribbon"))
        painter.setFont(self.theme.text("note_strong"))
        painter.setPen(self.theme.color("on_ribbon"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

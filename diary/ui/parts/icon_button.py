"""A small button that is an icon alone; its words are its name and its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from diary.ui.parts.painted import PaintedButton, box


class IconButton(PaintedButton):
    """An icon without a border, 32 px to press; `text` is said and shown as tool tip."""

    def __init__(
        self, icon: str, text: str, *, size: int = 16, target: int = 32, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._size = size
        self._target = target
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_words(self, text: str) -> None:
        """Change the accessible name and the tool tip."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """The target to press, in px."""
        return QSize(self.theme.px(self._target), self.theme.px(self._target))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon, on a quiet ground while the pointer is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            box(painter, QRectF(self.rect()), self.theme.px(8), self.theme.color("well"), None)
        token = "quiet" if self.isEnabled() else "dash"
        picture = self.theme.pixmap(self._icon, token, self._size)
        side = self.theme.px(self._size)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)

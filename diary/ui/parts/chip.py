"""A chip: a word that can be on or off, with a swatch or a mark before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from diary.ui.parts.painted import PaintedButton, box

if TYPE_CHECKING:
    from collections.abc import Callable


class Chip(PaintedButton):
    """A checkable word, 32 px high; `swatch(painter, rect)` paints before it, else `icon` stands there."""

    def __init__(
        self,
        text: str,
        *,
        swatch: Callable[[QPainter, QRectF], None] | None = None,
        icon: str = "",
        checkable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._swatch = swatch
        self._icon = icon
        self._carried = False
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focus_radius", 16)

    def set_carried(self, carried: bool) -> None:
        """Show the chip dashed: carried over from last time and not confirmed."""
        self._carried = carried
        self.update()

    def _mark(self) -> int:
        return self.theme.px(20) if self._swatch else self.theme.px(16) if self._icon else 0

    def sizeHint(self) -> QSize:
        """Mark, word and room around them, px."""
        words = self.theme.metrics("note_strong").horizontalAdvance(self.text())
        mark = self._mark() + self.theme.px(6) if self._mark() else self.theme.px(4)
        return QSize(words + mark + self.theme.px(8 + 11), self.theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, its mark and its word."""
        theme, on = self.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if on else "control"), 2 if on and not self._carried else 1)
        if self._carried:
            pen.setDashPattern([4, 3])
        fill = theme.color("tint" if on and not self._carried else "well" if self.underMouse() else "card")
        box(painter, QRectF(self.rect()), self.height() / 2, fill, pen)
        side = self._mark()
        mark = QRectF(theme.px(8), (self.height() - side) / 2, side, side)
        words = QRectF(self.rect()).adjusted(
            theme.px(8) + (side + theme.px(6) if side else theme.px(4)), 0, -theme.px(4), 0
        )
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mark.moveLeft(self.width() - mark.right())
            words.moveLeft(self.width() - words.right())
        token = "on_tint" if on else "ink" if self.isEnabled() else "quiet"
        if self._swatch:
            painter.save()
            self._swatch(painter, mark)
            painter.restore()
        elif self._icon:
            name = "check" if on and self._icon == "plus" else self._icon
            painter.drawPixmap(mark.topLeft(), theme.pixmap(name, token, 16))
        painter.setFont(theme.font(13, 600 if on else 500))
        painter.setPen(theme.color(token))
        room = int(words.width()) - theme.px(4)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)

"""A large option: icon, title, what it means, and a chevron."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.parts.painted import PaintedButton, box


class OptionRow(PaintedButton):
    """One way to go on, 76 px high; the primary one is filled with the accent."""

    def __init__(
        self, icon: str, title: str, subtitle: str, *, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._icon = icon
        self._subtitle = subtitle
        self._primary = primary
        self.setAccessibleDescription(subtitle)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty("focus_radius", 12)

    def _words_width(self, width: int) -> int:
        return width - self.theme.px(64 + 56)

    def _subtitle_room(self, width: int) -> QRect:
        room = QRect(0, 0, max(self._words_width(width), 80), 10_000)
        return self.theme.metrics("body").boundingRect(room, Qt.TextFlag.TextWordWrap, self._subtitle)

    def hasHeightForWidth(self) -> bool:
        """What it means may take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at `width` px."""
        words = self.theme.metrics("title").height() + self._subtitle_room(width).height()
        return max(self.theme.px(76), words + self.theme.px(24))

    def sizeHint(self) -> QSize:
        """About 584 px wide at 100 %."""
        return QSize(self.theme.px(584), self.heightForWidth(self.width() if self.width() > 100 else 584))

    def minimumSizeHint(self) -> QSize:
        """Room for icon, chevron and some words."""
        return QSize(self.theme.px(260), self.theme.px(76))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and chevron."""
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "on_accent" if self._primary else "ink"
        quiet = "on_accent" if self._primary else "quiet"
        fill = "accent" if self._primary else "well" if self.underMouse() else "card"
        pen = None if self._primary else QPen(theme.color("control"), 1)
        box(painter, QRectF(self.rect()), theme.px(12), theme.color(fill), pen)
        icon, chevron = theme.px(24), theme.px(20)
        painter.drawPixmap(theme.px(22), (self.height() - icon) // 2, theme.pixmap(self._icon, ink, 24))
        right = self.width() - theme.px(20) - chevron
        painter.drawPixmap(right, (self.height() - chevron) // 2, theme.pixmap("next", ink, 20))
        title, width = theme.metrics("title").height(), self._words_width(self.width())
        under = self._subtitle_room(self.width()).height()
        top = (self.height() - title - under) // 2
        painter.setFont(theme.text("title"))
        painter.setPen(theme.color(ink))
        painter.drawText(QRect(theme.px(64), top, width, title), Qt.AlignmentFlag.AlignLeading, self.text())
        painter.setFont(theme.text("body"))
        painter.setPen(theme.color(quiet))
        flags = int(Qt.AlignmentFlag.AlignLeading) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(theme.px(64), top + title, width, under), flags, self._subtitle)

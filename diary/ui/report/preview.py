"""The page as it will be printed, as wide as there is room; the old one stays until the new one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from diary.ui.parts.painted import Painted
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

PAPER_INCHES = (8.27, 11.69)
"""A4, width and height."""

LEAST_PPI, MOST_PPI = 60.0, 260.0


class Preview(Painted):
    """Shows pictures of pages; `resized` asks for another size, a moment after the last change."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._images: list[QImage] = []
        self._instead = say("report.making")
        self._soon = QTimer(self, singleShot=True, interval=250)
        self._soon.timeout.connect(self.resized)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("report.preview"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def images(self) -> tuple[QImage, ...]:
        """The pictures shown."""
        return tuple(self._images)

    @property
    def ppi(self) -> float:
        """Pixels per inch at which a picture fills the width there is."""
        wanted = self.width() * self.devicePixelRatioF() / PAPER_INCHES[0]
        return min(max(wanted, LEAST_PPI), MOST_PPI)

    def show_pages(self, pages: Sequence[bytes], told: str) -> None:
        """Show these PNG pictures; `told` is the page in words, for those who cannot see it."""
        self._images = [QImage.fromData(page) for page in pages]
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def show_none(self) -> None:
        """Say that there is no page; one that was shown before stays."""
        self._instead = say("report.not_made")
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A page keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all pages at that width."""
        return round(width * PAPER_INCHES[1] / PAPER_INCHES[0]) * max(1, len(self._images))

    def sizeHint(self) -> QSize:
        """As wide as the design's preview."""
        wide = self.theme.px(600)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow window."""
        return QSize(280, self.heightForWidth(280))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for sharper pictures once the width has settled."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.setMinimumHeight(self.heightForWidth(self.width()))
            self._soon.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages on white paper; before the first one, say that it is being made."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tall = self.width() * PAPER_INCHES[1] / PAPER_INCHES[0]
        for number in range(max(1, len(self._images))):
            sheet = QRectF(0, number * tall, self.width(), tall).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.fillRect(sheet, Qt.GlobalColor.white)
            if number < len(self._images):
                painter.drawImage(sheet, self._images[number])
            painter.setPen(QPen(self.theme.color("control"), 1))
            painter.drawRect(sheet)
        if not self._images:
            painter.setPen(Qt.GlobalColor.darkGray)
            painter.setFont(self.theme.text("body"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._instead)

"""The figure or the list, in what height the card leaves."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from diary.ui.theme import current

FRAME_MS = 16
"""The figure comes one frame of the screen after the questions: typing goes first."""
TALLEST = 0.66
"""Height of the four views side by side, as a share of their width."""


class Views(QStackedWidget):
    """Figure or list, taking what height the rest of the card leaves."""

    painted = Signal()
    """Emitted after the first painting: the figure is drawn then, the questions beside it do not wait."""

    most = 10_000
    """The height that leaves room for what may come under the figure, px."""

    roomy = False
    """Whether the page scrolls anyway, so that the figure may be as large as its width allows."""

    _was_painted = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No taller than the width lets the figure be, so that what belongs to it lies right below."""
        super().resizeEvent(event)
        self.limit()

    def limit(self) -> None:
        """Grows no further than its width and what comes under it allow."""
        tall = min(round(self.width() * TALLEST), self.most)
        self.setMaximumHeight(max(tall, self.minimumSizeHint().height()))

    def sizeHint(self) -> QSize:
        """The least that still can be pressed, px; the card's stretch gives more."""
        theme = current()
        if self.roomy:
            return QSize(600, min(theme.px(400), round(self.width() * 0.62)))
        return QSize(600, theme.px(244))

    def minimumSizeHint(self) -> QSize:
        """As the size hint: a figure too small to press helps nobody."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first painting, once it is over."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(FRAME_MS, self, self.painted.emit)

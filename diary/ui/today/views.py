"""The figure or the list, in what height the card leaves."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from diary.ui.theme import current
from diary.ui.today.figure_room import LEAST

FRAME_MS = 16
"""The figure comes one frame of the screen after the questions: typing goes first."""
TALLEST = 0.66
"""Height of the four views side by side, as a share of their width."""


class Views(QStackedWidget):
    """Figure or list, as tall as `keep` says."""

    painted = Signal()
    """Emitted after the first painting: the figure is drawn then, the questions beside it do not wait."""

    _least = _most = 0
    _was_painted = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No taller than the width lets the figure be, so that what belongs to it lies right below."""
        super().resizeEvent(event)
        self.limit()

    def keep(self, least: int, most: int) -> None:
        """Is as tall as its width lets the figure be, between these heights, px."""
        self._least, self._most = least, most
        self.limit()

    def limit(self) -> None:
        """Takes its height, and no less: what comes under it never presses the figure."""
        if self._most:
            self.setFixedHeight(max(self._least, min(round(self.width() * TALLEST), self._most)))

    def sizeHint(self) -> QSize:
        """The least that still can be pressed, px, until the height is known."""
        return QSize(600, current().px(LEAST))

    def minimumSizeHint(self) -> QSize:
        """As the size hint: a figure too small to press helps nobody."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first painting, once it is over."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(FRAME_MS, self, self._load)

    @Slot()
    def _load(self) -> None:
        """Load the figure in one turn of the event loop and show it in another: typing goes between."""
        import diary.ui.body.figure_view  # noqa: F401  # only loaded

        QTimer.singleShot(0, self, self.painted.emit)

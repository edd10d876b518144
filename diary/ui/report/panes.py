"""Two panes side by side that scroll each on its own; stacked, the page scrolls both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from diary.ui.parts.columns import Columns


class Pane(QScrollArea):
    """Scrolls its content, or is as tall as it; it is always as wide as the content needs."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._whole = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.setProperty("holds_ring", True)
        self.viewport().setAutoFillBackground(False)

    def show_whole(self, whole: bool) -> None:
        """Be as tall as the content, or scroll it."""
        self._whole = whole
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAlwaysOn)
        self.fit()

    def fit(self) -> None:
        """Ask for the room that the content needs now."""
        content, bar = self._content, self.verticalScrollBar().sizeHint().width()
        tall = 0
        if self._whole:
            tall = content.sizeHint().height()
            if content.hasHeightForWidth():
                tall = content.heightForWidth(self.viewport().width())
        self.setMinimumSize(content.minimumSizeHint().width() + (0 if self._whole else bar), tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the content needs it."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        self.fit()


class Sides(Columns):
    """Columns that tell when they turn from side by side to stacked, or back."""

    turned = Signal(bool)

    def _reflow(self) -> None:
        before = self.stacked
        super()._reflow()
        if self.stacked != before:
            self.turned.emit(self.stacked)

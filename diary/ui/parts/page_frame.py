"""The frame of a page: a header row, and under it the content, which scrolls only when it must."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label, Painted
from diary.ui.parts.tab_order import step

WIDEST = 1200
"""Widest content column, px at 100 %."""


class _Scroll(QScrollArea):
    """A scroll area that takes the focus only through its content."""

    bar_changed = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = 0
        """Width of the scroll bar while there is one, px."""
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.setProperty("holds_ring", True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar that comes takes its room from the margin: what is shown stays where it is."""
        bar = self.width() - event.size().width()
        if bar != self.bar:
            self.bar = bar
            self.bar_changed.emit()
        super().resizeEvent(event)


class PageFrame(Painted):
    """A page with a `header` row (title first) and a `content` column; add with `add` and `add_to_header`."""

    widest = WIDEST

    def __init__(self, title: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = QWidget()
        self._column = QVBoxLayout(self._room)
        self._top = QWidget()
        self.header = FlowLayout(self._top, gap=8, line_gap=8)
        self.content = QVBoxLayout()
        self.title = Label(title, "page")
        self.header.addWidget(self.title)
        self.title.setVisible(bool(title))  # in its place first, or it is a window of its own for a moment
        if title:
            self.header.addStretch()
        self._column.addWidget(self._top)
        self._column.addLayout(self.content, 1)
        self.scroll_area = _Scroll(self._room)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll_area)
        self.scroll_area.bar_changed.connect(self.restyle)
        self.setAccessibleName(name or title)
        self.restyle()

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or a layout to the content column."""
        if isinstance(item, QWidget):
            self.content.addWidget(item, stretch)
        else:
            self.content.addLayout(item, stretch)

    def add_to_header(self, widget: QWidget) -> None:
        """Add a widget to the header row, after what is there; the row wraps where room ends."""
        self.header.addWidget(widget)

    def restyle(self) -> None:
        """Keep margins in the grid: 24 px at the sides, 16 above and below, cards 12 under the header."""
        side = max(24, (self.width() - self.theme.px(self.widest)) // 2)
        right = max(0, side - self.scroll_area.bar)
        self._column.setContentsMargins(side, 16, right, 16)
        self._column.setSpacing(12)
        self.content.setSpacing(8)
        self._top.setMinimumHeight(self.theme.px(36) if self.header.count() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and no wider than `widest`."""
        self.restyle()
        super().resizeEvent(event)

    def room(self) -> QSize:
        """What the content may take without scrolling, px."""
        margins = self._column.contentsMargins()
        wide = self.scroll_area.width() - 2 * margins.left()
        used = margins.top() + margins.bottom() + self._column.spacing()
        return QSize(wide, self.scroll_area.height() - used - self.header.heightForWidth(wide))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks as the window says; a page alone is its own window."""
        return step(self, forward=forward) if self.isWindow() else super().focusNextPrevChild(forward)

    def minimumSizeHint(self) -> QSize:
        """Any size: what does not fit scrolls."""
        return QSize(320, 240)

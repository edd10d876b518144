"""The rail: the pages at its top, "Pain now" and "Get help" at its foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from diary.ui.parts.painted import Painted, PaintedButton, box
from diary.wording import say

WIDTH, ITEM_WIDTH = 80, 71
RING = 4
"""Room at the side of an item, px, which the focus ring takes."""
ICON, LARGEST_ICON = 22, 30
LARGE_TEXT = 1.5


@dataclass(frozen=True, slots=True)
class Pitch:
    """How close the places stand, px: above the icon, between it and its word, below, and around items."""

    above: int
    between: int
    below: int
    gap: int
    foot_gap: int
    margin: int
    icon: int = LARGEST_ICON


WIDE, LARGE = Pitch(10, 3, 8, 8, 12, 16), Pitch(4, 2, 4, 2, 12, 16, 24)
CLOSE, CLOSER, CLOSEST = Pitch(4, 2, 4, 2, 8, 8, 24), Pitch(3, 1, 3, 2, 3, 5, 24), Pitch(2, 0, 2, 2, 2, 5, 20)


class RailItem(PaintedButton):
    """One place in the rail: an icon over a word; `framed` gives it the accent's frame."""

    stepped = Signal(int)

    def __init__(
        self,
        key: str,
        icon: str,
        text: str,
        *,
        page: bool,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.key = key
        self._icon = icon
        self._framed = framed
        self._pitch = WIDE
        self.setCheckable(page)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focus_radius", 12)

    def set_pitch(self, pitch: Pitch) -> None:
        """Take as much height as this leaves."""
        self._pitch = pitch
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """71 by 60 px at 100 %, wider for a longer word, lower where there is little height."""
        words = self.theme.metrics("note_strong").horizontalAdvance(self.text()) + self.theme.px(6)
        pitch = self._pitch
        tall = pitch.above + pitch.between + pitch.below + self._side() + self.theme.metrics("note").height()
        return QSize(max(ITEM_WIDTH, words), tall)

    def _side(self) -> int:
        """Side of the icon, px; it grows less than the words, so that all places stay in sight."""
        return min(self.theme.px(ICON), self._pitch.icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down ask for the place before or after this one."""
        ahead = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if event.key() in ahead:
            self.stepped.emit(ahead[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and word, on tint where this is the page shown."""
        theme, on = self.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect())
        if on:
            box(painter, ground, theme.px(12), theme.color("tint"), None)
        elif self._framed:
            pen = QPen(theme.color("accent"), 1)
            box(painter, ground, theme.px(12), theme.color("well" if self.underMouse() else "card"), pen)
        elif self.underMouse():
            box(painter, ground, theme.px(12), theme.color("well"), None)
        token = "on_tint" if on else "accent" if self._framed else "quiet"
        side = self._side()
        picture = theme.pixmap(self._icon, token, round(side / theme.scale))
        above, between = self._pitch.above, self._pitch.between
        painter.drawPixmap((self.width() - side) // 2, above, picture)
        painter.setPen(theme.color(token))
        painter.setFont(theme.text("note_strong" if on or self._framed else "note"))
        line = theme.metrics("note").height()
        word = QRect(0, above + side + between, self.width(), line)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())


class Rail(Painted):
    """The column of places; arrows move between them, Enter or Space goes there."""

    chosen = Signal(str)
    pain_now = Signal()
    get_help = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[RailItem] = []
        self._pain_now = RailItem("pain_now", "clock", say("window.pain_now"), page=False, framed=True)
        self._help = RailItem("help", "help", say("window.get_help"), page=False)
        self._pages = QVBoxLayout()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.addLayout(self._pages)
        self._column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(self._pain_now, 0, middle)
        self._column.addWidget(self._help, 0, middle)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setAutoFillBackground(False)
        inner.setProperty("holds_ring", True)
        self._pain_now.clicked.connect(self.pain_now)
        self._help.clicked.connect(self.get_help)
        self._pain_now.stepped.connect(self._on_stepped)
        self._help.stepped.connect(self._on_stepped)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(self._scroll)
        self.setAccessibleName(say("window.rail"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.restyle()

    @property
    def items(self) -> list[RailItem]:
        """All places, pages first, in the order of the keyboard."""
        return [*self._items, self._pain_now, self._help]

    def add(self, key: str, icon: str, text: str) -> RailItem:
        """Add a page's place under those that are there."""
        item = RailItem(key, icon, text, page=True)
        item.clicked.connect(self._on_clicked)
        item.stepped.connect(self._on_stepped)
        self._items.append(item)
        self._pages.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        self.restyle()
        return item

    def mark(self, key: str) -> None:
        """Show which page is open."""
        for item in self._items:
            item.setChecked(item.key == key)

    def set_pages_enabled(self, *, enabled: bool) -> None:
        """Leave only Get help to be pressed while no diary is open."""
        for item in (*self._items, self._pain_now):
            item.setEnabled(enabled)

    @Slot()
    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.mark(item.key)
            self.chosen.emit(item.key)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            at = self.items.index(item)
            self.items[(at + by) % len(self.items)].setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        """Keep width and gaps at the text size and the height there is."""
        wide = LARGE if self.theme.scale >= LARGE_TEXT else WIDE
        fits = any(self._fits(one) for one in (wide, CLOSE, CLOSER, CLOSEST))
        widest = max(item.sizeHint().width() for item in self.items)
        bar = 0 if fits else self._scroll.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(max(WIDTH, widest + 2 * RING + 1) + bar)

    def _fits(self, pitch: Pitch) -> bool:
        """Whether all places are in sight, now that they stand so close."""
        for item in self.items:
            item.set_pitch(pitch)
        self._column.setContentsMargins(0, pitch.margin, 0, pitch.margin)
        self._column.setSpacing(pitch.foot_gap)
        self._pages.setSpacing(pitch.gap)
        items = self.items
        gaps = pitch.gap * max(len(self._items) - 1, 0) + 3 * pitch.foot_gap + 2 * pitch.margin
        return sum(item.sizeHint().height() for item in items) + gaps <= self.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close up before anything scrolls."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.restyle()
            QTimer.singleShot(0, self, self._settle)

    @Slot()
    def _settle(self) -> None:
        """Another width in the midst of a resize comes too late for the layout: it would keep the old one."""
        self._scroll.setGeometry(self.contentsRect().adjusted(0, 0, -1, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line between rail and page."""
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.color("line"), 1))
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0 if right else self.width() - 1
        painter.drawLine(x, 0, x, self.height())

"""A chart with marks on the screen: the mouse and the arrow keys go from mark to mark and hear of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import Painted, box
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from diary.charts.marked import MarkedFigure, Spot
    from diary.charts.style import Style

Make = Callable[["Style", float, float, float], "MarkedFigure[Any]"]
"""Makes a figure of a style, width, height and device pixels to one px; it imports matplotlib itself."""

_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MarkedCanvas(Painted):
    """Paints a picture by the figure that `make` makes; `tall` is its least height, px at 100 %."""

    told = Signal(int)
    """The index of the mark that the cursor came to."""

    def __init__(self, name: str, make: Make, tall: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._picture: Any = None
        self._figure: MarkedFigure[Any] | None = None
        self._image = QImage()
        self._pixels = memoryview(b"")
        self._dirty = True
        self._at: int | None = None
        self._said = ""
        self._tall = tall
        self.announcer = Announcer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_radius", 8)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.setMinimumHeight(self.theme.px(tall))

    # --- what is shown

    def show_picture(self, picture: Any, said: str = "") -> None:
        """Show a picture of the kind the figure takes; `said` sums it up for screen readers."""
        self._picture, self._said, self._at = picture, said, None
        self._describe(said)
        self._renew()

    def set_tall(self, tall: int) -> None:
        """Take another least height, px at 100 %."""
        self._tall = tall
        self.setMinimumHeight(self.theme.px(tall))

    @property
    def spot(self) -> Spot | None:
        """The mark at the cursor."""
        return self._figure.spots[self._at] if self._figure is not None and self._at is not None else None

    @property
    def spots(self) -> list[Spot]:
        """All marks, once painted."""
        return [] if self._figure is None else self._figure.spots

    def words(self) -> str:
        """What is told of the mark at the cursor, as one text."""
        one = self.spot
        return "" if one is None else say("trends.readout", day=one.title, values=one.line)

    def save(self, path: Path) -> None:
        """Write the picture in the colours of now, as SVG where `path` ends so, else as PNG; DiaryError."""
        from diary.exchange.whole_file import written_whole

        figure = self._make(self._style(), self.width(), self.height(), 1.0)
        figure.show(self._picture)
        content = figure.content(path.suffix)
        with written_whole(path) as stream:
            stream.write(content)

    def sizeHint(self) -> QSize:
        """The size in a window of 1280 × 800."""
        return QSize(self.theme.px(420), self.minimumHeight())

    def restyle(self) -> None:
        """Wear the theme of now."""
        self.setMinimumHeight(self.theme.px(self._tall))
        self._figure = None
        self._at = None
        self._renew()

    def keys_words(self) -> str:
        """What the keys do."""
        return say("trends.marks_keys")

    def _describe(self, words: str) -> None:
        keys = self.keys_words()
        self.setAccessibleDescription(
            say("trends.told_all", first=words.rstrip("."), rest=keys) if words else keys
        )

    def _renew(self) -> None:
        self._dirty = True
        self.update()

    def _style(self) -> Style:
        from diary.charts.style import screen_style

        return screen_style(self.theme.palette, self.theme.scale)

    # --- painting

    def _paint_figure(self) -> None:
        ratio = self.devicePixelRatioF()
        self._figure = self._make(self._style(), self.width(), self.height(), ratio)
        self._figure.show(self._picture)
        self._pixels = self._figure.draw()
        wide, high = self._figure.pixels
        self._image = QImage(self._pixels, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
        self._image.setDevicePixelRatio(ratio)
        self._dirty = False
        if self._at is not None and self._at >= len(self._figure.spots):
            self._at = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the kept picture, and what is told of the mark at the cursor."""
        if self._picture is None or self.width() < 40:
            return
        if self._dirty or self._figure is None:
            self._paint_figure()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        if self.spot is not None:
            self._paint_spot(painter, self.spot)

    def _paint_spot(self, painter: QPainter, spot: Spot) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(spot.box.x, spot.box.y, spot.box.width, spot.box.height).adjusted(-3, -3, 3, 3)
        box(painter, ring.adjusted(-1, -1, 1, 1), 5, None, QPen(theme.color("card"), 4))
        box(painter, ring, 4, None, QPen(theme.color("accent"), 2))
        strong, note = theme.metrics("note_strong"), theme.metrics("note")
        pad, gap = theme.px(12), theme.px(8)
        most = min(theme.px(340), self.width() - 2 * pad - 8)
        wrap = Qt.TextFlag.TextWordWrap
        title = strong.boundingRect(0, 0, most, 4000, wrap, spot.title)
        line = note.boundingRect(0, 0, most, 4000, wrap, spot.line)
        width = max(title.width(), line.width()) + 4 + 2 * pad
        height = title.height() + line.height() + theme.px(4) + 2 * gap
        frame = QRectF(self._place(ring, width, height), QPointF(0, 0))
        frame.setSize(QRectF(0, 0, width, height).size())
        box(painter, frame, 8, theme.color("card"), QPen(theme.color("accent"), 1))
        inside = frame.adjusted(pad, gap, -pad + 4, 0)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.text("note_strong"))
        painter.drawText(inside, wrap, spot.title)
        painter.setFont(theme.text("note"))
        painter.drawText(inside.adjusted(0, title.height() + theme.px(4), 0, 0), wrap, spot.line)

    def _place(self, ring: QRectF, width: float, height: float) -> QPointF:
        """The upper left of a read-out of this size: above the mark, else below, always in sight."""
        gap = self.theme.px(6)
        left = min(max(ring.center().x() - width / 2, 2.0), max(2.0, self.width() - width - 2))
        top = ring.top() - gap - height
        if top < 2:
            top = min(ring.bottom() + gap, max(2.0, self.height() - height - 2))
        return QPointF(left, top)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark."""
        key = Qt.Key(event.key())
        if self._figure is None or not self._figure.spots:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(self._next(*_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._figure.spots) - 1)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._set(None)
        else:
            super().keyPressEvent(event)

    def _next(self, across: int, down: int) -> int:
        """The mark one step on in its group, or the nearest of the group above or below."""
        assert self._figure is not None  # asked by keyPressEvent
        spots = self._figure.spots
        if self._at is None:
            return 0
        here = spots[self._at]
        if across:
            wanted = self._at + across
            same = 0 <= wanted < len(spots) and spots[wanted].group == here.group
            return wanted if same else self._at
        groups = sorted({one.group for one in spots})
        place = groups.index(here.group) + down
        if not 0 <= place < len(groups):
            return self._at
        middle = here.box.x + here.box.width / 2
        there = [at for at, one in enumerate(spots) if one.group == groups[place]]
        return min(there, key=lambda at: abs(spots[at].box.x + spots[at].box.width / 2 - middle))

    def _go(self, at: int) -> None:
        self._set(at)
        self.announcer.announce(self.words())

    def _set(self, at: int | None) -> None:
        if at != self._at:
            self._at = at
            self._describe(self.words() or self._said)
            self.update()
            if at is not None:
                self.told.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the mark under the mouse."""
        if self._figure is not None:
            place = event.position()
            self._set(self._figure.spot_at(place.x(), place.y(), self.theme.px(10)))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the cursor away with the mouse, unless the keyboard holds it."""
        if not self.hasFocus():
            self._set(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away with the focus."""
        self._set(None)
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        self._dirty = True
        super().resizeEvent(event)

"""The forest of links on the screen: painted once, the cursor and its words laid over it by Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import Painted, box
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from diary.charts.forest_figure import ForestFigure
    from diary.charts.forest_picture import ForestMark, ForestPicture
    from diary.charts.style import Style

_BY: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

LEAST: Final = 60
"""Below this width nothing is painted, px."""

WIDEST_WORDS: Final = 420
"""Widest read-out, px at 100 %."""


class ForestCanvas(Painted):
    """Paints a `ForestPicture`; `tell` gives a mark's title and words. Arrows move from mark to mark."""

    def __init__(self, tell: Callable[[ForestMark], tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tell = tell
        self._picture: ForestPicture | None = None
        self._figure: ForestFigure | None = None
        self._image = QImage()
        self._pixels = memoryview(b"")
        self._dirty = True
        self._at: int | None = None
        self.announcer = Announcer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # --- what is shown

    @property
    def picture(self) -> ForestPicture | None:
        """What is shown."""
        return self._picture

    @property
    def at(self) -> int | None:
        """The number of the mark at the cursor, from the top, or None."""
        return self._at

    def show_picture(self, picture: ForestPicture, wide: int = 0) -> None:
        """Show other links; the cursor goes where marks are others. `wide` px are about to be given."""
        if picture == self._picture:
            return
        self._picture, self._at = picture, None
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(self.summary())
        self._fit(wide if self._figure is None else 0)
        self._renew()

    def summary(self) -> str:
        """How many marks there are and how many stand out, and the keys."""
        if self._picture is None:
            return ""
        marks = self._picture.marks
        said = say(
            "links.forest.spoken",
            title=self._picture.title,
            n=len(marks),
            called=sum(mark.called for mark in marks),
        )
        return " ".join((said, say("links.forest.keys")))

    def set_at(self, at: int | None) -> None:
        """Put the cursor on a mark; None takes it away."""
        marks = () if self._picture is None else self._picture.marks
        if at is not None:
            at = min(max(at, 0), len(marks) - 1) if marks else None
        if at != self._at:
            self._at = at
            self.setAccessibleDescription(self.words() or self.summary())
            self.update()

    def words(self) -> str:
        """What is told at the cursor, as one text."""
        if self._picture is None or self._at is None:
            return ""
        title, words = self._tell(self._picture.marks[self._at])
        return say("trends.readout", day=title, values=words)

    # --- size and painting

    def _style(self) -> Style:
        from diary.charts.style import screen_style

        return screen_style(self.theme.palette, self.theme.scale)

    def _fit(self, wide: int = 0) -> None:
        from diary.charts.forest_figure import least_height

        wide = wide or self.width()
        if self._picture is not None and wide >= LEAST:
            self.setFixedHeight(round(least_height(self._picture, self._style(), wide)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a phone; as tall as the rows need."""
        return QSize(self.theme.px(280), self.minimumHeight())

    def sizeHint(self) -> QSize:
        """As tall as the rows need."""
        return QSize(self.theme.px(560), self.minimumHeight())

    def restyle(self) -> None:
        """Wear the theme of now."""
        self._figure = None
        self._fit()
        self._renew()

    def _renew(self) -> None:
        self._dirty = True
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the rows need at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        self._dirty = True

    def _paint_figure(self) -> None:
        from diary.charts.forest_figure import ForestFigure

        assert self._picture is not None  # nothing is painted before
        ratio = self.devicePixelRatioF()
        if self._figure is None:
            self._figure = ForestFigure(self._style(), self.width(), self.height(), ratio)
        elif self._figure.size != (self.width(), self.height(), ratio):
            self._figure.resize(self.width(), self.height(), ratio)
        self._figure.show(self._picture)
        self._pixels = self._figure.draw()
        wide, high = self._figure.pixels
        self._image = QImage(self._pixels, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
        self._image.setDevicePixelRatio(ratio)
        self._dirty = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the kept picture, and the cursor over it."""
        if self._picture is None or self.width() < LEAST:
            return
        if self._dirty:
            self._paint_figure()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        if self._at is not None:
            self._paint_cursor(painter)

    def _paint_cursor(self, painter: QPainter) -> None:
        assert self._figure is not None and self._at is not None  # noqa: PT018  painted just before
        lane = self._figure.lanes[self._at]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(lane.x - 4, lane.y, lane.width + 8, lane.height)
        box(painter, frame, 5, None, QPen(self.theme.color("accent"), 1.5))
        self._paint_readout(painter, frame)

    def _paint_readout(self, painter: QPainter, lane: QRectF) -> None:
        """The box with the words, under the mark's line or over it."""
        assert self._picture is not None and self._at is not None and self._figure is not None  # noqa: PT018
        theme = self.theme
        title, said = self._tell(self._picture.marks[self._at])
        strong, note, wrap = theme.metrics("note_strong"), theme.metrics("note"), Qt.TextFlag.TextWordWrap
        pad, widest = theme.px(12), min(theme.px(WIDEST_WORDS), self.width() - theme.px(32))
        head = strong.boundingRect(0, 0, widest, 4000, wrap, title)
        words = note.boundingRect(0, 0, widest, 4000, wrap, said)
        wide = max(head.width(), words.width()) + 4
        height = head.height() + words.height() + theme.px(4) + 2 * theme.px(8)
        x = self._figure.spots[self._at][0]
        left = min(max(x - wide / 2 - pad, 4), self.width() - wide - 2 * pad - 4)
        under = lane.bottom() + theme.px(6)
        top = under if under + height <= self.height() - 2 else lane.top() - theme.px(6) - height
        frame = QRectF(left, max(top, 2), wide + 2 * pad, height)
        box(painter, frame, 8, theme.color("card"), QPen(theme.color("accent"), 1))
        inside = frame.adjusted(pad, theme.px(8), -pad + 4, 0)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.text("note_strong"))
        painter.drawText(inside, wrap, title)
        painter.setFont(theme.text("note"))
        painter.drawText(inside.adjusted(0, head.height() + theme.px(4), 0, 0), wrap, said)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor from mark to mark, and from factor to factor."""
        key = Qt.Key(event.key())
        marks = () if self._picture is None else self._picture.marks
        if not marks:
            super().keyPressEvent(event)
        elif key in _BY:
            self._told(0 if self._at is None else self._at + _BY[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._told(0 if key == Qt.Key.Key_Home else len(marks) - 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._told(self._factor(1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self.set_at(None)
        else:
            super().keyPressEvent(event)

    def _factor(self, by: int) -> int:
        """The first mark of the factor after this one, or before it."""
        assert self._picture is not None  # asked by keyPressEvent
        firsts, count = [], 0
        for row in self._picture.rows:
            firsts += [count] if row.marks else []
            count += len(row.marks)
        now = max((at for at, first in enumerate(firsts) if first <= (self._at or 0)), default=0)
        return firsts[min(max(now + (by if self._at is not None else 0), 0), len(firsts) - 1)]

    def _told(self, at: int) -> None:
        self.set_at(at)
        self.announcer.announce(self.words())
        if self._at is None or self.width() < LEAST:
            return
        if self._figure is None or self._dirty:
            self._paint_figure()
        assert self._figure is not None  # painted just now
        scroll = self.parentWidget()
        while scroll is not None and not isinstance(scroll, QScrollArea):
            scroll = scroll.parentWidget()
        if isinstance(scroll, QScrollArea) and (inside := scroll.widget()) is not None:
            x, y = self._figure.spots[self._at]
            spot = self.mapTo(inside, QPointF(x, y)).toPoint()
            scroll.ensureVisible(spot.x(), spot.y(), 0, self.theme.px(120))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away with the focus."""
        self.set_at(None)
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the cursor away with the mouse, unless the keyboard holds it."""
        if not self.hasFocus():
            self.set_at(None)
        super().leaveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow with the cursor."""
        if self._figure is None or self._dirty:
            return
        y = event.position().y()
        lanes = self._figure.lanes
        self.set_at(next((at for at, one in enumerate(lanes) if one.y <= y < one.y + one.height), None))

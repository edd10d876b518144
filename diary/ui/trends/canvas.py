"""The chart on the screen: painted by matplotlib once, the cursor and its words laid over it by Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.charts.value_words import day_title
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import Painted, box
from diary.ui.trends.reading import Dress
from diary.ui.trends.view import View, beside_words, day_words, listed
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from diary.charts.picture import Picture
    from diary.charts.style import Style
    from diary.charts.trends_figure import TrendsFigure

ZOOM: Final = 0.7
"""How much shorter the time shown is after one step of zooming in."""

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class Pictured(Protocol):
    """What a canvas shows: anything with a picture of some days."""

    @property
    def picture(self) -> Picture:
        """The picture, worked out."""


class ChartCanvas(Painted):
    """Paints a `View`; arrows move the cursor, + − 0 zoom, Shift with arrows and dragging pan."""

    zoomed = Signal(float, int)
    panned = Signal(int)
    reset = Signal()
    day_told = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Pictured | None = None
        self._figure: TrendsFigure | None = None
        self._image = QImage()
        self._pixels = memoryview(b"")
        self._dirty = True
        self._day: int | None = None
        self._grip: QPointF | None = None
        self.announcer = Announcer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("trends.chart_name"))
        self.setAccessibleDescription(say("trends.drawing"))

    # --- what is shown

    @property
    def day(self) -> int | None:
        """The day (ordinal) at the cursor, or None while there is no cursor."""
        return self._day

    def dress(self) -> Dress | None:
        """How the first figure is to look; None once there is one."""
        if self._figure is not None:
            return None
        return Dress(
            palette=self.theme.palette,
            scale=self.theme.scale,
            width=max(self.width(), 400),
            height=max(self.height(), 300),
            ratio=self.devicePixelRatioF(),
        )

    def adopt(self, figure: TrendsFigure) -> None:
        """Take a figure made elsewhere, where there is none yet and the theme is still the same."""
        style = figure.style
        if self._figure is None and (style.palette, style.scale) == (self.theme.palette, self.theme.scale):
            self._figure = figure

    def show_view(self, view: Pictured) -> None:
        """Show another view; the cursor stays on its day while that is shown."""
        if self._view is None:
            self.describe("")
        self._view = view
        if self._day is not None and not view.picture.since <= self._day <= view.picture.until:
            self._day = None
        self._renew()

    def set_day(self, day: int | None) -> None:
        """Put the cursor on a day and tell what it holds; None takes it away."""
        if self._view is None or day == self._day:
            return
        if day is not None:
            picture = self._view.picture
            day = min(max(day, picture.since), picture.until)
        self._day = day
        if day is not None:
            words = self.words()
            self.setAccessibleDescription(words)
            self.day_told.emit(day)
        self.update()

    def describe(self, summary: str) -> None:
        """Have screen readers hear a summary and the keys, while no day is told."""
        if self._day is None:
            told = " ".join(one for one in (summary, say("trends.chart_keys")) if one)
            self.setAccessibleDescription(told)

    def words(self) -> str:
        """What is told of the day at the cursor, as one text."""
        if self._view is None or self._day is None:
            return ""
        said = self._said(self._day) or [say("no_entry")]
        return say("trends.readout", day=day_title(self._day), values=listed(said, "trends.told_all"))

    def sizeHint(self) -> QSize:
        """The size in a window of 1280 × 800."""
        return QSize(self.theme.px(560), self.minimumHeight())

    def restyle(self) -> None:
        """Wear the theme of now."""
        if self._figure is not None:
            self._figure.restyle(self._style())
            self._renew()

    # --- painting

    def _style(self) -> Style:
        from diary.charts.style import screen_style

        return screen_style(self.theme.palette, self.theme.scale)

    def _renew(self) -> None:
        self._dirty = True
        self.update()

    def _new_figure(self, ratio: float) -> TrendsFigure:
        """The kind of figure this canvas paints, at its size of now."""
        from diary.charts.trends_figure import TrendsFigure

        return TrendsFigure(self._style(), self.width(), self.height(), ratio)

    def _said(self, day: int) -> list[str]:
        """What is told of a day, one phrase each; empty where nothing was noted."""
        assert isinstance(self._view, View)  # what this canvas is given
        said = day_words(self._view, day)
        beside = beside_words(self._view, day)
        return (said or [say("no_entry")]) + beside if beside else said

    def _paint_figure(self) -> None:
        """Give the figure the view and size of now, and keep its pixels."""
        assert self._view is not None  # nothing is painted before
        ratio = self.devicePixelRatioF()
        if self._figure is None:
            self._figure = self._new_figure(ratio)
        elif self._figure.size != (self.width(), self.height(), ratio):
            self._figure.resize(self.width(), self.height(), ratio)
        self._figure.show(self._view.picture)
        self._pixels = self._figure.draw()
        wide, high = self._figure.pixels
        self._image = QImage(self._pixels, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
        self._image.setDevicePixelRatio(ratio)
        self._dirty = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the kept picture, and the cursor over it."""
        if self._view is None:
            self._paint_waiting(QPainter(self))
        if self._view is None or not self._view.picture.panels or self.width() < 40:
            return
        if self._dirty:
            self._paint_figure()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        if self._day is not None:
            self._paint_cursor(painter)

    def _paint_waiting(self, painter: QPainter) -> None:
        """Say that the picture is still to come."""
        painter.setFont(self.theme.text("body"))
        painter.setPen(self.theme.color("quiet"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, say("trends.drawing"))

    def _paint_cursor(self, painter: QPainter) -> None:
        assert self._figure is not None  # painted just before
        assert self._day is not None  # asked for only then
        plot, x = self._figure.plot, self._figure.x_of(self._day)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("accent"), 1.5))
        painter.drawLine(QPointF(x, plot.y), QPointF(x, plot.y + plot.height))
        self._paint_readout(painter, x)

    def _paint_readout(self, painter: QPainter, x: float) -> None:
        """The box with the day's words, beside the cursor and within the plot."""
        assert self._view is not None and self._figure is not None and self._day is not None  # noqa: PT018
        theme = self.theme
        said = listed(self._said(self._day) or [say("no_entry")], "trends.told_all")
        title = day_title(self._day)
        strong, note = theme.metrics("note_strong"), theme.metrics("note")
        widest = min(max(note.horizontalAdvance(said), strong.horizontalAdvance(title)) + 4, theme.px(380))
        pad = theme.px(12)
        wrap = Qt.TextFlag.TextWordWrap
        words = note.boundingRect(0, 0, widest, 4000, wrap, said)
        width, height = widest + 2 * pad, strong.height() + words.height() + theme.px(4) + 2 * theme.px(8)
        left, top = self._readout_spot(self._figure, x, width, height)
        frame = QRectF(max(left, 2), max(top, 2), width, height)
        box(painter, frame, 8, theme.color("card"), QPen(theme.color("accent"), 1))
        inside = frame.adjusted(pad, theme.px(8), -pad + 4, 0)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.text("note_strong"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(theme.text("note"))
        painter.drawText(inside.adjusted(0, strong.height() + theme.px(4), 0, 0), wrap, said)

    def _readout_spot(
        self, figure: TrendsFigure, x: float, width: float, height: float
    ) -> tuple[float, float]:
        """The upper left of a read-out of this size for a cursor at `x`."""
        assert figure.layout is not None  # painted just before
        plot, first = figure.plot, figure.layout.panels[0]
        left = min(max(x - width / 2, plot.x), plot.x + plot.width - width)
        return left, first.y + first.height - height + self.theme.px(10)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, zoom, pan."""
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._view is None:
            super().keyPressEvent(event)
        elif key in _STEPS and shifted and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            days = self._view.picture.until - self._view.picture.since + 1
            self.panned.emit(_STEPS[key] * max(1, days // 8))
        elif key in _STEPS:
            self._told(self._next(_STEPS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            picture = self._view.picture
            self._told(picture.since if key == Qt.Key.Key_Home else picture.until)
        elif not self._zoom_key(key):
            super().keyPressEvent(event)

    def _zoom_key(self, key: Qt.Key) -> bool:
        """Zoom by a key, around the cursor or the last day; whether it was such a key."""
        assert self._view is not None  # asked by keyPressEvent
        middle = self._day if self._day is not None else self._view.picture.until
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoomed.emit(ZOOM, middle)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoomed.emit(1 / ZOOM, middle)
        elif key == Qt.Key.Key_0:
            self.reset.emit()
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self.set_day(None)
        else:
            return False
        return True

    def _next(self, step: int) -> int:
        assert self._view is not None  # asked by keyPressEvent
        if self._day is None:
            return self._view.picture.until
        return self._day + step

    def _told(self, day: int) -> None:
        self.set_day(day)
        self.announcer.announce(self.words())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away with the focus."""
        self.set_day(None)
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the cursor away with the mouse, unless the keyboard holds it."""
        if not self.hasFocus():
            self.set_day(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow with the cursor; while held, follow with the picture."""
        if self._figure is None or self._view is None or not self._view.picture.panels:
            return
        x = event.position().x()
        if self._grip is None:
            plot = self._figure.plot
            over = plot.x - 8 <= x <= plot.x + plot.width + 8
            self.set_day(self._figure.day_at(x) if over else None)
            return
        days = self._figure.day_at(self._grip.x()) - self._figure.day_at(x)
        if days:
            self._grip = event.position()
            self.panned.emit(days)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the picture."""
        self._grip = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse while the chart has the focus or Ctrl is held; otherwise the page scrolls."""
        turned = event.angleDelta().y()
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._figure is None or self._view is None or not turned or not (held or self.hasFocus()):
            event.ignore()
            return
        day = self._figure.day_at(event.position().x())
        self.zoomed.emit(ZOOM if turned > 0 else 1 / ZOOM, day)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        self._dirty = True
        super().resizeEvent(event)

    @Slot()
    def forget(self) -> None:
        """Show nothing."""
        self._view = None
        self.set_day(None)
        self._renew()

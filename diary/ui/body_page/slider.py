"""Two ranges of days on one line: each end is a handle, and a range can be dragged whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from diary.ui.body_page.periods import LEAST_DAYS, long_day_words, short_day_words
from diary.ui.parts.painted import Painted, told
from diary.ui.theme import current
from diary.ui.trends.spans import Span
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

HANDLE = 32
"""Room that a handle takes the pointer in, px."""

KNOB = 9
LINE_Y = 21
ENDS = ("before_since", "before_until", "now_since", "now_until")
"""The handles from left to right."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class Handle(QAbstractSlider):
    """One end of a range; its value is an ordinal day. Ctrl and an arrow ask to move the whole range."""

    whole_moved = Signal(int)

    def __init__(self, end: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.end = end
        self.theme = current()
        self.setSingleStep(1)
        self.setPageStep(7)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(say(f"bodymap.slider.{end}"))
        self.setProperty("focus_radius", HANDLE // 2)
        self.valueChanged.connect(self.show_day)
        self.setFixedSize(HANDLE, HANDLE)

    @Slot(int)
    def show_day(self, day: int) -> None:
        """Say the day in words."""
        words = long_day_words(day)
        self.setToolTip(words)
        self.setAccessibleDescription(say("bodymap.slider.value", day=words, help=say("bodymap.slider.help")))
        told(self, QAccessible.Event.DescriptionChanged)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and an arrow move the whole range; the rest is a slider's own."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.whole_moved.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color(color_of(self.end)), 2.4))
        painter.setBrush(self.theme.color("card"))
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, KNOB, KNOB)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line below takes the drag, which it knows the days of."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Leave it to the line."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand above a neighbour that is close by."""
        self.raise_()
        super().focusInEvent(event)


def color_of(end: str) -> str:
    """The token of a range: the second one is the page's own."""
    return "accent" if end.startswith("now") else "control"


class PeriodSlider(Painted):
    """The days of `axis` with both periods; `changed(before, now)` while they are moved."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._axis = Span(1, 2)
        self._spans = {"before": Span(1, 1), "now": Span(2, 2)}
        self._drag: tuple[str, int, Span] | None = None
        self.handles = {end: Handle(end, self) for end in ENDS}
        for handle in self.handles.values():
            handle.valueChanged.connect(self._on_handle)
            handle.whole_moved.connect(self._on_whole)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line with its dates below."""
        return QSize(self.theme.px(400), LINE_Y + 14 + self.theme.metrics("note").height())

    def minimumSizeHint(self) -> QSize:
        """Narrow windows still hold both ranges."""
        return QSize(240, self.sizeHint().height())

    @property
    def spans(self) -> tuple[Span, Span]:
        """The earlier and the later period."""
        return self._spans["before"], self._spans["now"]

    def show_spans(self, axis: Span, before: Span, now: Span) -> None:
        """Show these, silently; while a handle is dragged the axis stays."""
        if self._drag is None:
            self._axis = axis
        self._spans = {"before": before, "now": now}
        self._place()

    # --- where days stand

    def _x(self, day: float) -> float:
        room = self.width() - HANDLE
        return HANDLE / 2 + room * (day - self._axis.since) / max(1, self._axis.days - 1)

    def _day(self, x: float) -> int:
        room = max(1, self.width() - HANDLE)
        return round(self._axis.since + (x - HANDLE / 2) * max(1, self._axis.days - 1) / room)

    def _place(self) -> None:
        for end, handle in self.handles.items():
            day = self._end(end)
            handle.blockSignals(True)
            handle.setRange(min(1, day), self._axis.until)
            handle.setValue(day)
            handle.blockSignals(False)
            handle.show_day(day)
            handle.move(round(self._x(day) - HANDLE / 2), LINE_Y - HANDLE // 2)
        self.update()

    def _end(self, end: str) -> int:
        which, _, side = end.partition("_")
        return int(getattr(self._spans[which], side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the handles anew."""
        super().resizeEvent(event)
        self._place()

    # --- moving

    @Slot(int)
    def _on_handle(self, day: int) -> None:
        handle = self.sender()
        if isinstance(handle, Handle):
            self._move_end(handle.end, day)

    @Slot(int)
    def _on_whole(self, days: int) -> None:
        handle = self.sender()
        if isinstance(handle, Handle):
            which = handle.end.partition("_")[0]
            self._move_whole(which, self._spans[which], days)

    def _move_end(self, end: str, day: int) -> None:
        which, _, side = end.partition("_")
        span = self._spans[which]
        if side == "since":
            span = replace(span, since=min(day, span.until - LEAST_DAYS + 1))
        else:
            span = replace(span, until=max(min(day, self._axis.until), span.since + LEAST_DAYS - 1))
        self._take(which, span)

    def _move_whole(self, which: str, start: Span, days: int) -> None:
        days = max(1 - start.since, min(days, self._axis.until - start.until))
        self._take(which, Span(start.since + days, start.until + days))

    def _take(self, which: str, span: Span) -> None:
        known = self._spans[which]
        self._spans[which] = span
        self._place()
        if span != known:
            self.changed.emit(*self.spans)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearest handle, or the range that is pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        near = min(ENDS, key=lambda end: abs(self._x(self._end(end)) - x))
        inside = [name for name, span in self._spans.items() if self._x(span.since) < x < self._x(span.until)]
        if abs(self._x(self._end(near)) - x) <= HANDLE / 2:
            self._drag = (near, self._day(x), self._spans[near.partition("_")[0]])
            self.handles[near].setFocus(Qt.FocusReason.MouseFocusReason)
        elif inside:
            self._drag = (inside[-1], self._day(x), self._spans[inside[-1]])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was taken."""
        if self._drag is None:
            return
        name, start, span = self._drag
        day = self._day(event.position().x())
        if name in self._spans:
            self._move_whole(name, span, day - start)
        else:
            self._move_end(name, day)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._drag = None

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its months, and the two ranges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("control"), 2))
        painter.drawLine(
            QPointF(self._x(self._axis.since), LINE_Y), QPointF(self._x(self._axis.until), LINE_Y)
        )
        self._paint_days(painter)
        for name, span in self._spans.items():
            pen = QPen(self.theme.color("accent" if name == "now" else "control"), 7)
            painter.setPen(pen)
            painter.drawLine(QPointF(self._x(span.since), LINE_Y), QPointF(self._x(span.until), LINE_Y))

    def _paint_days(self, painter: QPainter) -> None:
        metrics = self.theme.metrics("note")
        painter.setFont(self.theme.text("note"))
        free = 0.0
        for day, words in self._marks():
            wide = metrics.horizontalAdvance(words)
            x = self._x(day)
            left = min(max(0.0, x), self.width() - wide)
            if left < free:
                continue
            painter.setPen(QPen(self.theme.color("quiet"), 1))
            painter.drawLine(QPointF(x, LINE_Y + 6), QPointF(x, LINE_Y + 12))
            painter.drawText(
                QRectF(left, LINE_Y + 13, wide + 1, metrics.height()), Qt.AlignmentFlag.AlignLeft, words
            )
            free = left + wide + self.theme.px(14)

    def _marks(self) -> Iterator[tuple[int, str]]:
        """The first day in sight and the beginnings of months, of years where there are many."""
        yield self._axis.since, short_day_words(self._axis.since)
        first, last = date.fromordinal(self._axis.since), date.fromordinal(self._axis.until)
        years = self._axis.days > 800
        year, month = first.year, first.month
        while True:
            year, month = (year + 1, 1) if years or month == 12 else (year, month + 1)
            day = date(year, month, 1)
            if day > last:
                return
            yield day.toordinal(), str(year) if years else say(f"month.long.{month}")

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
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from diary.ui.body_page.periods import LEAST_DAYS, WEEK, long_day_words, short_day_words
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

_PAGES = {Qt.Key.Key_PageDown: -WEEK, Qt.Key.Key_PageUp: WEEK}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class Handle(QSpinBox):
    """One end of a range; its value is an ordinal day. Ctrl and an arrow ask to move the whole range.

    A box for numbers tells screen readers its value as it is written: a date.
    """

    whole_moved = Signal(int)

    def __init__(self, end: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.end = end
        self.theme = current()
        self.lineEdit().hide()
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(say(f"bodymap.slider.{end}"))
        self.setAccessibleDescription(say("bodymap.slider.help"))
        self.setProperty("focus_radius", HANDLE // 2)
        self.valueChanged.connect(self.show_day)
        self.setFixedSize(HANDLE, HANDLE)

    def textFromValue(self, day: int) -> str:
        """The day in words."""
        return long_day_words(max(1, day))

    @Slot(int)
    def show_day(self, day: int) -> None:
        """Say the day in words."""
        self.setToolTip(self.textFromValue(day))
        told(self, QAccessible.Event.ValueChanged)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move a day, with Ctrl the whole range; pages move a week; nothing is typed."""
        key = Qt.Key(event.key())
        step = _STEPS.get(key)
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.whole_moved.emit(step)
        elif step is not None or key in _PAGES:
            self.setValue(self.value() + (step or _PAGES[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setValue(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
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
        self._moved_to: tuple[Span, Span] | None = None
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
        """Show these, silently; the axis stays where they are what the handles were moved to."""
        if self._drag is None and (before, now) != self._moved_to:
            self._axis = axis
            self._moved_to = None
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
            handle.setRange(max(1, min(day, self._axis.since) - WEEK), max(day, self._axis.until))
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
            self._reach(handle.end.partition("_")[0], day)
            self._move_end(handle.end, day)

    @Slot(int)
    def _on_whole(self, days: int) -> None:
        handle = self.sender()
        if isinstance(handle, Handle):
            which = handle.end.partition("_")[0]
            self._reach(which, self._spans[which].since + days)
            self._move_whole(which, self._spans[which], days)

    def _reach(self, which: str, day: int) -> None:
        """Keys go on where the line ends, which then begins earlier; a pointer stays on the line."""
        first = day - (self._spans["before"].days if which == "now" else 0)
        self._axis = replace(self._axis, since=max(1, min(self._axis.since, first)))

    def _move_end(self, end: str, day: int) -> None:
        which, _, side = end.partition("_")
        span = self._spans[which]
        day = self._allowed(which, day)
        if side == "since":
            span = replace(span, since=min(day, span.until - LEAST_DAYS + 1))
        else:
            span = replace(span, until=max(day, span.since + LEAST_DAYS - 1))
        self._take(which, span)

    def _move_whole(self, which: str, start: Span, days: int) -> None:
        since = self._allowed(which, start.since + days)
        until = self._allowed(which, since + start.days - 1)
        self._take(which, Span(until - start.days + 1, until))

    def _allowed(self, which: str, day: int) -> int:
        """The day, or the nearest one with room on the line: for the other period's days, too."""
        low, high = max(1, self._axis.since), self._axis.until
        if which == "now":
            low += self._spans["before"].days
        else:
            high -= self._spans["now"].days
        return max(low, min(day, high))

    def _take(self, which: str, span: Span) -> None:
        """Let one period have these days and push the other one out of them."""
        known = dict(self._spans)
        self._spans[which] = span
        before, now = self.spans
        over = before.until - now.since + 1
        if over > 0 and which == "now":
            self._spans["before"] = Span(before.since - over, before.until - over)
        elif over > 0:
            self._spans["now"] = Span(now.since + over, now.until + over)
        self._moved_to = self.spans
        self._place()
        if self._spans != known:
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
        first, last = date.fromordinal(self._axis.since), date.fromordinal(self._axis.until)
        years = self._axis.days > 800
        begins = short_day_words(self._axis.since)
        yield (
            self._axis.since,
            say("trends.day_year", day=begins, year=first.year) if years else begins,
        )
        year, month = first.year, first.month
        while True:
            year, month = (year + 1, 1) if years or month == 12 else (year, month + 1)
            day = date(year, month, 1)
            if day > last:
                return
            yield day.toordinal(), str(year) if years else say(f"month.long.{month}")

"""One place day by day in both periods: bars of severity, gaps that stay gaps."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from diary.insight.completeness import GAP_DAYS, gaps
from diary.ui.body_page.periods import end_words
from diary.ui.parts.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.insight.body_days import DayThere
    from diary.ui.trends.spans import Span

MOST_BARS = 60
"""More days than this in a period are drawn as means of a few days each."""

TOP = 10


class PlaceLine(Painted):
    """Bars from 0 to 10; a ring at the foot: marked without a number; hollow: a memory note."""

    def __init__(self) -> None:
        super().__init__()
        self._days: dict[int, DayThere] = {}
        self._spans: tuple[Span, ...] = ()
        self._year = 0
        self._color = "chart.pain"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def show_days(self, days: Sequence[DayThere], spans: Sequence[Span], year: int) -> None:
        """Show the answered days of these periods, from left to right; days of another year name theirs."""
        self._year = year
        self._days = {one.day: one for one in days}
        self._spans = tuple(spans)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for three grid lines and the dates."""
        return QSize(self.theme.px(300), self.theme.px(110))

    def minimumSizeHint(self) -> QSize:
        """Low, but with room for its words."""
        return QSize(self.theme.px(200), self.theme.px(90))

    @property
    def bin_days(self) -> int:
        """How many days each bar stands for."""
        return max((ceil(span.days / MOST_BARS) for span in self._spans), default=1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each period in its half."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.text("note"))
        metrics = self.theme.metrics("note")
        left, foot = metrics.horizontalAdvance("10") + 8, metrics.height() + 4
        top = metrics.height() / 2
        gap = self.theme.px(14)
        wide = (self.width() - left - gap * (len(self._spans) - 1)) / max(1, len(self._spans))
        for number, span in enumerate(self._spans):
            room = QRectF(left + number * (wide + gap), top, wide, self.height() - top - foot)
            self._paint_period(painter, span, room)
        painter.setPen(self.theme.color("quiet"))
        for value in (0, 5, TOP):
            y = self.height() - foot - (self.height() - top - foot) * value / TOP
            box = QRectF(0, y - metrics.height() / 2, left - 6, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))

    def _paint_period(self, painter: QPainter, span: Span, room: QRectF) -> None:
        each = room.width() / span.days
        for gap in gaps(self._days, span.since, span.until):
            if gap.days > GAP_DAYS:
                x = room.left() + (gap.first - span.since) * each
                painter.fillRect(
                    QRectF(x, room.top(), gap.days * each, room.height()), self.theme.color("well")
                )
        painter.setPen(QPen(self.theme.color("chart.grid"), 1))
        for value in (0, 5, TOP):
            y = room.bottom() - room.height() * value / TOP
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        size = self.bin_days
        for first in range(span.since, span.until + 1, size):
            shown = min(size, span.until - first + 1)
            found = [self._days[day] for day in range(first, first + shown) if day in self._days]
            self._paint_bar(painter, found, room, (room.left() + (first - span.since) * each, shown * each))
        painter.setPen(self.theme.color("quiet"))
        under = QRectF(room.left(), room.bottom() + 3, room.width(), self.height() - room.bottom() - 3)
        since, until = end_words(span, self._year)
        metrics = self.theme.metrics("note")
        if metrics.horizontalAdvance(since) + metrics.horizontalAdvance(until) + 12 > room.width():
            since, until = (str(date.fromordinal(day).year) for day in (span.since, span.until))
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, since)
        painter.drawText(under, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, until)

    def _paint_bar(
        self, painter: QPainter, days: Sequence[DayThere], room: QRectF, place: tuple[float, float]
    ) -> None:
        left, wide = place
        bar = max(1.0, min(wide * 0.6, self.theme.px(5)))
        middle = left + wide / 2
        color = self.theme.color(self._color)
        counted = [one for one in days if not one.memory] or list(days)
        values = [one.severity for one in counted if one.severity is not None]
        if values:
            tall = max(1.5, room.height() * sum(values) / len(values) / TOP)
            shape = QRectF(middle - bar / 2, room.bottom() - tall, bar, tall)
            if all(one.memory for one in counted):
                painter.setPen(QPen(color, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(shape)
            else:
                painter.fillRect(shape, color)
        elif any(one.marked for one in counted):
            painter.setPen(QPen(color, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = min(2.5 * self.theme.scale, max(1.2, wide / 2))
            painter.drawEllipse(QPointF(middle, room.bottom() - radius - 1), radius, radius)

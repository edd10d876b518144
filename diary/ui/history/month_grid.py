"""A calendar month: each day in the colour of its worst, with the number printed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.insight.month import DayMark
from diary.insight.worst import WorstFrom
from diary.ui.history.cells import (
    ink_token,
    paint_bar,
    paint_dashed,
    paint_diamond,
    paint_hollow,
    severity_ground,
)
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Painted, box, told
from diary.wording import say, say_n

WEEKS, DAYS = 6, 7
GAP = 5
HEAD = 22
"""Height of the names of the days, px at 100 %."""

CELL = QSize(49, 49)
LEAST = QSize(40, 36)
ALONE = 1.4
"""How much wider than usual a month is where it stands alone in its row."""

SHORT = 46
"""Cells lower than this print a smaller number, px at 100 %."""

_FROM = {
    WorstFrom.MOMENT: "history.cell.from_moment",
    WorstFrom.PLACE: "history.cell.from_place",
    WorstFrom.NOTHING_HURTS: "history.cell.nothing",
}


def first_of_month(day: date) -> date:
    """The first day of the month that holds `day`."""
    return day.replace(day=1)


def months_away(day: date, months: int) -> date:
    """The same day of another month, or its last day where the month is shorter."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def cell_words(day: date, mark: DayMark | None, today: date) -> str:
    """A day as it is read aloud: "18 November, worst 7, 1 pain now"."""
    name = day_words(day, "d MMMM" if day.year == today.year else "d MMMM yyyy")
    if day > today:
        return say("history.cell.future", day=name)
    parts = [_worst_words(name, mark)]
    if mark is not None:
        parts += [say(_FROM[mark.worst.source])] if mark.worst and mark.worst.source in _FROM else []
        parts += [say_n("history.cell.moments", mark.moments)] if mark.moments else []
        parts += [say("history.cell.memory")] if mark.memory else []
        parts += [say("history.cell.imported")] if mark.imported else []
    parts += [say("history.cell.today")] if day == today else []
    return ", ".join(parts)


def _worst_words(name: str, mark: DayMark | None) -> str:
    if mark is None:
        return say("history.cell.none", day=name)
    if mark.worst is None:
        return say("history.cell.entry", day=name)
    return say("history.cell.worst", day=name, worst=f"{mark.worst.value:g}")


class MonthGrid(Painted):
    """Six weeks; arrows, Home and End move by day, Page Up and Down by month, never past today."""

    day_chosen = Signal(object)
    month_changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._month = first_of_month(today)
        self._day = today
        self._marks: Mapping[int, DayMark] = {}
        self._events: Mapping[int, int] = {}
        self._hover: date | None = None
        self._announcer = Announcer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("focus_radius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name_it()

    # --- what is shown

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self._month

    @property
    def first(self) -> date:
        """The Monday of the first week shown."""
        return self._month - timedelta(days=self._month.weekday())

    @property
    def last(self) -> date:
        """The Sunday of the last week shown."""
        return self.first + timedelta(days=WEEKS * DAYS - 1)

    def set_marks(self, marks: Mapping[int, DayMark], today: date) -> None:
        """Show what each day (ordinal) has; `today` is the last day that can be chosen."""
        self._marks = marks
        self._today = today
        if self._day > today:
            self.set_day(today)
        self._name_it()
        self.update()

    def set_events(self, counts: Mapping[int, int]) -> None:
        """Show how many records other than entries each day (ordinal) has."""
        self._events = counts
        self._name_it()
        self.update()

    def set_day(self, day: date) -> None:
        """Choose a day, today for one after it, and show its month; does not emit `day_chosen`."""
        self._day = min(day, self._today)
        self._show_month(first_of_month(self._day))
        self._name_it()
        self.update()

    def set_month(self, month: date) -> None:
        """Show another month; the chosen day goes along only by keys."""
        self._show_month(min(first_of_month(month), first_of_month(self._today)))

    def words(self, day: date) -> str:
        """A day as it is read aloud."""
        words = cell_words(day, self._marks.get(day.toordinal()), self._today)
        n = self._events.get(day.toordinal(), 0)
        return ", ".join([words, say_n("everything.cell", n)]) if n else words

    def _show_month(self, month: date) -> None:
        if month != self._month:
            self._month = month
            self.month_changed.emit(month)
            self.updateGeometry()
            self.update()

    def _name_it(self) -> None:
        self.setAccessibleName(say("history.calendar"))
        self.setAccessibleDescription(self.words(self._day))
        told(self, QAccessible.Event.DescriptionChanged)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen day; Enter and Space choose it anew."""
        key = event.key()
        right = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        days = {
            Qt.Key.Key_Left: -right,
            Qt.Key.Key_Right: right,
            Qt.Key.Key_Up: -DAYS,
            Qt.Key.Key_Down: DAYS,
            Qt.Key.Key_Home: 1 - self._day.day,
            Qt.Key.Key_End: monthrange(self._day.year, self._day.month)[1] - self._day.day,
        }
        if key in days:
            self._go(self._day + timedelta(days=days[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(months_away(self._day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self._day)
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        self.set_day(day)
        self._announcer.announce(self.words(self._day))
        self.day_chosen.emit(self._day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer; a future one cannot be chosen."""
        day = self._day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None and day <= self._today:
            self._go(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the day under the pointer holds."""
        day = self._day_at(event.position())
        if day != self._hover:
            self._hover = day
            self.setToolTip("" if day is None else self.words(day))
            future = day is None or day > self._today
            self.setCursor(Qt.CursorShape.ArrowCursor if future else Qt.CursorShape.PointingHandCursor)

    # --- where things are

    def cell(self, day: date) -> QRectF:
        """Where a day of the six weeks lies."""
        row, column = divmod((day - self.first).days, DAYS)
        gap, head = self.theme.px(GAP), self.theme.px(HEAD)
        width = (self.width() - (DAYS - 1) * gap - 4) / DAYS
        height = (self.height() - head - (WEEKS - 1) * gap - 4) / WEEKS
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            column = DAYS - 1 - column
        left, top = 2 + column * (width + gap), 2 + head + row * (height + gap)
        return QRectF(round(left), round(top), round(width), round(height))

    def _day_at(self, spot: QPointF) -> date | None:
        days = (self.first + timedelta(days=at) for at in range(WEEKS * DAYS))
        return next((day for day in days if self.cell(day).contains(spot)), None)

    def focus_shape(self) -> QRect:
        """The focus ring lies around the chosen day, or around all where it is not shown."""
        return self.cell(self._day).toRect() if self.first <= self._day <= self.last else self.rect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Cells of 49 px at 100 %; low beside other columns, so that the page need not scroll."""
        usual = self._size(CELL)
        alone = self.width() > ALONE * usual.width()
        return QSize(usual.width(), usual.height() if alone else self._size(LEAST).height())

    def minimumSizeHint(self) -> QSize:
        """Cells that can still be pressed and read."""
        return self._size(LEAST)

    def _size(self, cell: QSize) -> QSize:
        px = self.theme.px
        wide = DAYS * px(cell.width()) + (DAYS - 1) * px(GAP) + 4
        return QSize(wide, px(HEAD) + WEEKS * px(cell.height()) + (WEEKS - 1) * px(GAP) + 4)

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names of the days, then the six weeks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.text("note"))
        painter.setPen(self.theme.color("quiet"))
        for at in range(DAYS):
            day = self.first + timedelta(days=at)
            head = self.cell(day)
            head.setRect(head.left(), 0, head.width(), self.theme.px(HEAD) - 2)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, day_words(day, "ddd"))
        for at in range(WEEKS * DAYS):
            self._paint_day(painter, self.first + timedelta(days=at))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme, where = self.theme, self.cell(day)
        mark = self._marks.get(day.toordinal()) if day <= self._today else None
        outside = (day.year, day.month) != (self._month.year, self._month.month)
        radius = theme.px(6)
        token = "ink"
        worst = round(mark.worst.value) if mark is not None and mark.worst is not None else None
        if mark is None:
            token = "quiet"
            if day <= self._today:
                paint_dashed(painter, theme, where, radius)
        elif mark.memory:
            paint_hollow(painter, theme, where, radius, worst)
        elif worst is None:
            box(painter, where, radius, theme.color("well"), QPen(theme.color("control"), 1))
        else:
            box(painter, where, radius, severity_ground(theme, worst, faint=outside), None)
            token = "ink" if outside else ink_token(theme, worst)
        self._paint_words(painter, day, mark, token)
        if day == self._day:
            box(painter, where, radius, None, QPen(theme.color("accent"), 3))
            box(painter, where.adjusted(3, 3, -3, -3), radius - 3, None, QPen(theme.color("card"), 1.5))

    def _paint_words(self, painter: QPainter, day: date, mark: DayMark | None, token: str) -> None:
        theme, px = self.theme, self.theme.px
        cell = self.cell(day)
        room = cell.adjusted(px(7), px(4), -px(7), -px(3))
        painter.setFont(theme.font(13, 700 if day == self._today else 400))
        painter.setPen(theme.color(token))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading, str(day.day))
        metrics = painter.fontMetrics()
        wide, below = metrics.horizontalAdvance(str(day.day)), room.top() + metrics.height() - 1
        if day == self._today:
            painter.setPen(QPen(theme.color(token), 2))
            line = self._turned(QRectF(room.left(), below, wide, 0), cell)
            painter.drawLine(line.topLeft(), line.topRight())
        if self._events.get(day.toordinal()):
            bar = QRectF(room.left(), cell.bottom() - px(9), px(11), px(3))  # clear of the number's corner
            paint_bar(painter, theme, self._turned(bar, cell), token)
        if mark is None:
            return
        short = cell.height() < px(SHORT)
        if mark.imported:
            side = px(13)
            where = self._turned(QRectF(room.right() - side, room.top() + px(1), side, side), cell)
            painter.drawPixmap(where.topLeft(), theme.pixmap("import", token, 13))
        if mark.moments:
            reach, left = px(5), room.left() + (wide + px(5) if short else 0)
            top = room.top() + px(3) if short else room.bottom() - px(14)
            where = self._turned(QRectF(left, top, 2 * reach, 2 * reach), cell)
            paint_diamond(painter, theme.color(token), where.center(), reach)
        if mark.worst is not None:
            painter.setFont(theme.font(15 if short else 18, 700))
            painter.setPen(theme.color(token))
            corner = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignTrailing
            painter.drawText(room, corner, f"{mark.worst.value:g}")

    def _turned(self, where: QRectF, cell: QRectF) -> QRectF:
        """The same place seen from the other side, where the window reads from right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            where.moveLeft(cell.left() + cell.right() - where.right())
        return where

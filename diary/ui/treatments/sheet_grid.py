"""The month sheet: a cell for each medicine and day, and the worst pain of each day under them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.charts.palette import mixed
from diary.insight.as_needed import Cell, Known, MedicineMonth, MonthSum, days_of
from diary.ui.history.cells import ink_token, paint_dashed, paint_hollow, severity_ground
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Painted, box, told
from diary.wording import say, say_n
from diary.wording.treatment_words import lane_words, shortened_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from diary.insight.worst import DayWorst

NAMES, MOST_NAMES, SUMS, HEAD = 134, 190, 92, 20
ROW, LEAST_ROW = 40, 30
MOST_NUMBER, LEAST_NUMBER = 15, 13
"""The largest size of a number in a cell, px at 100 %, and the smallest, px."""

LATER = 4
"""The square in a corner that marks what was noted 1 to 3 days later, px at 100 %."""

LABELLED = 5
"""Every so many days have their number above."""


class SheetGrid(Painted):
    """Arrows move by day and by row, Page Up and Down ask for another month (`month_asked`: -1 or 1)."""

    month_asked = Signal(int)
    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MedicineMonth, ...] = ()
        self._worst: Mapping[int, DayWorst] = {}
        self._days = range(0)
        self._today = 0
        self._at = (0, 0)
        self._number = self.theme.font()
        self._announcer = Announcer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("focus_radius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("treatments.sheet_name"))

    def show_month(
        self, rows: tuple[MedicineMonth, ...], worst: Mapping[int, DayWorst], month: date, today: date
    ) -> None:
        """Show the rows of a month (any day of it) and the worst pain of each day (ordinal)."""
        self._rows, self._worst = rows, worst
        self._days, self._today = days_of(month), today.toordinal()
        last = min(self._days[-1], max(self._today, self._days[0]))
        self._at = (min(self._at[0], len(rows)), last - self._days[0])
        self._describe()
        self.updateGeometry()
        self.update()

    @property
    def at(self) -> tuple[int, int]:
        """Row and day (ordinal) of the cell that keys have chosen; the last row is the worst pain."""
        return self._at[0], self._days[0] + self._at[1]

    def words(self, row: int, day: int) -> str:
        """A cell as it is read aloud."""
        name = day_words(date.fromordinal(day), "d MMMM")
        if row >= len(self._rows):
            return self._worst_words(name, day)
        one = self._rows[row]
        cell, medicine = one.cells[day - self._days[0]], lane_words(one.treatment)
        if cell.known is Known.DOSES:
            key = "treatments.cell.doses_late" if cell.memory else "treatments.cell.doses"
            words = say_n(key, cell.doses, name=medicine, day=name)
        elif day > self._today:
            words = say("treatments.cell.future", name=medicine, day=name)
        elif cell.known is Known.NONE and cell.memory:
            words = say("treatments.cell.none_late", name=medicine, day=name)
        else:
            words = say(f"treatments.cell.{cell.known}", name=medicine, day=name)
        return say("treatments.cell.later", words=words) if cell.later else words

    def _worst_words(self, name: str, day: int) -> str:
        worst = self._worst.get(day)
        if worst is None:
            return say("treatments.cell.worst_none", day=name)
        key = "treatments.cell.worst_late" if worst.memory else "treatments.cell.worst"
        return say(key, day=name, worst=f"{worst.value:g}")

    def _describe(self) -> None:
        if self._days:
            said = say("treatments.sentences", first=self.words(*self.at), rest=say("treatments.sheet_keys"))
            self.setAccessibleDescription(said)
            told(self, QAccessible.Event.DescriptionChanged)

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from cell to cell."""
        row, day = self._at
        right = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        moves = {
            Qt.Key.Key_Left: (row, day - right),
            Qt.Key.Key_Right: (row, day + right),
            Qt.Key.Key_Up: (row - 1, day),
            Qt.Key.Key_Down: (row + 1, day),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, len(self._days) - 1),
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.month_asked.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in moves and self._days:
            self._go(*moves[key])
        else:
            super().keyPressEvent(event)

    def _go(self, row: int, day: int) -> None:
        self._at = (min(max(row, 0), len(self._rows)), min(max(day, 0), len(self._days) - 1))
        self._describe()
        self._announcer.announce(self.words(*self.at))
        self.row_chosen.emit(self._at[0])
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        if (found := self._found(event.position())) is not None:
            self._go(*found)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the cell under the pointer holds."""
        found = self._found(event.position())
        self.setToolTip("" if found is None else self.words(found[0], self._days[0] + found[1]))

    # --- where things are

    def sizeHint(self) -> QSize:
        """As low as it can be read; what is left over is given by the page."""
        return QSize(self.theme.px(680), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Rows that can still be read."""
        return QSize(self.theme.px(260), self.theme.px(HEAD + (len(self._rows) + 1) * LEAST_ROW))

    @property
    def _names(self) -> float:
        """Room for names before the cells, px: as they need it, less where the window is narrow."""
        metrics = self.theme.metrics("body")
        names = [metrics.horizontalAdvance(lane_words(one.treatment)) for one in self._rows]
        wished = min(max(names, default=0) + self.theme.px(12), self.theme.px(MOST_NAMES))
        return min(max(wished, self.theme.px(NAMES)), self.width() * 0.28)

    @property
    def _sums(self) -> float:
        """Room for sums after the cells, px."""
        return min(self.theme.px(SUMS), self.width() * 0.18)

    def cell(self, row: int, at: int) -> QRectF:
        """Where the cell of a row and a day (0: the first) lies."""
        px = self.theme.px
        pitch = (self.width() - self._names - self._sums) / max(1, len(self._days))
        tall = min((self.height() - px(HEAD)) / (len(self._rows) + 1), px(ROW + 4))
        x = self._names + at * pitch
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - pitch
        high = min(tall - px(6), px(28))
        y = px(HEAD) + row * tall + (tall - high) / 2
        return QRectF(round(x + 1), round(y), round(pitch - 2), round(high))

    def _found(self, spot: QPointF) -> tuple[int, int] | None:
        cells = ((row, at) for row in range(len(self._rows) + 1) for at in range(len(self._days)))
        return next(
            (found for found in cells if self.cell(*found).adjusted(-1, -3, 1, 3).contains(spot)), None
        )

    def focus_shape(self) -> QRect:
        """The focus ring lies around the chosen cell."""
        return self.cell(*self._at).toRect()

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the weekends, the numbers of the days, then row by row."""
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_days(painter)
        self._number = self._number_font(self.cell(0, 0).width())
        for row, one in enumerate(self._rows):
            self._paint_ends(painter, row, lane_words(one.treatment), sum_words(one.sum))
            for at, cell in enumerate(one.cells):
                self._paint_cell(painter, self.cell(row, at), cell)
        last = len(self._rows)
        self._paint_ends(painter, last, say("treatments.sheet_worst"), "")
        for at, day in enumerate(self._days):
            if day <= self._today:
                self._paint_worst(painter, self.cell(last, at), self._worst.get(day))

    def _paint_days(self, painter: QPainter) -> None:
        theme, head = self.theme, self.theme.px(HEAD)
        bottom = self.cell(len(self._rows), 0).bottom() + 2
        painter.setFont(theme.text("note"))
        for at, day in enumerate(self._days):
            where = self.cell(0, at).adjusted(-1, 0, 1, 0)
            if date.fromordinal(day).weekday() >= 5:
                painter.fillRect(
                    QRectF(where.left(), head, where.width(), bottom - head), theme.color("well")
                )
            number = at + 1
            if number == 1 or number % LABELLED == 0:
                painter.setPen(theme.color("quiet"))
                room = QRectF(where.center().x() - theme.px(20), 0, theme.px(40), head)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(theme.color("quiet"))
        room = QRectF(self.width() - self._sums + theme.px(8), 0, self._sums - theme.px(8), head)
        if painter.fontMetrics().horizontalAdvance(say("treatments.sheet_head")) <= room.width():
            painter.drawText(room, _trailing(), say("treatments.sheet_head"))

    def _paint_ends(self, painter: QPainter, row: int, name: str, total: str) -> None:
        """The name before a row and its sum after it."""
        theme, where = self.theme, self.cell(row, 0)
        painter.setFont(theme.text("body"))
        painter.setPen(theme.color("ink"))
        room = QRectF(0, where.top() - 4, self._names - theme.px(8), where.height() + 8)
        words = shortened_name(name, room.width(), painter.fontMetrics().horizontalAdvance)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(theme.text("strong"))
        ends = QRectF(self.width() - self._sums, where.top() - 4, self._sums, where.height() + 8)
        painter.drawText(ends, _trailing(), total)

    def _paint_cell(self, painter: QPainter, where: QRectF, cell: Cell) -> None:
        theme, radius = self.theme, self.theme.px(4)
        if cell.known is Known.OUTSIDE:
            return
        if cell.known is Known.UNKNOWN:
            paint_dashed(painter, theme, where, radius)
        elif cell.known is Known.DOSES and not cell.memory:
            box(painter, where, radius, self._ground(cell.doses), None)
        elif cell.known is Known.DOSES:
            box(painter, where, radius, theme.color("card"), QPen(self._ground(2), 3))
        else:
            box(painter, where, radius, theme.color("card"), QPen(theme.color("control"), 1))
        if cell.later:
            side = theme.px(LATER)
            painter.fillRect(
                QRectF(where.right() - side - 2, where.top() + 2, side, side), theme.color("ink")
            )
        if cell.known is Known.DOSES:
            self._paint_number(painter, where, str(cell.doses), theme.color("ink"))
        elif cell.known is Known.SOME:
            self._paint_number(painter, where, "…", theme.color("quiet"))

    def _number_font(self, room: float) -> QFont:
        """The largest size from 13 to 15 in which the widest number leaves a gap to the next cell."""
        worst = [f"{one.value:g}" for day, one in self._worst.items() if day in self._days]
        doses = [str(cell.doses) for row in self._rows for cell in row.cells]
        said, size = {*worst, *doses}, MOST_NUMBER
        while size > LEAST_NUMBER:
            metrics = QFontMetricsF(self.theme.font(size, 600))
            if max(map(metrics.horizontalAdvance, said), default=0) <= room - 2:
                break
            size -= 1
        return self.theme.font(size, 600)

    def narrow(self, font: QFont, words: str, room: float) -> QFont:
        """The font, its letters narrower where the words need more than `room` px, never lower."""
        wide = QFontMetricsF(font).horizontalAdvance(words)
        fitted = QFont(font)
        fitted.setStretch(min(100, int(100 * room / max(wide, 1))))
        return fitted

    def _ground(self, doses: int) -> QColor:
        """The more doses, the stronger; it stays light enough for the number on it."""
        palette = self.theme.palette
        share = min(0.28 + 0.3 * (doses - 1), 0.6)
        return QColor(mixed(palette.color("accent"), palette.color("card"), share))

    def _paint_worst(self, painter: QPainter, where: QRectF, worst: DayWorst | None) -> None:
        theme, radius = self.theme, self.theme.px(4)
        if worst is None:
            paint_dashed(painter, theme, where, radius)
            return
        severity = round(worst.value)
        if worst.memory:
            paint_hollow(painter, theme, where, radius, severity)
        else:
            box(painter, where, radius, severity_ground(theme, severity), None)
        token = "ink" if worst.memory else ink_token(theme, severity)
        self._paint_number(painter, where, f"{worst.value:g}", theme.color(token))

    def _paint_number(self, painter: QPainter, where: QRectF, words: str, color: QColor) -> None:
        """A number in its cell; all of one grid in one size, so that "10" is not smaller than the rest."""
        painter.setFont(self.narrow(self._number, words, where.width() - 2))
        painter.setPen(color)
        painter.drawText(where.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, words)


def sum_words(one: MonthSum) -> str:
    """The sum behind a row, "8, 6"; a dash where nothing was answered."""
    if not one.answered and not one.doses:
        return say("treatments.sheet_unknown")
    return say("treatments.sheet_sum", doses=one.doses, days=one.days)


def _trailing() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter

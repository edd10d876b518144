"""The story as a painted line: exact days as dots, rough dates as spans, names above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from diary.insight.story import Mark, extent
from diary.models.codes import Noun
from diary.ui.parts.painted import Painted, box, told
from diary.ui.parts.spoken import speak_as

LANES = 4
"""So many names stand over one another before they run together."""
LANE, DOT, EDGE, AXIS = 26, 6, 12, 30
"""Height of a lane of names, radius of a dot, room at both ends, room for the years; px at 100 %."""
WIDEST_NAME = 220
TOKENS = {Noun.CONDITION: "chart.pain_mean", Noun.LIFE_EVENT: "accent", Noun.PROCEDURE: "chart.sleep"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with where it stands: its span and its name's box, px."""

    mark: Mark
    left: float
    right: float
    words: QRectF
    fits: bool
    """Whether the name has room of its own; another is shown only while its mark is chosen."""


class TimeLine(Painted):
    """Arrows go from mark to mark, Enter opens the chosen one; `chosen` and `opened` give its place."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[Mark, ...] = ()
        self._names: tuple[str, ...] = ()
        self._ends = (date.min, date.max)
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        speak_as(self, QAccessible.Role.Graphic)

    def show_marks(self, marks: Sequence[Mark], names: Sequence[str], today: date, name: str) -> None:
        """Shows the dated marks; `names` tell each whole, `name` the line."""
        dated = [(mark, said) for mark, said in zip(marks, names, strict=True) if mark.when is not None]
        self._marks = tuple(mark for mark, _ in dated)
        self._names = tuple(said for _, said in dated)
        self._ends = extent(self._marks, today)
        self.current = min(self.current, len(self._marks) - 1)
        self.setAccessibleName(name)
        self.update()

    def choose(self, at: int) -> None:
        """Shows one mark as chosen, -1 for none; emits nothing."""
        if 0 <= at < len(self._marks) and at != self.current:
            self.setAccessibleDescription(self._names[at])
            self.setToolTip(self._names[at])
            told(self, QAccessible.Event.DescriptionChanged)
        self.current = at if at < len(self._marks) else -1
        self.update()

    # --- where things stand

    def x_of(self, day: date) -> float:
        """Where a day stands, px."""
        first, last = self._ends
        edge = self.theme.px(EDGE)
        share = (day - first).days / max(1, (last - first).days)
        return edge + min(max(share, 0.0), 1.0) * (self.width() - 2 * edge)

    def placed(self) -> list[Placed]:
        """The marks from left to right, each name in the lowest lane where it does not run into another."""
        metrics, gap = self.theme.metrics("note_strong"), self.theme.px(8)
        ends = [-1.0] * LANES
        found = []
        for mark in self._marks:
            assert mark.when is not None  # show_marks took the dated ones
            left, right = self.x_of(mark.when.first), self.x_of(mark.when.last)
            wide = float(min(metrics.horizontalAdvance(mark.name) + 2 * gap, self.theme.px(WIDEST_NAME)))
            start = min(left, self.width() - wide - gap)
            free = next((at for at, end in enumerate(ends) if end < start), None)
            lane = 0 if free is None else free
            if free is not None:
                ends[lane] = start + wide + gap
            top = self._axis() - self.theme.px(14) - (lane + 1) * self.theme.px(LANE)
            words = QRectF(start, top, wide, self.theme.px(LANE))
            found.append(Placed(mark, left, right, words, free is not None))
        return found

    def _axis(self) -> int:
        return self.height() - self.theme.px(AXIS)

    def sizeHint(self) -> QSize:
        """Room for the lanes over the axis, px."""
        return QSize(self.theme.px(400), self.theme.px(LANES * LANE + 20 + AXIS))

    def minimumSizeHint(self) -> QSize:
        """As high as the hint, px."""
        return QSize(self.theme.px(200), self.sizeHint().height())

    # --- by hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose; Enter and Space open."""
        last = len(self._marks) - 1
        goals = {
            Qt.Key.Key_Right: self.current + 1,
            Qt.Key.Key_Left: max(self.current, 1) - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in goals and self._marks:
            self._go(min(goals[key], last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current >= 0:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _go(self, at: int) -> None:
        self.choose(at)
        self.chosen.emit(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses what lies under the pointer."""
        at = self._under(event.position())
        if at is not None:
            self._go(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens what lies under the pointer."""
        at = self._under(event.position())
        if at is not None:
            self.opened.emit(at)

    def _under(self, spot: QPointF) -> int | None:
        reach = self.theme.px(16)
        for at, one in enumerate(self.placed()):
            along = QRectF(one.left, self._axis() - reach, one.right - one.left, 2 * reach)
            if (one.fits and one.words.contains(spot)) or along.adjusted(-reach, 0, reach, 0).contains(spot):
                return at
        return None

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the axis with its years, then each mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        placed = self.placed()
        painter.setPen(QPen(self.theme.color("control"), 1))
        for one in placed:
            if one.fits:
                painter.drawLine(QPointF(one.left, one.words.bottom()), QPointF(one.left, self._axis()))
        for one in placed:
            self._paint_mark(painter, one)
            if one.fits:
                self._paint_name(painter, one, chosen=False)
        if 0 <= self.current < len(placed):
            self._paint_name(painter, placed[self.current], chosen=True)

    def _paint_years(self, painter: QPainter) -> None:
        theme, y = self.theme, self._axis()
        painter.setPen(QPen(theme.color("control"), theme.px(2)))
        painter.drawLine(theme.px(EDGE), y, self.width() - theme.px(EDGE), y)
        painter.setFont(theme.text("note"))
        painter.setPen(theme.color("quiet"))
        wide = theme.metrics("note").horizontalAdvance("2026") + theme.px(16)
        ended = -1.0
        for year in range(self._ends[0].year, self._ends[1].year + 1):
            x = self.x_of(max(date(year, 1, 1), self._ends[0]))
            if x < ended or x + wide / 2 > self.width():
                continue
            ended = x + wide
            painter.drawLine(QPointF(x, y), QPointF(x, y + theme.px(6)))
            room = QRectF(x, y + theme.px(6), wide, theme.px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(year))

    def _paint_mark(self, painter: QPainter, one: Placed) -> None:
        theme, y, when = self.theme, self._axis(), one.mark.when
        color, dot = theme.color(TOKENS[one.mark.noun]), float(theme.px(DOT))
        pen = QPen(color, theme.px(2))
        if when is not None and when.is_exact:
            painter.setPen(pen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(one.left, y), dot, dot)
        else:
            # A span, dashed where even that is not sure: the day itself is not known.
            pen.setStyle(Qt.PenStyle.DashLine if when is not None and when.about else Qt.PenStyle.SolidLine)
            span = QRectF(one.left - dot, y - dot, max(one.right - one.left, 0) + 2 * dot, 2 * dot)
            box(painter, span, dot, theme.color("card"), pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_name(self, painter: QPainter, one: Placed, *, chosen: bool) -> None:
        theme = self.theme
        ring = QPen(theme.color("accent"), theme.px(2)) if chosen else None
        box(painter, one.words, theme.px(6), theme.color("tint" if chosen else "card"), ring)
        painter.setFont(theme.font(13, 600 if chosen else 500))
        painter.setPen(theme.color("on_tint" if chosen else "ink"))
        inside = one.words.adjusted(theme.px(4), 0, -theme.px(4), 0)
        words = painter.fontMetrics().elidedText(
            one.mark.name, Qt.TextElideMode.ElideRight, int(inside.width()) + 1
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

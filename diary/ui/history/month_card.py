"""The card with the calendar month, its legend, and the card with the month's numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from diary.insight.month import DayMark
from diary.insight.series import Summary
from diary.insight.worst import SEVERE, WorstDays
from diary.ui.history.cells import (
    ink_token,
    paint_bar,
    paint_dashed,
    paint_diamond,
    paint_hollow,
    severity_ground,
)
from diary.ui.history.entry_parts import Divider
from diary.ui.history.month_grid import MonthGrid, first_of_month, months_away
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Label, Painted, box
from diary.wording import say, say_n
from diary.wording.answers import minutes_words

TALLEST = 580
"""Tallest card of a month, px at 100 %."""


class Legend(Painted):
    """The eleven severities with their numbers, and the other marks of a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        marks = (say(f"history.legend.{key}") for key in ("none", "memory", "moment", "imported"))
        self._marks = (*marks, say("everything.legend"))
        self.setAccessibleName(", ".join((say("history.worst_pain"), *self._marks)))

    def sizeHint(self) -> QSize:
        """Two rows, px."""
        return QSize(self.theme.px(330), 2 * self._row())

    def minimumSizeHint(self) -> QSize:
        """The same height, any width."""
        return QSize(200, 2 * self._row())

    def _row(self) -> int:
        return self.theme.metrics("note").height() + self.theme.px(6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint severities, then marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px, tall = self.theme, self.theme.px, self._row()
        note = theme.metrics("note")
        words = say("history.worst_pain")
        painter.setFont(theme.text("note"))
        painter.setPen(theme.color("quiet"))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, self.width(), tall), side, words)
        left = note.horizontalAdvance(words) + px(8)
        wide = min(px(24), (self.width() - left) / 11)
        painter.setFont(theme.text("note_strong"))
        for severity in range(11):
            where = QRectF(left + severity * wide, 2, wide - 2, tall - 4)
            where = self._turned(where)
            box(painter, where, px(4), severity_ground(theme, severity), None)
            painter.setPen(theme.color(ink_token(theme, severity)))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(severity))
        self._paint_marks(painter, tall)

    def _paint_marks(self, painter: QPainter, tall: int) -> None:
        theme, px = self.theme, self.theme.px
        side, left = px(16), 0
        room = (self.width() - sum(theme.metrics("note").horizontalAdvance(one) for one in self._marks)) / 5
        gap = min(px(16), max(px(2), room - side - px(5)))
        painter.setFont(theme.text("note"))
        for at, words in enumerate(self._marks):
            where = self._turned(QRectF(left, tall + (tall - side) / 2, side, side))
            if at == 0:
                paint_dashed(painter, theme, where, px(4))
            elif at == 1:
                paint_hollow(painter, theme, where, px(4), 5)
            elif at == 2:
                paint_diamond(painter, theme.color("ink"), where.center(), px(5))
            elif at == len(self._marks) - 1:
                bar = QRectF(where.left(), where.center().y() - px(1), px(14), px(3))
                paint_bar(painter, theme, bar, "ink")
            else:
                painter.drawPixmap(
                    QPointF(where.left() + px(1), where.top()), theme.pixmap("import", "ink", 14)
                )
            wide = theme.metrics("note").horizontalAdvance(words)
            painter.setPen(theme.color("quiet"))
            text = self._turned(QRectF(left + side + px(5), tall, wide + 2, tall))
            painter.drawText(text, Qt.AlignmentFlag.AlignCenter, words)
            left += side + px(5) + wide + round(gap)

    def _turned(self, where: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            where.moveLeft(self.width() - where.right())
        return where


class MonthCard(Card):
    """The month with its name and the way to the months before and after."""

    day_chosen = Signal(object)
    month_changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(say("history.calendar"), title_role="title", parent=parent)
        self._today = today
        self.grid = MonthGrid(today)
        self.previous = Button(say("history.previous_month"), "previous", "icon")
        self.next = Button(say("history.next_month"), "next", "icon")
        self.legend = Legend()
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.grid.day_chosen.connect(self.day_chosen)
        self.grid.month_changed.connect(self._on_month_changed)
        self.header.addWidget(self.previous)
        self.header.addWidget(self.next)
        self.add(self.grid, 1)
        self.add(self.legend)
        self._name_it()

    def restyle(self) -> None:
        """Days never become towers: on a tall screen the numbers take what is left."""
        super().restyle()
        self.setMaximumHeight(self.theme.px(TALLEST))

    def show_marks(self, marks: Mapping[int, DayMark], today: date) -> None:
        """Show what each day has."""
        self._today = today
        self.grid.set_marks(marks, today)
        self._name_it()

    def _name_it(self) -> None:
        self.set_title(day_words(self.grid.month, "MMMM yyyy"))
        self.next.setEnabled(self.grid.month < first_of_month(self._today))

    @Slot()
    def _on_previous(self) -> None:
        self.grid.set_month(months_away(self.grid.month, -1))

    @Slot()
    def _on_next(self) -> None:
        self.grid.set_month(months_away(self.grid.month, 1))

    @Slot(object)
    def _on_month_changed(self, month: date) -> None:
        self._name_it()
        self.month_changed.emit(month)


class _Line(QWidget):
    """One number of the month: what, how much, of what."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = Label(words, "body", wrap=True)
        self.number = Label("", "strong")
        self.of = Label("", "note", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 5)
        row.addWidget(self.number, 2, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.of, 3, Qt.AlignmentFlag.AlignRight)

    def show_values(self, number: str, of: str) -> None:
        """Show another number."""
        self.number.setText(number)
        self.of.setText(of)


def _nights(slept: Summary) -> str:
    return say_n("history.stat.nights", slept.days, some=slept.n)


class MonthNumbers(Card):
    """What the month comes to so far, each number with the days it rests on."""

    KEYS = ("average", "worst_mean", "severe", "slept", "moments")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("history.calendar"), spacing=0, parent=parent)
        self.lines = {key: _Line(say(f"history.stat.{key}")) for key in self.KEYS}
        for line in self.lines.values():
            self.add(Divider())
            self.add(line)
        self.body.addSpacing(6)
        self.alone = Label("", "note", "quiet", wrap=True)
        self.alone.hide()
        self.add(self.alone)
        self.add(Label(say("history.stat.note"), "note", "quiet", wrap=True))
        self.body.addStretch(1)

    def show_month(self, month: date, today: date, worst: WorstDays, told: Mapping[str, Summary]) -> None:
        """The numbers of a month; `told` by measure where there is any value."""
        name = day_words(month, "MMMM" if month.year == today.year else "MMMM yyyy")
        running = month == first_of_month(today)
        self.set_title(say("history.so_far" if running else "history.all_of", month=name))
        average, slept, now = (told.get(code) for code in ("pain_average", "sleep_min", "pain_now"))
        absent = say("history.stat.absent")
        self._mean("average", average)
        days = worst.counted()
        mean = f"{sum(one.value for one in days) / len(days):.1f}" if days else absent
        asked = (one.days for one in (told.get("pain_worst"), average, now) if one)
        of_days = say_n("n_of_days", next(asked, len(days)), some=len(days)) if days else ""
        self.lines["worst_mean"].show_values(mean, of_days)
        severe = str(worst.at_least(SEVERE)) if days else absent
        self.lines["severe"].show_values(severe, say_n("history.stat.of", len(days)) if days else "")
        alone = worst.n_told_by_others
        self.alone.setText(say_n("history.stat.alone", alone) if alone else "")
        self.alone.setVisible(bool(alone))
        hours = minutes_words(slept.mean) if slept and slept.mean is not None else absent
        self.lines["slept"].show_values(hours, _nights(slept) if slept else "")
        moments = now.n_moments if now else 0
        on_days = say_n("history.stat.on_days", now.n) if now and moments else ""
        self.lines["moments"].show_values(str(moments), on_days)

    def _mean(self, key: str, told: Summary | None) -> None:
        if told is None or told.mean is None:
            self.lines[key].show_values(say("history.stat.absent"), "")
            return
        self.lines[key].show_values(f"{told.mean:.1f}", say_n("n_of_days", told.days, some=told.n))

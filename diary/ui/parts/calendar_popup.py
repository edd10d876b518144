"""The calendar that opens under a day; its classes are met only then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from diary.ui.parts.date_bar import LOCALE
from diary.ui.parts.painted import Painted
from diary.wording import say


class CalendarPopup(Painted):
    """The calendar that opens under the day, in the colours and size of the theme."""

    chosen = Signal(object)

    def __init__(self, day: date, latest: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(LOCALE)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setAccessibleName(say("date.calendar"))
        self.calendar.activated.connect(self._on_chosen)
        self.calendar.clicked.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.calendar)
        self._dress()

    def _dress(self) -> None:
        """Qt writes weekends red and brings arrows of its own; here days are alike and at least 36 px."""
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self.theme.color("ink"))
        head.setForeground(self.theme.color("quiet"))
        self.calendar.setHeaderTextFormat(head)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, plain)
        arrows = {"qt_calendar_prevmonth": "previous", "qt_calendar_nextmonth": "next"}
        for button in self.calendar.findChildren(QToolButton):
            if button.objectName() in arrows:
                icon = arrows[button.objectName()]
                button.setIcon(self.theme.icon(icon, "ink", 18))
                button.setAccessibleName(say(f"date.{icon}_month"))
        days = self.calendar.focusProxy()
        if days is not None:
            days.setProperty("no_ring", True)
        side = self.theme.px(36)
        self.calendar.setMinimumSize(7 * side, 8 * side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("card"))
        painter.setPen(QPen(self.theme.color("control"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))

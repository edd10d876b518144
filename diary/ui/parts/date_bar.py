"""The day a page is about: previous, the day itself with a calendar, next; never a future day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.wording import say

LOCALE = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
"""The language dates are written in; the same as the catalogue's."""


def day_words(day: date, form: str = "dddd d MMMM yyyy") -> str:
    """A day in words, as "Sunday 22 November 2026"; `form` is a Qt date format."""
    return LOCALE.toString(QDate(day.year, day.month, day.day), form)


class DateBar(QWidget):
    """Chooses a day up to `latest`; `changed` gives the `date` the person chose."""

    changed = Signal(object)

    def __init__(self, day: date, latest: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self._latest = latest
        self._previous = Button(say("date.previous"), "previous", "icon")
        self._choose = Button("", "history")
        self._next = Button(say("date.next"), "next", "icon")
        self._note = Label("", "note", "quiet")
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._choose.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._previous, self._choose, self._next, self._note):
            row.addWidget(widget)
        self._show()

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    def set_day(self, day: date) -> None:
        """Show `day`, or the latest one for a day after it; does not emit `changed`."""
        self._day = min(day, self._latest)
        self._show()

    def set_latest(self, latest: date) -> None:
        """Tell which day today is; a new day allows one more."""
        self._latest = latest
        self.set_day(self._day)

    def _show(self) -> None:
        words = day_words(self._day)
        self._choose.setText(words)
        self._choose.setAccessibleName(say("date.choose", day=words))
        self._next.setEnabled(self._day < self._latest)
        self._note.setText(say("date.today") if self._day == self._latest else "")

    def _go(self, day: date) -> None:
        day = min(day, self._latest)
        if day != self._day:
            self.set_day(day)
            self.changed.emit(day)

    @Slot()
    def _on_previous(self) -> None:
        self._go(self._day - timedelta(days=1))

    @Slot()
    def _on_next(self) -> None:
        self._go(self._day + timedelta(days=1))

    @Slot()
    def _on_choose(self) -> None:
        from diary.ui.parts.calendar_popup import CalendarPopup

        popup = CalendarPopup(self._day, self._latest, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._on_chosen)
        popup.move(self._choose.mapToGlobal(QPoint(0, self._choose.height() + 4)))
        popup.show()
        popup.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(object)
    def _on_chosen(self, day: date) -> None:
        self._go(day)

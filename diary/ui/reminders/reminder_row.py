"""One reminder in the settings: its time, its weekdays, and a button that takes it away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.ui.reminders.schedule import EVERY_DAY, Quiet, Reminder
from diary.ui.today.time_field import TimeField
from diary.wording import say


class ReminderRow(QWidget):
    """A time and seven days; words that are no time leave the time that stood before in force."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, reminder: Reminder, n: int) -> None:
        super().__init__()
        self._kept = reminder
        self.time = TimeField()
        self.days = tuple(Chip(say(f"weekday.short.{day}")) for day in sorted(EVERY_DAY))
        self.remove = IconButton("trash", say("reminder.remove", n=n))
        self.note = Label("", "note", "quiet", wrap=True)
        self.time.set_time(reminder.at.hour, reminder.at.minute)
        for day, chip in enumerate(self.days):
            chip.setChecked(day in reminder.weekdays)
            chip.toggled.connect(self._on_changed)
        self.time.changed.connect(self._on_changed)
        self.remove.clicked.connect(self._on_remove)
        flow = FlowLayout(None)
        for widget in (self.time, *self.days, self.remove):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(flow)
        column.addWidget(self.note)
        self.note.hide()
        self.set_number(n)

    @property
    def reminder(self) -> Reminder:
        """The reminder as it would be kept."""
        at = self.time.value if self.time.is_clear else self._kept.at
        return Reminder(
            at=at, weekdays=frozenset(day for day, chip in enumerate(self.days) if chip.isChecked())
        )

    def set_number(self, n: int) -> None:
        """Names the controls by the reminder's number."""
        self.setAccessibleName(say("reminder.row", n=n))
        self.time.setAccessibleName(say("reminder.time_name", n=n))
        for day, chip in enumerate(self.days):
            weekday = say(f"weekday.long.{day}")
            chip.setAccessibleName(say("reminder.day_name", short=chip.text(), weekday=weekday, n=n))
        self.remove.set_words(say("reminder.remove", n=n))

    def tell(self, quiet: Quiet | None) -> None:
        """Says what keeps this reminder from coming at its time."""
        found = self.reminder
        if not self.time.is_clear:
            words = say("reminder.no_time")
        elif not found.weekdays:
            words = say("reminder.no_day")
        elif quiet is not None and quiet.holds(found.at):
            words = say("reminder.in_quiet", at=f"{found.at:%H:%M}")
        else:
            words = ""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    @Slot()
    def _on_changed(self) -> None:
        if self.time.is_clear:
            self._kept = self.reminder
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

"""A time of the night: may stay empty, and the date it belongs to stands below it in words."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Label
from diary.ui.today.time_field import TimeField, read_time
from diary.wording import say


class _Field(TimeField):
    """A time field that begins empty; the first Up or Down gives the usual time."""

    left = Signal()

    def __init__(self, start: time) -> None:
        super().__init__()
        self._start = start

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down in the empty field give the usual time; else as in any time field."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not self.text().strip():
            self.set_time(self._start.hour, self._start.minute)
            self.changed.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving writes the time, and tells so."""
        super().focusOutEvent(event)
        self.left.emit()


class NightTime(QWidget):
    """One labelled time; `clock` is None while it is empty. `changed` for each change by hand.

    Words that are no time stay in the field, and `clock` is what it was before them.
    """

    changed = Signal()

    def __init__(self, label: str, start: time) -> None:
        super().__init__()
        self.title = Label(label, "note", "quiet")
        self.field = _Field(start)
        self._settled: time | None = None
        self.date = Label("", "note", "quiet")
        self.field.setAccessibleName(say("night.time_name", label=label))
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._on_changed)
        self.field.left.connect(self._on_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.title, self.field, self.date):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def clock(self) -> time | None:
        """The time of day in the field, or None."""
        return self._settled if self.is_unclear else read_time(self.field.text())

    @property
    def is_unclear(self) -> bool:
        """Whether the words in the field are no time."""
        return bool(self.field.text().strip()) and not self.field.is_clear

    def forget_unclear(self) -> None:
        """Shows the time from before words that are none."""
        if self.is_unclear:
            self.set_clock(self._settled)

    def set_clock(self, clock: time | None) -> None:
        """Shows a time, or none; emits nothing."""
        self._settled = clock
        if clock is None:
            self.field.clear()
        else:
            self.field.set_time(clock.hour, clock.minute)

    def show_date(self, at: datetime | None) -> None:
        """Tells which date the time belongs to, or that the words are no time yet."""
        unclear = self.is_unclear
        words = say("night.no_time") if unclear else ""
        if at is not None and not unclear:
            words = day_words(at.date(), "ddd d MMM")
        self.date.setText(words)
        self.date.set_token("problem_ink" if unclear else "quiet")
        self.field.setAccessibleDescription(words)

    @Slot()
    def _on_left(self) -> None:
        if not self.is_unclear:
            self._settled = self.clock

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

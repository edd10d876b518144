"""One nap: from, to, and a button that takes it away."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.models.records import SleepPiece
from diary.ui.night.night_time import NightTime
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.wording import say

START, END = time(14), time(14, 30)


class NapRow(QWidget):
    """Both times of nap number `n`; `piece` is the nap as it was read, or new with only a uid."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, piece: SleepPiece, n: int) -> None:
        super().__init__()
        self.piece = piece
        self.title = Label("", "body")
        self.since = NightTime(say("nap.from"), START)
        self.until = NightTime(say("nap.to"), END)
        self.remove = IconButton("trash", say("nap.remove", n=n))
        for field, moment in ((self.since, piece.asleep or piece.bed), (self.until, piece.awake or piece.up)):
            field.set_clock(None if moment is None else moment.local.time())
            field.changed.connect(self.changed)
        self.remove.clicked.connect(self._on_remove)
        self.set_number(n)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.title, self.since, self.until, self.remove):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()

    def set_number(self, n: int) -> None:
        """Names the nap by its number."""
        self.title.setText(say("nap.title", n=n))
        self.setAccessibleName(say("nap.title", n=n))
        self.since.field.setAccessibleName(say("nap.from_name", n=n))
        self.until.field.setAccessibleName(say("nap.to_name", n=n))
        self.remove.set_words(say("nap.remove", n=n))

    @property
    def clocks(self) -> tuple[time | None, time | None]:
        """From and to."""
        return self.since.clock, self.until.clock

    def show_dates(self, since: datetime | None, until: datetime | None) -> None:
        """Tells which dates the times belong to."""
        self.since.show_date(since)
        self.until.show_date(until)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

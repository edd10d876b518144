"""When a flare ended, or that it is still there."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.insight.flares import OPEN_FOR
from diary.models.moments import Moment, time_between
from diary.store.store import Store
from diary.ui.flares.times import NONE, moment_at, same_minute
from diary.ui.parts.date_bar import DateBar
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.today.time_field import TimeField
from diary.wording import say

ON, ENDED = "on", "ended"


class EndField(QWidget):
    """Nothing is chosen until the person says so; `until` is None for a flare without an end."""

    changed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._start: Moment | None = None
        self._until: Moment | None = None
        self._shown: Moment | None = None
        today = datetime.now().date()  # noqa: DTZ005  # the clock on the wall, until the store's is asked
        self.choice = SegmentedChoice(
            say("flare.end"), [(ON, say("flare.on")), (ENDED, say("flare.ended"))], clearable=True
        )
        self.time = TimeField()
        self.time.setAccessibleName(say("flare.ended_time"))
        self.date_bar = DateBar(today, today)
        self._problem = Label("", "note", "problem_ink")
        self.choice.changed.connect(self._on_choice)
        self.time.changed.connect(self._on_when)
        self.date_bar.changed.connect(self._on_when)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first = QWidget()
        flow = FlowLayout(first, gap=8, line_gap=4)
        flow.addWidget(self.choice)
        flow.addWidget(self.time)
        flow.addWidget(self.date_bar)
        column.addWidget(first)
        column.addWidget(self._problem)
        self._tell()

    @property
    def until(self) -> Moment | None:
        """The end as it stands there; None where none is said or its time cannot be read."""
        return self._until

    def show_end(self, start: Moment | None, until: Moment | None) -> None:
        """Shows when a flare began and ended; emits nothing."""
        self._start = start
        self._shown = until
        if until != self._until or (until is None and self.choice.value == ENDED):
            self._until = until
            blocked = QSignalBlocker(self.choice)
            self.choice.set_value(None if until is None else ENDED)
            del blocked
            if until is not None:
                self._show_when(until.local)
        self._tell()

    def problem(self) -> str:
        """Why the end cannot be saved as it stands there; "" where it can."""
        if self.choice.value != ENDED:
            return ""
        if not self.time.is_clear:
            return say("flare.end_unclear")
        if self._until is None or self._start is None:
            return ""
        if time_between(self._start, self._until) < NONE:
            return say("flare.before_start")
        if self._until == self._shown or not self._store.is_open:
            return ""  # kept already, when the clock said so
        later = time_between(self._store.now(), self._until) > NONE
        return say("flare.end_future") if later else ""

    def _show_when(self, when: datetime) -> None:
        today = self._store.now().local.date() if self._store.is_open else when.date()
        self.date_bar.set_latest(max(today, when.date()))
        self.date_bar.set_day(when.date())
        self.time.set_time(when.hour, when.minute)

    @Slot()
    def _on_choice(self) -> None:
        if self.choice.value == ENDED and self._store.is_open:
            now, start = self._store.now(), self._start
            recent = start is None or NONE <= time_between(start, now) <= OPEN_FOR
            self._show_when(now.local if recent or start is None else start.local)
        self._on_when()
        if self.choice.value == ENDED:
            self.time.setFocus()

    @Slot()
    def _on_when(self) -> None:
        self._until = self._read()
        self._tell()
        self.changed.emit()

    def _read(self) -> Moment | None:
        if self.choice.value != ENDED or not self._store.is_open:
            return None
        local = datetime.combine(self.date_bar.day, self.time.value)
        if self._until is not None and same_minute(self._until, local):
            return self._until
        at = moment_at(self._store, local, self._start)
        # A start with seconds, and an end in the same minute.
        same = self._start is not None and same_minute(self._start, local)
        return self._start if same and self._start is not None else at

    def _tell(self) -> None:
        ended = self.choice.value == ENDED
        self.time.setVisible(ended)
        self.date_bar.setVisible(ended)
        words = self.problem()
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

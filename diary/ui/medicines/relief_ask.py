"""A quiet line that asks for the pain around a dose: one row, and a way to leave it out."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from diary.errors import DiaryError
from diary.insight.relief_due import ReliefDue, relief_due
from diary.models.care import Dose, Relief, Treatment
from diary.models.codes import Noun
from diary.models.records import Changes, Replace
from diary.store.store import Store
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.severity_row import SeverityRow
from diary.wording import say

LEFT_OUT = "relief_left_out"
"""The questions put aside on this computer, `uid:minutes` after commas."""

KEPT = 40
"""How many questions put aside are remembered: they are old after three hours."""

LOOK_MS = 60_000
SETTLE_MS = 1_500
"""How long a number may still be corrected before it is saved: a 1 may become a 10."""

BESIDE = 40
"""Room between the question and its cells, px at 100 %: the way back to no answer stands there."""

HEARD = frozenset({Noun.DOSE, Noun.RELIEF, Noun.TREATMENT})


class ReliefAsk(Card):
    """Asks the one question that is due now; hidden while there is none. It looks once a minute."""

    room_changed = Signal()
    """The line came or went."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.store = store
        self.due: ReliefDue | None = None
        self.settle_ms = SETTLE_MS
        self._name = ""
        self.row: SeverityRow | None = None
        self.not_now = Button(say("relief.not_now"), kind="quiet")
        self.not_now.setAccessibleName(say("relief.not_now_name"))
        self.not_now.clicked.connect(self.leave_out)
        self._announcer = Announcer(self)
        self._line = QWidget()
        self._flow = FlowLayout(self._line, gap=12, line_gap=4)
        self.add(self._line)
        self.set_tight(True)
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self.keep)
        self._minute = QTimer(self, interval=LOOK_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        store.changed.connect(self._on_changed)
        store.opened.connect(self.look)
        self.hide()
        self.look()

    # --- what is due

    @Slot()
    def look(self) -> None:
        """Finds what is due now; a number that is just being given is left in peace."""
        if not self.store.is_open or self._settle.isActive():
            return
        try:
            self._show_due(self._find())
        except DiaryError:
            return  # another program holds the file for a moment; the next look will tell

    def _find(self) -> ReliefDue | None:
        from diary.storage.life_queries import between, naming

        now, today = self.store.now(), self.store.today()
        if now.utc is None or self.store.read_only:
            return None
        doses = self.store.ask(between, Dose, today - timedelta(days=1), today)
        found = relief_due(doses, self._left_out(), now.utc)
        for due in found:
            reliefs = self.store.ask(naming, Relief, "dose", due.dose.uid)
            if due.after_min not in {one.after_min for one in reliefs}:
                return due
        return None

    def _left_out(self) -> frozenset[tuple[str, int]]:
        parts = (one.rpartition(":") for one in self.store.looks.value(LEFT_OUT, "").split(",") if one)
        return frozenset((uid, int(minutes)) for uid, _, minutes in parts if minutes.isdigit())

    def _show_due(self, due: ReliefDue | None) -> None:
        if due == self.due:
            return
        self.due = due
        if due is not None and due.dose.at is not None:
            from diary.storage.life_queries import one_of

            treatment = self.store.ask(one_of, Treatment, due.dose.treatment)
            self._name = say("medicine.unnamed") if treatment is None else treatment.name
            time = f"{due.dose.at.local:%H:%M}"
            if due.after_min == 0:
                words = say("relief.before", name=self._name, time=time)
            else:
                words = say("relief.after", n=due.after_min, name=self._name, time=time)
            self._show_row(words)
            self.setAccessibleName(words)
            self._announcer.announce(words)
        self.setVisible(due is not None)
        self.room_changed.emit()

    def _show_row(self, words: str) -> None:
        old = self.row
        wide = self.theme.metrics("body").horizontalAdvance(words) / self.theme.scale
        self.row = SeverityRow(
            words,
            say("relief.low"),
            say("relief.high"),
            label_width=round(wide) + BESIDE,
            show_anchors=False,
        )
        self.row.changed.connect(self._on_number)
        if old is not None:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self.not_now)
        self._flow.addWidget(self.row)
        self._flow.addWidget(self.not_now)
        self.row.show()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.nouns or changes.nouns & HEARD:
            self.look()

    @Slot()
    def _on_minute(self) -> None:
        if self.window().isVisible() or self.isWindow():  # its own place is hidden while it asks nothing
            self.look()

    # --- what is answered

    @Slot(object)
    def _on_number(self, value: int | None) -> None:
        self._settle.stop()
        if value is not None:
            self._settle.start(self.settle_ms)

    @Slot()
    def keep(self) -> None:
        """Saves the number as a record of its own, at the true time, under the nominal minutes."""
        self._settle.stop()
        due = self.due
        pain = None if self.row is None else self.row.value
        if due is None or pain is None or not self.store.is_open:
            return
        relief = Relief(
            uid=self.store.make_uid(),
            dose=due.dose.uid,
            after_min=due.after_min,
            pain=pain,
            at=self.store.now(),
        )
        key = "relief.saved" if due.after_min else "relief.saved_before"
        words = say(key, pain=pain, n=due.after_min, name=self._name)
        try:
            self.store.save([Replace(before=None, after=relief)], text=words)
        except DiaryError as error:
            self.store.trouble.emit(error)

    @Slot()
    def leave_out(self) -> None:
        """Puts this one question aside; it is not asked again."""
        self._settle.stop()
        if self.due is None:
            return
        kept = [one for one in self.store.looks.value(LEFT_OUT, "").split(",") if one]
        kept.append(f"{self.due.dose.uid}:{self.due.after_min}")
        self.store.looks.set_value(LEFT_OUT, ",".join(kept[-KEPT:]))
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """A number that waits to be saved is saved before its line goes."""
        if self._settle.isActive():
            self.keep()
        super().hideEvent(event)

"""What may be said of a flare beside how bad and when: folded until it is wanted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot

from diary.models.measures import BY_CODE
from diary.models.moments import Moment
from diary.store.store import Store
from diary.ui.flares.end_field import EndField
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.parts.stepper import Stepper
from diary.ui.today.attacks_row import AttacksRow
from diary.ui.today.fields import severity_row
from diary.ui.today.note import Note
from diary.ui.today.section import Section
from diary.ui.today.sitting import Sitting
from diary.wording import say

PEAK, ATTACKS, LENGTH = "pain_peak", "attacks_now", "attack_now_s"
CODES = (PEAK, ATTACKS, LENGTH)
PARTS = 5
"""End, peak, attacks, what was happening, what helped."""
KEPT_IN = {code: BY_CODE[code].kept_in for code in CODES}


class FlareMore(Section):
    """Peak, end, attacks, what was happening and what helped; `changed` when the person answers one."""

    changed = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__("flare", say("flare.more_title"), folded=True)
        self._filling = False
        self.rows.setSpacing(8)
        self._build_rows(store)
        self.tell_state(Sitting())

    def _build_rows(self, store: Store) -> None:
        self.end = EndField(store)
        self.peak = severity_row(BY_CODE[PEAK])
        self.attacks = AttacksRow(BY_CODE[ATTACKS], BY_CODE[LENGTH])
        self.doing = _words("doing")
        self.helped = _words("helped")
        for part in (self.end, self.peak, self.attacks.count, self.attacks.length):
            part.changed.connect(self._on_changed)
        for note in (self.doing, self.helped):
            note.textChanged.connect(self._on_changed)
        for row in (self.end, self.peak, self.attacks):
            self.rows.addWidget(row)
        for name, note in (("doing", self.doing), ("helped", self.helped)):
            self.rows.addWidget(Label(say(f"flare.words.{name}"), "note", "quiet"))
            self.rows.addWidget(note)
        self._fit_notes()

    def restyle(self) -> None:
        """Keep the two fields one line high at the text size."""
        super().restyle()
        if hasattr(self, "helped"):
            self._fit_notes()

    def _fit_notes(self) -> None:
        tall = self.theme.metrics("body").lineSpacing() + self.theme.px(16)
        for note in (self.doing, self.helped):
            note.setFixedHeight(tall)

    def asked(self, sitting: Sitting) -> tuple[str, ...]:
        """The codes that were asked: all where it is unfolded, else what is answered."""
        return tuple(code for code in CODES if not self.folded or code in sitting.values)

    def show_sitting(self, sitting: Sitting, start: Moment | None) -> None:
        """Shows what stands in a form about a flare that began at `start`; emits nothing."""
        self._filling = True
        for field, code in self._fields():
            value = sitting.values.get(code)
            field.set_value(None if value is None else round(value))
        self.end.show_end(start, sitting.until)
        for note, words in ((self.doing, sitting.doing), (self.helped, sitting.helped)):
            if note.toPlainText() != words:
                note.setPlainText(words)
        self._filling = False
        self.tell_state(sitting)

    def _fields(self) -> tuple[tuple[SeverityRow | Stepper, str], ...]:
        return (self.peak, PEAK), (self.attacks.count, ATTACKS), (self.attacks.length, LENGTH)

    def tell_state(self, sitting: Sitting) -> None:
        """Says in the folded line how much of it the form holds."""
        words = (sitting.until is not None, bool(sitting.doing), bool(sitting.helped))
        codes = (code in sitting.values for code in (PEAK, ATTACKS))
        self.show_state(sum(words) + sum(codes), of=PARTS)

    def said(self, sitting: Sitting) -> Sitting:
        """The form with what stands here."""
        for field, code in self._fields():
            # A count that is taken answers for its list as well: only where it is another one.
            if sitting.values.get(code) != field.value:
                sitting = sitting.with_value(code, field.value)
        return replace(
            sitting,
            until=self.end.until,
            doing=self.doing.toPlainText(),
            helped=self.helped.toPlainText(),
        )

    @Slot()
    def _on_changed(self) -> None:
        if not self._filling:
            self.changed.emit()


def has_more(sitting: Sitting) -> bool:
    """Whether anything that stands folded away is answered."""
    answered = any(code in sitting.values for code in CODES)
    return answered or sitting.until is not None or bool(sitting.doing or sitting.helped)


def _words(name: str) -> Note:
    note = Note()
    note.setAccessibleName(say(f"flare.words.{name}"))
    note.setPlaceholderText(say(f"flare.enter.{name}"))
    note.setTabChangesFocus(True)
    note.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return note

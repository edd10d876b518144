"""Lines that are read and not changed, and the times around a dose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout

from diary.models.care import Dose, Treatment
from diary.models.codes import Noun
from diary.models.life_rules import RELIEF_MINUTES
from diary.store.store import Store
from diary.ui.forms.ask import Ask, Values
from diary.ui.forms.choice_fields import ChipRow
from diary.ui.forms.field import Field
from diary.ui.parts.chip import Chip
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Label
from diary.wording import say
from diary.wording.amounts import amount_words
from diary.wording.answers import measure_words


class ShownField(Field):
    """Tells what the record is about: another record, a factor, a day. It cannot be changed here."""

    def __init__(self, ask: Ask, label: str, words: Callable[[object], str]) -> None:
        super().__init__(ask, label)
        self._words = words
        self._value: object = None
        self.said = Label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(self.said)

    def values(self) -> dict[str, object]:
        """The value as it was shown."""
        return {self.ask.name: self._value}

    def show_values(self, values: Values) -> None:
        """Shows what the value stands for."""
        self._value = values.get(self.ask.name)
        self.said.setText(say("form.link_gone") if self._value is None else self._words(self._value))
        self.setAccessibleName(say("form.problem_of", label=self.label, problem=self.said.text()))

    def typed(self) -> object:
        """Nothing can be typed."""
        return None

    def show_typed(self, typed: object) -> None:
        """A draft holds nothing of it."""


class SlotField(Field):
    """Before a dose, or 30, 60 or 120 minutes after it."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        self.row = ChipRow([(str(one), slot_words(one)) for one in RELIEF_MINUTES], label)
        for chip in self.row.chips.values():
            chip.clicked.connect(self._on_chip)
        self.setFocusProxy(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    @Slot()
    def _on_chip(self) -> None:
        chip: QObject = self.sender()
        if isinstance(chip, Chip):
            self.row.show_keys([chip.objectName()] if chip.isChecked() else [])
            self.tell_changed()

    def values(self) -> dict[str, object]:
        """The minutes, or None."""
        return {self.ask.name: self.typed()}

    def show_values(self, values: Values) -> None:
        """Shows the minutes."""
        self.show_typed(values.get(self.ask.name))

    def typed(self) -> object:
        """The minutes, or None."""
        return next((int(key) for key in self.row.keys), None)

    def show_typed(self, typed: object) -> None:
        """Shows the minutes again."""
        keys: Sequence[str] = [str(typed)] if typed in RELIEF_MINUTES else []
        self.row.show_keys(keys)


def slot_words(after_min: int) -> str:
    """A time around a dose, "before" or "after 30 min"."""
    return say("record.slot_after", n=after_min) if after_min else say("record.slot_before")


class About:
    """What a line that is only shown stands for, read from the diary."""

    def __init__(self, store: Store, ask: Ask) -> None:
        self._store = store
        self._ask = ask

    def words(self, value: object) -> str:
        """The dose of a uid, the factor of a code, or a day."""
        from diary.storage import queries

        if isinstance(value, date):
            return day_words(value, "d MMMM yyyy")
        if self._ask.link is Noun.DOSE:
            return self._dose(str(value))
        return measure_words(str(value), self._store.ask(queries.measures))

    def _dose(self, uid: str) -> str:
        from diary.storage import life_queries

        dose: Dose | None = self._store.ask(life_queries.one_of, Dose, uid)
        if dose is None:
            return say("form.link_gone")
        of: Treatment | None = self._store.ask(life_queries.one_of, Treatment, dose.treatment)
        parts = [of.name if of is not None else ""]
        if dose.amount is not None:
            parts.append(amount_words(dose.amount, dose.unit, of))
        parts.append(day_words(dose.day, "d MMMM yyyy"))
        parts.append(f"{dose.at.local:%H:%M}" if dose.at is not None else "")
        return ", ".join(part for part in parts if part)

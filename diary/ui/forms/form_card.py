"""The lines of one form: made from what it asks, shown where they apply, read with their problems."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent

from diary.models.codes import Noun
from diary.store.store import Store
from diary.ui.forms.ask import Ask, Values
from diary.ui.forms.field import LEAST_BESIDE, Field, Row, UnclearError
from diary.ui.forms.making import make_field
from diary.ui.forms.specs import ASKS
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.wording import say


class FormCard(Card):
    """`show_form` makes the lines; `read` gives what they hold and what does not fit yet."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.rows: dict[str, Row] = {}
        self.more = Button(say("form.more"), "down", "link")
        self.more.clicked.connect(self._on_more)
        self._wants_more = False
        self._is_new = True
        self._names: dict[str, str] = {}
        self._begins: dict[str, object] = {}

    def show_form(self, store: Store, noun: Noun, values: Values, today: date, *, is_new: bool) -> None:
        """Makes the lines of a noun and shows the values of a record, or what a new one begins with."""
        self._clear()
        self._is_new = is_new
        for ask in ASKS[noun]:
            if (ask.only_new and not is_new) or (ask.only_kept and is_new):
                continue
            row = Row(make_field(store, noun, ask, today), say(ask.help) if ask.help else "")
            row.field.show_values(values)
            row.changed.connect(self._on_changed)
            self.rows[ask.name] = row
            self._names |= dict.fromkeys(ask.names, ask.name)
            self.body.addWidget(row)
        self.body.addWidget(self.more)
        self._begins = self.typed()
        self._fit()
        self._settle()

    def _clear(self) -> None:
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.body.removeWidget(self.more)
        self.rows, self._names, self._wants_more = {}, {}, False

    # --- which lines are shown

    def _settle(self) -> None:
        """Shows each line where it applies; folded ones once they are wanted or hold something."""
        known = self.known()
        folded = False
        for row in self.rows.values():
            ask = row.field.ask
            applies = ask.shown is None or ask.shown(known)
            waits = ask.more and (self._is_new or not ask.open_kept)
            waits = waits and not self._wants_more and row.field.typed() is None
            folded = folded or (applies and waits)
            row.setVisible(applies and not waits)
        self.more.setVisible(folded)

    def applies(self, ask: Ask) -> bool:
        """Whether a line is asked at all, given what the others say."""
        return ask.shown is None or ask.shown(self.known())

    def known(self) -> dict[str, object]:
        """The values that can be read now."""
        known: dict[str, object] = {}
        for row in self.rows.values():
            try:
                known |= row.field.values()
            except UnclearError:
                known |= dict.fromkeys(row.field.ask.names)
        return known

    @Slot()
    def _on_more(self) -> None:
        hidden = [row for row in self.rows.values() if row.isHidden()]
        self._wants_more = True
        self._settle()
        first = next((row for row in hidden if not row.isHidden()), None)
        if first is not None:
            first.field.setFocus()

    @Slot(object)
    def _on_changed(self, _field: Field) -> None:
        self._settle()
        self.edited.emit()

    # --- reading

    def read(self) -> tuple[dict[str, object], dict[str, str]]:
        """Values of the lines that apply, and sentences by line for those that cannot be kept so."""
        values: dict[str, object] = {}
        problems: dict[str, str] = {}
        for name, row in self.rows.items():
            ask = row.field.ask
            if not self.applies(ask):
                continue
            try:
                found = row.field.values()
            except UnclearError as error:
                problems[name] = str(error)
                continue
            if ask.needed and found[name] in (None, ""):
                problems[name] = say("form.needed")
            values |= found
        return values, problems

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Says beside each line what does not fit, and goes to the first; () takes all away."""
        by_row = {self._names.get(name, name): words for name, words in problems.items()}
        for name, row in self.rows.items():
            row.set_problem(by_row.get(name, ""))
            if name in by_row:
                row.show()
        first = next((row for name, row in self.rows.items() if name in by_row), None)
        if first is not None:
            first.field.setFocus()

    def has_line(self, name: str) -> bool:
        """Whether a field of the record stands in a line that is asked."""
        row = self.rows.get(self._names.get(name, name))
        return row is not None and self.applies(row.field.ask)

    def typed(self) -> dict[str, object]:
        """What stands in each line, as JSON values; empty lines are left out."""
        typed = {name: row.field.typed() for name, row in self.rows.items()}
        return {name: one for name, one in typed.items() if one is not None}

    def changed(self) -> dict[str, object]:
        """What a draft keeps: of a kept record the lines typed in, None where emptied; else all lines."""
        now = self.typed()
        if self._is_new:
            return now
        names = [name for name in self.rows if now.get(name) != self._begins.get(name)]
        return {name: now.get(name) for name in names}

    def show_values(self, values: Values, names: Collection[str]) -> None:
        """Shows a record's values in the lines of these fields; the others stay as they are."""
        for row in self.rows.values():
            if set(names).intersection(row.field.ask.names):
                row.field.show_values(values)
                self._begins[row.field.ask.name] = row.field.typed()
        self._settle()

    def labels(self, names: Collection[str]) -> list[str]:
        """What the lines of these fields are called, in order."""
        found = [row.field for row in self.rows.values()]
        return [one.label for one in found if set(names).intersection(one.ask.names)]

    def show_typed(self, typed: Mapping[str, object]) -> None:
        """Shows what a draft kept."""
        for name, row in self.rows.items():
            row.field.show_typed(typed.get(name))
        self._settle()

    def focus_first(self) -> None:
        """Goes to the first line that is empty; of a record that is kept, to the first."""
        shown = [row for row in self.rows.values() if not row.isHidden()]
        empty = (row for row in shown if self._is_new and row.field.typed() is None)
        row = next(empty, shown[0] if shown else None)
        if row is not None:
            row.field.setFocus()

    # --- room

    def _fit(self) -> None:
        beside = self.width() >= self.theme.px(LEAST_BESIDE)
        for row in self.rows.values():
            row.set_beside(beside=beside)

    def restyle(self) -> None:
        """Keep the labels at the text size."""
        super().restyle()
        if hasattr(self, "rows"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels stand beside their fields where there is room."""
        super().resizeEvent(event)
        self._fit()

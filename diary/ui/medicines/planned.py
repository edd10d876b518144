"""The medicines of every day, one by one: as planned, none of it, or another amount."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.medicines.day import NONE, OTHER, PLANNED, Regular
from diary.ui.medicines.dose_editor import AmountField
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.wording import say
from diary.wording.treatment_words import step_words


class PlannedRow(QWidget):
    """One medicine of every day; nothing is chosen beforehand."""

    said = Signal(object, object)
    """The row as it is shown, and what was said of it: PLANNED, NONE, or None for not answered."""

    amount_said = Signal(object, float, str)
    """The row as it is shown, the amount of the day and its unit."""

    def __init__(self, row: Regular) -> None:
        super().__init__()
        self.row = row
        name = row.treatment.name
        self._name = Label(name, "note_strong")
        self._plan = Label("", "note", "quiet")
        self.choice = SegmentedChoice(
            say("medicine.row", name=name),
            [
                (PLANNED, say("medicine.planned")),
                (NONE, say("medicine.none_of_it")),
                (OTHER, say("medicine.other")),
            ],
            clearable=True,
        )
        self.amount = AmountField(say("medicine.amount_of", name=name), row.treatment.unit)
        self.amount.setPlaceholderText(say("dose.amount"))
        self.choice.changed.connect(self._on_choice)
        self.amount.editingFinished.connect(self._on_amount)
        flow = FlowLayout(self, gap=8, line_gap=2)
        self._told = Label("", "note", "problem_ink", wrap=True)
        self._told.hide()
        for one in (self._name, self._plan, self.choice, self.amount, self._told):
            flow.addWidget(one)
        self.show_row(row)

    def show_row(self, row: Regular) -> None:
        """Shows what the diary holds; emits nothing."""
        self.row = row
        self._name.setText(row.treatment.name)
        self._plan.setText("" if row.step is None else step_words(row.step, row.treatment))
        waits = row.said is None and self.choice.value == OTHER
        blocker = QSignalBlocker(self.choice)
        self.choice.set_value(OTHER if waits else row.said)
        blocker.unblock()
        other = self.choice.value == OTHER
        self._told.setVisible(other and waits and bool(self._told.text()))
        self.amount.setVisible(other)
        if not waits:
            unit = row.treatment.unit if row.step is None else row.step.unit
            dose = row.dose if other else None
            self.amount.set_value(None if dose is None else dose.amount, unit if dose is None else dose.unit)

    @Slot(object)
    def _on_choice(self, value: object) -> None:
        self.amount.setVisible(value == OTHER)
        self._told.hide()
        if value == OTHER:
            self.amount.setFocus()
        elif isinstance(value, str) or self.row.dose is not None:
            self.said.emit(self.row, value)

    @property
    def told(self) -> str:
        """What is asked about the amount, "" where nothing."""
        return "" if self._told.isHidden() else self._told.text()

    @Slot()
    def _on_amount(self) -> None:
        typed = self.amount.value
        self._told.setText("" if self.amount.is_clear else self.amount.unclear)
        self._told.setVisible(not self.amount.is_clear and self.choice.value == OTHER)
        self.amount.setAccessibleDescription(self._told.text())
        if typed is None or self.choice.value != OTHER:
            return
        dose = self.row.dose
        if dose is None or (dose.amount, dose.unit) != typed:
            self.amount_said.emit(self.row, *typed)


class PlannedRows(QWidget):
    """All medicines of every day; a row stays the same widget while its medicine is there."""

    said = Signal(object, object)
    amount_said = Signal(object, float, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, PlannedRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_rows(self, rows: tuple[Regular, ...]) -> None:
        """Shows these medicines in their order."""
        for uid in set(self.rows) - {one.treatment.uid for one in rows}:
            gone = self.rows.pop(uid)
            self._column.removeWidget(gone)
            gone.deleteLater()
        for at, one in enumerate(rows):
            widget = self.rows.get(one.treatment.uid)
            if widget is None:
                widget = self.rows[one.treatment.uid] = PlannedRow(one)
                widget.said.connect(self.said)
                widget.amount_said.connect(self.amount_said)
            else:
                widget.show_row(one)
            self._column.insertWidget(at, widget)

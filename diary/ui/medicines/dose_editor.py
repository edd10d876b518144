"""One dose, new or recorded: its time, if known, and its amount with a unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from diary.models.care import Dose, Treatment
from diary.models.moments import Moment, day_of
from diary.store.store import Store
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.today.clock import moment_on
from diary.ui.today.time_field import TimeField, read_time
from diary.wording import say
from diary.wording.amounts import read_amount, typed_amount, unclear_words

WIDE, TALL = 120, 36
"""Size of the field for an amount, px at 100 %."""


class AmountField(QLineEdit):
    """An amount with its unit, typed as people write it: "50 mg", "0,5 ml", "1/2 piece"."""

    def __init__(self, name: str, unit: str = "") -> None:
        super().__init__()
        self.unit = unit
        self.setAccessibleName(name)
        self.setMaxLength(60)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_clear(self) -> bool:
        """Whether the words are an amount, or there are none."""
        return not self.text().strip() or read_amount(self.text()) is not None

    @property
    def unclear(self) -> str:
        """What is asked of words that are no amount."""
        return unclear_words(self.text(), "dose.amount_unclear")

    @property
    def value(self) -> tuple[float, str] | None:
        """The amount and its unit, or None where none is said."""
        return read_amount(self.text(), self.unit)

    def sizeHint(self) -> QSize:
        """Room for an amount and its unit, as high as a button, px."""
        theme = current()
        return QSize(theme.px(WIDE), theme.px(TALL))

    def minimumSizeHint(self) -> QSize:
        """As the size hint, px."""
        return self.sizeHint()

    def set_value(self, amount: float | None, unit: str) -> None:
        """Shows an amount; none leaves the field empty."""
        self.unit = unit
        self.setText("" if amount is None else typed_amount(amount, unit))


class DoseEditor(QWidget):
    """Edits one dose of a day; what is kept, removed or left goes out as signals."""

    kept = Signal(object)
    removed = Signal(object)
    closed = Signal()
    day_wanted = Signal(object)
    """The day before, which the typed time belongs to."""

    def __init__(self, store: Store, treatment: Treatment, day: date, dose: Dose | None) -> None:
        super().__init__()
        self._store = store
        self.treatment = treatment
        self._day = day
        self.dose = dose
        self._build()
        self._show()

    def _build(self) -> None:
        key = "dose.new" if self.dose is None else "dose.change"
        title = say(key, name=self.treatment.name)
        self.setAccessibleName(title)
        self.time = TimeField()
        self.time.setPlaceholderText(say("dose.time_hint"))
        self.time.setAccessibleName(say("dose.time"))
        self.amount = AmountField(say("dose.amount"))
        self.amount.setPlaceholderText(say("dose.amount_hint"))
        self.save = Button(say("dose.save"), kind="small")
        self.remove = Button(say("dose.remove"), "trash", "small")
        self.close_button = Button(say("dose.close"), kind="quiet")
        self._told = Label("", "note", "problem_ink", wrap=True)
        before = self._day - timedelta(days=1)
        self.open_before = Button(say("dose.open_day", day=day_words(before, "dddd")), kind="small")
        self.open_before.clicked.connect(self._on_open_before)
        self.save.clicked.connect(self.keep)
        self.time.returnPressed.connect(self.keep)
        self.amount.returnPressed.connect(self.keep)
        self.remove.clicked.connect(self._on_remove)
        self.close_button.clicked.connect(self.closed)
        fields = QWidget()
        flow = FlowLayout(fields, gap=6, line_gap=4)
        flow.addWidget(Label(say("dose.time"), "note", "quiet"))
        flow.addWidget(self.time)
        flow.addWidget(Label(say("dose.amount"), "note", "quiet"))
        flow.addWidget(self.amount)
        for button in (self.save, self.remove, self.close_button):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, "note_strong"))
        column.addWidget(fields)
        column.addWidget(self._told)
        column.addWidget(self.open_before, 0, Qt.AlignmentFlag.AlignLeading)
        self._told.hide()
        self.open_before.hide()

    def _show(self) -> None:
        dose = self.dose
        self.remove.setVisible(dose is not None)
        at = None if dose is None else dose.at
        if dose is None and self._day == self._store.today():
            at = self._store.now()
        if at is not None:
            self.time.set_time(at.local.hour, at.local.minute)
        if dose is None or (dose.amount is None and not dose.unit):
            self.amount.set_value(self.treatment.usual if dose is None else None, self.treatment.unit)
        else:
            self.amount.set_value(dose.amount, dose.unit)

    def take_over(self, typed: DoseEditor) -> None:
        """Shows what was typed for another day."""
        self.time.setText(typed.time.text())
        self.amount.setText(typed.amount.text())

    @Slot()
    def keep(self) -> None:
        """Gives out the dose as it stands in the fields, or says what cannot be read."""
        if self.time.text().strip() and not self.time.is_clear:
            self.tell(say("dose.time_unclear"), self.time)
            return
        if not self.amount.is_clear:
            self.tell(self.amount.unclear, self.amount)
            return
        at = self._at()
        if at is not None and self._is_ahead(at):
            self._tell_ahead()
            return
        amount, unit = self.amount.value or (None, self.amount.unit)
        dose = self.dose or Dose(uid=self._store.make_uid(), treatment=self.treatment.uid, day=self._day)
        self.kept.emit(replace(dose, at=at, amount=amount, unit=unit))

    def _at(self) -> Moment | None:
        """The typed time on this day; as it was kept where it reads the same."""
        typed = read_time(self.time.text())
        if typed is None:
            return None
        old = self.dose.at if self.dose is not None else None
        for one in (old, self._store.now()):
            same = one is not None and one.local.time().replace(second=0, microsecond=0) == typed
            if same and one is not None and (one is old or self._day == self._store.today()):
                return one
        return moment_on(self._store, self._day)(typed.hour * 60 + typed.minute)

    def _is_ahead(self, at: Moment) -> bool:
        now = self._store.now()
        if at.utc is not None and now.utc is not None:
            return at.utc > now.utc
        return at.local > now.local

    def _tell_ahead(self) -> None:
        from diary.storage import queries

        end = self._store.ask(queries.day_end)
        typed = datetime.combine(self._day, self.time.value)
        before_end = day_of(typed, end) == self._day - timedelta(days=1)
        words = say("dose.night", end=f"{end:%H:%M}") if before_end else say("dose.future")
        self.tell(words, self.time)
        self.open_before.setVisible(before_end)
        self.open_before.setAccessibleDescription(words)

    @Slot()
    def _on_open_before(self) -> None:
        self.day_wanted.emit(self._day - timedelta(days=1))

    def tell(self, words: str, field: QWidget) -> None:
        """Says beside the fields what to look at, and goes there."""
        self._told.setText(words)
        self._told.show()
        self.open_before.hide()
        field.setAccessibleDescription(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def told(self) -> str:
        """What is said beside the fields, "" where nothing."""
        return "" if self._told.isHidden() else self._told.text()

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self.dose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

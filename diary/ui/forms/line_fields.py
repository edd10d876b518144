"""Lines that are typed: words, dates, times and amounts."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout

from diary.models.codes import Unit
from diary.models.moments import Moment
from diary.models.rough import Rough
from diary.ui.forms.ask import Ask, Values, Way
from diary.ui.forms.choice_fields import Choice
from diary.ui.forms.field import LINE, Field, UnclearError
from diary.ui.forms.rough_words import read_rough, rough_words
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.ui.today.time_field import read_time
from diary.wording import say
from diary.wording.amounts import read_amount, read_unit, typed_number, unclear_words, unit_words

LONGEST = 500
FARTHEST = date(2199, 12, 31)
STRENGTHS = ("mg", "ug", "g", "units", "mg/ml")
TALL = 84
"""Height of a field for more than one line, px at 100 %."""


class Line(QLineEdit):
    """One line, as wide as what belongs in it; `entered` for Enter."""

    def __init__(self, name: str, wide: int = LINE) -> None:
        super().__init__()
        self._wide = wide
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        current().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.setMaximumWidth(current().px(self._wide))


class LineField(Field):
    """Words on one line."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        self.edit = Line(label, 2 * LINE)
        self.edit.textEdited.connect(self.tell_changed)
        self.setFocusProxy(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)

    def values(self) -> dict[str, object]:
        """The words, without room around them."""
        return {self.ask.name: self.edit.text().strip()}

    def show_values(self, values: Values) -> None:
        """Shows the words."""
        self.edit.setText(str(values.get(self.ask.name) or ""))

    def typed(self) -> object:
        """The words as typed."""
        return self.edit.text() or None

    def show_typed(self, typed: object) -> None:
        """Shows words again."""
        self.edit.setText(typed if isinstance(typed, str) else "")


class _Text(QPlainTextEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc belongs to the form."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class TextField(Field):
    """Words on several lines."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        self.edit = _Text()
        self.edit.setAccessibleName(label)
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._on_text)
        self._showing = False
        self.setFocusProxy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        self._fit()
        current().changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.edit.setFixedHeight(current().px(TALL))

    @Slot()
    def _on_text(self) -> None:
        if not self._showing:
            self.tell_changed()

    def _show(self, words: str) -> None:
        self._showing = True
        self.edit.setPlainText(words)
        self._showing = False

    def values(self) -> dict[str, object]:
        """The words, without room around them."""
        return {self.ask.name: self.edit.toPlainText().strip()}

    def show_values(self, values: Values) -> None:
        """Shows the words."""
        self._show(str(values.get(self.ask.name) or ""))

    def typed(self) -> object:
        """The words as typed."""
        return self.edit.toPlainText() or None

    def show_typed(self, typed: object) -> None:
        """Shows words again."""
        self._show(typed if isinstance(typed, str) else "")


class DateField(Field):
    """A date as far as it is known, typed in words or numbers, or chosen from a calendar.

    Of a `Way.DAY` only a whole and sure day is taken. What was understood stands beside it.
    """

    def __init__(self, ask: Ask, label: str, today: date) -> None:
        super().__init__(ask, label)
        self._today = today
        self._exact = ask.way is Way.DAY
        self.edit = Line(label, 250)
        self.edit.setPlaceholderText(say("form.day_hint" if self._exact else "form.rough_hint"))
        self.calendar = IconButton("history", say("form.calendar_of", label=label))
        self.understood = Label("", "note", "quiet")
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._tidy)
        self.calendar.clicked.connect(self._on_calendar)
        self.setFocusProxy(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 4)
        row.addWidget(self.calendar)
        row.addWidget(self.understood)
        row.addStretch(1)

    def _read(self) -> Rough | None:
        return read_rough(self.edit.text(), self._today)

    def values(self) -> dict[str, object]:
        """A date or a Rough, None where the line is empty; UnclearError for words that are no date."""
        if not self.edit.text().strip():
            return {self.ask.name: None}
        found = self._read()
        if found is None:
            raise UnclearError(say("form.date_unclear"))
        if self._exact and not found.is_exact:
            raise UnclearError(say("form.day_unclear"))
        return {self.ask.name: found.first if self._exact else found}

    def show_values(self, values: Values) -> None:
        """Shows a date in words."""
        value = values.get(self.ask.name)
        rough = Rough.of(value) if isinstance(value, date) else value
        self.edit.setText(rough_words(rough) if isinstance(rough, Rough) else "")
        self._tell()

    def typed(self) -> object:
        """The words as typed."""
        return self.edit.text() or None

    def show_typed(self, typed: object) -> None:
        """Shows words again."""
        self.edit.setText(typed if isinstance(typed, str) else "")
        self._tell()

    def _tell(self) -> None:
        found = self._read()
        words = "" if found is None else rough_words(found)
        self.understood.setText("" if words == self.edit.text().strip() else words)

    @Slot()
    def _on_edited(self) -> None:
        self._tell()
        self.tell_changed()

    @Slot()
    def _tidy(self) -> None:
        found = self._read()
        if found is not None:
            self.edit.setText(rough_words(found))
            self._tell()

    @Slot()
    def _on_calendar(self) -> None:
        from diary.ui.parts.calendar_popup import CalendarPopup

        found = self._read()
        popup = CalendarPopup(found.first if found else self._today, FARTHEST, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self._on_chosen)
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 4)))
        popup.show()
        popup.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(object)
    def _on_chosen(self, day: date) -> None:
        self.edit.setText(rough_words(Rough.of(day)))
        self._on_edited()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class ClockField(LineField):
    """A time of the day, or none."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        self.edit.setMaximumWidth(current().px(110))
        self.edit.setPlaceholderText(say("form.time_hint"))

    def values(self) -> dict[str, object]:
        """A time, None where the line is empty; UnclearError."""
        if not self.edit.text().strip():
            return {self.ask.name: None}
        found = read_time(self.edit.text())
        if found is None:
            raise UnclearError(say("form.time_unclear"))
        return {self.ask.name: found}

    def show_values(self, values: Values) -> None:
        """Shows the clock time of a moment, or a time."""
        value = values.get(self.ask.name)
        at = value.local.time() if isinstance(value, Moment) else value
        self.edit.setText(f"{at:%H:%M}" if isinstance(at, time) else "")


class AmountField(Field):
    """A number with comma or point and, where it has one, its unit: a code of `Unit` or an own word."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        self.edit = Line(label, 110)
        self.edit.textEdited.connect(self.tell_changed)
        self.setFocusProxy(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit)
        self.unit: QComboBox | None = None
        if ask.beside:
            self.unit = self._make_unit()
            row.addWidget(self.unit)
        row.addStretch(1)

    def _make_unit(self) -> QComboBox:
        unit = Choice()
        unit.setEditable(True)
        unit.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        unit.setAccessibleName(say("form.unit_of", label=self.label))
        unit.addItem("", "")
        for code in STRENGTHS if self.ask.strength else tuple(Unit):
            unit.addItem(unit_words(str(code)), str(code))
        unit.setCurrentIndex(0)
        line = unit.lineEdit()
        if line is not None:
            line.setPlaceholderText(say("form.unit_hint"))
            line.setAccessibleName(say("form.unit_of", label=self.label))
        unit.setMinimumWidth(current().px(150))
        unit.editTextChanged.connect(self.tell_changed)
        return unit

    def values(self) -> dict[str, object]:
        """A float or None, and the unit; UnclearError."""
        text, unit = self.edit.text().strip(), self._unit_code()
        found = read_amount(text, unit)
        if text and (found is None or (found[1] and self.unit is None)):
            raise UnclearError(unclear_words(text, "form.amount_unclear"))
        number, unit = found if found is not None else (None, unit)
        if number is not None and not unit and self.unit is not None and not self.ask.strength:
            raise UnclearError(say("form.unit_needed"))
        values: dict[str, object] = {self.ask.name: number}
        return {**values, self.ask.beside: unit} if self.unit is not None else values

    def _unit_code(self) -> str:
        return "" if self.unit is None else read_unit(self.unit.currentText())

    def show_values(self, values: Values) -> None:
        """Shows the number and its unit."""
        number = values.get(self.ask.name)
        self.edit.setText(typed_number(number) if isinstance(number, int | float) else "")
        self._show_unit(str(values.get(self.ask.beside) or ""))

    def _show_unit(self, code: str) -> None:
        if self.unit is None:
            return
        self.unit.blockSignals(True)
        at = self.unit.findData(code)
        self.unit.setCurrentIndex(at)
        self.unit.setEditText(self.unit.itemText(at) if at >= 0 else code)
        self.unit.blockSignals(False)

    def typed(self) -> object:
        """Number and unit as typed."""
        unit = self._unit_code()
        return [self.edit.text(), unit] if self.edit.text() or unit else None

    def show_typed(self, typed: object) -> None:
        """Shows number and unit again."""
        number, unit = typed if isinstance(typed, list) and len(typed) == 2 else ("", "")
        self.edit.setText(str(number))
        self._show_unit(str(unit))

"""A number with its unit, typed with a comma or a point; empty until answered."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.wording import say

_NUMBER = re.compile(r"^\s*([+-]?\d{1,9}(?:[.,]\d{1,6})?)\s*$")
DIGITS = 9
"""How many digits the field has room for."""


def read_number(text: str) -> float | None:
    """The number in "36,6" or "36.6"; None where it is none."""
    found = _NUMBER.match(text)
    return float(found[1].replace(",", ".")) if found else None


def number_words(number: float) -> str:
    """A number as it is typed, "36.6" or "37"."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


class _Line(QLineEdit):
    """Leaving shows what was understood."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes what was typed."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows what was understood and is not the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NumberField(QWidget):
    """The value is a number or None; what is no number, or outside `low` to `high`, is told at once.

    Such words stay in the field and change nothing: `problem` says why, `doubted` once the field is left.
    """

    changed = Signal(object)
    doubted = Signal(str)

    def __init__(
        self, label: str, unit: str = "", low: float | None = None, high: float | None = None
    ) -> None:
        super().__init__()
        self.theme = current()
        self._label = label
        self._name = say("factor.number_name", label=label, unit=unit) if unit else label
        self._bounds = (low, high)
        self._value: float | None = None
        self._settled: float | None = None
        self._build(unit)
        self._restyle()
        self._show()

    def _build(self, unit: str) -> None:
        self.line = _Line()
        self.line.setPlaceholderText(say("stepper.empty"))
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.unclear = Label("", "note", "problem_ink")
        self.line.textEdited.connect(self._on_typed)
        self.line.left.connect(self._on_left)
        self.theme.changed.connect(self._restyle)
        self.setFocusProxy(self.line)
        self.unclear.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(Label(unit, "note", "quiet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.unclear)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    @Slot()
    def _restyle(self) -> None:
        wide = self.theme.metrics("body").horizontalAdvance("0" * DIGITS)
        self.line.setFixedWidth(wide + self.theme.px(16))

    @property
    def value(self) -> float | None:
        """The number, or None while there is no answer."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Shows a number, or none; emits `changed` when that is a change."""
        self._keep(value)
        self._settle()

    @property
    def problem(self) -> str:
        """Why the words in the field cannot be kept, in words; "" where they can."""
        return self._problem(self.line.text())

    @property
    def label(self) -> str:
        """What it is called."""
        return self._label

    @property
    def typed(self) -> str:
        """The words in the field."""
        return self.line.text()

    def _keep(self, value: float | None) -> None:
        if value != self._value:
            self._value = value
            self._name_it()
            self.changed.emit(value)

    def _settle(self) -> None:
        """What is kept now is what stays while other words cannot be read."""
        self._settled = self._value
        self._show()

    def _show(self) -> None:
        self.line.setText("" if self._value is None else number_words(self._value))
        self._tell("")
        self._name_it()

    def _name_it(self) -> None:
        state = say("not_answered") if self._value is None else number_words(self._value)
        self.line.setAccessibleName(say("stepper.name", label=self._name, state=state))

    def _problem(self, text: str) -> str:
        """What is wrong with typed words, "" where they are a number that can be kept, or nothing."""
        number = read_number(text)
        if not text.strip():
            return ""
        if number is None:
            return say("factor.no_number")
        low, high = self._bounds
        if low is not None and number < low:
            return say("factor.too_low", low=number_words(low))
        if high is not None and number > high:
            return say("factor.too_high", high=number_words(high))
        return ""

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        problem = self._problem(text)
        self._keep(self._settled if problem else read_number(text))
        if not problem:
            self._tell("")

    @Slot()
    def _on_left(self) -> None:
        problem = self._problem(self.line.text())
        if problem:
            self._tell(problem)
        else:
            self._settle()

    def _tell(self, words: str) -> None:
        if words != self.unclear.text():
            self.doubted.emit(words)
        self.unclear.setText(words)
        self.unclear.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        self.updateGeometry()

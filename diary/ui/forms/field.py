"""The base of every line of a form: what is read from it, shown in it, and kept of it while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.ui.forms.ask import Ask, Values
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.painted import Label, Painted
from diary.wording import say

LABEL = 172
"""Width of the labels, px at 100 %."""
LEAST_BESIDE = 600
"""From this width on the label stands beside its field, px at 100 %."""
LINE = 400
"""Longest line to write in, px at 100 %."""


class UnclearError(ValueError):
    """What was typed cannot be read; its text says so kindly."""


class Field(QWidget):
    """Asks one thing. `values` gives the record's fields, `typed` what a draft keeps of it (JSON)."""

    changed = Signal()

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__()
        self.ask = ask
        self.label = label
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def values(self) -> dict[str, object]:
        """The record's fields by name, None where nothing was said; UnclearError."""
        raise NotImplementedError

    def show_values(self, values: Values) -> None:
        """Shows the fields of a record; emits nothing."""
        raise NotImplementedError

    def typed(self) -> object:
        """What stands in the field as JSON values; None where it is empty."""
        raise NotImplementedError

    def show_typed(self, typed: object) -> None:
        """Shows what a draft kept; emits nothing, and leaves out what it cannot show."""
        raise NotImplementedError

    @Slot()
    def tell_changed(self) -> None:
        """Something was changed by hand."""
        self.changed.emit()


class Row(Painted):
    """A field under or beside its label, with a line of help and, where something does not fit, a problem."""

    changed = Signal(object)

    def __init__(self, field: Field, help_text: str = "") -> None:
        super().__init__()
        self.field = field
        self.label = Label(field.label, "note_strong", wrap=True)
        self.help = Label(help_text, "note", "quiet", wrap=True)
        self.problem = Label("", "note_strong", "problem", wrap=True)
        self._announcer = Announcer(self)
        field.changed.connect(self._on_changed)
        self._right = QVBoxLayout()
        self._right.setSpacing(2)
        self._right.addWidget(field)
        self._right.addWidget(self.help)
        self._right.addWidget(self.problem)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(self._right, 1)
        self.help.setVisible(bool(help_text))
        self.problem.hide()
        self.setFocusProxy(field)

    def set_beside(self, *, beside: bool) -> None:
        """Puts the label beside the field, or over it where room is short."""
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setSpacing(self.theme.px(16 if beside else 4))
        top = self.theme.px(8) if beside else 0
        self.label.setContentsMargins(0, top, 0, 0)
        self.label.setMinimumWidth(self.theme.px(LABEL) if beside else 0)
        self.label.setMaximumWidth(self.theme.px(LABEL) if beside else 16777215)

    def set_problem(self, words: str) -> None:
        """Says beside the field what does not fit yet; "" takes it away."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if words:
            self._announcer.announce(
                say("form.problem_of", label=self.field.label, problem=words), urgent=True
            )

    @Slot()
    def _on_changed(self) -> None:
        if self.problem.text():
            self.set_problem("")
        self.changed.emit(self.field)

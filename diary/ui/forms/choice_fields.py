"""Lines that are chosen: one of several words, several, a number from 0 to 10, another record."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.ui.forms.ask import Ask, Values
from diary.ui.forms.field import LINE, Field, UnclearError
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.parts.stepper import Stepper
from diary.ui.theme import current
from diary.wording import say


def option_words(option: StrEnum) -> str:
    """A value of a closed list as it is read."""
    return say(f"record.{_snake(type(option).__name__)}.{option}")


def _snake(name: str) -> str:
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in name).lstrip("_")


class Choice(QComboBox):
    """A list that opens; the wheel scrolls the page and never changes what is chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChipRow(QWidget):
    """Chips that wrap; a list of words by key."""

    def __init__(self, options: Sequence[tuple[str, str]], label: str) -> None:
        super().__init__()
        self.chips: dict[str, Chip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(label)
        flow = FlowLayout(self, gap=6, line_gap=6)
        for key, words in options:
            chip = Chip(words)
            chip.setObjectName(key)
            chip.setAccessibleDescription(label)
            self.chips[key] = chip
            flow.addWidget(chip)
        if self.chips:
            self.setFocusProxy(next(iter(self.chips.values())))

    @property
    def keys(self) -> list[str]:
        """The keys of the chips that are on."""
        return [key for key, chip in self.chips.items() if chip.isChecked()]

    def show_keys(self, keys: Sequence[str]) -> None:
        """Turns these chips on and the others off."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)


class ChoiceField(Field):
    """One value of a closed list; pressing it again takes it back where it may stay open."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        assert ask.options is not None  # a choice has options
        self._options = ask.options
        self.row = ChipRow([(str(one), option_words(one)) for one in ask.options], label)
        for chip in self.row.chips.values():
            chip.clicked.connect(self._on_chip)
        self.setFocusProxy(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.row.show_keys([chip.objectName()] if chip.isChecked() else [])
            self.tell_changed()

    def values(self) -> dict[str, object]:
        """The value chosen, or None."""
        keys = self.row.keys
        return {self.ask.name: self._options(keys[0]) if keys else None}

    def show_values(self, values: Values) -> None:
        """Shows the value."""
        value = values.get(self.ask.name)
        self.row.show_keys([str(value)] if value is not None else [])

    def typed(self) -> object:
        """The key chosen."""
        return next(iter(self.row.keys), None)

    def show_typed(self, typed: object) -> None:
        """Shows a key again."""
        self.row.show_keys([typed] if isinstance(typed, str) else [])


class SeveralField(ChoiceField):
    """Any number of values of a closed list."""

    @Slot()
    def _on_chip(self) -> None:
        self.tell_changed()

    def values(self) -> dict[str, object]:
        """The values chosen, in the order of the list."""
        return {self.ask.name: tuple(self._options(key) for key in self.row.keys)}

    def show_values(self, values: Values) -> None:
        """Shows the values."""
        value = values.get(self.ask.name)
        self.row.show_keys([str(one) for one in value] if isinstance(value, tuple) else [])

    def typed(self) -> object:
        """The keys chosen."""
        return self.row.keys or None

    def show_typed(self, typed: object) -> None:
        """Shows keys again."""
        self.row.show_keys([str(one) for one in typed] if isinstance(typed, list) else [])


class YesNoField(Field):
    """Yes or no; no unless said otherwise."""

    def __init__(self, ask: Ask, label: str) -> None:
        super().__init__(ask, label)
        self.choice = SegmentedChoice(label, [("1", say("answers.yes")), ("0", say("answers.no"))], "0")
        self.choice.changed.connect(self.tell_changed)
        self.setFocusProxy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch(1)

    def values(self) -> dict[str, object]:
        """A bool."""
        return {self.ask.name: self.choice.value == "1"}

    def show_values(self, values: Values) -> None:
        """Shows a bool."""
        self.show_typed(bool(values.get(self.ask.name)))

    def typed(self) -> object:
        """A bool."""
        return self.choice.value == "1"

    def show_typed(self, typed: object) -> None:
        """Shows a bool again."""
        with QSignalBlocker(self.choice):
            self.choice.set_value("1" if typed is True else "0")


class NumberField(Field):
    """A whole number: a stepper, or a row from 0 to 10."""

    def __init__(self, ask: Ask, label: str, part: Stepper | SeverityRow) -> None:
        super().__init__(ask, label)
        self.part = part
        part.changed.connect(self.tell_changed)
        self.setFocusProxy(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(part, 1)
        if isinstance(part, Stepper):
            row.addStretch(1)

    def values(self) -> dict[str, object]:
        """The number, or None; UnclearError where words cannot be read as one."""
        if isinstance(self.part, Stepper) and self.part.problem:
            raise UnclearError(self.part.problem)
        return {self.ask.name: self.part.value}

    def show_values(self, values: Values) -> None:
        """Shows the number."""
        self.show_typed(values.get(self.ask.name))

    def typed(self) -> object:
        """The number."""
        return self.part.value

    def show_typed(self, typed: object) -> None:
        """Shows a number again."""
        with QSignalBlocker(self.part):
            self.part.set_value(typed if type(typed) is int else None)


class LinkField(Field):
    """Another record, by its name."""

    def __init__(self, ask: Ask, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(ask, label)
        self.choice = Choice()
        self.choice.setAccessibleName(label)
        self.choice.addItem(say("form.choose" if ask.needed else "form.no_link"), "")
        for uid, words in options:
            self.choice.addItem(words, uid)
        self.choice.setMaximumWidth(current().px(LINE))
        self.choice.currentIndexChanged.connect(self.tell_changed)
        self.setFocusProxy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 1)
        row.addStretch(1)

    def values(self) -> dict[str, object]:
        """The uid, or None."""
        return {self.ask.name: self.choice.currentData() or None}

    def show_values(self, values: Values) -> None:
        """Shows the record of a uid; one that is gone stays chosen, and says that it is gone."""
        uid = str(values.get(self.ask.name) or "")
        with QSignalBlocker(self.choice):
            if uid and self.choice.findData(uid) < 0:
                self.choice.addItem(say("form.link_gone"), uid)
            self.choice.setCurrentIndex(max(0, self.choice.findData(uid)))

    def typed(self) -> object:
        """The uid."""
        return self.choice.currentData() or None

    def show_typed(self, typed: object) -> None:
        """Shows a uid again."""
        self.show_values({self.ask.name: typed})

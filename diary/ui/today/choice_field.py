"""One of a few own words, as chips in a line that wraps; none until answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.wording import say

LONG, LEAST = 40, 64
"""Letters from which words take a second line or are cut; least width of a word, px."""


class Word(Chip):
    """One word of a choice."""

    leaves_arrows = True


class ChoiceField(QWidget):
    """The value is a word or None; a word of an earlier wording stands among the others where it is set.

    Pressing the chosen word again, or Delete, takes the answer back; arrows go from word to word.
    """

    changed = Signal(object)

    def __init__(self, label: str, choices: Sequence[str], *, show_label: bool = True) -> None:
        super().__init__()
        self._label = label
        self._choices = tuple(choices)
        self._value: str | None = None
        self.chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self)
        if show_label:
            self._flow.addWidget(Label(label, wrap=len(label) > LONG))
        self.setAccessibleName(label)
        for word in self._choices:
            self._add(word)
        self._name_them()

    def _add(self, word: str) -> None:
        chip = Word(word)
        chip.setMinimumWidth(LEAST)
        chip.setToolTip(word if len(word) > LONG else "")
        chip.clicked.connect(self._on_clicked)
        self.chips[word] = chip
        self._flow.addWidget(chip)
        chip.show()

    @property
    def value(self) -> str | None:
        """The chosen word, None while there is no answer."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Shows a word, or none; emits `changed` when that is a change."""
        if value is not None and value not in self.chips:
            self._add(value)
        was, self._value = self._value, value
        for word, chip in self.chips.items():
            chip.setChecked(word == value)
            chip.setVisible(word in self._choices or word == value)
        self._name_them()
        if was != value:
            self.changed.emit(value)

    def _name_them(self) -> None:
        """Tab goes to the chosen word, else to the first; each says what it answers."""
        entry = self._value if self._value is not None else next(iter(self.chips), None)
        for word, chip in self.chips.items():
            tab = word == entry
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
            chip.setAccessibleDescription(self._label)
            chip.setAccessibleName(say("stepper.name", label=self._label, state=word))
        if entry is not None:
            self.setFocusProxy(self.chips[entry])

    @Slot()
    def _on_clicked(self) -> None:
        word = next(word for word, chip in self.chips.items() if chip is self.sender())
        self.set_value(None if word == self._value else word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice; Delete takes it back."""
        ahead = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        words = [word for word, chip in self.chips.items() if not chip.isHidden()]
        if key in ahead and words:
            focused = next((at for at, word in enumerate(words) if self.chips[word].hasFocus()), 0)
            by = -ahead[key] if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else ahead[key]
            at = focused if self._value is None and by > 0 else focused + by
            word = words[at % len(words)]
            self.set_value(word)
            self.chips[word].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        else:
            super().keyPressEvent(event)

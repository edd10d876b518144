"""A yes or no that is neither until it is answered."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.wording import say

WORDS = {"1": "answers.yes", "0": "answers.no"}


class YesNo(QWidget):
    """The value is 1, 0 or None; Delete takes the answer back, as pressing it again does."""

    changed = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = SegmentedChoice(
            label, [(key, say(word)) for key, word in WORDS.items()], clearable=True
        )
        self._choice.changed.connect(self._on_changed)
        self.setFocusProxy(self._choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(label))
        row.addWidget(self._choice)
        row.addStretch(1)

    @property
    def value(self) -> int | None:
        """1 for yes, 0 for no, None while there is no answer."""
        return None if self._choice.value is None else int(self._choice.value)

    def set_value(self, value: int | None) -> None:
        """Shows an answer, or none."""
        self._choice.set_value(None if value is None else str(value))

    @Slot(object)
    def _on_changed(self, _key: object) -> None:
        self.changed.emit(self.value)

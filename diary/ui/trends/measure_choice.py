"""The choice of one measure for a face, kept for this computer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox

from diary.charts.value_words import name_words
from diary.insight.day_values import offered
from diary.ui.forms.choice_fields import Choice

if TYPE_CHECKING:
    from diary.insight.held import Held
    from diary.store.looks import Looks

LETTERS = 14
"""The choice is as wide as so many letters, whatever its words."""


class PlainChoice(Choice):
    """A list of words with keys."""

    def __init__(self, name: str, letters: int = LETTERS) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def offer(self, options: Sequence[tuple[object, str]], chosen: object) -> None:
        """Offer other words, `chosen` among them; silent."""
        blocker = QSignalBlocker(self)
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.setCurrentIndex(self.findData(chosen))
        blocker.unblock()


class MeasureChoice(PlainChoice):
    """Offers the measures with numbers; `measure_chosen` follows a choice of the person."""

    measure_chosen = Signal()

    def __init__(self, name: str, looks: Looks, kept_as: str, usual: str) -> None:
        super().__init__(name)
        self._looks = looks
        self._kept_as = kept_as
        self._usual = usual
        self.currentIndexChanged.connect(self._on_chosen)

    @property
    def code(self) -> str:
        """The measure chosen; empty where there is none."""
        found = self.currentData()
        return found if isinstance(found, str) else ""

    def offer_measures(self, held: Held) -> None:
        """Offer what the diary has: the one kept once, else the usual one, else the first."""
        codes = offered(held)
        wanted = (self._looks.value(self._kept_as, ""), self._usual)
        chosen = next((one for one in (*wanted, *codes) if one in codes), None)
        self.offer([(code, name_words(code, held.rows.measures)) for code in codes], chosen)
        self.setEnabled(bool(codes))

    def choose(self, code: str) -> None:
        """Choose a measure, where it is offered."""
        at = self.findData(code)
        if at >= 0:
            self.setCurrentIndex(at)

    @Slot(int)
    def _on_chosen(self, _at: int) -> None:
        if self.code:
            self._looks.set_value(self._kept_as, self.code)
            self.measure_chosen.emit()

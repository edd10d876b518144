"""Side effects and sessions of the day as chips, each of which opens its record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.models.care import Session, SideEffect
from diary.models.codes import Noun
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.wording import say
from diary.wording.treatment_words import session_words


class OtherChips(QWidget):
    """What else the day holds; `opened` names one record."""

    opened = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[tuple[Noun, str], Chip] = {}
        self._flow = FlowLayout(self, gap=6, line_gap=4)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.chips

    def show_day(self, effects: Sequence[SideEffect], sessions: Sequence[Session]) -> None:
        """Shows these side effects and sessions."""
        wanted: dict[tuple[Noun, str], tuple[str, str]] = {}
        for effect in effects:
            words = say("medicine.effect_chip", name=effect.name, severity=effect.severity)
            wanted[Noun.SIDE_EFFECT, effect.uid] = (words, say("medicine.effect_chip_name", words=words))
        for session in sessions:
            words = session_words(session)
            wanted[Noun.SESSION, session.uid] = (words, say("medicine.session_chip_name", words=words))
        for key in set(self.chips) - set(wanted):
            gone = self.chips.pop(key)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for key, (words, name) in wanted.items():
            chip = self.chips.get(key)
            if chip is None:
                chip = self.chips[key] = Chip("", checkable=False)
                chip.clicked.connect(self._on_chip)
                self._flow.addWidget(chip)
            chip.setText(words)
            chip.setAccessibleName(name)
            chip.updateGeometry()

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        for (noun, uid), one in self.chips.items():
            if one is chip:
                self.opened.emit(noun, uid)
                return

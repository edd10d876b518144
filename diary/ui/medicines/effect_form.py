"""A side effect of the day: a word, 0 to 10, and what the person connects it with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.models.care import SideEffect, Treatment
from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import SeverityRow
from diary.wording import say

LONGEST_NAME = 200
EARLIER = 6
"""How many words of earlier days are offered."""


class EffectForm(QWidget):
    """Asks for one side effect; `kept` gives it as a record without a change."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, uid: str, day: date, earlier: Sequence[str], treatments: Sequence[Treatment]) -> None:
        super().__init__()
        self._uid = uid
        self._day = day
        self.words: dict[str, Chip] = {}
        self.sources: dict[str, Chip] = {}
        self._treatments = treatments
        self._build(earlier[:EARLIER])

    def _build(self, earlier: Sequence[str]) -> None:
        self.setAccessibleName(say("medicine.effect_title"))
        self.name = QLineEdit()
        self.name.setAccessibleName(say("medicine.effect_name"))
        self.name.setPlaceholderText(say("medicine.effect_hint"))
        self.name.setMaxLength(LONGEST_NAME)
        self.severity = SeverityRow(
            say("medicine.effect_severity"),
            say("medicine.effect_low"),
            say("medicine.effect_high"),
            "plain",
        )
        words, sources, ways = QWidget(), QWidget(), QWidget()
        word_flow = FlowLayout(words, gap=6, line_gap=4)
        source_flow, way_flow = FlowLayout(sources, gap=6, line_gap=4), FlowLayout(ways, gap=6, line_gap=4)
        for word in earlier:
            self.words[word] = chip = Chip(word)
            chip.clicked.connect(self._on_word)
            word_flow.addWidget(chip)
        source_flow.addWidget(Label(say("medicine.effect_from"), "note", "quiet"))
        unsure = [("", say("medicine.effect_unsure"))]
        for key, word in [*((one.uid, one.name) for one in self._treatments), *unsure]:
            self.sources[key] = chip = Chip(word)
            chip.setObjectName(key)
            chip.clicked.connect(self._on_source)
            source_flow.addWidget(chip)
        self.save = Button(say("medicine.effect_save"), kind="small")
        self.close_button = Button(say("dose.close"), kind="quiet")
        self._told = Label("", "note", "problem_ink", wrap=True)
        self.name.textEdited.connect(self._on_typed)
        self.name.returnPressed.connect(self.keep)
        self.save.clicked.connect(self.keep)
        self.close_button.clicked.connect(self.closed)
        way_flow.addWidget(self.save)
        way_flow.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (Label(say("medicine.effect_title"), "note_strong"), self.name, words, self.severity):
            column.addWidget(part)
        for part in (sources, self._told, ways):
            column.addWidget(part)
        words.setVisible(bool(earlier))
        self._told.hide()

    @property
    def told(self) -> str:
        """What is said above the buttons, "" where nothing."""
        return "" if self._told.isHidden() else self._told.text()

    @Slot()
    def keep(self) -> None:
        """Gives out the side effect, or says what it still needs."""
        name, severity = self.name.text().strip(), self.severity.value
        if not name or severity is None:
            field: QWidget = self.severity if name else self.name
            self._told.setText(say("medicine.effect_needs_number" if name else "medicine.effect_needs_name"))
            self._told.show()
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        source = next((key for key, chip in self.sources.items() if chip.isChecked() and key), None)
        self.kept.emit(
            SideEffect(uid=self._uid, day=self._day, name=name, severity=severity, treatment=source)
        )

    @Slot()
    def _on_word(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.name.setText(chip.text())
            self._on_typed(chip.text())
            self.severity.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        for word, chip in self.words.items():
            chip.setChecked(word == text.strip())

    @Slot()
    def _on_source(self) -> None:
        chosen = self.sender()
        for chip in self.sources.values():
            chip.setChecked(chip is chosen and chip.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

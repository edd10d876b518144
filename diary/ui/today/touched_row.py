"""What hurts by touching, where touch hurts: clothes, bedsheet, brushing, pressure."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.models.codes import TouchedBy
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.wording import say


class TouchedRow(QWidget):
    """Four chips of which any number is on; `changed` gives those, in their order."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("touched")
        self.chips: dict[TouchedBy, Chip] = {}
        flow = FlowLayout(self, gap=6, line_gap=6)
        flow.addWidget(Label(say("quality.touch"), "note", "quiet"))
        for one in TouchedBy:
            chip = Chip(say(f"quality.touch.{one}"))
            chip.setAccessibleName(say("quality.touch.from", what=chip.text()))
            chip.clicked.connect(self._on_chip)
            self.chips[one] = chip
            flow.addWidget(chip)

    def show_what(self, what: Collection[TouchedBy], *, carried: bool) -> None:
        """Shows what is told; emits nothing."""
        for one, chip in self.chips.items():
            chip.setChecked(one in what)
            chip.set_carried(carried and one in what)

    @Slot()
    def _on_chip(self) -> None:
        self.changed.emit(tuple(one for one, chip in self.chips.items() if chip.isChecked()))

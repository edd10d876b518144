"""Electric-shock attacks: none in one tap, or how many, and then how long one lasted."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from diary.models.records import Measure
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.stepper import Stepper
from diary.ui.today.fields import labelled, name_of
from diary.ui.today.seconds import SecondsStepper
from diary.wording import say


class AttacksRow(QWidget):
    """`count` and `length` are the controls of two measures; a length is asked once there was an attack."""

    def __init__(self, count: Measure, length: Measure) -> None:
        super().__init__()
        most = int(count.high) if count.high is not None else 999
        self.count = Stepper(name_of(count), most=most, start=1)
        self.length = SecondsStepper(name_of(length))
        self.none = Chip(say("factor.no_attacks"), icon="plus")
        self._length_room = labelled(say("factor.each_about"), self.length)
        flow = FlowLayout(self, gap=6, line_gap=4)
        flow.addWidget(Label(name_of(count)))
        flow.addWidget(self.none)
        flow.addWidget(self.count)
        flow.addWidget(self._length_room)
        self.none.clicked.connect(self._on_none)
        self.count.changed.connect(self._on_count)
        self._on_count(None)

    @property
    def asks_length(self) -> bool:
        """Whether the length of one attack is asked."""
        return not self._length_room.isHidden()

    @Slot()
    def _on_none(self) -> None:
        self.count.set_value(None if self.count.value == 0 else 0)

    @Slot(object)
    def _on_count(self, count: object) -> None:
        self.none.setChecked(count == 0)
        self._length_room.setVisible(bool(count))
        if not count:
            self.length.set_value(None)

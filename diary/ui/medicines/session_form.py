"""A session of therapy on the day: what kind, and how long."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.models.care import Session
from diary.models.codes import SessionKind
from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.stepper import Stepper
from diary.wording import say

LONGEST_NAME = 200
STEP_MIN, START_MIN, MOST_MIN = 5, 30, 24 * 60


class SessionForm(QWidget):
    """Asks for one session; `kept` gives it as a record without a change."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, uid: str, day: date) -> None:
        super().__init__()
        self._uid = uid
        self._day = day
        self.kinds: dict[SessionKind, Chip] = {}
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(say("medicine.session_title"))
        kinds, ways = QWidget(), QWidget()
        kind_flow, way_flow = FlowLayout(kinds, gap=6, line_gap=4), FlowLayout(ways, gap=6, line_gap=4)
        for kind in SessionKind:
            self.kinds[kind] = chip = Chip(say(f"treatments.session.{kind}"))
            chip.setAccessibleDescription(say("medicine.session_kind"))
            chip.clicked.connect(self._on_kind)
            kind_flow.addWidget(chip)
        self.name = QLineEdit()
        self.name.setAccessibleName(say("medicine.session_name"))
        self.name.setPlaceholderText(say("medicine.session_name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.minutes = Stepper(
            say("medicine.session_minutes"), most=MOST_MIN, step=STEP_MIN, start=START_MIN, minutes=True
        )
        self.save = Button(say("medicine.session_save"), kind="small")
        self.close_button = Button(say("dose.close"), kind="quiet")
        self._told = Label("", "note", "problem_ink", wrap=True)
        self.name.returnPressed.connect(self.keep)
        self.save.clicked.connect(self.keep)
        self.close_button.clicked.connect(self.closed)
        length = Label(say("medicine.session_minutes"), "note", "quiet")
        for part in (length, self.minutes, self.save, self.close_button):
            way_flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = Label(say("medicine.session_title"), "note_strong")
        for one in (title, kinds, self.name, self._told, ways):
            column.addWidget(one)
        self.name.hide()
        self._told.hide()

    @property
    def kind(self) -> SessionKind | None:
        """The kind that is chosen, or None."""
        return next((kind for kind, chip in self.kinds.items() if chip.isChecked()), None)

    @property
    def told(self) -> str:
        """What is said above the buttons, "" where nothing."""
        return "" if self._told.isHidden() else self._told.text()

    @Slot()
    def keep(self) -> None:
        """Gives out the session, or says that a kind is needed."""
        kind = self.kind
        if kind is None:
            self._told.setText(say("medicine.session_needs_kind"))
            self._told.show()
            self.kinds[SessionKind.PHYSIOTHERAPY].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.minutes.problem:
            self._told.setText(self.minutes.problem)
            self._told.show()
            self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        name = self.name.text().strip() if kind is SessionKind.OTHER else ""
        self.kept.emit(
            Session(uid=self._uid, kind=kind, day=self._day, name=name, minutes=self.minutes.value)
        )

    @Slot()
    def _on_kind(self) -> None:
        chosen = self.sender()
        for chip in self.kinds.values():
            chip.setChecked(chip is chosen and chip.isChecked())
        self.name.setVisible(self.kind is SessionKind.OTHER)
        if self.kind is SessionKind.OTHER:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

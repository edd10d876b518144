"""The form of one own tracker: its name, what kind of answer it takes, and the words for that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from diary.models.codes import MeasureKind
from diary.models.records import Measure
from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.settings.trackers import KINDS, Told, read_choices
from diary.wording import say

FIELDS = {
    MeasureKind.SCALE: ("low", "high"),
    MeasureKind.NUMBER: ("unit",),
    MeasureKind.CHOICE: ("choices",),
}
"""What each kind asks besides its name."""


class TrackerForm(QWidget):
    """`kept` gives what was typed; `left` asks to close it. Of a tracker that exists, kind and unit stay."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, tracker: Measure | None = None) -> None:
        super().__init__()
        self.tracker = tracker
        self.kind = MeasureKind.SCALE if tracker is None else tracker.kind
        self.fields = {key: QLineEdit() for key in ("name", "low", "high", "unit", "choices")}
        self.kinds = {one: Chip(say(f"tracker.kind.{one}")) for one in KINDS}
        self.problem = Label("", "note", "problem_ink", wrap=True)
        self._build()
        if tracker is not None:
            self._fill(tracker)
        self._show_kind()

    def _build(self) -> None:
        self.keep = Button(say("tracker.keep"), "check")
        self.leave = Button(say("tracker.leave"), kind="quiet")
        self._rows: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        for key, field in self.fields.items():
            row = self._rows[key] = QWidget()
            inside = QVBoxLayout(row)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(2)
            words = say(f"tracker.{key}")
            field.setAccessibleName(words)
            field.setPlaceholderText(say(f"tracker.{key}_enter"))
            field.setMinimumHeight(34)
            inside.addWidget(Label(words, "note", "quiet"))
            inside.addWidget(field)
            column.addWidget(row)
            if key == "name":
                column.addWidget(self._kind_row())
        column.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.problem.hide()
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.fields["name"])

    def _kind_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(Label(say("tracker.kind"), "note", "quiet"))
        for chip in self.kinds.values():
            chip.clicked.connect(self._on_kind)
            chip.setAccessibleDescription(say("tracker.kind"))
            flow.addWidget(chip)
        row.setVisible(self.tracker is None)
        return row

    def _fill(self, tracker: Measure) -> None:
        words = {
            "name": tracker.label,
            "low": tracker.low_words,
            "high": tracker.high_words,
            "unit": tracker.unit,
            "choices": ", ".join(tracker.choices),
        }
        for key, text in words.items():
            self.fields[key].setText(text or "")

    def _show_kind(self) -> None:
        asked = FIELDS.get(self.kind, ())
        for key, row in self._rows.items():
            fixed = key == "unit" and self.tracker is not None
            row.setVisible(key == "name" or (key in asked and not fixed))
        for kind, chip in self.kinds.items():
            chip.setChecked(kind is self.kind)

    @property
    def told(self) -> Told:
        """What is typed."""
        text = {key: field.text().strip() for key, field in self.fields.items()}
        asked = FIELDS.get(self.kind, ())
        return Told(
            label=text["name"],
            kind=self.kind,
            unit=text["unit"] if "unit" in asked else "",
            low_words=text["low"] if "low" in asked else "",
            high_words=text["high"] if "high" in asked else "",
            choices=read_choices(text["choices"]) if "choices" in asked else (),
        )

    def tell(self, words: str) -> None:
        """Says what stands in the way, and goes to where it can be put right."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        in_words = self.kind is MeasureKind.CHOICE and bool(self.told.label)
        field = self.fields["choices" if in_words else "name"]
        field.setAccessibleDescription(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_kind(self) -> None:
        self.kind = next(kind for kind, chip in self.kinds.items() if chip is self.sender())
        self._show_kind()

    @Slot()
    def _on_keep(self) -> None:
        self.kept.emit(self.told)

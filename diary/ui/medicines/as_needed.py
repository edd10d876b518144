"""Medicines taken when needed: one tap records a dose now; each dose of the day can be opened again."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.models.care import Dose
from diary.ui.medicines.day import AsNeeded
from diary.ui.medicines.words import dose_name, dose_time, dose_words
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.wording import say, say_n


class NeededRow(QWidget):
    """One medicine: its button, another way, and the doses of the day with their count."""

    tapped = Signal(str)
    """A dose of the treatment of that uid, now, in its usual amount."""

    other_wanted = Signal(str)
    dose_opened = Signal(str, str)
    """The uid of the treatment and that of its dose."""

    def __init__(self, row: AsNeeded) -> None:
        super().__init__()
        self.row = row
        self.chips: dict[str, Chip] = {}
        self.add = Chip(dose_name(row.treatment), icon="plus", checkable=False)
        self.other = IconButton("down", say("dose.other", name=row.treatment.name))
        self.count = Label("", "note", "quiet")
        self.add.clicked.connect(self._on_add)
        self.other.clicked.connect(self._on_other)
        self._flow = FlowLayout(self, gap=4, line_gap=4)
        for one in (self.add, self.other, self.count):
            self._flow.addWidget(one)

    def show_row(self, row: AsNeeded, *, past: bool) -> None:
        """Shows what the diary holds of a day; `past` where it is not today."""
        self.row = row
        self.add.setText(dose_name(row.treatment))
        self.add.setAccessibleName(say("dose.add_name", words=dose_name(row.treatment)))
        self.add.updateGeometry()
        self.other.set_words(say("dose.other", name=row.treatment.name))
        n = len(row.doses)
        self.count.setText(say_n("dose.count_past" if past else "dose.count", n) if n else "")
        self.count.setVisible(bool(n))
        self._show_chips(row.doses)

    def sizeHint(self) -> QSize:
        """All in one line, px; in less room it breaks."""
        shown = [one.sizeHint() for one in self._parts() if not one.isHidden()]
        gaps = 4 * max(len(shown) - 1, 0)
        return QSize(
            sum(one.width() for one in shown) + gaps, max((one.height() for one in shown), default=0)
        )

    def _parts(self) -> list[QWidget]:
        return [self.add, self.other, self.count, *self.chips.values()]

    def _show_chips(self, doses: tuple[Dose, ...]) -> None:
        had_focus = any(one.hasFocus() for one in self.chips.values())
        for uid in set(self.chips) - {one.uid for one in doses}:
            gone = self.chips.pop(uid)
            if gone.hasFocus():
                self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        times = Counter(dose_time(one) for one in doses)
        for dose in doses:
            chip = self.chips.get(dose.uid)
            if chip is None:
                chip = self.chips[dose.uid] = Chip("", checkable=False)
                chip.setObjectName(dose.uid)
                chip.clicked.connect(self._on_chip)
            else:
                self._flow.removeWidget(chip)
            words = dose_words(dose, self.row.treatment, with_amount=times[dose_time(dose)] > 1)
            chip.setText(words)
            chip.setAccessibleName(say("dose.one_name", words=words, name=self.row.treatment.name))
            self._flow.addWidget(chip)  # again, so that they stand in the order of their times
            chip.show()
        if had_focus and not any(one.hasFocus() for one in self.chips.values()):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_add(self) -> None:
        self.tapped.emit(self.row.treatment.uid)

    @Slot()
    def _on_other(self) -> None:
        self.other_wanted.emit(self.row.treatment.uid)

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.dose_opened.emit(self.row.treatment.uid, chip.objectName())


class NeededRows(QWidget):
    """All medicines taken when needed, set like words; "Nothing as needed" stands at the end."""

    tapped = Signal(str)
    other_wanted = Signal(str)
    dose_opened = Signal(str, str)

    def __init__(self, nothing: QWidget) -> None:
        super().__init__()
        self.rows: dict[str, NeededRow] = {}
        self._nothing = nothing
        self._flow = FlowLayout(self, gap=8, line_gap=4)
        self._flow.addWidget(Label(say("dose.as_needed"), "note", "quiet"))
        self._flow.addWidget(nothing)

    def show_rows(self, rows: tuple[AsNeeded, ...], *, past: bool) -> None:
        """Shows these medicines in their order."""
        for uid in set(self.rows) - {one.treatment.uid for one in rows}:
            gone = self.rows.pop(uid)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for one in rows:
            widget = self.rows.get(one.treatment.uid)
            if widget is None:
                widget = self.rows[one.treatment.uid] = NeededRow(one)
                widget.tapped.connect(self.tapped)
                widget.other_wanted.connect(self.other_wanted)
                widget.dose_opened.connect(self.dose_opened)
                self._flow.addWidget(widget)
            widget.show_row(one, past=past)
        self._flow.removeWidget(self._nothing)
        self._flow.addWidget(self._nothing)

"""The selected place: how bad it is there, how it feels, how deep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.models.codes import SENSATIONS, Depth, Quality
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.theme import current
from diary.ui.today.sitting import Place
from diary.wording import say

LONGEST_WORD = 60
LABEL = 116
"""Width of the rows' labels, px at 100 %: "Pain here" beside the way back to no answer."""


def swatch(quality: str) -> Callable[[QPainter, QRectF], None]:
    """Paints the pattern of a quality as the figure shows it."""

    def paint(painter: QPainter, where: QRectF) -> None:
        from diary.ui.body import painter as body_painter

        ratio = painter.device().devicePixelRatioF()
        colours = current().palette
        image = body_painter.swatch(quality, colours, size=round(where.width()), ratio=ratio)
        painter.drawImage(where, image)

    return paint


class PlaceEditor(QWidget):
    """Edits one place; `changed` gives the place as it is now."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._chips: dict[str, Chip] = {}
        self._own_chips: list[Chip] = []
        self._build()

    def _build(self) -> None:
        self.severity = SeverityRow(
            say("today.how_bad"),
            say("measure.pain.low"),
            say("measure.pain.high_short"),
            label_width=LABEL,
        )
        self.depth_choice = SegmentedChoice(
            say("today.depth"),
            [(str(one), say(f"today.{one}")) for one in Depth],
            clearable=True,
        )
        self._flow_room = QWidget()
        self._flow = FlowLayout(self._flow_room, gap=6, line_gap=6)
        for quality in Quality:
            chip = Chip(say(f"quality.{quality}"), swatch=swatch(quality))
            chip.setObjectName(quality)
            chip.clicked.connect(self._on_chip)
            self._chips[quality] = chip
            self._flow.addWidget(chip)
        self.own_word = Chip(say("today.own_word"), icon="plus", checkable=False)
        self._own_field = QLineEdit()
        self._own_field.setMaxLength(LONGEST_WORD)
        self._own_field.setPlaceholderText(say("today.own_word_enter"))
        self._own_field.setAccessibleName(say("today.own_word"))
        self._own_field.hide()
        self._flow.addWidget(self.own_word)
        self._flow.addWidget(self._own_field)
        self._flow.addWidget(self.depth_choice)
        self.strengths: dict[str, SeverityRow] = {}
        for sensation in SENSATIONS:
            row = SeverityRow(
                say(f"quality.{sensation}"),
                say("today.strength_low"),
                say("today.strength_high"),
                "plain",
                label_width=LABEL,
            )
            row.setObjectName(sensation)
            row.hide()
            row.changed.connect(self._on_strength)
            self.strengths[sensation] = row
        self.severity.changed.connect(self._on_severity)
        self.depth_choice.changed.connect(self._on_depth)
        self.own_word.clicked.connect(self._on_own_word)
        self._own_field.returnPressed.connect(self._on_own_word_entered)
        self._own_field.editingFinished.connect(self._on_own_word_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.severity)
        column.addWidget(self._flow_room)
        for row in self.strengths.values():
            column.addWidget(row)

    def least_height(self, width: int) -> int:
        """Height in px at `width` px for a place without strengths of its own."""
        return self.severity.heightForWidth(width) + 8 + self._flow.heightForWidth(width)

    def show_place(self, place: Place) -> None:
        """Shows a place; emits nothing."""
        self._place = None
        hint = "" if place.last_severity is None else say("today.last_time", severity=place.last_severity)
        self.severity.set_hint(hint)
        self.severity.set_value(place.severity)
        self.depth_choice.set_value(None if place.depth is None else str(place.depth))
        for code, chip in self._chips.items():
            chip.setChecked(place.has_quality(code))
            chip.set_carried(place.carried and place.has_quality(code))
        for code, row in self.strengths.items():
            row.set_value(place.strength(code))
            row.setVisible(place.has_quality(code))
        self._show_own_words(place)
        self._place = place

    def _show_own_words(self, place: Place) -> None:
        for chip in self._own_chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._own_chips.clear()
        for word in (one.own_word for one in place.qualities if one.own_word):
            chip = Chip(word, swatch=swatch("own"))
            chip.setChecked(True)
            chip.set_carried(place.carried)
            chip.clicked.connect(self._on_own_chip)
            self._own_chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.removeWidget(self.depth_choice)
        self._flow.addWidget(self.depth_choice)

    def _tell(self, place: Place) -> None:
        self._place = place
        self.changed.emit(place)

    @Slot(object)
    def _on_severity(self, value: int | None) -> None:
        if self._place is not None and value != self._place.severity:
            # A number given today confirms the place it is given for.
            carried = self._place.carried and value is None
            self._tell(replace(self._place, severity=value, carried=carried))

    @Slot(object)
    def _on_strength(self, value: int | None) -> None:
        row = self.sender()
        if self._place is None or not isinstance(row, SeverityRow):
            return
        code = row.objectName()
        if value != self._place.strength(code):
            carried = self._place.carried and value is None
            self._tell(replace(self._place.with_strength(code, value), carried=carried))

    @Slot(object)
    def _on_depth(self, value: str | None) -> None:
        if self._place is not None:
            self._tell(replace(self._place, depth=None if value is None else Depth(value)))

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if self._place is not None and isinstance(chip, Chip):
            self._tell(self._place.with_quality(chip.objectName()))

    @Slot()
    def _on_own_chip(self) -> None:
        chip = self.sender()
        if self._place is not None and isinstance(chip, Chip):
            self._tell(self._place.with_quality(None, chip.text()))

    @Slot()
    def _on_own_word(self) -> None:
        self.own_word.hide()
        self._own_field.show()
        self._own_field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_own_word_entered(self) -> None:
        word = " ".join(self._own_field.text().split())
        self._own_field.clear()
        if self._place is not None and word and not self._place.has_quality(None, word):
            self._tell(self._place.with_quality(None, word))

    def finish_typing(self) -> None:
        """Takes an own word that was typed and not entered."""
        if not self._own_field.isHidden():
            self._on_own_word_entered()

    @Slot()
    def _on_own_word_left(self) -> None:
        self._on_own_word_entered()
        had_focus = self._own_field.hasFocus()
        self.own_word.show()
        if had_focus:
            self.own_word.setFocus(Qt.FocusReason.OtherFocusReason)
        self._own_field.hide()

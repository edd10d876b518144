"""The selected place: how bad it is there, how it feels and how strongly, how deep, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from diary.anatomy.naming import quality_name
from diary.models.codes import SENSATIONS, Depth, Quality, TouchedBy
from diary.models.records import AreaQuality
from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.theme import current
from diary.ui.today.place import Place
from diary.ui.today.time_field import TimeField
from diary.ui.today.touched_row import TouchedRow
from diary.wording import say

LONGEST_WORD = 200
WIDEST_CHIP = 260
"""Widest chip of an own word, px at 100 %: a longer word is told whole beside the pointer."""
GAP = 6
"""Room between the rows, px."""
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


def _tells_strength(quality: AreaQuality, place: Place) -> bool:
    """Whether a strength is asked at once: what may be there without pain, where no pain is told."""
    return quality.code in SENSATIONS and place.severity is None


class PlaceEditor(QWidget):
    """Edits one place; `changed` gives the place as it is now."""

    changed = Signal(object)
    row_made = Signal(object)
    """A row for a strength was made."""

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
        self.how_strong = Button(say("today.how_strong"), kind="link")
        self.how_strong.setAccessibleName(say("today.how_strong_name"))
        self._flow.addWidget(self.depth_choice)
        self._flow.addWidget(self.how_strong)
        self.strengths: dict[str, SeverityRow] = {}
        """The rows made so far, by the quality's code or own word."""
        self._opened: str | None = None
        self.touched = TouchedRow()
        self.time = TimeField()
        self._time_row = QWidget()
        self._no_time = IconButton("close", say("today.place_time_clear"), size=14)
        self.severity.changed.connect(self._on_severity)
        self.depth_choice.changed.connect(self._on_depth)
        self.own_word.clicked.connect(self._on_own_word)
        self._own_field.returnPressed.connect(self._on_own_word_entered)
        self._own_field.editingFinished.connect(self._on_own_word_left)
        self.how_strong.clicked.connect(self._on_how_strong)
        self.touched.changed.connect(self._on_touched)
        self.time.changed.connect(self._on_time)
        self._no_time.clicked.connect(self._on_no_time)
        self._build_time_row()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.severity)
        self._column.addWidget(self._flow_room)
        self.touched.hide()
        self._column.addWidget(self.touched)
        self._column.addWidget(self._time_row)

    def _build_time_row(self) -> None:
        row = QHBoxLayout(self._time_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(say("today.place_at"), "note", "quiet"))
        row.addWidget(self.time)
        row.addWidget(self._no_time)
        row.addStretch(1)
        self._time_row.hide()

    def least_height(self, width: int) -> int:
        """Height in px at `width` px for a place without strengths of its own.

        What touches is asked below it: the figure keeps its size, and the page scrolls a line further.
        """
        parts = (*self._chips.values(), self.own_word, self.depth_choice, self.how_strong)
        return self.severity.heightForWidth(width) + GAP + self._flow.height_of(parts, width)

    def strength_height(self, width: int) -> int:
        """Height in px at `width` px of a row for a strength with the gap above it."""
        return GAP + self.severity.heightForWidth(width) - self.severity.anchors_height()

    def show_place(self, place: Place) -> None:
        """Shows a place; emits nothing."""
        self._place = None
        if place.uid != self._opened:
            self._opened = None
        hint = "" if place.last_severity is None else say("today.last_time", severity=place.last_severity)
        self.severity.set_hint(hint)
        self.severity.set_value(place.severity)
        self.depth_choice.set_value(None if place.depth is None else str(place.depth))
        self.depth_choice.set_carried(place.carried)
        for code, chip in self._chips.items():
            chip.setChecked(place.has_quality(code))
            chip.set_carried(place.carried and place.has_quality(code))
        self._show_own_words(place)
        self._show_strengths(place)
        self.touched.show_what(place.touched or (), carried=place.carried)
        self.touched.setVisible(place.touched is not None)
        self._show_time(place)
        self._place = place

    # --- how strong each is, and when

    def number_row(self, place: Place) -> SeverityRow:
        """The row that a bare digit is for: how bad it is, or how strong what does not hurt."""
        sensation = next((one for one in place.qualities if _tells_strength(one, place)), None)
        if place.severity is None and place.last_severity is None and sensation is not None:
            return self._strength_row(sensation)
        return self.severity

    def _show_strengths(self, place: Place) -> None:
        by_key = {one.code or one.own_word or "": one for one in place.qualities}
        wanted = {
            key
            for key, one in by_key.items()
            if place.uid == self._opened or one.strength is not None or _tells_strength(one, place)
        }
        for key in wanted:
            self._strength_row(by_key[key])
        for key, row in self.strengths.items():
            row.set_value(by_key[key].strength if key in by_key else None)
            row.setVisible(key in wanted)
        self.how_strong.setVisible(wanted != by_key.keys())

    def _strength_row(self, quality: AreaQuality) -> SeverityRow:
        key = quality.code or quality.own_word or ""
        if key not in self.strengths:
            row = SeverityRow(
                quality_name(replace(quality, strength=None, what=())),
                say("today.strength_low"),
                say("today.strength_high"),
                "plain",
                label_width=LABEL,
            )
            row.setObjectName(key)
            row.set_compact(True)
            row.changed.connect(self._on_strength)
            self.strengths[key] = row
            if key == Quality.TOUCH:
                self._column.insertWidget(self._column.indexOf(self.touched), row)
            else:
                self._column.addWidget(row)
            self.row_made.emit(row)
        return self.strengths[key]

    @Slot()
    def _on_how_strong(self) -> None:
        if self._place is None:
            return
        self._opened = self._place.uid
        self._show_strengths(self._place)
        first = self._place.qualities[0]
        self._strength_row(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_time(self, place: Place) -> None:
        self._time_row.setVisible(place.clock_min is not None)
        if place.clock_min is not None and not self.time.hasFocus():
            self.time.set_time(*divmod(place.clock_min, 60))

    def ask_time(self, clock_min: int) -> None:
        """Shows the time of the place to be typed, beginning from `clock_min` where it has none."""
        if self._place is None:
            return
        if self._place.clock_min is None:
            self._tell(replace(self._place, clock_min=clock_min))
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_time(self) -> None:
        if self._place is not None and self.time.is_clear:
            at = self.time.value
            self._tell(replace(self._place, clock_min=at.hour * 60 + at.minute))

    @Slot()
    def _on_no_time(self) -> None:
        if self._place is not None:
            self.severity.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell(replace(self._place, clock_min=None))

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
            chip.setMaximumWidth(current().px(WIDEST_CHIP))
            chip.setToolTip(word if chip.sizeHint().width() > chip.maximumWidth() else "")
            chip.clicked.connect(self._on_own_chip)
            self._own_chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        for last in (self.depth_choice, self.how_strong):
            self._flow.removeWidget(last)
            self._flow.addWidget(last)

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
        key = row.objectName()
        if value != self._place.strength(key):
            carried = self._place.carried and value is None
            self._tell(replace(self._place.with_strength(key, value), carried=carried))

    @Slot(object)
    def _on_depth(self, value: str | None) -> None:
        if self._place is not None:
            self._tell(replace(self._place, depth=None if value is None else Depth(value)))

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if self._place is not None and isinstance(chip, Chip):
            self._tell(self._place.with_quality(chip.objectName()))

    @Slot(object)
    def _on_touched(self, what: tuple[TouchedBy, ...]) -> None:
        if self._place is not None:
            self._tell(self._place.with_touched(what))

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

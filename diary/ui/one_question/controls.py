"""The one control of a question, large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.models.codes import MeasureKind
from diary.models.records import Measure
from diary.ui.parts.chip import Chip
from diary.ui.parts.painted import Label, Painted, told
from diary.ui.parts.segmented import Segment, SegmentedChoice
from diary.ui.parts.severity_row import EMPTY, Cells
from diary.ui.today.choice_field import ChoiceField
from diary.ui.today.fields import Answer, Field, anchors, field_of, name_of, show_answer
from diary.ui.today.place import Place
from diary.ui.today.yes_no import WORDS
from diary.wording import say

TALL = 56
"""Height of the large cells, px at 100 %."""


class LargeCells(Cells):
    """Cells with large numbers."""

    roles = ("title", "page")


class LargeRow(Painted):
    """A 0 to 10 answer over the whole width, with the words at its ends below it."""

    changed = Signal(object)

    def __init__(self, label: str, low: str, high: str, accent: str) -> None:
        super().__init__()
        self._label = label
        self.cells = LargeCells(accent, self)
        self.cells.setAccessibleDescription(say("row.ends", low=low, high=high) if low else say("row.keys"))
        self.setFocusProxy(self.cells)
        self.cells.valueChanged.connect(self._on_value)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self.cells)
        if low:
            ends = QHBoxLayout()
            ends.addWidget(Label(low, "body", "quiet"))
            ends.addStretch(1)
            ends.addWidget(Label(high, "body", "quiet"))
            column.addLayout(ends)
        self.restyle()
        self._name_it()

    def restyle(self) -> None:
        """Keep the cells large at the text size."""
        self.cells.setFixedHeight(self.theme.px(TALL))

    @property
    def value(self) -> int | None:
        """The answer 0 to 10, or None."""
        return None if self.cells.value() == EMPTY else self.cells.value()

    def set_value(self, value: int | None) -> None:
        """Shows an answer, or none."""
        self.cells.setValue(EMPTY if value is None else value)

    @Slot(int)
    def _on_value(self, _score: int) -> None:
        self._name_it()
        told(self.cells, QAccessible.Event.NameChanged)
        self.cells.update()
        self.changed.emit(self.value)

    def _name_it(self) -> None:
        state = say("not_answered") if self.value is None else say("row.value", value=self.value)
        self.cells.setAccessibleName(say("row.name", label=self._label, state=state))


class MeasureControl(QWidget):
    """The control of a measure: `changed` gives its answer, a number, a word of a choice, or None."""

    changed = Signal(object)

    def __init__(self, measure: Measure, answer: Answer) -> None:
        super().__init__()
        self._yes_no = measure.kind is MeasureKind.YES_NO
        self.field = self._field(measure)
        self._show(answer)
        self.field.changed.connect(self._on_changed)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        wide = isinstance(self.field, LargeRow | ChoiceField)
        row.addWidget(self.field, 1 if wide else 0)
        if not wide:
            row.addStretch(1)

    def _field(self, measure: Measure) -> LargeRow | LargeChoice | Field:
        name = name_of(measure)
        if measure.kind is MeasureKind.SCALE:
            accent = "pain" if measure.group == "pain" else "plain"
            return LargeRow(name, *anchors(measure), accent)
        if measure.kind is MeasureKind.YES_NO:
            return LargeChoice(name, [(key, say(word)) for key, word in WORDS.items()], clearable=True)
        if measure.kind is MeasureKind.CHOICE:
            return ChoiceField(name, measure.choices, show_label=False)
        return field_of(measure)

    def _show(self, answer: Answer) -> None:
        if isinstance(self.field, LargeRow):
            self.field.set_value(round(answer) if isinstance(answer, int | float) else None)
        elif isinstance(self.field, LargeChoice):
            self.field.set_value(str(round(answer)) if isinstance(answer, int | float) else None)
        else:
            show_answer(self.field, answer)

    def type_digit(self, digit: int) -> bool:
        """Answers a yes or no by 1 and 0; whether the digit was taken."""
        if self._yes_no and isinstance(self.field, LargeChoice) and digit in (0, 1):
            self.field.set_value(str(digit))
            return True
        return False

    @Slot(object)
    def _on_changed(self, value: object) -> None:
        if self._yes_no:
            value = None if value is None else int(str(value))
        self.changed.emit(value)


class ListControl(QWidget):
    """A few words of which one answers a list; `changed` gives the key or None."""

    changed = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], value: str | None) -> None:
        super().__init__()
        self._keys = [key for key, _word in options]
        self.choice = LargeChoice(name, options, clearable=True)
        self.choice.set_value(value)
        self.choice.changed.connect(self.changed)
        self.setFocusProxy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch(1)

    def type_digit(self, digit: int) -> bool:
        """Chooses the first word by 1, the second by 2; whether the digit was taken."""
        if 1 <= digit <= len(self._keys):
            self.choice.set_value(self._keys[digit - 1])
            return True
        return False


class PlacesControl(QWidget):
    """The places of last time, each with a row: a number says that it hurts now; or nothing hurts.

    `changed` gives (places with a number, whether nothing hurts).
    """

    changed = Signal(object)

    def __init__(self, places: Sequence[tuple[Place, str]], nothing: str, *, chosen: bool) -> None:
        super().__init__()
        self._places = [place for place, _name in places]
        self.rows = [LargeRow(name, "", "", "pain") for _place, name in places]
        self.nothing = Chip(nothing)
        self.nothing.setChecked(chosen)
        self.nothing.toggled.connect(self._on_nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for (place, name), row in zip(places, self.rows, strict=True):
            row.set_value(place.severity)
            row.changed.connect(self._on_number)
            column.addWidget(Label(name, "strong", wrap=True))
            if place.last_severity is not None:
                column.addWidget(Label(say("today.last_time", severity=place.last_severity), "note", "quiet"))
            column.addWidget(row)
        column.addWidget(self.nothing)
        self.setFocusProxy(self.rows[0])

    def type_digit(self, _digit: int) -> bool:
        """The rows take digits themselves."""
        return False

    @Slot(object)
    def _on_number(self, _value: object) -> None:
        if any(row.value is not None for row in self.rows):
            blocked = QSignalBlocker(self.nothing)
            self.nothing.setChecked(False)
            del blocked
        self._tell()

    @Slot(bool)
    def _on_nothing(self, chosen: bool) -> None:
        if chosen:
            for row in self.rows:
                blocked = QSignalBlocker(row)
                row.set_value(None)
                del blocked
        self._tell()

    def _tell(self) -> None:
        numbers = [(place, row.value) for place, row in zip(self._places, self.rows, strict=True)]
        self.changed.emit((numbers, self.nothing.isChecked()))


Control = MeasureControl | ListControl | PlacesControl


class _LargeSegment(Segment):
    def sizeHint(self) -> QSize:
        """The word in large, px."""
        words = self.theme.metrics("title").horizontalAdvance(self.text())
        return QSize(words + self.theme.px(48), self.theme.px(TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word; the frame paints the ground."""
        painter = QPainter(self)
        painter.setPen(self.theme.color("on_tint" if self.isChecked() else "ink"))
        painter.setFont(self.theme.text("title"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class LargeChoice(SegmentedChoice):
    """A choice of a few words that is easily pressed."""

    def segment_of(self, key: str, word: str) -> Segment:
        """A large word."""
        return _LargeSegment(key, word, self)

"""A count or a length of time: less, a typed value, more; empty until answered, and empty again on wish."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Painted, box, told
from diary.wording import say

_TIME = re.compile(r"^\s*(\d{1,2})\s*(?:h|:|\.|,)\s*(\d{0,2})\s*(?:m|min)?\s*$", re.IGNORECASE)
_MINUTES = re.compile(r"^\s*(\d{1,4})\s*(?:m|min)\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*(\d{1,4})\s*$")
_MOST_BARE_HOURS = 24
"""A bare number up to this is read as hours, a larger one as minutes."""


def minutes_words(minutes: int) -> str:
    """A length of `minutes` as it is read, "6 h 10"."""
    return say("stepper.minutes", hours=minutes // 60, minutes=minutes % 60)


def read_minutes(text: str) -> int | None:
    """Minutes from "6 h 10", "6:10", "6h", "370 min" or "6"; None where it is no length of time."""
    if found := _TIME.match(text):
        minutes = int(found[2] or 0)
        return int(found[1]) * 60 + minutes if minutes < 60 else None
    if found := _MINUTES.match(text):
        return int(found[1])
    if found := _NUMBER.match(text):
        number = int(found[1])
        return number * 60 if number <= _MOST_BARE_HOURS else number
    return None


class _Field(QLineEdit):
    """The typed value; arrows step and Delete in an unedited field clears."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step the value; all else is typing."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes what was typed."""
        super().focusOutEvent(event)
        self.left.emit()


class Stepper(Painted):
    """A whole number from `least` to `most`, or None; `minutes=True` reads and writes "6 h 10"."""

    changed = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        least: int = 0,
        most: int = 99,
        step: int = 1,
        start: int | None = None,
        minutes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._bounds = (least, most)
        self._step = step
        self._start = least if start is None else start
        self._minutes = minutes
        self._value: int | None = None
        self._build()
        self._show()

    def _build(self) -> None:
        self._less = IconButton("minus", say("stepper.less", label=self._label))
        self._field = _Field()
        self._more = IconButton("plus", say("stepper.more", label=self._label))
        self._field.setProperty("kind", "bare")
        policy = QSizePolicy.Policy
        self._field.setSizePolicy(policy.Expanding, policy.Expanding)  # as high to the finger as its frame
        self._field.setPlaceholderText(say("stepper.empty"))
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button in (self._less, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
        self._less.clicked.connect(self._on_less)
        self._more.clicked.connect(self._on_more)
        self._field.stepped.connect(self._on_stepped)
        self._field.textEdited.connect(self._on_typed)
        self._field.left.connect(self._show)
        self._field.returnPressed.connect(self._show)
        self.setFocusProxy(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self._less)
        row.addWidget(self._field, 1)
        row.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> int | None:
        """The number (minutes where it is a length of time), or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number brought inside the bounds, or none; emits `changed` when that is a change."""
        self._keep(value)
        self._show()

    def _keep(self, value: int | None) -> None:
        if value is not None:
            value = min(max(value, self._bounds[0]), self._bounds[1])
        if value != self._value:
            self._value = value
            self._name_it()
            told(self._field, QAccessible.Event.NameChanged)
            self.changed.emit(value)

    def _words(self) -> str:
        if self._value is None:
            return ""
        return minutes_words(self._value) if self._minutes else str(self._value)

    def _name_it(self) -> None:
        state = self._words() or say("not_answered")
        self._field.setAccessibleName(say("stepper.name", label=self._label, state=state))

    @Slot()
    def _show(self) -> None:
        self._field.setText(self._words())
        self._name_it()

    @Slot()
    def _on_less(self) -> None:
        self._on_stepped(-1)

    @Slot()
    def _on_more(self) -> None:
        self._on_stepped(1)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        """An empty field takes its starting value first; one step below the least is empty again."""
        if self._value is None:
            self.set_value(self._start)
        elif by < 0 and self._value <= self._bounds[0]:
            self.set_value(None)
        else:
            self.set_value(self._value + by * self._step)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self._keep(None)
            return
        number = read_minutes(text) if self._minutes else self._read_number(text)
        if number is not None and self._bounds[0] <= number <= self._bounds[1]:
            self._keep(number)

    @staticmethod
    def _read_number(text: str) -> int | None:
        found = _NUMBER.match(text)
        return int(found[1]) if found else None

    def sizeHint(self) -> QSize:
        """Two buttons of 32 px and the value, px."""
        widest = minutes_words(24 * 60) if self._minutes else str(self._bounds[1])
        words = self.theme.metrics("body").horizontalAdvance(widest) + self.theme.px(10)
        return QSize(self.theme.px(64) + max(words, self.theme.px(32)) + 2, self.theme.px(32) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, dashed while there is no answer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.color("control"), 1)
        box(painter, QRectF(self.rect()), self.theme.px(8), self.theme.color("card"), pen)
        painter.setPen(QPen(self.theme.color("line"), 1))
        for x in (self._field.geometry().left(), self._field.geometry().right()):
            painter.drawLine(x, 1, x, self.height() - 2)

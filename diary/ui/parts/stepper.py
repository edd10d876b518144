"""A count or a length of time: less, a typed value, more; empty until answered, and empty again on wish."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.lengths import read_minutes
from diary.ui.parts.painted import Painted, box, told
from diary.wording import say

_NUMBER = re.compile(r"\s*(\d{1,9})\s*")


def minutes_words(minutes: int) -> str:
    """A length of `minutes` as it is read, "6 h 10"."""
    return say("stepper.minutes", hours=minutes // 60, minutes=minutes % 60)


def length_words(minutes: int, *, hours: bool) -> str:
    """A length of `minutes` as its field writes it: "6 h 10", and under an hour "20 min" but for `hours`."""
    short = not hours and minutes < 60
    return say("factor.minutes", minutes=minutes) if short else minutes_words(minutes)


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
    """A whole number from `least` to `most`, or None; `minutes=True` reads and writes "6 h 10".

    With `hours` a bare number typed for a length of time is hours, else minutes. What cannot be read stays in
    the field and changes nothing: `problem` says why, and `doubted` says it once the field is left.
    """

    changed = Signal(object)
    doubted = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        least: int = 0,
        most: int = 99,
        step: int = 1,
        start: int | None = None,
        minutes: bool = False,
        hours: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._bounds = (least, most)
        self._step = step
        self._start = least if start is None else start
        self._minutes = minutes or hours
        self._hours = hours
        self._value: int | None = None
        self._settled: int | None = None
        self._told = ""
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
        self._field.left.connect(self._on_left)
        self._field.returnPressed.connect(self._on_left)
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

    @property
    def problem(self) -> str:
        """Why the words in the field cannot be kept, in words; "" where they can."""
        text = self._field.text()
        if not text.strip() or text == self._words():
            return ""
        number, (least, most) = self._read(text), self._bounds
        if number is None:
            return self._not_read()
        if number < least:
            return say("factor.too_low", low=self._words_of(least))
        return say("factor.too_high", high=self._words_of(most)) if number > most else ""

    @property
    def label(self) -> str:
        """What it is called."""
        return self._label

    @property
    def typed(self) -> str:
        """The words in the field."""
        return self._field.text()

    def set_value(self, value: int | None) -> None:
        """Show a number brought inside the bounds, or none; emits `changed` when that is a change."""
        self._keep(value)
        self._settle()

    def _keep(self, value: int | None) -> None:
        if value is not None:
            value = min(max(value, self._bounds[0]), self._bounds[1])
        if value != self._value:
            self._value = value
            self._name_it()
            told(self._field, QAccessible.Event.NameChanged)
            self.changed.emit(value)

    def _words(self) -> str:
        return "" if self._value is None else self._words_of(self._value)

    def _words_of(self, value: int) -> str:
        return length_words(value, hours=self._hours) if self._minutes else str(value)

    def _not_read(self) -> str:
        if not self._minutes:
            return say("factor.no_whole")
        return say("factor.no_hours" if self._hours else "factor.no_minutes")

    def _name_it(self) -> None:
        state = self._words() or say("not_answered")
        self._field.setAccessibleName(say("stepper.name", label=self._label, state=state))

    @Slot()
    def _show(self) -> None:
        self._field.setText(self._words())
        self._name_it()

    def _settle(self) -> None:
        """What is kept now is what stays while other words cannot be read."""
        self._settled = self._value
        self._show()
        self._tell("")

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self._field.setAccessibleDescription(words)
            self.setToolTip(words)
            self.update()
            self.doubted.emit(words)

    @Slot()
    def _on_left(self) -> None:
        if problem := self.problem:
            self._tell(problem)
        else:
            self._settle()

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
        """Words that cannot be read leave what was there before: no half of them is kept."""
        if self.problem:
            self._keep(self._settled)
            return
        self._keep(self._read(text))
        self._tell("")

    def _read(self, text: str) -> int | None:
        if self._minutes:
            return read_minutes(text, hours=self._hours)
        found = _NUMBER.fullmatch(text)
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
        pen = QPen(self.theme.color("problem_ink"), 2) if self._told else QPen(self.theme.color("control"), 1)
        box(painter, QRectF(self.rect()), self.theme.px(8), self.theme.color("card"), pen)
        painter.setPen(QPen(self.theme.color("line"), 1))
        for x in (self._field.geometry().left(), self._field.geometry().right()):
            painter.drawLine(x, 1, x, self.height() - 2)

"""A factor as a chip of three states: not answered, yes, no."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen

from diary.ui.parts.painted import PaintedButton, box, told
from diary.wording import say

NEXT = {None: 1, 1: 0, 0: None}
"""What a press makes of each state."""
LEAST = 64
"""Least width, px: a long name is cut at the end of its line, and told in full on its own."""
STATES = {None: "not_answered", 1: "answers.yes", 0: "answers.no"}
MARKS = {None: "plus", 1: "check", 0: "close"}


class FactorChip(PaintedButton):
    """The value is 1, 0 or None. A press goes on: yes, no, not answered; so do 1, 0 and Delete at once."""

    changed = Signal(object)

    def __init__(self, label: str, question: str = "") -> None:
        super().__init__(label)
        self._label = label
        self._value: int | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focus_radius", 16)
        self.setToolTip(question or label)
        self.setMinimumWidth(LEAST)
        self.setAccessibleDescription(question or say("factor.keys"))
        self.clicked.connect(self._on_clicked)
        self._name_it()

    @property
    def value(self) -> int | None:
        """1 for yes, 0 for no, None while there is no answer."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Shows an answer, or none; emits `changed` when that is a change."""
        if value == self._value:
            return
        self._value = value
        self._name_it()
        told(self, QAccessible.Event.NameChanged)
        self.updateGeometry()
        self.update()
        self.changed.emit(value)

    def _name_it(self) -> None:
        self.setAccessibleName(say("stepper.name", label=self._label, state=say(STATES[self._value])))

    @Slot()
    def _on_clicked(self) -> None:
        self.set_value(NEXT[self._value])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 is yes, 0 is no, Delete takes the answer back; Space goes on."""
        typed = {"1": 1, "0": 0}
        if event.text() in typed:
            self.set_value(typed[event.text()])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        else:
            super().keyPressEvent(event)

    def _shown(self) -> str:
        return self._label if self._value != 0 else say("factor.no", label=self._label)

    def sizeHint(self) -> QSize:
        """Mark, word and room around them, px; as wide for a "no" as for any answer."""
        widest = max(self._label, say("factor.no", label=self._label), key=len)
        words = self.theme.metrics("note_strong").horizontalAdvance(widest)
        return QSize(words + self.theme.px(8 + 16 + 6 + 11), self.theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill: dashed while empty, filled for yes, plain for no; a mark says each as well."""
        theme, value = self.theme, self._value
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        empty = "control" if theme.contrast else "dash"
        token = {None: empty, 1: "accent", 0: "control"}[value]
        pen = QPen(theme.color(token), 2 if value else 1)
        if value is None:
            pen.setDashPattern([3, 2])
        fill = theme.color("tint" if value else "well" if self.underMouse() else "card")
        box(painter, QRectF(self.rect()), self.height() / 2, fill, pen)
        ink = {None: "quiet", 1: "on_tint", 0: "ink"}[value] if self.isEnabled() else "quiet"
        side = theme.px(16)
        mark = QRectF(theme.px(8), (self.height() - side) / 2, side, side)
        words = QRectF(self.rect()).adjusted(theme.px(8) + side + theme.px(6), 0, -theme.px(4), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mark.moveLeft(self.width() - mark.right())
            words.moveLeft(self.width() - words.right())
        painter.drawPixmap(mark.topLeft(), theme.pixmap(MARKS[value], ink, 16))
        painter.setFont(theme.font(13, 600 if value else 500))
        painter.setPen(theme.color(ink))
        shown = painter.fontMetrics().elidedText(
            self._shown(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)

"""One answer among a few in words: large, side by side where there is room, taken back by a second press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import ARROWS, Painted, PaintedButton, box

TALL = 44
RING = 18
MOST_ACROSS = 4
"""More answers than this stand one under the other."""


class AnswerButton(PaintedButton):
    """One answer: a ring that is filled when it is chosen, and its words."""

    leaves_arrows = True

    def __init__(self, value: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.value = value
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focus_radius", 10)

    def sizeHint(self) -> QSize:
        """Ring, words and room around them, px."""
        words = self.theme.metrics("strong").horizontalAdvance(self.text())
        return QSize(words + self.theme.px(RING + 8 + 26), self.theme.px(TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, ring and words."""
        theme, on = self.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if on else "control"), 2 if on else 1)
        fill = theme.color("tint" if on else "well" if self.underMouse() else "card")
        box(painter, QRectF(self.rect()), theme.px(10), fill, pen)
        side = theme.px(RING)
        ring = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        words = QRectF(self.rect()).adjusted(theme.px(12 + RING + 8), 0, -theme.px(8), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ring.moveLeft(self.width() - ring.right())
            words.moveLeft(self.width() - words.right())
        token = "quiet" if not self.isEnabled() else "on_tint" if on else "ink"
        painter.setPen(QPen(theme.color("accent" if on else "control"), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            inner = side * 0.28
            painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))
        painter.setFont(theme.font(15, 600 if on else 400))
        painter.setPen(theme.color(token))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())


class AnswerChoice(Painted):
    """One of `options` (value, words) or none: `value` is None until one is chosen.

    Arrows move the choice, digits choose by value, Delete or a second press takes it back.
    """

    changed = Signal(object)

    def __init__(
        self, name: str, options: Sequence[tuple[int, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.buttons = [AnswerButton(value, words, self) for value, words in options]
        self._value: int | None = None
        if len(options) > MOST_ACROSS:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            for button in self.buttons:
                column.addWidget(button)
        else:
            flow = FlowLayout(self, gap=8, line_gap=8)
            for button in self.buttons:
                flow.addWidget(button)
        for button in self.buttons:
            button.setAccessibleDescription(name)
            button.clicked.connect(self._on_clicked)
        self._show(None)
        self.restyle()

    def restyle(self) -> None:
        """One under the other they are equally wide."""
        if len(self.buttons) > MOST_ACROSS:
            widest = max(button.sizeHint().width() for button in self.buttons)
            for button in self.buttons:
                button.setFixedWidth(widest)

    @property
    def value(self) -> int | None:
        """The chosen answer, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose an answer, or none; emits `changed` when that is a change."""
        different = value != self._value
        self._show(value)
        if different:
            self.changed.emit(value)

    def _show(self, value: int | None) -> None:
        self._value = value
        for button in self.buttons:
            button.setChecked(button.value == value)
        entry = next((one for one in self.buttons if one.isChecked()), self.buttons[0])
        for button in self.buttons:
            tab = button is entry
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(entry)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, AnswerButton):
            self.set_value(None if button.value == self._value else button.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, digits and Delete; other keys go on to the page."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in ARROWS:
            self._step(1 if key in self._ahead() else -1)
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        elif plain and (goal := self._of_digit(event.text())) is not None:
            self._choose(goal)
        else:
            super().keyPressEvent(event)

    def _ahead(self) -> tuple[Qt.Key, Qt.Key]:
        right = self.layoutDirection() != Qt.LayoutDirection.RightToLeft
        return (Qt.Key.Key_Down, Qt.Key.Key_Right if right else Qt.Key.Key_Left)

    def _of_digit(self, text: str) -> AnswerButton | None:
        return next((one for one in self.buttons if text and text == str(one.value)), None)

    def _step(self, by: int) -> None:
        if self._value is None:
            self._choose(self.buttons[0])
            return
        at = next(at for at, one in enumerate(self.buttons) if one.isChecked())
        self._choose(self.buttons[(at + by) % len(self.buttons)])

    def _choose(self, button: AnswerButton) -> None:
        self.set_value(button.value)
        button.setFocus(Qt.FocusReason.TabFocusReason)

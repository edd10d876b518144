"""A choice of one among a few words that stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from diary.ui.parts.painted import Painted, PaintedButton, box

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segment(PaintedButton):
    """One word of the choice."""

    leaves_arrows = True

    def __init__(self, key: str, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.key = key
        self._frame = parent
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The word and 12 px on each side."""
        words = self.theme.metrics("note_strong").horizontalAdvance(self.text())
        return QSize(words + self.theme.px(24), self.theme.px(34))

    def event(self, event: QEvent) -> bool:
        """Have the frame repainted when the pointer comes or goes: it paints the grounds."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._frame.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word; the frame paints the ground."""
        painter = QPainter(self)
        token = "quiet" if not self.isEnabled() else "on_tint" if self.isChecked() else "ink"
        painter.setPen(self.theme.color(token))
        painter.setFont(self.theme.font(13, 600 if self.isChecked() else 500))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedChoice(Painted):
    """One of `options` (key, word); `value` is None until one is chosen. Arrows move the choice."""

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str | None = None,
        *,
        clearable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clearable = clearable
        self.setAccessibleName(name)
        self._segments = [self.segment_of(key, word) for key, word in options]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(1)
        for segment in self._segments:
            segment.setAccessibleDescription(name)
            segment.clicked.connect(self._on_clicked)
            layout.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._value: str | None = None
        self._carried = False
        self._show(value)

    def set_carried(self, carried: bool) -> None:
        """Show the choice dashed: carried over from last time and not confirmed."""
        self._carried = carried
        self.update()

    def segment_of(self, key: str, word: str) -> Segment:
        """What stands for one option; a choice of pictures has its own."""
        return Segment(key, word, self)

    @property
    def value(self) -> str | None:
        """The key of the chosen word, or None."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose the word of key `value`, or none; emits `changed` when that is a change."""
        if value != self._value:
            self._show(value)
            self.changed.emit(value)
        else:
            self._show(value)

    def _show(self, value: str | None) -> None:
        self._value = value
        for segment in self._segments:
            segment.setChecked(segment.key == value)
        entry = next((s for s in self._segments if s.isChecked()), self._segments[0])
        for segment in self._segments:
            tab = segment is entry
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(entry)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Segment):
            again = self._clearable and button.key == self._value
            self.set_value(None if again else button.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice; Delete takes it back where that is allowed."""
        ahead = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in ahead:
            at = [i for i, s in enumerate(self._segments) if s.hasFocus() or s.key == self._value]
            focused = at[0] if at else 0
            by = ahead[key]
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                by = -by
            goal = self._segments[(focused + by) % len(self._segments)]
            self.set_value(goal.key)
            goal.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._clearable:
            self.set_value(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the chosen ground and the lines between the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        radius = self.theme.px(8)
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(frame, self.theme.color("card"))
        painter.setClipPath(frame)
        for segment in self._segments:
            chosen = segment.isChecked() and segment.isEnabled() and not self._carried
            if chosen or segment.underMouse():
                token = "tint" if chosen else "well"
                painter.fillRect(segment.geometry().adjusted(-1, -1, 1, 1), self.theme.color(token))
        painter.setPen(QPen(self.theme.color("line"), 1))
        for segment in self._segments[1:]:
            x = segment.geometry().left() - 1
            painter.drawLine(x, 1, x, self.height() - 2)
        painter.setClipping(False)
        for segment in self._segments if self._carried else ():
            if segment.isChecked():
                pen = QPen(self.theme.color("accent"), 1)
                pen.setDashPattern([4, 3])
                box(painter, QRectF(segment.geometry()).adjusted(2, 2, -2, -2), self.theme.px(6), None, pen)
        painter.strokePath(frame, QPen(self.theme.color("control"), 1))

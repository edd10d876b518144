"""The one widget for every 0 to 10 measure: label, eleven cells, worded ends, and a way back to no answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Painted, box, told
from diary.wording import say

EMPTY = -1
CELL, GAP, TALL = 32, 2, 32
CELLS = 11 * CELL + 10 * GAP
"""Least width of the eleven cells, px whatever the text size."""
WIDEST = 11 * 36 + 10 * GAP
LABEL = 92
LEAST_LABEL = 0.8
"""How much of its column a label keeps before it moves above the cells."""
CLEAR = 32
CLEAR_GAP = 2
"""Size of the way back to no answer, and its room before the cells, px at 100 %."""
RING = 2
"""Room between the cells and the words under them, px, which the focus ring may take."""


class Cells(QSlider):
    """The eleven cells; a slider to assistive software, -1 while nothing was answered."""

    roles = ("body", "strong")
    """Text roles of the numbers, and of the chosen one."""

    def __init__(self, accent: str, parent: Painted) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = parent.theme
        self._accent = accent
        self._one_typed = False
        self._hover = EMPTY
        self.setRange(EMPTY, 10)
        self.setValue(EMPTY)
        self.setPageStep(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focus_radius", 6)

    def cell(self, score: int) -> QRectF:
        """Where the cell of `score` lies."""
        gap = self.theme.px(GAP)
        width = (self.width() - 10 * gap) / 11
        left = round(score * (width + gap))
        return QRectF(left, 0, round(score * (width + gap) + width) - left, self.height())

    def focus_shape(self) -> QRect:
        """Where the focus ring lies: around the chosen cell, or around all while there is none."""
        return self.cell(self.value()).toRect() if self.value() >= 0 else self.rect()

    def _score_at(self, x: float) -> int:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        share = (self.width() - x if right else x) / max(self.width(), 1)
        return min(max(int(share * 11), 0), 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer; pressing the chosen cell again changes nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(self._score_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag, or show which cell the pointer is on."""
        score = self._score_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(score)
        elif score != self._hover:
            self._hover = score
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A release chooses nothing: the press did."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """No cell is under the pointer any more."""
        self._hover = EMPTY
        self.update()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A 1 that was left is a 1."""
        self._one_typed = False
        super().focusOutEvent(event)

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to the page: scrolling must never change an answer."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, arrows step, Delete and Backspace clear; other keys go on to the page."""
        key = event.key()
        if event.text() and not event.text().isdigit():  # a held Shift types nothing
            self._one_typed = False
        ahead = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        with_digits = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        plain = not event.modifiers() & ~with_digits
        if not plain:
            event.ignore()
        elif event.text().isascii() and event.text().isdigit():
            self._type(int(event.text()))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(EMPTY)
        elif key in ahead:
            self._step(ahead[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setValue(0 if key == Qt.Key.Key_Home else 10)
        else:
            event.ignore()

    def _type(self, digit: int) -> None:
        """A 0 right after a typed 1 makes it 10, however long the hand needs; one more makes it 0."""
        ten = digit == 0 and self._one_typed and self.value() == 1
        self._one_typed = digit == 1
        self.setValue(10 if ten else digit)

    def _step(self, by: int) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            by = -by
        if self.value() == EMPTY:
            self.setValue(0 if by > 0 else 10)
        else:
            self.setValue(min(max(self.value() + by, 0), 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells: dashed while empty, else the chosen one filled and those below it quiet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for score in range(11):
            where = self.cell(score)
            if right:
                where.moveLeft(self.width() - where.right())
            self._paint_cell(painter, score, where)

    def _paint_cell(self, painter: QPainter, score: int, where: QRectF) -> None:
        theme, value = self.theme, self.value()
        radius = theme.px(6)
        painter.setFont(theme.text(self.roles[score == value]))
        if score == value:
            pain = self._accent == "pain"
            fill = theme.color(f"severity.{score}" if pain else "accent")
            ink = theme.palette.on_severity(score) if pain else theme.palette.color("on_accent")
            pen = QPen(theme.color("control"), 1) if pain else None
            box(painter, where, radius, fill, pen)
            painter.setPen(ink)
        elif value == EMPTY:
            pen = QPen(theme.color("control" if theme.contrast else "dash"), 1)
            pen.setDashPattern([3, 2])
            box(painter, where, radius, theme.color("well") if score == self._hover else None, pen)
            painter.setPen(theme.color("quiet"))
        else:
            below = score < value or score == self._hover
            fill = theme.color("well" if below else "card")
            box(painter, where, radius, fill, QPen(theme.color("line"), 1))
            painter.setPen(theme.color("ink"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(score))


class SeverityRow(Painted):
    """A 0 to 10 answer: `value` is None until it is given, and again after it is cleared."""

    changed = Signal(object)

    def __init__(
        self,
        label: str,
        low_anchor: str = "",
        high_anchor: str = "",
        accent: str = "pain",
        *,
        sublabel: str = "",
        label_width: int = LABEL,
        show_anchors: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._anchors = (low_anchor, high_anchor)
        self._sublabel = sublabel
        self._hint = ""
        self._label_width = label_width
        self._has_anchors = show_anchors and bool(low_anchor or high_anchor)
        self._compact = False
        self._cells = Cells(accent, self)
        self._clear = IconButton("close", say("row.clear", label=label), size=14, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._clear.hide()
        self.setFocusProxy(self._cells)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._cells.valueChanged.connect(self._on_value_changed)
        self._clear.clicked.connect(self._on_clear)
        self._name_it()

    @property
    def value(self) -> int | None:
        """The answer 0 to 10, or None while there is none."""
        score = self._cells.value()
        return None if score == EMPTY else score

    def set_value(self, value: int | None) -> None:
        """Show an answer, or none; emits `changed` when that is a change."""
        self._cells.setValue(EMPTY if value is None else value)

    @property
    def clear_button(self) -> IconButton:
        """The way back to no answer; visible while there is an answer."""
        return self._clear

    @property
    def label(self) -> str:
        """The visible label."""
        return self._label

    @property
    def has_anchors(self) -> bool:
        """Whether it has words for its ends."""
        return self._has_anchors

    def set_hint(self, hint: str) -> None:
        """Words beside the empty row, as "last time 6"; never a value."""
        self._hint = hint
        self._name_it()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Say the low end under the label instead of both under the cells, where there is little height."""
        self._compact = compact
        self._place()
        self.updateGeometry()
        self.update()

    @property
    def _show_anchors(self) -> bool:
        return self._has_anchors and not self._compact

    def _small_words(self) -> str:
        """The quiet words under the label."""
        if self.value is not None:
            return self._sublabel
        if self._compact and self._has_anchors and not self._hint:
            return say("row.low_end", low=self._anchors[0])
        return self._hint or say("not_answered")

    @Slot(int)
    def _on_value_changed(self, _score: int) -> None:
        cleared_here = self._clear.hasFocus() and self.value is None
        if cleared_here:
            self._cells.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear.setVisible(self.value is not None)
        self._name_it()
        self.update()
        self._cells.update()
        self._cells.setProperty("focus_at", self._cells.value())
        told(self._cells, QAccessible.Event.NameChanged)
        self.changed.emit(self.value)

    @Slot()
    def _on_clear(self) -> None:
        self.set_value(None)
        self._cells.setFocus(Qt.FocusReason.OtherFocusReason)

    def _state_words(self) -> str:
        if self.value is not None:
            return say("row.value", value=self.value)
        return self._hint or say("not_answered")

    def _name_it(self) -> None:
        low, high = self._anchors
        self._cells.setAccessibleName(say("row.name", label=self._label, state=self._state_words()))
        self._cells.setAccessibleDescription(
            say("row.ends", low=low, high=high) if low and high else say("row.keys")
        )

    def _stacks(self, width: int) -> bool:
        """At large text, or in little room, the label stands above the cells."""
        return width < self.theme.px(self._label_width) * LEAST_LABEL + CELLS

    def _left(self, width: int) -> int:
        """Width of the label beside its cells, px."""
        return min(self.theme.px(self._label_width), width - CELLS)

    def _above(self) -> int:
        """Height of a label that stands above its cells, px."""
        return max(self.theme.metrics("body").height() + 2, CLEAR)

    def hasHeightForWidth(self) -> bool:
        """The row grows when its label moves above the cells."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px for `width` px."""
        anchors = self.anchors_height()
        if self._stacks(width):
            return self._above() + self.theme.px(TALL) + anchors
        return self.theme.px(TALL) + anchors

    def _clear_width(self, *, stacked: bool) -> int:
        """Width of the way back to no answer, px: it grows with the text as far as the label leaves room."""
        wide = self.theme.px(CLEAR)
        if stacked:
            return wide
        label = self.theme.metrics("body").horizontalAdvance(self._label)
        free = self._left(self.width()) - label - self.theme.px(CLEAR_GAP)
        return max(CLEAR, min(wide, free))

    def anchors_height(self) -> int:
        """Height of the worded ends below the cells, px; 0 where none stand there."""
        return self.theme.metrics("note").height() + RING if self._show_anchors else 0

    def sizeHint(self) -> QSize:
        """The size at which a cell is 32 px wide, in px."""
        width = self.theme.px(self._label_width) + CELLS
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Eleven cells of 32 px, in px."""
        return QSize(CELLS, self.theme.px(TALL))

    def _place(self) -> None:
        stacked = self._stacks(self.width())
        above = self._above() if stacked else 0
        left = 0 if stacked else self._left(self.width())
        tall = self.theme.px(TALL)
        cells = QRect(left, above, min(self.width() - left, self.theme.px(WIDEST)), tall)
        wide = self._clear_width(stacked=stacked)
        right = cells.right() + 1 if stacked else left - self.theme.px(CLEAR_GAP)
        clear = QRect(right - wide, 0, wide, above if stacked else tall)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            cells.moveLeft(self.width() - cells.right() - 1)
            clear.moveLeft(self.width() - clear.right() - 1)
        self._cells.setGeometry(cells)
        self._clear.setGeometry(clear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cells and the way back to empty."""
        self._place()
        super().resizeEvent(event)

    def restyle(self) -> None:
        """Place everything anew after a change of text size."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the label, its state and the worded ends."""
        painter = QPainter(self)
        cells = self._cells.geometry()
        small = self._small_words()
        stacked = self._stacks(self.width())
        room = QRect(0, 0, cells.width() if stacked else self._left(self.width()), cells.height())
        if stacked:
            room.setHeight(self._above())
        if not self._clear.isHidden():
            room.setWidth(room.width() - self._clear_width(stacked=stacked) - self.theme.px(CLEAR_GAP))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            room.moveLeft(self.width() - room.width())
        self._paint_label(painter, small, room, beside=stacked)
        if self._show_anchors:
            tall = self.theme.metrics("note").height()
            line = QRect(cells.left(), cells.bottom() + 1 + RING, cells.width(), tall)
            painter.setFont(self.theme.text("note"))
            painter.setPen(self.theme.color("quiet"))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeading, self._anchors[0])
            painter.drawText(line, Qt.AlignmentFlag.AlignTrailing, self._anchors[1])

    def _paint_label(self, painter: QPainter, small: str, room: QRect, *, beside: bool) -> None:
        body, note = self.theme.metrics("body"), self.theme.metrics("note")
        middle, side = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeading
        under = bool(small) and not beside
        tall = body.height() + (note.height() - 3 if under else 0)
        top = (room.height() - tall) // 2
        label = body.elidedText(self._label, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self.theme.text("body"))
        painter.setPen(self.theme.color("ink"))
        painter.drawText(QRect(room.left(), top, room.width(), body.height()), middle | side, label)
        if not small:
            return
        if beside:
            words = room.adjusted(body.horizontalAdvance(label) + self.theme.px(10), 0, 0, 0)
        else:
            words = QRect(room.left(), top + body.height() - 3, room.width(), note.height())
        painter.setFont(self.theme.text("note"))
        painter.setPen(self.theme.color("quiet"))
        painter.drawText(words, middle | side, small)

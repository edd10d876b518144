"""A button that narrows the list by one thing: it says what is chosen and lets go of it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from diary.ui.parts.painted import PaintedButton, box
from diary.wording import say

MARK = 16
LONGEST = 180
"""Widest words on a button, px at 100 %."""


class FilterButton(PaintedButton):
    """One choice of `name`, or none (`any_words`); `chosen` tells the key, "" for none. Delete lets go."""

    chosen = Signal(str)

    def __init__(self, name: str, any_words: str, parent: QWidget | None = None) -> None:
        super().__init__(any_words, parent)
        self._name = name
        self._any = any_words
        self._options: dict[str, str] = {}
        self._value = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self._show()

    @property
    def value(self) -> str:
        """The key of what is chosen, "" for none."""
        return self._value

    @property
    def options(self) -> dict[str, str]:
        """What can be chosen: words by key."""
        return dict(self._options)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words); a choice that is not among them any more stays until let go."""
        kept = self._options.get(self._value)
        self._options = dict(options)
        if self._value and self._value not in self._options and kept is not None:
            self._options[self._value] = kept
        self._show()

    def choose(self, key: str) -> None:
        """Choose a key, or "" for none; emits `chosen` when that is a change."""
        if key != self._value:
            self._value = key
            self._show()
            self.chosen.emit(key)

    def menu(self) -> QMenu:
        """The menu of all choices, the present one ticked."""
        menu = QMenu(self)
        for key, words in (("", self._any), *self._options.items()):
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(key == self._value)
            action.setData(key)
            menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        return menu

    def _show(self) -> None:
        words = self._options.get(self._value, self._any)
        self.setText(words)
        self.setAccessibleName(say("history.filter.name", filter=self._name, value=words))
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter open the choices, Delete lets go."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose("")
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the cross lets go; anywhere else it opens the choices."""
        if self._value and self.rect().contains(event.position().toPoint()) and self._on_mark(event):
            self.setDown(False)
            self.choose("")
            return
        super().mouseReleaseEvent(event)

    def _on_mark(self, event: QMouseEvent) -> bool:
        room = self.theme.px(MARK + 20)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return event.position().x() < room
        return event.position().x() > self.width() - room

    def sizeHint(self) -> QSize:
        """The words and the mark, px."""
        px = self.theme.px
        words = min(self.theme.metrics("note_strong").horizontalAdvance(self.text()), px(LONGEST))
        return QSize(words + px(12 + 8 + MARK + 10), px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and a cross where something is chosen, else an arrow."""
        theme, px, on = self.theme, self.theme.px, bool(self._value)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if on else "control"), 2 if on else 1)
        fill = theme.color("tint" if on else "well" if self.underMouse() else "card")
        box(painter, QRectF(self.rect()), px(8), fill, pen)
        token = "on_tint" if on else "ink"
        side = px(MARK)
        mark = QRectF(self.width() - side - px(10), (self.height() - side) / 2, side, side)
        words = QRectF(px(12), 0, self.width() - side - px(12 + 8 + 10), self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mark.moveLeft(self.width() - mark.right())
            words.moveLeft(self.width() - words.right())
        painter.drawPixmap(mark.topLeft(), theme.pixmap("close" if on else "down", token, MARK))
        painter.setFont(theme.text("note_strong"))
        painter.setPen(theme.color(token))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(words.width()) + 1
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)

"""A card: what belongs together, on its own ground with a thin line around it."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label, Painted, box
from diary.wording import say

CLOSE = 32
"""Side of the button that closes the help, px."""


class Card(Painted):
    """A titled card with an optional line of help that can be closed for good; fill it through `body`."""

    help_closed = Signal()

    def __init__(
        self,
        title: str = "",
        *,
        help_text: str = "",
        title_role: str = "strong",
        spacing: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._spacing = spacing
        self._tight = False
        self._top = QWidget()
        self.header = FlowLayout(self._top, gap=8, line_gap=4)
        self.title = Label(title, title_role)
        self.body = QVBoxLayout()
        self._help: QWidget | None = None
        self.header.addWidget(self.title)
        self.header.addStretch()
        self._column.addWidget(self._top)
        if help_text:
            self._build_help(help_text)
        self._column.addLayout(self.body, 1)
        self.set_title(title)
        self.restyle()

    def _build_help(self, text: str) -> None:
        line = QWidget()
        words = Label(text, "note", "quiet", wrap=True)
        self._help_words = words
        close = IconButton("close", say("card.close_help"), size=14)
        close.clicked.connect(self._on_help_closed)
        self._help_close = close
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(words, 1)
        row.addWidget(close)
        self._help = line
        self._column.addWidget(line)

    def _place_help(self) -> None:
        """The help stands beside the title where there is room, else under it."""
        if self._help is None or self._help.isHidden():
            return
        words = self.theme.metrics("note").horizontalAdvance(self._help_words.text())
        close = self._help_close.sizeHint().width()
        needed, gap = words + close + self.theme.px(8), self.theme.px(12)
        used = sum(one.sizeHint().width() + 8 for one in self._top.children() if self._stands(one))
        beside = needed + gap + used <= self.contentsRect().width() - 2 * self.theme.px(16)
        if beside:
            self._column.removeWidget(self._help)
            self._help.setParent(self._top)
            left = self.title.sizeHint().width() + gap
            self._help.setGeometry(left, 0, needed, max(CLOSE, self._top.height()))
            self._help.show()
        elif self._help.parent() is self._top:
            self._column.insertWidget(1, self._help)
            self._help.show()
        self.title.setMinimumHeight(CLOSE if beside else 0)
        self._help_words.set_token("quiet")

    def _stands(self, child: object) -> TypeGuard[QWidget]:
        return isinstance(child, QWidget) and child is not self._help and not child.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the help its place."""
        super().resizeEvent(event)
        self._place_help()

    @Slot()
    def _on_help_closed(self) -> None:
        if self._help is not None:
            self._help.hide()
            self.title.setMinimumHeight(0)
            self.help_closed.emit()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self._top.setVisible(bool(title))
        self.setAccessibleName(title)
        self._place_help()

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or a layout under what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)

    def set_tight(self, tight: bool) -> None:
        """Take half the margin above and below, where the window is too low for all."""
        if tight != self._tight:
            self._tight = tight
            self.restyle()

    def restyle(self) -> None:
        """Keep margins at the text size."""
        side, top = self.theme.px(16), self.theme.px(4 if self._tight else 8)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(self.theme.px(4))
        self.body.setSpacing(self.theme.px(self._spacing))
        self._place_help()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "control" if self.theme.contrast else "line"
        pen = QPen(self.theme.color(token), 1)
        box(painter, QRectF(self.rect()), self.theme.px(12), self.theme.color("card"), pen)

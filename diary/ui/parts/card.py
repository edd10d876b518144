"""A card: what belongs together, on its own ground with a thin line around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label, Painted, box
from diary.wording import say


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
        self._top = QWidget()
        self.header = FlowLayout(self._top, gap=8, line_gap=4)
        self.title = Label(title, title_role)
        self.body = QVBoxLayout()
        self._help: QWidget | None = None
        self.header.addWidget(self.title)
        self.header.addStretch()
        self._column.addWidget(self._top)
        if help_text:
            self._column.addWidget(self._build_help(help_text))
        self._column.addLayout(self.body, 1)
        self.set_title(title)
        self.restyle()

    def _build_help(self, text: str) -> QWidget:
        line = QWidget()
        words = Label(text, "note", "quiet", wrap=True)
        close = IconButton("close", say("card.close_help"), size=14)
        close.clicked.connect(self._on_help_closed)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._help = line
        return line

    @Slot()
    def _on_help_closed(self) -> None:
        if self._help is not None:
            self._help.hide()
            self.help_closed.emit()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self._top.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or a layout under what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)

    def restyle(self) -> None:
        """Keep margins at the text size."""
        side, top = self.theme.px(16), self.theme.px(10)
        self._column.setContentsMargins(side, top, side, top)
        self._column.setSpacing(self.theme.px(4))
        self.body.setSpacing(self.theme.px(self._spacing))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "control" if self.theme.contrast else "line"
        pen = QPen(self.theme.color(token), 1)
        box(painter, QRectF(self.rect()), self.theme.px(12), self.theme.color("card"), pen)

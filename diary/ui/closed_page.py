"""What stands in the window where the diary could not be opened: why, what is safe, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Label
from diary.wording import say


class ClosedPage(QWidget):
    """Stands in the place of every page until a diary is open."""

    again_requested = Signal()
    other_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading("", "title")
        self.heading.setWordWrap(True)
        self.words = Label("", "body", "quiet", wrap=True)
        self.again = Button(say("window.try_again"), kind="primary")
        self.other = Button(say("window.other_file"), "folder")
        self._announcer = Announcer(self)
        self.again.clicked.connect(self.again_requested)
        self.other.clicked.connect(self.other_requested)
        ways = QWidget()
        row = FlowLayout(ways, gap=12, line_gap=8)
        row.addWidget(self.again)
        row.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(16)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(ways)

    def show_problem(self, error: DiaryError, file: str) -> None:
        """Says what stood in the way of opening `file`."""
        self.heading.setText(error.what)
        self.words.setText("\n".join(part for part in (error.safe, error.do, file) if part))
        self._announcer.announce(str(error), urgent=True)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

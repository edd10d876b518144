"""The line on Pain now that tells of an unfinished moment of earlier, which waits and is in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.today.waiting import Unfinished
from diary.wording import say

WHEN = "ddd d MMM"


class KeptLine(QWidget):
    """Hidden where nothing waits; `opened` names the moment, `changed` tells of room taken or free."""

    opened = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept: Unfinished | None = None
        self.words = Label("")
        self.open = Button(say("today.draft_open_moment"), kind="small")
        self.open.clicked.connect(self._on_open)
        row = QWidget()
        flow = FlowLayout(row, gap=8, line_gap=4)
        flow.addWidget(self.words)
        flow.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.hide()

    def show_kept(self, kept: Unfinished | None) -> None:
        """Tells of this moment, or of none."""
        self.kept = kept
        if kept is not None:
            day, time = day_words(kept.at.date(), WHEN), f"{kept.at:%H:%M}"
            words = say("now.kept", day=day, time=time)
            self.words.setText(words)
            self.setAccessibleName(words)
            self.open.setAccessibleDescription(words)
        if self.isHidden() is (kept is not None):
            self.setVisible(kept is not None)
            self.changed.emit()

    @Slot()
    def _on_open(self) -> None:
        if self.kept is not None:
            self.opened.emit(self.kept.name)

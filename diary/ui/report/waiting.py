"""A quiet line that comes where work takes longer than half a second, with a way out."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.wording import say

AFTER_MS = 500


class Waiting(QWidget):
    """Says what is being done, in one line where nothing can be cancelled; else `cancelled` may follow."""

    cancelled = Signal()

    def __init__(self, *, can_cancel: bool = True) -> None:
        super().__init__()
        self.words = Label("", "note", "quiet", wrap=can_cancel)
        self.cancel = Button(say("consult.cancel"), kind="small")
        self._announcer = Announcer(self)
        self._late = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._late.timeout.connect(self._on_late)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self.cancel.setVisible(can_cancel)
        self.hide()

    def begin(self, words: str) -> None:
        """Work has begun; the line comes where it lasts."""
        self.words.setText(words)
        if self.isHidden() and not self._late.isActive():
            self._late.start()

    def end(self) -> None:
        """The work is done."""
        self._late.stop()
        self.hide()

    @Slot()
    def _on_late(self) -> None:
        self.show()
        self._announcer.announce(self.words.text())

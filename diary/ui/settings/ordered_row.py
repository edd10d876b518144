"""A line in an ordered list: its words, a way up, a way down, and what else can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.ui.settings.names import isolated
from diary.wording import say

KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedRow(QWidget):
    """`wanted` gives its key and -1 or 1; Alt with an arrow does the same from any of its buttons."""

    wanted = Signal(str, int)

    def __init__(self, key: str, words: str, about: str = "", *, first: bool, last: bool) -> None:
        super().__init__()
        self.key = key
        self.up = IconButton("up", say("tracker.up", name=words))
        self.down = IconButton("down", say("tracker.down", name=words))
        self.up.leaves_arrows = self.down.leaves_arrows = True
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.setAccessibleName(words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(Label(isolated(words), wrap=True), 1)
        if about:
            self._row.addWidget(Label(about, "note", "quiet"))
        self._row.addWidget(self.up)
        self._row.addWidget(self.down)

    def add(self, control: QWidget) -> None:
        """Puts a control at its end."""
        self._row.addWidget(control)

    def take_focus(self, by: int) -> None:
        """Puts the keyboard where it was before the row moved, or on the other way where this one ends."""
        here, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        (here if here.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move it."""
        key = Qt.Key(event.key())
        if key in KEYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            button = self.up if KEYS[key] < 0 else self.down
            if button.isEnabled():
                self.wanted.emit(self.key, KEYS[key])
        else:
            super().keyPressEvent(event)

    def _on_up(self) -> None:
        self.wanted.emit(self.key, -1)

    def _on_down(self) -> None:
        self.wanted.emit(self.key, 1)

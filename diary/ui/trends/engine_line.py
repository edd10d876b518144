"""The quiet line that says how far the analysis is, and lets it be cancelled or begun again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.ui.trends.engine import State
from diary.wording import say

if TYPE_CHECKING:
    from diary.ui.trends.engine import Engine

PATIENCE_MS: Final = 500
"""Work that is over before is never spoken of."""

AGAIN_MS: Final = 250


class EngineLine(QWidget):
    """Shown after half a second of work, and while the analysis is left; nothing else hides it."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._wanted = True
        self.words = Label("", "note", "quiet")
        self.button = Button("", kind="link")
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._again = QTimer(self, interval=AGAIN_MS)
        engine.turned.connect(self._on_turned)
        self.button.clicked.connect(self._on_pressed)
        self._soon.timeout.connect(self._on_patience_over)
        self._again.timeout.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.words)
        row.addWidget(self.button)
        self.hide()

    def set_wanted(self, wanted: bool) -> None:
        """Whether the face that is shown waits for the analysis."""
        self._wanted = wanted
        self._on_turned()

    @Slot()
    def _on_turned(self) -> None:
        state = self._engine.state
        if state is State.WORKING and self._wanted:
            if not self._again.isActive() and not self._soon.isActive():
                self._soon.start()
            return
        self._soon.stop()
        self._again.stop()
        self.setVisible(state is State.CANCELLED and self._wanted)
        self._tell()

    @Slot()
    def _on_patience_over(self) -> None:
        self._again.start()
        self._tell()
        self.show()

    @Slot()
    def _tell(self) -> None:
        if self._engine.state is State.WORKING:
            percent = round(100 * min(max(self._engine.share, 0.0), 1.0))
            self.words.setText(say("trends.engine.working", percent=percent))
            self._name("trends.engine.cancel")
        else:
            self.words.setText(say("trends.engine.cancelled"))
            self._name("trends.engine.begin")

    def _name(self, key: str) -> None:
        if self.button.text() != say(key):
            self.button.set_words(say(key))

    @Slot()
    def _on_pressed(self) -> None:
        if self._engine.state is State.WORKING:
            self._engine.cancel()
        else:
            self._engine.begin()

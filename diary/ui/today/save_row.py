"""The foot of a form: what is open, what was saved and how to take it back, and the one main button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.wording import say


class SaveRow(QWidget):
    """Says beside the button, before it happens, what will not be recorded."""

    save_pressed = Signal()
    undo_pressed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = Button(words, "save", "primary")
        self._open = Label("", "note", "quiet", wrap=True)
        self._saved = Label(say("today.saved_stop"), "note_strong")
        self.undo = Button(say("today.undo"), "undo", "small")
        self._saved_room = QWidget()
        self.save.clicked.connect(self.save_pressed)
        self.undo.clicked.connect(self.undo_pressed)
        saved = QHBoxLayout(self._saved_room)
        saved.setContentsMargins(0, 0, 0, 0)
        saved.addWidget(self._saved)
        saved.addWidget(self.undo)
        saved.addStretch(1)
        words_column = QVBoxLayout()
        words_column.setSpacing(2)
        words_column.addWidget(self._saved_room)
        words_column.addWidget(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words_column, 1)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_saved(saved=False)

    def show_open(self, words: str) -> None:
        """Says what is not answered or not confirmed; "" says nothing."""
        self._open.setText(words)
        self._open.setVisible(bool(words))

    @property
    def open_words(self) -> str:
        """What stands beside the button."""
        return self._open.text()

    def show_saved(self, *, saved: bool, words: str = "") -> None:
        """Shows or takes away "Saved. Undo"; it does not go by itself. `words` say what was saved."""
        self._saved.setText(words or say("today.saved_stop"))
        self._saved_room.setVisible(saved)

    @property
    def shows_saved(self) -> bool:
        """Whether "Saved. Undo" stands there."""
        return not self._saved_room.isHidden()

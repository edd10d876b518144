"""The note of a form."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPlainTextEdit

from diary.store.looks import Looks
from diary.ui.parts.card import Card
from diary.wording import say

HELP = "today.note_help"


class Note(QPlainTextEdit):
    """A note field that takes what height the page leaves, at least two lines."""

    def sizeHint(self) -> QSize:
        """The least it needs, px."""
        return self.minimumSize()

    def minimumSizeHint(self) -> QSize:
        """The least it needs, px; Qt's own would be four lines."""
        return self.minimumSize()


class NoteCard(Card):
    """The note under its title, with a line of help until it is closed."""

    def __init__(self, placeholder: str, looks: Looks) -> None:
        super().__init__(say("today.note"), help_text="" if HELP in looks.help_closed else say(HELP))
        self._looks = looks
        self.note = Note()
        self.note.setAccessibleName(say("today.note"))
        self.note.setPlaceholderText(placeholder)
        self.note.setTabChangesFocus(True)
        self.help_closed.connect(self._on_help)
        self.add(self.note, 1)

    @Slot()
    def _on_help(self) -> None:
        self._looks.close_help(HELP)

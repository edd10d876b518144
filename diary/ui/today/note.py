"""The note of a form."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPlainTextEdit

from diary.store.looks import Looks
from diary.ui.today.section import Section
from diary.wording import say

HELP = "today.note_help"
NOTE = "note"


class Note(QPlainTextEdit):
    """A note field that takes what height the page leaves, at least two lines."""

    def sizeHint(self) -> QSize:
        """The least it needs, px."""
        return self.minimumSize()

    def minimumSizeHint(self) -> QSize:
        """The least it needs, px; Qt's own would be four lines."""
        return self.minimumSize()


class NoteCard(Section):
    """The note under its title, with a line of help until it is closed."""

    def __init__(self, placeholder: str, looks: Looks, *, folded: bool = False) -> None:
        help_text = "" if HELP in looks.help_closed else say(HELP)
        super().__init__(NOTE, say("today.note"), help_text=help_text, folded=folded)
        self._looks = looks
        self.note = Note()
        self.note.setAccessibleName(say("today.note"))
        self.note.setPlaceholderText(placeholder)
        self.note.setTabChangesFocus(True)
        self.note.textChanged.connect(self._on_text)
        self.help_closed.connect(self._on_help)
        self.rows.addWidget(self.note, 1)
        self._on_text()

    @Slot()
    def _on_text(self) -> None:
        written = bool(self.note.toPlainText().strip())
        self.state.setText(say("section.written" if written else "section.nothing_written"))

    @Slot()
    def _on_help(self) -> None:
        self._looks.close_help(HELP)

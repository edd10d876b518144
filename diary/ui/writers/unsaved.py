"""What a helper typed and did not save: told to whoever writes next, who cannot see it otherwise."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from diary.errors import DiaryError
from diary.models.records import Author
from diary.store.store import Store
from diary.ui.today.typing import ASIDE
from diary.ui.window import MainWindow
from diary.ui.writers.words import writer_words
from diary.wording import say

HELPER = "helper"
"""What the message is about."""


class UnsavedTyping(QObject):
    """One message above the pages while the person writes and a helper's typing waits."""

    def __init__(self, store: Store, window: MainWindow) -> None:
        super().__init__(window)
        self._store = store
        self._window = window
        self._uid = ""
        store.author_changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Tells whose typing waits; nothing while a helper writes."""
        self._window.close_about(HELPER)
        if not self._store.is_open or self._store.is_helped:
            return
        try:
            author = self._waiting()
        except DiaryError:
            return  # another program holds the file for a moment; the next change of who writes will tell
        if author is None:
            return
        name = author.name or writer_words(author)
        action = say("writer.named_button", words=say("writer.write_as"), name=name)
        message = self._window.show_message(say("writer.has_typing", name=name), action=action, about=HELPER)
        self._uid = author.uid
        message.acted.connect(self._on_write_as)

    @Slot()
    def _on_write_as(self) -> None:
        self._store.set_author(self._uid)

    def _waiting(self) -> Author | None:
        from diary.storage import queries

        authors = self._store.ask(queries.authors)
        typing = self._store.typing_of_others()
        found = [uid for uid, one in typing.items() if uid in authors and not one.key.startswith(ASIDE)]
        return authors[found[-1]] if found else None

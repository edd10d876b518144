"""The earlier versions of a record: when, by whom, what was different; each can be brought back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.errors import ConflictError, DiaryError
from diary.models.codes import Verb
from diary.models.records import Record, Replace
from diary.models.views import Version
from diary.store.store import Store
from diary.ui.history.entry_words import author_words, moment_words
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.emptying import empty
from diary.ui.parts.painted import Label
from diary.ui.versions.told import differences
from diary.wording import say

AT_MOST = 20
"""So many versions are listed, the newest first."""


class VersionsCard(Card):
    """Hidden while there is no earlier version; `brought_back` once one of them is the record again."""

    brought_back = Signal()
    trouble = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__(say("version.title"), spacing=6)
        self._store = store
        self._live: Record | None = None
        self._versions: list[Version] = []
        self.buttons: list[Button] = []
        self.hide()

    def show_of(self, record: Record | None) -> None:
        """Reads the versions of a record; None hides the card."""
        from diary.storage import queries, version_queries

        self._live = record
        empty(self.body)
        self.buttons = []
        found = [] if record is None else self._store.ask(version_queries.versions, record.noun, record.uid)
        self._versions = [one for one in found if one.record is not None][: AT_MOST + 1]
        self.setVisible(len(self._versions) > 1)
        if len(self._versions) > 1:
            self._authors = self._store.ask(queries.authors)
            for at in range(1, len(self._versions)):
                self.add(self._row(at))

    def _row(self, at: int) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = Label(self._words(at), "body", wrap=True)
        button = Button(say("version.bring_back"), "restore", "small")
        button.setAccessibleName(say("version.bring_back_name", when=self._when(at)))
        button.setObjectName(str(at))
        button.setEnabled(not self._store.read_only)
        button.clicked.connect(self._on_bring_back)
        self.buttons.append(button)
        line.addWidget(words, 1)
        line.addWidget(button)
        return row

    def _when(self, at: int) -> str:
        """When and by whom the version `at` was changed into the one after it."""
        change = self._versions[at - 1].written_by
        when = moment_words(change.at, self._store.today())
        if change.author == self._store.author:
            return when
        return say("version.by", when=when, author=author_words(change.author, self._authors))

    def _words(self, at: int) -> str:
        """What was changed in the version `at`: what it said, and what it said then."""
        old, new = self._versions[at].record, self._versions[at - 1].record
        lines = differences(old, new) if old is not None and new is not None else []
        return say("version.line", when=self._when(at), said="; ".join(lines) or say("version.same"))

    @Slot()
    def _on_bring_back(self) -> None:
        old = self._versions[int(self.sender().objectName())].record
        if old is None or self._live is None:
            return
        step = Replace(before=self._live, after=replace(old, written=None))
        try:
            self._store.save([step], text=say("version.back_saved"), verb=Verb.EDIT)
        except ConflictError:
            self.trouble.emit(say("version.gone"))
        except DiaryError as error:
            self.trouble.emit(str(error))
        else:
            self.brought_back.emit()

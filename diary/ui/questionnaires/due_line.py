"""One quiet line when a questionnaire can be filled in: open it, or not this time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.errors import DiaryError
from diary.insight.instruments import instrument
from diary.models.codes import Noun
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label
from diary.ui.questionnaires.facts import put_off, standings
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.records import Changes
    from diary.store.store import Store


class DueLine(QWidget):
    """Shown only while one is due, one at a time; `open_requested` gives its code."""

    open_requested = Signal(str)
    room_changed = Signal()
    """The line came or went."""

    touched_by: ClassVar[frozenset[Noun]] = frozenset({Noun.RESPONSE, Noun.SETTING, Noun.ENTRY})

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.code = ""
        self.words = Label("", "note", "quiet", wrap=True)
        self.open_button = Button(say("due.open"), kind="small")
        self.not_now = Button(say("due.not_now"), kind="small")
        self.open_button.clicked.connect(self._on_open)
        self.not_now.clicked.connect(self._on_not_now)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.not_now)
        self.hide()
        store.changed.connect(self._on_changed)
        store.opened.connect(self.refresh)
        if store.is_open:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Shows the first that is due, or nothing; also for a new day. A helper is not asked."""
        quiet = self._store.read_only or self._store.is_helped
        due = [] if quiet else [one.code for one in standings(self._store) if one.due]
        self.code = due[0] if due else ""
        if self.code:
            title = instrument(self.code).title
            about = say(f"instrument.{self.code}.about")
            self.words.setText(say("due.line", title=title, about=about))
            self.open_button.setAccessibleName(say("due.open_name", title=title))
            self.not_now.setAccessibleName(say("due.not_now_name", title=title))
        self.setVisible(bool(self.code))
        self.room_changed.emit()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._store.is_open and (not changes.nouns or changes.nouns & self.touched_by):
            self.refresh()

    @Slot()
    def _on_open(self) -> None:
        self.open_requested.emit(self.code)

    @Slot()
    def _on_not_now(self) -> None:
        try:
            put_off(self._store, self.code)
        except DiaryError as error:
            self._store.trouble.emit(error)

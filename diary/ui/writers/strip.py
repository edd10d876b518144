"""The strip that stands above every page while somebody else than the person writes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.models.codes import Noun
from diary.models.records import Changes
from diary.store.store import Store
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.painted import Label, Painted
from diary.ui.writers.words import name_of
from diary.wording import say


class WriterStrip(Painted):
    """ "Anna (partner) is writing" with "Back to me"; hidden while the person writes."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.words = Label("", "note_strong", "on_ribbon", wrap=True)
        self.back = Button(say("writer.back"), "previous", "small")
        self._announcer = Announcer(self)
        self.back.clicked.connect(store.back_to_self)
        store.author_changed.connect(self.refresh)
        store.changed.connect(self._on_changed)
        row = QHBoxLayout(self)
        row.addWidget(self.words, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()
        self.hide()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Says who writes now."""
        helped = self._store.is_helped
        if helped:
            words = say("writer.is_writing", name=name_of(self._store, self._store.author))
            self.words.setText(words)
            self.setAccessibleName(words)
            self._announcer.announce(words)
        elif not self.isHidden():
            self._announcer.announce(say("writer.self_writes"))
        self.setVisible(helped)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """A helper who is on the list no more, since that was undone, writes no more."""
        from diary.storage import queries

        if not self._store.is_helped or Noun.AUTHOR not in changes.nouns:
            return
        if self._store.author in self._store.ask(queries.authors):
            self.refresh()
        else:
            self._store.back_to_self()

    def restyle(self) -> None:
        """Keep margins at the text size."""
        layout = self.layout()
        if layout is not None:
            side = self.theme.px(24)
            layout.setContentsMargins(side, self.theme.px(4), side, self.theme.px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, that of the ribbon."""
        QPainter(self).fillRect(self.rect(), self.theme.color("ribbon"))

"""The quiet line about a flare without an end: still there, ended now, or more to say."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.codes import Noun, Verb
from diary.models.moments import time_between
from diary.models.records import Changes, Entry, Replace
from diary.store.store import Store
from diary.ui.flares.times import NONE, flares_without_end
from diary.ui.flares.words import clock_words
from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.wording import say

SAID = "flares_said"
"""Where it is kept on this computer when a flare was said to be still there, or not to be asked about."""
LET_BE = "let be"
LONG = 60
"""Words longer than this stand in lines of their own."""
AGAIN_AFTER = timedelta(hours=1)


class OpenFlareLine(QWidget):
    """One line, hidden where there is nothing to ask; `changed` tells of room taken or free.

    `more_requested` gives the uid of a flare that the person wants to say more about.
    """

    more_requested = Signal(str)
    changed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._flare: Entry | None = None
        self._left_out = ""
        self._ended_at: int | None = None
        self._built = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        store.changed.connect(self._on_changed)
        store.opened.connect(self._soon.start)
        store.undo_stack.indexChanged.connect(self._on_undo_index)
        self.hide()
        if store.is_open:
            self._soon.start()

    def _build(self) -> None:
        """Made when it is first needed: on most days there is nothing to ask."""
        self._built = True
        self.words = Label("")
        self.ended_now = Button(say("flare.ended_now"), "check", "small")
        self.still_there = Button(say("flare.on"), kind="small")
        self.add_more = Button(say("flare.add_more"), "plus", "small")
        self.let_be = IconButton("close", say("flare.let_be"), size=14)
        self.undo = Button(say("flare.undo"), "undo", "small")
        self._row = QWidget()
        self.ended_now.clicked.connect(self._on_ended)
        self.still_there.clicked.connect(self._on_still)
        self.add_more.clicked.connect(self._on_more)
        self.let_be.clicked.connect(self._on_let_be)
        self.undo.clicked.connect(self._on_undo)
        flow = FlowLayout(self._row, gap=8, line_gap=4)
        for one in (self.words, *self._asking(), self.undo):
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def _asking(self) -> tuple[QWidget, ...]:
        return self.ended_now, self.still_there, self.add_more, self.let_be

    @property
    def flare(self) -> Entry | None:
        """The flare the line asks about, if any."""
        return self._flare

    def leave_out(self, uid: str) -> None:
        """Asks nothing about the flare that stands in a form already; "" leaves none out."""
        self._left_out = uid
        self._soon.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.nouns or Noun.ENTRY in changes.nouns:
            self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Looks which flare has no end now."""
        if not self._store.is_open or self._ended_at is not None:
            return
        try:
            found = flares_without_end(self._store)
        except DiaryError:
            found = []  # the page over an entry that cannot be read says so itself
        self._show(next((one for one in found if one.uid != self._left_out and self._may_ask(one)), None))

    def _show(self, flare: Entry | None) -> None:
        self._flare = flare
        if flare is None or flare.at is None:
            self._set_visible(seen=False)
            return
        if not self._built:
            self._build()
        today = self._store.now().local.date()
        time = f"{flare.at.local:%H:%M}"
        words = say("flare.still", time=clock_words(flare.at, today))
        self._say(words, asking=True)
        for button in (self.ended_now, self.still_there, self.add_more):
            button.setAccessibleDescription(say("flare.still", time=time))
        self._set_visible(seen=True)

    def _say(self, words: str, *, asking: bool) -> None:
        self.words.setWordWrap(len(words) > LONG)
        self.words.setText(words)
        self.setAccessibleName(words)
        for one in self._asking():
            one.setVisible(asking)
        self.undo.setVisible(self._ended_at is not None)

    def _set_visible(self, *, seen: bool) -> None:
        if seen == self.isHidden():
            self.setVisible(seen)
            self.changed.emit()

    # --- answers

    @Slot()
    def _on_ended(self) -> None:
        from diary.storage import queries

        if self._flare is None:
            return
        try:
            flare, now = self._store.ask(queries.entry, self._flare.uid), self._store.now()
            if flare is None or flare.at is None:
                self._say(say("flare.gone"), asking=False)
            elif time_between(flare.at, now) < NONE:
                self._say(say("flare.clock_back"), asking=True)
            else:
                step = Replace(before=flare, after=replace(flare, until=now))
                self._store.save([step], text=say("flare.ended_saved"), verb=Verb.EDIT)
                self._ended_at = self._store.undo_stack.index()
                start = clock_words(flare.at, now.local.date())
                self._say(say("flare.ended_said", start=start, end=f"{now.local:%H:%M}"), asking=False)
                self.undo.setFocus()
        except DiaryError as error:
            self._say(str(error), asking=True)

    @Slot()
    def _on_undo(self) -> None:
        if self._ended_at == self._store.undo_stack.index():
            self._store.undo_stack.undo()

    @Slot(int)
    def _on_undo_index(self, index: int) -> None:
        """What was said of the end goes with the next change."""
        if self._ended_at is not None and index != self._ended_at:
            self._ended_at = None
            self._soon.start()

    @Slot()
    def _on_still(self) -> None:
        if self._flare is not None:
            self._keep(self._flare.uid, self._store.now().local.isoformat())

    @Slot()
    def _on_let_be(self) -> None:
        if self._flare is not None:
            self._keep(self._flare.uid, LET_BE)

    @Slot()
    def _on_more(self) -> None:
        if self._flare is not None:
            self.more_requested.emit(self._flare.uid)

    # --- what was answered on this computer

    def _said(self) -> dict[str, str]:
        with suppress(ValueError):
            kept = json.loads(self._store.looks.value(SAID, "{}"))
            if isinstance(kept, dict):
                return {str(uid): str(said) for uid, said in kept.items()}
        return {}

    def _keep(self, uid: str, said: str) -> None:
        open_now = {one.uid for one in flares_without_end(self._store)}
        kept = {known: one for known, one in self._said().items() if known in open_now}
        self._store.looks.set_value(SAID, json.dumps({**kept, uid: said}))
        self.refresh()

    def _may_ask(self, flare: Entry) -> bool:
        said = self._said().get(flare.uid)
        if said is None:
            return True
        if said == LET_BE:
            return False
        with suppress(ValueError):
            waited = self._store.now().local - datetime.fromisoformat(said)
            return not NONE <= waited < AGAIN_AFTER
        return True

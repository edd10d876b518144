"""Erase for good: ticks for what goes, the copies where it may still stand, and one button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox

from diary.errors import DiaryError
from diary.models.codes import Noun
from diary.models.mentions import GOES_WITH
from diary.models.nouns import PLAIN
from diary.store.store import Store
from diary.ui.erase.words import part_words, trace_words, whole_words
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.emptying import empty
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.painted import Label
from diary.wording import say, say_n

if TYPE_CHECKING:
    from diary.storage.diary import Diary, Erasure
    from diary.storage.erasable import Part

WIDEST = 760


class ErasePage(Page):
    """Opened for one record by `begin`; `done` asks the window to go back, and says what was done."""

    done = Signal(str)
    touched_by = frozenset[Noun]()
    widest = WIDEST

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("erase.title"))
        self._noun = Noun.ENTRY
        self._uid = ""
        self._parts: list[Part] = []
        self.ticks: dict[str, QCheckBox] = {}
        self._problem: InlineMessage | None = None
        self._build()

    def _build(self) -> None:
        self.what = Card(say("erase.what"), spacing=0)
        self.where = Card(say("erase.elsewhere"), spacing=8)
        self.erase = Button(say("erase.now"), "trash", "primary")
        self.keep = Button(say("erase.keep"))
        self._goes = Label(say("erase.goes"), "body", wrap=True)
        self._with_it = Label(say("erase.with_it"), "body", wrap=True)
        self._stays = Label(say("erase.stays"), "note", "quiet", wrap=True)
        self._choose = Label("", "note", "quiet", wrap=True)
        self.erase.clicked.connect(self._on_erase)
        self.keep.clicked.connect(self.leave)
        buttons = FlowLayout(gap=8, line_gap=8)
        for button in (self.keep, self.erase):
            buttons.addWidget(button)
        for widget in (self.what, self.where, self._goes, self._with_it, self._stays, self._choose):
            self.add(widget)
        self.add(buttons)
        self.content.addStretch(1)

    def begin(self, noun: Noun, uid: str) -> None:
        """Shows what of a record can be erased, the words of earlier versions included."""
        self._noun, self._uid = noun, uid
        self._tell("")
        self._fill()
        self.keep.setFocus()

    def _refresh(self) -> None:
        """Nothing: what is shown is what was asked for, until `begin` asks anew."""

    def _fill(self) -> None:
        from diary.storage.erasing import day_erased, parts
        from diary.storage.queries import measures
        from diary.storage.traces import traces

        empty(self.what.body)
        empty(self.where.body)
        self.ticks = {}
        self._parts = self.store.ask(parts, self._noun, self._uid)
        known = self.store.ask(measures)
        day = self.store.ask(day_erased, self._noun, self._uid)
        if self._noun is not Noun.MEASURE:
            self._add_tick("", whole_words(self._noun, day, *self._called()))
        for part in self._parts:
            self._add_tick(part.what, part_words(part, known, self._noun))
        if not self.ticks:
            self.what.add(Label(say("erase.gone"), "body", wrap=True))
        found = list(trace_words(self.store.ask(traces, self.store.path, self._noun, self._uid)))
        for words in found or [say("erase.nowhere")]:
            self.where.add(Label(words, "body", wrap=True))
        self.where.add(Label(say("erase.others"), "note", "quiet", wrap=True))
        self._with_it.setVisible(self._noun in GOES_WITH and self._noun is not Noun.ENTRY)
        self._on_tick()

    def _called(self) -> tuple[str, list[str]]:
        """The name of the record, and what goes with it; nothing where it is not there any more."""
        from diary.storage.life_queries import one_of
        from diary.ui.forms import saving
        from diary.ui.forms.naming import record_name

        kind = PLAIN.get(self._noun)
        record = None if kind is None else self.store.ask(one_of, kind, self._uid)
        if record is None:
            return "", []
        gone = saving.counted(saving.deletion(self.store, record), record)
        return record_name(record), [say_n(f"form.with.{noun}", n) for noun, n in sorted(gone.items())]

    def _add_tick(self, what: str, words: str) -> None:
        tick = QCheckBox(words.replace("&", "&&"))
        tick.setAccessibleName(words)
        tick.toggled.connect(self._on_tick)
        self.ticks[what] = tick
        self.what.add(tick)

    @Slot()
    def _on_tick(self) -> None:
        whole = self._is_whole
        for what, tick in self.ticks.items():
            tick.setEnabled(not whole or what == "")
        self._choose.setText("" if self.chosen is not None else say("erase.choose"))
        self.erase.setEnabled(self.chosen is not None)

    @property
    def _is_whole(self) -> bool:
        return "" in self.ticks and self.ticks[""].isChecked()

    @property
    def chosen(self) -> tuple[str, ...] | None:
        """The parts that are ticked, () for the whole, None while nothing is."""
        if self._is_whole:
            return ()
        return tuple(what for what, tick in self.ticks.items() if tick.isChecked()) or None

    @Slot()
    def _on_erase(self) -> None:
        chosen = self.chosen
        if chosen is None or not self.store.is_open:
            return
        self.erase.setEnabled(False)
        work = partial(_erase, noun=self._noun, uid=self._uid, what=chosen)
        self.store.run(work, self._on_erased, self._on_problem)

    @Slot(object)
    def _on_erased(self, erasure: Erasure) -> None:
        self.store.erased(erasure.changes)
        self.done.emit(say("erase.done" if erasure.overwritten else "erase.done_held"))

    @Slot(object)
    def _on_problem(self, error: DiaryError) -> None:
        self.erase.setEnabled(True)
        self._tell(str(error))

    def _tell(self, words: str) -> None:
        if self._problem is not None:
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None
        if words:
            self._problem = InlineMessage(words, "problem", closable=False)
            self.content.insertWidget(0, self._problem)

    @Slot()
    def leave(self) -> None:
        """Goes back; nothing was erased."""
        self.done.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps all."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.leave()
        else:
            super().keyPressEvent(event)


def _erase(diary: Diary, *, noun: Noun, uid: str, what: tuple[str, ...]) -> Erasure:
    return diary.erase(noun, uid, what)

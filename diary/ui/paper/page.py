"""Typing in paper days: seven columns, one press of Save, each day as late as it is."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout

from diary.errors import ConflictError, DiaryError
from diary.models.codes import Noun
from diary.store.store import Store
from diary.ui.page import Page
from diary.ui.paper.days import PaperDays
from diary.ui.paper.grid import PaperGrid, PaperModel
from diary.ui.paper.rows import Row
from diary.ui.parts.button import Button
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.today.said import Said
from diary.wording import say, say_n

BEHIND_MS = 1000
WEEK = timedelta(days=7)


class PaperPage(Page):
    """Seven days at a time. `done` asks the window to go back."""

    done = Signal()
    told = Signal(str)
    touched_by = frozenset({Noun.ENTRY, Noun.MEASURE, Noun.SETTING})

    def __init__(self, store: Store) -> None:
        super().__init__(store, name=say("blank.page"))
        self.paper = PaperDays(store, store.today() - timedelta(days=6))
        self.cells = PaperModel(self.paper, self)
        self._keep_soon = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._build()

    def _build(self) -> None:
        self.leave = Button(say("blank.leave"), "close")
        self.earlier = Button(say("blank.earlier"), "previous", "small")
        self.later = Button(say("blank.later"), "next", "small", trailing=True)
        self._days = Label("", "strong")
        self.said = Said()
        self._about = Label(say("blank.page_about"), "body", "quiet", wrap=True)
        self.grid = PaperGrid(self.cells)
        self.counted = Label("", "note", "quiet")
        self.discard = Button(say("blank.discard"), kind="quiet")
        self.save = Button(say("blank.save"), "save", "primary")

        self.leave.clicked.connect(self._on_leave)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.cells.gave.connect(self._on_typed)
        self.discard.clicked.connect(self._on_discard)
        self.save.clicked.connect(self._on_save)
        self._keep_soon.timeout.connect(self._keep)

        self.add_to_header(Label(say("blank.page"), "strong"))
        self.header.addStretch()
        self.add_to_header(self.leave)
        days = FlowLayout()
        days.addWidget(self.earlier)
        days.addWidget(self._days)
        days.addWidget(self.later)
        acts = QHBoxLayout()
        acts.addWidget(self.counted)
        acts.addStretch(1)
        acts.addWidget(self.discard)
        acts.addWidget(self.save)
        for part in (self.said, self._about):
            self.add(part)
        self.add(days)
        self.add(self.grid)
        self.add(acts)
        self.content.addStretch(1)

    # --- showing

    def begin(self) -> None:
        """The last seven days, or those whose typing was not saved."""
        self.paper = PaperDays(self.store, self.store.today() - timedelta(days=6))
        self.cells.paper = self.paper
        self.said.clear()
        if self.paper.bring_back():
            self.said.tell(say("blank.brought_back"), "info")
        self._show()
        self.caught_up()
        self.grid.setCurrentIndex(self.cells.index(0, 0))
        self.grid.setFocus()

    def _refresh(self) -> None:
        self.paper.read()
        self._show()

    def _show(self) -> None:
        self.cells.renew()
        self.grid.restyle()
        first, last = self.paper.days[0], self.paper.days[-1]
        days = {"first": day_words(first, "d MMMM"), "last": day_words(last, "d MMMM yyyy")}
        self._days.setText(say("blank.days", **days))
        self.later.setEnabled(last < self.store.today())
        self._count()

    def _count(self) -> None:
        days = {day for _, day in self.paper.typed}
        self.counted.setText(say_n("blank.not_saved", len(days)) if days else "")
        self.save.setEnabled(bool(days) and not self.store.read_only)
        self.discard.setVisible(bool(days))

    # --- acting

    @Slot()
    def _on_typed(self) -> None:
        self._keep_soon.start()
        self._count()
        problem = next(self.paper.problems(), None)
        if problem is None:
            self.said.clear()
            return
        row, day, why = problem
        words = say("blank.problem", row=row.label, day=day_words(day, "ddd d MMM"), problem=why)
        if self.said.now is None or self.said.now.text != words:
            self.said.tell(words, "problem")

    @Slot()
    def _keep(self) -> None:
        self._keep_soon.stop()
        if self.store.is_open:
            self.paper.keep()

    @Slot()
    def _on_earlier(self) -> None:
        self._go(-WEEK)

    @Slot()
    def _on_later(self) -> None:
        self._go(WEEK)

    def _go(self, by: timedelta) -> None:
        latest = self.store.today() - timedelta(days=6)
        self.paper.show(min(self.paper.first + by, latest))
        self._show()

    @Slot()
    def _on_discard(self) -> None:
        self.paper.forget()
        self.paper.keep()
        self.said.tell(say("blank.discarded"), "info")
        self._show()

    @Slot()
    def _on_save(self) -> None:
        if (problem := next(self.paper.problems(), None)) is not None:
            self._on_typed()
            self._go_to(*problem[:2])
            self.announce(say("blank.mend_first"))
            return
        try:
            n = self.paper.save()
        except ConflictError as error:
            self.paper.read()
            self._show()
            self.said.tell(str(error), "problem")
            return
        except DiaryError as error:
            self.said.tell(str(error), "problem")
            return
        self._show()
        words = say_n("blank.saved_days", n)
        self.said.tell(words, "info")
        self.announce(words)

    def _go_to(self, row: Row, day: date) -> None:
        """Puts the focus on a cell, other days shown where it is not among these."""
        if day not in self.paper.days:
            self.paper.show(day)
            self._show()
        at = self.cells.index(self.paper.rows.index(row), self.paper.days.index(day))
        self.grid.setCurrentIndex(at)
        self.grid.setFocus()

    @Slot()
    def _on_leave(self) -> None:
        self._keep()
        self.done.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is kept when the page is left by another way."""
        super().hideEvent(event)
        if self._keep_soon.isActive():
            self._keep()

"""The questions of a day in their order, each with a way up and down; folded until it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.models.records import Measure
from diary.ui.parts.announcer import Announcer
from diary.ui.parts.button import Button
from diary.ui.parts.emptying import empty
from diary.ui.parts.painted import Label
from diary.ui.settings.ordered_row import OrderedRow
from diary.ui.settings.trackers import part_of, reordered
from diary.wording import say
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from diary.store.store import Store


class OrderList(QWidget):
    """`keep` is called with the new order of what is asked."""

    def __init__(self, store: Store, keep: Callable[[list[str]], None]) -> None:
        super().__init__()
        self._store = store
        self._keep = keep
        self._asked: list[str] = []
        self._measures: Mapping[str, Measure] = {}
        self._announcer = Announcer(self)
        self.rows: dict[str, OrderedRow] = {}
        self.turn = Button(say("tracker.order"), "list", "quiet")
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.turn.clicked.connect(self._on_turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.turn)
        column.addWidget(self._inside)
        self._inside.hide()

    def show_asked(self, asked: Sequence[str], measures: Mapping[str, Measure]) -> None:
        """Shows the questions that are asked, part by part, as they stand on Today."""
        self._asked, self._measures = list(asked), measures
        self.turn.setVisible(len(self._asked) > 1)
        if not self._inside.isHidden():
            self._build_rows()

    def _build_rows(self) -> None:
        empty(self._lines)
        self.rows = {}
        self._lines.addWidget(Label(say("tracker.order_about"), "note", "quiet", wrap=True))
        parts: dict[str, list[str]] = {}
        for code in self._asked:
            if code in self._measures:
                parts.setdefault(part_of(self._measures[code]), []).append(code)
        for codes in parts.values():
            for code in codes:
                name = measure_words(code, self._measures)
                row = OrderedRow(code, name, first=code == codes[0], last=code == codes[-1])
                row.wanted.connect(self._on_move)
                row.setEnabled(not self._store.read_only)
                self.rows[code] = row
                self._lines.addWidget(row)

    @Slot()
    def _on_turn(self) -> None:
        shown = self._inside.isHidden()
        self._inside.setVisible(shown)
        self.turn.set_words(say("tracker.order_done" if shown else "tracker.order"))
        if shown:
            self._build_rows()

    @Slot(str, int)
    def _on_move(self, code: str, by: int) -> None:
        order = reordered(self._asked, code, by, self._measures)
        if order == self._asked:
            return
        self._keep(order)
        if code in self.rows:
            self.rows[code].take_focus(by)
            part = part_of(self._measures[code])
            there = [one for one in self.rows if part_of(self._measures[one]) == part]
            name = measure_words(code, self._measures)
            self._announcer.announce(say("tracker.place", name=name, at=there.index(code) + 1, of=len(there)))

"""All questionnaires: which can be filled in now, what was answered, and how it went over time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.insight.instruments import CHANGE, CODES, SCORED_FROM, instrument
from diary.insight.questionnaires import HEADLINE, line_rows, score_rows
from diary.models.codes import Noun
from diary.models.story import Response
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Label
from diary.ui.questionnaires.facts import helpers_of, response_rows, standings
from diary.ui.questionnaires.line import LinePicture
from diary.ui.questionnaires.part_line import PARTS, PartLine
from diary.ui.questionnaires.said import answered_words, full_day, result_words
from diary.ui.questionnaires.table import ResponsesTable
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.insight.questionnaires import Standing
    from diary.models.records import Changes
    from diary.storage.life_queries import DayRow
    from diary.store.store import Store


class ShelfRow(QWidget):
    """One questionnaire: how it stands, its line, and its answers folded away."""

    open_requested = Signal(str)
    edit_requested = Signal(str)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        asked = instrument(code)
        self.stands = Label("", "body", wrap=True)
        self.result = Label("", "note", "quiet", wrap=True)
        self.line = LinePicture()
        self.by = Label("", "note", "quiet", wrap=True)
        self.parts = [PartLine(code, part) for part in PARTS.get(code, ())]
        self.fill_in = Button(say("instrument.fill_in"))
        self.fill_in.setAccessibleName(say("instrument.fill_in_name", title=asked.title))
        self.unfold = Button(say("instrument.history"), "down", "quiet")
        self.unfold.setAccessibleName(say("instrument.history_name", title=asked.title))
        self.unfold.setCheckable(True)
        self.table = ResponsesTable(code)
        self.fill_in.clicked.connect(self._on_fill_in)
        self.unfold.toggled.connect(self.table.setVisible)
        self.table.edit_requested.connect(self.edit_requested)
        self._build(asked.title)
        self.table.hide()

    def _build(self, title: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(title, "strong"))
        words.addWidget(Label(say(f"instrument.{self.code}.about"), "note", "quiet", wrap=True))
        words.addWidget(self.stands)
        words.addWidget(self.result)
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(self.fill_in)
        under = QWidget()
        flow = FlowLayout(under, gap=12, line_gap=6)
        flow.addWidget(self.line)
        flow.addWidget(self.unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(under)
        column.addWidget(self.by)
        for part in self.parts:
            column.addWidget(part)
        column.addWidget(self.table)

    def show_rows(
        self, stands: Standing, rows: Sequence[DayRow], helpers: Mapping[str, str], *, read_only: bool
    ) -> None:
        """Shows how it stands, and its answers."""
        own = [row for row in rows if isinstance(row.record, Response) and row.record.instrument == self.code]
        self.stands.setText(_stands_words(stands))
        self.stands.set_token("ink" if stands.due else "quiet")
        self.result.setText(_last_words(own))
        self.fill_in.setEnabled(not read_only)
        self.unfold.setVisible(bool(own))
        self._show_line(own, helpers)
        for part in self.parts:
            part.show_rows(own, helpers)
        self.table.show_rows(own, helpers)
        self.table.setVisible(bool(own) and self.unfold.isChecked())

    def _show_line(self, rows: Sequence[DayRow], helpers: Mapping[str, str]) -> None:
        asked = instrument(self.code)
        slots = line_rows(score_rows(rows, self.code), asked.slot_days, helped=helpers)
        values = [None if one is None else one.value for one in slots]
        by = Counter(helpers[one.response] for one in slots if one is not None and one.response in helpers)
        self.by.setText(" ".join(say_n("instrument.line_by", n, name=name) for name, n in sorted(by.items())))
        self.by.setVisible(bool(by))
        items = len(SCORED_FROM[self.code][HEADLINE[self.code]])
        many = 1 if HEADLINE[self.code] in ("mean", CHANGE) else items
        name = say(
            "instrument.line_name", title=asked.title, score=say(f"instrument.score.{HEADLINE[self.code]}")
        )
        self.line.show_values(values, asked.low * many, asked.high * many, name)
        self.line.setVisible(len(values) > 1)

    @Slot()
    def _on_fill_in(self) -> None:
        self.open_requested.emit(self.code)


def _stands_words(stands: Standing) -> str:
    if stands.due:
        return say("due.now", title=instrument(stands.code).title)
    if stands.next_day is not None:
        return say("due.next", day=full_day(stands.next_day))
    return say("due.off" if stands.off else "due.not_yet")


def _last_words(rows: Sequence[DayRow]) -> str:
    if not rows:
        return say("instrument.none_yet")
    found = [row.record for row in rows if isinstance(row.record, Response)]
    last = max(found, key=lambda one: (one.day, one.at.local))
    day, scores, answered = full_day(last.day), result_words(last), answered_words(last)
    came_to = say("instrument.last_came_to", day=day, scores=scores, answered=answered)
    return " ".join([came_to, say_n("instrument.times", len(rows))])


class QuestionnaireShelf(Card):
    """`open_requested` gives the code of one to fill in, `edit_requested` the uid of answers to change."""

    open_requested = Signal(str)
    edit_requested = Signal(str)

    touched_by: ClassVar[frozenset[Noun]] = frozenset({Noun.RESPONSE, Noun.SETTING, Noun.ENTRY})

    def __init__(self, store: Store) -> None:
        super().__init__(say("instrument.shelf"), help_text=say("instrument.shelf_about"), spacing=8)
        self._store = store
        self.rows = {code: ShelfRow(code) for code in CODES}
        for row in self.rows.values():
            row.open_requested.connect(self.open_requested)
            row.edit_requested.connect(self.edit_requested)
            self.add(row)
        store.changed.connect(self._on_changed)
        store.opened.connect(self.refresh)
        if store.is_open:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Shows what the diary holds now."""
        rows = response_rows(self._store)
        helpers = helpers_of(self._store)
        for stands in standings(self._store, rows):
            self.rows[stands.code].show_rows(stands, rows, helpers, read_only=self._store.read_only)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._store.is_open and (not changes.nouns or changes.nouns & self.touched_by):
            self.refresh()

    def restyle(self) -> None:
        """Make the tables fit the text size."""
        super().restyle()
        for row in getattr(self, "rows", {}).values():
            row.table.fit()

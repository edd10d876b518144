"""What made it worse or better, as the person thinks: one tap for each factor of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.codes import Effect, EntryKind, Noun, Verb
from diary.models.records import Changes, Measure, Replace
from diary.models.story import Attribution
from diary.store.store import Store
from diary.ui.flares.attributions import SaidCard
from diary.ui.parts.button import Button
from diary.ui.parts.emptying import empty
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.parts.segmented import SegmentedChoice
from diary.ui.today.fields import is_factor
from diary.ui.today.section import Section
from diary.wording import say
from diary.wording.answers import measure_words

COUNTED = timedelta(days=89)
"""What was said is counted over so many days before the day, and it."""


class AttributionCard(Section):
    """The factors answered with yes on a day, then the others; each answer is saved at once, with undo."""

    resized = Signal()
    """There are more or fewer rows: the card needs other room."""

    def __init__(self, store: Store) -> None:
        super().__init__("attribution", say("attribution.title"), folded=True)
        self._store = store
        self._day: date | None = None
        self._entry: str | None = None
        self._all = False
        self._choices: dict[str, SegmentedChoice] = {}
        self.more = Button(say("attribution.more"), "plus", "small")
        self._problem = Label("", "note", "problem_ink", wrap=True)
        self._none = Label(say("attribution.none"), "note", "quiet", wrap=True)
        self._list = QVBoxLayout()
        self.said = SaidCard(store)
        self.turned.connect(self._on_turned)
        self.more.clicked.connect(self._on_more)
        store.changed.connect(self._on_changed)
        self.rows.addWidget(Label(say("attribution.help"), "note", "quiet", wrap=True))
        self.rows.addWidget(self._none)
        self.rows.addLayout(self._list)
        self.rows.addWidget(self.more)
        self.rows.addWidget(self._problem)
        self.rows.addWidget(self.said)
        self._problem.hide()

    # --- what it is about

    def show_day(self, day: date, entry: str | None = None) -> None:
        """Asks about the factors of a day; `entry` is the uid of the saved flare it is asked in."""
        if (day, entry) != (self._day, self._entry):
            self._all = False
            self.set_folded(True)
        self._day, self._entry = day, entry
        self.refresh()

    @property
    def factors(self) -> tuple[str, ...]:
        """The codes in sight, in order."""
        return tuple(self._choices)

    def choice(self, factor: str) -> SegmentedChoice:
        """The four words about one factor; KeyError where it is not in sight."""
        return self._choices[factor]

    def refresh(self) -> None:
        """Reads the day's factors and what was said about them."""
        if not self._store.is_open or self._day is None or self.folded:
            return
        from diary.storage import queries

        try:
            measures = self._store.ask(queries.measures)
            said = self._said_now()
        except DiaryError as error:
            self._tell(str(error))
            return
        self._show_said(measures, said)
        self.said.setVisible(self.said.show_span(self._day - COUNTED, self._day))

    def _show_said(self, measures: Mapping[str, Measure], said: Mapping[str, Attribution]) -> None:
        marked = self._marked(measures)
        known = [code for code, one in measures.items() if is_factor(one)]
        first = [code for code in known if code in marked or code in said]
        rest = [code for code in known if code not in first and not measures[code].hidden]
        self._none.setVisible(not first)
        self.more.setVisible(bool(rest) and not self._all)
        self._show_rows([*first, *(rest if self._all else ())], measures)
        for code, choice in self._choices.items():
            blocked = QSignalBlocker(choice)
            choice.set_value(str(said[code].effect) if code in said else None)
            del blocked
        self._tell("")

    def _marked(self, measures: Mapping[str, Measure]) -> set[str]:
        from diary.storage import queries

        assert self._day is not None  # refresh saw to it
        entry = self._store.ask(queries.entry_on, self._day, EntryKind.DAY, self._store.author)
        readings = () if entry is None else entry.readings
        return {one.measure for one in readings if one.value and one.measure in measures}

    def _said_now(self) -> dict[str, Attribution]:
        """What who writes now said; what somebody else said stays theirs."""
        from diary.storage import author_queries, life_queries

        if self._day is None:
            return {}
        found = self._store.ask(life_queries.between, Attribution, self._day, self._day)
        helped = self._store.ask(author_queries.helped_records, Noun.ATTRIBUTION)
        writer = self._store.author if self._store.is_helped else ""
        ours = [one for one in found if helped.get(one.uid, "") == writer]
        return {one.factor: one for one in ours if one.entry == self._entry}

    # --- rows

    def _show_rows(self, codes: list[str], measures: Mapping[str, Measure]) -> None:
        if codes == list(self._choices):
            return
        self._choices.clear()
        empty(self._list)
        for code in codes:
            self._list.addWidget(self._row(code, measure_words(code, measures)))
        self.resized.emit()

    def _row(self, code: str, name: str) -> QWidget:
        words = [(str(one), say(f"attribution.effect.{one}")) for one in Effect]
        choice = SegmentedChoice(say("attribution.of", factor=name), words, clearable=True)
        choice.setObjectName(code)
        choice.changed.connect(self._on_said)
        self._choices[code] = choice
        room = QWidget()
        flow = FlowLayout(room, gap=8, line_gap=2)
        flow.addWidget(Label(name))
        flow.addStretch()
        flow.addWidget(choice)
        return room

    # --- acts

    @Slot(str, bool)
    def _on_turned(self, _name: str, _folded: bool) -> None:
        self.refresh()

    @Slot()
    def _on_more(self) -> None:
        before = len(self._choices)
        self._all = True
        self.refresh()
        for choice in list(self._choices.values())[before : before + 1]:
            choice.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_said(self, value: object) -> None:
        choice = self.sender()
        if not isinstance(choice, SegmentedChoice) or self._day is None:
            return
        factor = choice.objectName()
        effect = None if value is None else Effect(str(value))
        try:
            self._save(factor, effect)
        except DiaryError as error:
            self.refresh()
            self._tell(str(error))

    def _save(self, factor: str, effect: Effect | None) -> None:
        from diary.storage import queries

        assert self._day is not None  # _on_said saw to it
        old = self._said_now().get(factor)
        name = measure_words(factor, self._store.ask(queries.measures))
        if effect is None:
            if old is not None:
                words = say("attribution.cleared", factor=name)
                self._store.save([Replace(before=old, after=None)], text=words, verb=Verb.DELETE)
            return
        if old is not None:
            new = replace(old, effect=effect)
        else:
            uid = self._store.make_uid()
            new = Attribution(uid=uid, day=self._day, factor=factor, effect=effect, entry=self._entry)
        verb = Verb.SAVE if old is None else Verb.EDIT
        self._store.save(
            [Replace(before=old, after=new)], text=say("attribution.saved", factor=name), verb=verb
        )

    def _tell(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.nouns or changes.nouns & {Noun.ENTRY, Noun.ATTRIBUTION, Noun.MEASURE}:
            self.refresh()

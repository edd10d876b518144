"""The plan of a trial: what is compared, how long, in how many pairs; locked once it has started."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from secrets import randbelow
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout

from diary.models import rules
from diary.models.codes import Noun
from diary.models.inquiry import BLOCK_DAYS, PAIRS, Trial
from diary.ui.forms.ask import Ask, Values, Way
from diary.ui.forms.choice_fields import Choice, NumberField
from diary.ui.forms.drafting import NEW, START, Drafting
from diary.ui.forms.field import LEAST_BESIDE, Field, Row, UnclearError
from diary.ui.forms.line_fields import DateField, LineField, TextField
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.painted import Label
from diary.ui.parts.stepper import Stepper
from diary.ui.trends.trials.words import at_once
from diary.wording import say, say_n
from diary.wording.treatment_words import own_words

if TYPE_CHECKING:
    from diary.store.store import Store

BEGINS: Final = {"pairs": 5, "block_days": 7, "wash_out_days": 2}
"""What a new plan begins with."""

FREE: Final = ("name", "planned_with", "note")
"""What can still be changed once the trial has started."""

LOCKED: Final = ("a", "b", "outcome", "pairs", "block_days", "wash_out_days", "start")
MOST_SEED: Final = 2**31
AHEAD: Final = timedelta(days=366)
"""A plan begins within a year: a mistyped year is asked again."""


class OutcomeField(Field):
    """One measure of the diary."""

    def __init__(self, ask: Ask, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(ask, label)
        self.choice = Choice()
        self.choice.setAccessibleName(label)
        self.choice.addItem(say("trial.form.choose"), "")
        for code, words in options:
            self.choice.addItem(words, code)
        self.choice.activated.connect(self.tell_changed)
        self.setFocusProxy(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addStretch(1)

    def values(self) -> dict[str, object]:
        """The code of the measure, "" for none."""
        return {self.ask.name: self.choice.currentData() or ""}

    def show_values(self, values: Values) -> None:
        """Show the measure."""
        code = values.get(self.ask.name) or ""
        if self.choice.findData(code) < 0:
            self.choice.addItem(str(code), code)
        self.choice.setCurrentIndex(self.choice.findData(code))

    def typed(self) -> object:
        """The code."""
        return self.choice.currentData() or None

    def show_typed(self, typed: object) -> None:
        """Show a code again."""
        self.show_values({self.ask.name: typed if isinstance(typed, str) else ""})


class PlanForm(Card):
    """Asks for a plan; `kept` gives the trial before (None for a new one) and after.

    What is typed is kept as a draft, and stands here again when the same plan is opened.
    """

    kept = Signal(object, object)
    left = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__(say("trial.form.new"), title_role="title", spacing=12)
        self._store = store
        self._before: Trial | None = None
        self._asked: tuple[Sequence[tuple[str, str]], Sequence[str], Sequence[Trial]] = ((), (), ())
        self.has_started = False
        """Whether the plan was locked when it was opened."""
        self.rows: dict[str, Row] = {}
        self.drafting = Drafting(store, self.typed, self)
        self.waiting = InlineMessage(say("form.draft_back"), action=say("form.draft_drop"))
        self.advice = Label(say("trial.advice"), "strong", wrap=True)
        self.lock = Label(say("trial.locked"), "note", wrap=True)
        self.length = Label("", "note", "quiet", wrap=True)
        self.beside = Label("", "note_strong", wrap=True)
        self.save = Button(say("trial.form.save"), kind="primary")
        self.cancel = Button(say("trial.form.cancel"))
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.leave)
        self.waiting.acted.connect(self._on_start_afresh)
        self.waiting.closed.connect(self.waiting.hide)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        for part in (self.advice, self.waiting, self.lock, self.length, self.beside):
            self.add(part)
        self.add(buttons)
        self.body.addStretch(1)

    def show_plan(
        self,
        before: Trial | None,
        outcomes: Sequence[tuple[str, str]],
        treatments: Sequence[str],
        trials: Sequence[Trial] = (),
    ) -> None:
        """Ask for a new plan, or for a change of one.

        `outcomes` by code, `treatments` by name; `trials` are all there are, to tell of days they share.
        """
        self.drafting.keep_now()
        self._before, self._asked = before, (outcomes, treatments, trials)
        self.has_started = before is not None and before.start <= self._store.today()
        self.drafting.key = f"{START}{Noun.TRIAL}:{before.uid if before else NEW}"
        self.set_title(say("trial.form.new" if before is None else "trial.form.edit"))
        self._show_rows()
        typed = self.drafting.kept()
        self.waiting.setVisible(typed is not None)
        if typed is not None:
            for name, row in self.rows.items():
                row.field.show_typed(typed.get(name))
        self.save.setEnabled(not self._store.read_only)
        self._show_length()
        next(iter(self.rows.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        """Make the lines, and show what the plan is or what a new one begins with."""
        before, (outcomes, treatments, _) = self._before, self._asked
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        fields = self._fields(outcomes, treatments)
        names = FREE if self.has_started else tuple(fields)
        self.rows = {name: self._row(fields[name]) for name in names}
        values: dict[str, object] = {**BEGINS, "start": self._store.today() + timedelta(days=1)}
        if before is not None:
            values = {name: getattr(before, name) for name in (*FREE, *LOCKED) if name != "pairs"}
            values["pairs"] = len(before.order)
        first = self.body.indexOf(self.lock)
        for at, row in enumerate(self.rows.values()):
            row.field.show_values(values)
            row.changed.connect(self._on_changed)
            self.body.insertWidget(first + at, row)
        self.lock.setVisible(self.has_started)
        self._fit()

    def _fields(self, outcomes: Sequence[tuple[str, str]], treatments: Sequence[str]) -> dict[str, Field]:
        def line(name: str) -> LineField:
            return LineField(Ask(name=name, way=Way.LINE), say(f"record.trial.{name}"))

        def number(name: str, label: str, least: int, most: int) -> NumberField:
            part = Stepper(label, least=least, most=most, start=BEGINS[name])
            return NumberField(Ask(name=name, way=Way.COUNT), label, part)

        sides = {name: line(name) for name in ("a", "b")}
        for side in sides.values():
            completer = QCompleter(list(treatments), side)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            side.edit.setCompleter(completer)
        start = say("record.trial.start")
        days, washed = say("record.trial.block_days"), say("record.trial.wash_out_days")
        return {
            "name": line("name"),
            **sides,
            "outcome": OutcomeField(Ask(name="outcome", way=Way.CHOICE), say("trial.form.outcome"), outcomes),
            "pairs": number("pairs", say("trial.form.pairs"), *PAIRS),
            "block_days": number("block_days", days, *BLOCK_DAYS),
            "wash_out_days": number("wash_out_days", washed, 0, BLOCK_DAYS[1] - 2),
            "start": DateField(Ask(name="start", way=Way.DAY), start, self._store.today()),
            "planned_with": line("planned_with"),
            "note": TextField(Ask(name="note", way=Way.TEXT), say("record.trial.note")),
        }

    def _row(self, field: Field) -> Row:
        helps = {"a": "a_help", "outcome": "outcome_help", "pairs": "pairs_help"}
        helps["wash_out_days"] = "wash_out_help"
        key = helps.get(field.ask.name)
        return Row(field, say(f"trial.form.{key}") if key else "")

    @property
    def is_new(self) -> bool:
        """Whether a new plan is asked for."""
        return self._before is None

    # --- reading

    def read(self) -> tuple[dict[str, Any], dict[str, str]]:
        """What the lines hold by field, and sentences for what cannot be read."""
        values: dict[str, Any] = {}
        problems: dict[str, str] = {}
        for name, row in self.rows.items():
            try:
                values.update(row.field.values())
            except UnclearError as error:
                problems[name] = str(error)
        for name in ("pairs", "block_days", "wash_out_days", "start"):
            if name in self.rows and name not in problems and values.get(name) is None:
                problems[name] = say("form.needed")
        return values, problems

    def trial(self) -> tuple[Trial | None, dict[str, str]]:
        """The trial that the lines describe, or None, and what does not fit yet by field."""
        values, problems = self.read()
        if problems:
            return None, problems
        if self._before is not None and self.has_started:
            made = replace(self._before, **values)
        else:
            made, problems = self._planned(values)
        for problem in rules.check(made, {}, self._store.today()):
            field = "pairs" if problem.field == "order" else problem.field
            problems.setdefault(field, say(problem.key, **problem.values))
        return (None if problems else made), problems

    def _planned(self, values: Mapping[str, Any]) -> tuple[Trial, dict[str, str]]:
        today = self._store.today()
        seed = self._before.seed if self._before is not None else randbelow(MOST_SEED)
        own = {name: one for name, one in values.items() if name != "pairs"}
        own["order"] = drawn_order(values["pairs"], seed)
        problems = self._start_problem(values["start"])
        if self._before is not None:
            return replace(self._before, **own), problems
        return Trial(uid=self._store.make_uid(), planned=today, seed=seed, **own), problems

    def _start_problem(self, start: date) -> dict[str, str]:
        today = self._store.today()
        if self._before is not None and self._before.start <= today:  # it came while the form was open
            return {"start": say("trial.locked")}
        if start < today:
            return {"start": say("trial.form.start_past")}
        return {"start": say("trial.form.start_far")} if start - today > AHEAD else {}

    def typed(self) -> dict[str, object]:
        """What stands in each line, as JSON values; empty lines are left out."""
        typed = {name: row.field.typed() for name, row in self.rows.items()}
        return {name: one for name, one in typed.items() if one is not None}

    @Slot()
    def _on_changed(self) -> None:
        self.drafting.wait()
        self._show_length()

    def _show_length(self) -> None:
        """Say how long it takes, as soon as that can be read, and which trial shares its days."""
        values, problems = self.read()
        needed = ("pairs", "block_days", "start")
        self.length.setVisible(not self.has_started)
        self.beside.hide()
        unclear = self.has_started or any(name in problems for name in needed)
        if unclear or values["start"] - self._store.today() > AHEAD:
            self.length.setText(say("trial.form.no_length"))
            return
        days = 2 * values["pairs"] * values["block_days"]
        last: date = values["start"] + timedelta(days=days - 1)
        self.length.setText(say_n("trial.form.length", days, day=day_words(last, "d MMMM yyyy")))
        own = self._before.uid if self._before is not None else ""
        shared = [one for one in at_once(self._asked[2], values["start"], last) if one.uid != own]
        if shared:
            self.beside.setText(say("trial.form.beside", name=own_words(shared[0].name)))
            self.beside.show()

    # --- leaving

    @Slot()
    def leave(self) -> None:
        """Go back; what was typed waits here."""
        self.drafting.keep_now()
        self.left.emit()

    @Slot()
    def _on_start_afresh(self) -> None:
        self.drafting.forget()
        self.waiting.hide()
        self._show_rows()
        self._show_length()
        next(iter(self.rows.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; Ctrl+Enter keeps the plan."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept when another face or page is opened."""
        self.drafting.keep_now()
        super().hideEvent(event)

    @Slot()
    def _on_save(self) -> None:
        made, problems = self.trial()
        for name, row in self.rows.items():
            row.set_problem(problems.get(name, ""))
        if made is not None:
            self.drafting.stop()
            self.kept.emit(self._before, made)
            return
        first = next((row for name, row in self.rows.items() if name in problems), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- size

    def _fit(self) -> None:
        for row in self.rows.values():
            row.set_beside(beside=self.width() >= self.theme.px(LEAST_BESIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels stand beside their fields where there is room."""
        super().resizeEvent(event)
        self._fit()


def drawn_order(pairs: int, seed: int) -> tuple[str, ...]:
    """The order of each pair, the same for a seed everywhere."""
    from diary.insight.statistics.blocks import LEAST_BLOCK_DAYS, plan

    return plan(pairs, LEAST_BLOCK_DAYS, 0, seed)

"""The card of medicines on Today: doses are saved at once, the two answers go with the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot

from diary.errors import DiaryError
from diary.models.care import Dose
from diary.models.codes import Answered, AnswerList, Noun, Verb
from diary.models.records import Changes, Replace
from diary.store.store import Store
from diary.ui.medicines.as_needed import NeededRows
from diary.ui.medicines.day import (
    NONE,
    PLANNED,
    AsNeeded,
    MedicineDay,
    Regular,
    amount_steps,
    read_day,
    removing_steps,
    said_steps,
)
from diary.ui.medicines.line import MedicineLine
from diary.ui.medicines.menus import ADD, EFFECT, LATER, NOW, SESSION, more_menu, quick_menu
from diary.ui.medicines.other_forms import OtherForms
from diary.ui.medicines.others import OtherChips
from diary.ui.medicines.panels import PanelHost
from diary.ui.medicines.planned import PlannedRows
from diary.ui.medicines.relief_beside import ReliefBeside
from diary.ui.medicines.taps import Taps
from diary.ui.medicines.words import saved_words
from diary.ui.parts.card import Card
from diary.ui.parts.chip import Chip
from diary.wording import say
from diary.wording.amounts import amount_words

OPEN = "medicines_open"
"""Whether the card was left open on this computer."""

SHOWN = frozenset({Noun.TREATMENT, Noun.DOSE_STEP, Noun.DOSE, Noun.SIDE_EFFECT, Noun.SESSION, Noun.SETTING})
"""The nouns whose changes the card hears."""


class MedicineCard(Card):
    """What one day says of medicines; `changed` tells that `answers` are different now."""

    changed = Signal()

    record_requested = Signal(object, str, object)
    """Noun, uid ("" for a new one) and the values of a new one: opens the whole record."""

    day_requested = Signal(object)
    """Another day, to which a typed time belongs."""

    room_changed = Signal()
    """The card is open or folded now, or shows more or less: it needs other room."""

    def __init__(self, store: Store) -> None:
        super().__init__(spacing=6)
        self.store = store
        self.day: date | None = None
        self.now_shown = MedicineDay()
        self._given: Mapping[AnswerList, Answered] = {}
        self._told: Mapping[AnswerList, Answered] = {}
        self._open = store.looks.value(OPEN, False)
        self._taps = Taps()
        self.setAccessibleName(say("medicine.title"))
        self.set_tight(True)
        self._build()
        store.changed.connect(self._on_changed)
        store.undo_stack.indexChanged.connect(self._on_undo_index)

    def set_tight(self, _tight: bool) -> None:
        """The folded card is one low line: its margins are always small."""
        super().set_tight(True)

    def _build(self) -> None:
        self.line = MedicineLine()
        self.planned = PlannedRows()
        self.nothing = Chip(say("dose.nothing"))
        self.needed = NeededRows(self.nothing)
        self.relief = ReliefBeside(self.store)
        self.others = OtherChips()
        self.panels = PanelHost()
        self._forms = OtherForms(self.store, self.panels, self._save)
        line = self.line
        line.heading.clicked.connect(self._on_heading)
        line.count.clicked.connect(self._on_heading)
        line.add_first.clicked.connect(self._on_add_first)
        line.all_planned.clicked.connect(self._on_all_planned)
        line.not_quite.clicked.connect(self._on_not_quite)
        line.quick.clicked.connect(self._on_quick)
        line.more.clicked.connect(self._on_more)
        for chip in (line.nothing, self.nothing):
            chip.clicked.connect(self._on_nothing)
        self.planned.said.connect(self._on_said)
        self.planned.amount_said.connect(self._on_amount_said)
        self.needed.tapped.connect(self.record_dose)
        self.needed.other_wanted.connect(self.ask_dose)
        self.needed.dose_opened.connect(self.open_dose)
        self.others.opened.connect(self._on_other_opened)
        self.relief.changed.connect(self.room_changed)
        self.panels.changed.connect(self.room_changed)
        for part in (line, self.planned, self.needed, self.relief, self.others, self.panels):
            self.add(part)
        self._show()

    # --- what is shown

    def show_day(self, day: date, answers: Mapping[AnswerList, Answered]) -> None:
        """Shows a day with what its entry (or its draft) answers; emits nothing."""
        if day != self.day:
            self.panels.close_panel()
        self.day = day
        self._given = {key: answers[key] for key in (AnswerList.DOSES, AnswerList.PLANNED) if key in answers}
        self._read()
        self._told = self.answers

    @property
    def answers(self) -> dict[AnswerList, Answered]:
        """What is answered of DOSES and PLANNED; single doses and amounts of the day outweigh the taps."""
        return self.now_shown.answers(self._given)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.nouns or changes.nouns & SHOWN:
            self._read()
            self._tell_changed()

    def _read(self) -> None:
        if self.day is None or not self.store.is_open:
            return
        try:
            self.now_shown = read_day(self.store, self.day)
        except DiaryError as error:
            self.panels.tell(error)
            return
        self._close_gone()
        self._show()

    def _close_gone(self) -> None:
        """Closes the fields of a dose that is gone by now."""
        from diary.ui.medicines.dose_editor import DoseEditor

        panel = self.panels.panel
        if isinstance(panel, DoseEditor):
            row = self._needed(panel.treatment.uid)
            there = row is not None and (
                panel.dose is None or panel.dose.uid in {one.uid for one in row.doses}
            )
            if not there:
                self.panels.close_panel()

    def _tell_changed(self) -> None:
        answers = self.answers
        if answers != self._told:
            self._told = answers
            self.changed.emit()

    def _answer(self, key: AnswerList, value: Answered | None) -> None:
        """Takes an answer of one tap, or takes it back."""
        self._given = {one: said for one, said in self._given.items() if one is not key}
        if value is not None:
            self._given = {**self._given, key: value}
        self._show()
        self._tell_changed()

    def _show(self) -> None:
        shown, answers = self.now_shown, self.answers
        unfolded = self.is_open and not shown.is_bare
        past = self.day is not None and self.store.is_open and self.day != self.store.today()
        self.line.show_day(shown, unfolded=unfolded)
        planned = answers.get(AnswerList.PLANNED)
        partly = planned in (Answered.SOME, Answered.NONE)
        self.line.all_planned.setChecked(planned is Answered.ALL)
        self.line.not_quite.setChecked(partly)
        for chip in (self.line.nothing, self.nothing):
            chip.setChecked(answers.get(AnswerList.DOSES) is Answered.NONE)
        self.nothing.setVisible(not shown.doses)
        self.planned.show_rows(shown.regular)
        one_by_one = partly or any(one.said for one in shown.regular)
        self.planned.setVisible(unfolded and one_by_one and bool(shown.regular))
        self.needed.show_rows(shown.as_needed, past=past)
        self.needed.setVisible(unfolded and bool(shown.as_needed))
        self.others.show_day(shown.effects, shown.sessions)
        self.others.setVisible(not self.others.is_empty and (unfolded or shown.is_bare))
        self.room_changed.emit()

    # --- open and folded

    @property
    def is_open(self) -> bool:
        """Whether all lines are shown."""
        return self._open

    def set_open(self, unfolded: bool) -> None:
        """Opens or folds the card, and remembers it on this computer."""
        if unfolded != self._open:
            self._open = unfolded
            self.store.looks.set_value(OPEN, unfolded)
            if not unfolded:
                self.panels.close_panel()
        self._show()

    @Slot()
    def _on_heading(self) -> None:
        self.set_open(not self._open)
        self.line.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- medicines of every day

    @Slot()
    def _on_all_planned(self) -> None:
        on = self.answers.get(AnswerList.PLANNED) is not Answered.ALL
        if self._drop_amounts():
            self._answer(AnswerList.PLANNED, Answered.ALL if on else None)

    @Slot()
    def _on_not_quite(self) -> None:
        on = self.answers.get(AnswerList.PLANNED) not in (Answered.SOME, Answered.NONE)
        if on or self._drop_amounts():
            self._answer(AnswerList.PLANNED, Answered.SOME if on else None)

    def _drop_amounts(self) -> bool:
        """Takes the amounts of the day away, as one change, before one tap answers for all."""
        doses = [one.dose for one in self.now_shown.regular if one.dose is not None]
        steps = [Replace(before=one, after=None) for one in doses]
        return not steps or self._save(steps, say("medicine.amounts_gone"))

    @Slot(object, object)
    def _on_said(self, row: Regular, said: str | None) -> None:
        assert self.day is not None
        keys = {PLANNED: "medicine.saved_plan_as", NONE: "medicine.saved_plan_none"}
        key = "medicine.saved_plan_gone" if said is None else keys[said]
        steps = said_steps(row, said, self.day, self.store.make_uid())
        self._keep_partly()
        self._save(steps, say(key, name=row.treatment.name))

    @Slot(object, float, str)
    def _on_amount_said(self, row: Regular, amount: float, unit: str) -> None:
        assert self.day is not None
        words = say("medicine.saved_plan", name=row.treatment.name, amount=amount_words(amount, unit))
        self._keep_partly()
        self._save(amount_steps(row, amount, unit, self.day, self.store.make_uid()), words)

    def _keep_partly(self) -> None:
        """The rows stay open while they are answered, also when the last one is taken back."""
        self._given = {**self._given, AnswerList.PLANNED: Answered.SOME}

    # --- doses as needed

    def forget_tap(self) -> None:
        """The next tap is one of its own, however soon."""
        self._taps.forget()

    @Slot(str)
    def record_dose(self, uid: str) -> None:
        """Records a dose now in its usual amount; on a past day without a time, which is asked for."""
        row = self._needed(uid)
        if row is None or self.day is None or self._taps.is_second(uid):
            return
        today = self.day == self.store.today()
        dose = Dose(
            uid=self.store.make_uid(),
            treatment=uid,
            day=self.day,
            at=self.store.now() if today else None,
            amount=row.treatment.usual,
            unit=row.treatment.unit,
        )
        saved = self._save([Replace(before=None, after=dose)], saved_words(dose, row.treatment))
        if saved and not today:
            self.open_dose(uid, dose.uid)
        elif saved:
            self.relief.ask_here()

    def _needed(self, uid: str) -> AsNeeded | None:
        return next((one for one in self.now_shown.as_needed if one.treatment.uid == uid), None)

    @Slot(str)
    def ask_dose(self, uid: str) -> None:
        """Opens the fields for a dose at another time or amount."""
        self.open_dose(uid, "")

    @Slot(str, str)
    def open_dose(self, uid: str, dose_uid: str) -> None:
        """Opens one dose of the day, or ("") a new one."""
        from diary.ui.medicines.dose_editor import DoseEditor

        row = self._needed(uid)
        if row is None or self.day is None:
            return
        dose = next((one for one in row.doses if one.uid == dose_uid), None)
        editor = DoseEditor(self.store, row.treatment, self.day, dose)
        editor.kept.connect(self._on_dose_kept)
        editor.removed.connect(self._on_dose_removed)
        editor.closed.connect(self.panels.close_panel)
        editor.day_wanted.connect(self._on_day_wanted)
        self.panels.open_panel(editor, editor.time)

    @Slot(object)
    def _on_day_wanted(self, day: date) -> None:
        """Opens that day, with a new dose at the time that was typed for it."""
        from diary.ui.medicines.dose_editor import DoseEditor

        typed = self.panels.panel
        self.day_requested.emit(day)
        if isinstance(typed, DoseEditor) and typed.dose is None and self.day == day:
            self.ask_dose(typed.treatment.uid)
            opened = self.panels.panel
            if isinstance(opened, DoseEditor):
                opened.take_over(typed)

    @Slot(object)
    def _on_dose_kept(self, dose: Dose) -> None:
        row = self._needed(dose.treatment)
        if row is None:
            return
        before = next((one for one in row.doses if one.uid == dose.uid), None)
        words = saved_words(dose, row.treatment, new=before is None)
        if self._save([Replace(before=before, after=dose)], words):
            self.panels.close_panel()

    @Slot(object)
    def _on_dose_removed(self, dose: Dose) -> None:
        row = self._needed(dose.treatment)
        name = say("medicine.unnamed") if row is None else row.treatment.name
        if self._save(removing_steps(self.store, [dose]), say("dose.removed", name=name)):
            self.panels.close_panel()
            done = self.panels.tell_done(say("dose.removed", name=name), say("window.undo"))
            done.acted.connect(self.store.undo_stack.undo)

    @Slot(int)
    def _on_undo_index(self, _index: int) -> None:
        """What was said of a removal goes with the next act."""
        if self.panels.done is not None:
            self.panels.clear()

    @Slot()
    def _on_nothing(self) -> None:
        if not self.now_shown.doses:
            on = self.answers.get(AnswerList.DOSES) is not Answered.NONE
            self._answer(AnswerList.DOSES, Answered.NONE if on else None)

    # --- what else

    @Slot()
    def _on_quick(self) -> None:
        """One medicine: a dose of it now. Several: their names."""
        if len(self.now_shown.as_needed) == 1:
            self.record_dose(self.now_shown.as_needed[0].treatment.uid)
            return
        menu = quick_menu(self.now_shown.as_needed, self)
        menu.chosen.connect(self.act)
        menu.open_under(self.line.quick)

    @Slot()
    def _on_more(self) -> None:
        menu = more_menu(self)
        menu.chosen.connect(self.act)
        menu.open_under(self.line.more)

    @Slot(str, str)
    def act(self, act: str, uid: str = "") -> None:
        """Does what a menu offers: NOW and LATER with the uid of a treatment, EFFECT, SESSION, ADD."""
        if act == NOW:
            self.record_dose(uid)
        elif act == LATER:
            self.ask_dose(uid)
        elif act == ADD:
            self._on_add_first()
        elif self.day is not None and act == EFFECT:
            self._forms.ask_effect(self.day, self.now_shown.treatments)
        elif self.day is not None and act == SESSION:
            self._forms.ask_session(self.day)

    @Slot()
    def _on_add_first(self) -> None:
        self.record_requested.emit(Noun.TREATMENT, "", {})

    @Slot(object, str)
    def _on_other_opened(self, noun: Noun, uid: str) -> None:
        self.record_requested.emit(noun, uid, {})

    def _save(self, steps: Sequence[Replace], text: str) -> bool:
        """Saves at once; where that cannot be, says why, and shows what the diary holds."""
        self.panels.clear()
        verb = Verb.DELETE if all(one.after is None for one in steps) else Verb.SAVE
        try:
            self.store.save(steps, text=text, verb=verb)
        except DiaryError as error:
            self._read()
            self.panels.tell(error)
            return False
        return True

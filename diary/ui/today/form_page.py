"""What Today and Pain now share: one form over the record, drafts, saving, and honest answers to trouble."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from diary.errors import ConflictError, DiaryError
from diary.models.codes import AnswerList, EntryKind, Noun, Verb
from diary.models.records import Changes, Entry
from diary.models.rules import least_average_worst
from diary.store.store import Store
from diary.ui.parts.tab_order import see_focus
from diary.ui.today.card_words import unconfirmed_words
from diary.ui.today.choice_field import ChoiceField
from diary.ui.today.drafts import Typed, versions
from diary.ui.today.factors import factors_answer
from diary.ui.today.fields import PAIN_ROWS, Answer
from diary.ui.today.form_parts import FormParts
from diary.ui.today.saving import to_steps
from diary.ui.today.sitting import About, Sitting, read_sitting
from diary.ui.today.typing import Typing, read_draft
from diary.ui.today.unclear import first_unclear
from diary.wording import say, say_n


class FormPage(FormParts):
    """A form that is filled, kept while it is typed, and saved as one change."""

    touched_by = frozenset({Noun.ENTRY, Noun.MEASURE, Noun.SETTING})
    after_save = Signal()

    def __init__(
        self, store: Store, save_words: str, note_words: str, *, name: str, whole_day: bool = True
    ) -> None:
        super().__init__(store, name=name)
        self.sitting = Sitting()
        self.before: dict[EntryKind, Entry | None] = {}
        self.dirty = False
        self.loaded = False
        self._filling = False
        self._save_when_open = False
        self._order_accepted: tuple[Mapping[str, float], bool] | None = None
        self._change_saved: int | None = None
        self._turned_here = False
        self._shown_key = ""
        self.typing = Typing(store, self)
        self._build_form(save_words, note_words, whole_day=whole_day)
        self._connect()

    # --- each page's own

    def about(self) -> About:
        """What the form is about now."""
        raise NotImplementedError

    def draft_key(self) -> str:
        """The name of the form's draft."""
        raise NotImplementedError

    def read(self) -> dict[EntryKind, Entry | None]:
        """The entries of this form as the diary holds them now, by kind."""
        raise NotImplementedError

    def load(self) -> None:
        """Reads what the diary holds into `before` and shows it, or the draft that waits for it."""
        raise NotImplementedError

    def saved_words(self) -> str:
        """What to call a saved change."""
        raise NotImplementedError

    def conflict_words(self) -> str:
        """What to say where the diary holds something else by now."""
        return say("today.conflict")

    def typed_at(self) -> datetime | None:
        """The local time that a draft of this form keeps, where it is about a moment."""
        return None

    def differs(self, sitting: Sitting) -> bool:
        """Whether a form would save something else than the diary holds."""
        return sitting != read_sitting(self.before.values())

    def _connect(self) -> None:
        self.body.changed.connect(self._on_body)
        self.body.numbers_given.connect(self._on_numbers_given)
        self.body.undo_beyond.connect(self.store.undo_stack.undo)
        self.body.redo_beyond.connect(self.store.undo_stack.redo)
        self.measures.changed.connect(self._on_measure)
        self.measures.said.connect(self.announce)
        self.note.textChanged.connect(self._on_note)
        self.said.answered.connect(self.answer)
        self.save_row.save_pressed.connect(self.save)
        self.save_row.undo_pressed.connect(self._on_undo)
        self.store.undo_stack.indexChanged.connect(self._on_undo_index)
        self._on_undo_index(self.store.undo_stack.index())
        self.store.turned.connect(self._on_turned)
        self.store.author_leaving.connect(self._on_author_leaving)
        self.store.author_changed.connect(self._on_author_changed)
        self._save_key.activated.connect(self.save)

    # --- showing

    def show_sitting(self, sitting: Sitting, *, dirty: bool) -> None:
        """Shows a form; `dirty` where it is typed and not saved."""
        self._filling = True
        self.sitting, self.dirty = sitting, dirty
        same, self._shown_key = self._shown_key == self.draft_key(), self.draft_key()
        self.body.open_sitting(sitting)
        self.measures.set_values(sitting.values, sitting.texts, keep_unclear=same)
        if self.note.toPlainText() != sitting.note:
            self.note.setPlainText(sitting.note)
        self._filling = False
        self._show_open()

    def _show_open(self) -> None:
        lines = []
        if words := unconfirmed_words(self.sitting):
            lines.append(words)
        open_answers = sum(code not in self.sitting.answered for code in self.measures.standing)
        if open_answers and not self.sitting.is_empty:
            lines.append(say_n("today.open_answers", open_answers))
        words = "\n".join(lines)
        if words != self.save_row.open_words:
            self.save_row.show_open(words)
            self.refit()

    def _take(self, sitting: Sitting) -> None:
        """The fingers changed the form."""
        if self._filling or sitting == self.sitting:
            return
        self.sitting = sitting
        self._change_saved = None
        self.save_row.show_saved(saved=False)
        self._show_open()
        self.keep_typing()

    def keep_typing(self) -> None:
        """Keeps the draft soon, or lets go of it where nothing differs from what is saved any more."""
        was_dirty, self.dirty = self.dirty, self.differs(self.sitting)
        if self.dirty:
            self.typing.changed(self.draft_key(), self._typed_now)
        elif was_dirty:
            self.typing.forget()
            if self.store.is_open:
                self._drop_draft()

    def _typed_now(self) -> Typed:
        return Typed(sitting=self.sitting, began_from=versions(self.before.values()), at=self.typed_at())

    def _drop_draft(self) -> None:
        try:
            self.store.drop_draft(self.draft_key())
        except DiaryError as error:
            self.tell(str(error), "problem")

    def show_draft(self, saved: Sitting) -> Typed | None:
        """Shows the draft that waits for this form, else what is saved; tells and gives the draft."""
        self.loaded = True
        draft = self.store.draft(self.draft_key())
        typed = read_draft(draft)
        if draft is not None and typed is None:
            self.typing.set_aside(draft)
            self.tell(say("today.draft_unreadable"), "problem")
        if typed is None or (typed.sitting == saved and typed.at is None):
            self.show_sitting(saved, dirty=False)
            return None
        self.show_sitting(typed.sitting, dirty=True)
        if typed.began_from == versions(self.before.values()):
            self.ask(say("today.draft_back"), [("discard", say("today.draft_drop"))])
        else:
            self._ask_which(self.conflict_words())
        return typed

    def _ask_which(self, words: str) -> None:
        self.ask(words, [("mine", say("today.keep_mine")), ("other", say("today.show_other"))])

    @Slot(object)
    def _on_body(self, sitting: Sitting) -> None:
        self._take(replace(self.sitting, places=sitting.places, nothing_hurts=sitting.nothing_hurts))

    @Slot(str, object)
    def _on_measure(self, code: str, answer: Answer) -> None:
        sitting = self.sitting
        if isinstance(self.measures.field(code), ChoiceField):
            sitting = sitting.with_text(code, answer if isinstance(answer, str) else "")
        elif not isinstance(answer, str):
            sitting = sitting.with_value(code, answer)
        factors = self.measures.factors
        if code in factors:
            sitting = sitting.with_answer(AnswerList.FACTORS, factors_answer(sitting.values, factors))
        self._take(sitting)
        self.body.show_sitting(self.sitting)

    @Slot()
    def _on_note(self) -> None:
        self._take(replace(self.sitting, note=self.note.toPlainText()))

    @Slot()
    def _on_numbers_given(self) -> None:
        """The places are done: the keyboard goes to the first question that is open."""
        row = self.measures.first_open(self.sitting.answered)
        (row or self.save_row.save).setFocus(Qt.FocusReason.OtherFocusReason)
        see_focus(self.scroll_area)

    # --- saving

    @Slot()
    def save(self) -> None:
        """Saves what is answered as one change; what is in doubt is asked about, nothing is overwritten."""
        if not self.columns.isEnabled():
            return
        self.said.clear()
        self.body.finish_typing()
        if not self.store.is_open:
            self._save_when_open = True
            self.tell(say("today.opening"))
            return
        if self._unclear_told():
            return
        about = self.about()
        steps = to_steps(self.sitting, about, self.before, self.store.make_uid)
        if not steps:
            self.tell(say("today.nothing_to_save"))
            return
        if self._order_asked(steps[0].after):
            return
        verb = Verb.EDIT if any(one is not None for one in self.before.values()) else Verb.SAVE
        try:
            key = self.draft_key()
            changes = self.store.save(steps, text=self.saved_words(), verb=verb, drop_draft=key)
        except ConflictError:
            self._ask_which(self.conflict_words())
        except DiaryError as error:
            self.tell(str(error), "problem")
        else:
            self._on_saved(changes)

    def first_unclear(self) -> tuple[QWidget, str] | None:
        """The first control whose words cannot be read, and what to say of it; None without one."""
        return first_unclear(self.measures)

    def _unclear_told(self) -> bool:
        """Stops where words cannot be read: they stay, as what is saved does, and all else stays a draft."""
        found = self.first_unclear()
        if found is None:
            return False
        field, words = found
        self.typing.keep_now()
        self.tell(words, "problem")
        self.measures.open_to(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        see_focus(self.scroll_area)
        return True

    def forget_unclear(self) -> None:
        """What cannot be read is let go of with the rest when the form is next shown."""
        self._shown_key = ""

    def _order_asked(self, entry: object) -> bool:
        """Asks once, kindly, about a least above the average, and about pain where nothing hurts."""
        now = self.sitting
        words = _doubt_words(now, entry)
        if not words or self._order_accepted == (now.values, now.nothing_hurts):
            return False
        self._order_accepted = (dict(now.values), now.nothing_hurts)
        self.ask(words, [("save", say("today.save_as_it_is"))])
        return True

    def _on_saved(self, changes: Changes) -> None:
        self.typing.forget()
        self.dirty = False
        if changes.change is None:
            self.load()
            self.tell(say("today.nothing_new"))
            return
        self._change_saved = self.store.undo_stack.index()
        self.load()
        self.caught_up()
        self.save_row.show_saved(saved=True)
        self.after_save.emit()

    @Slot()
    def _on_undo(self) -> None:
        self.store.undo_stack.undo()
        self.announce(say("today.undone"))

    @Slot(int)
    def _on_undo_index(self, index: int) -> None:
        if index != self._change_saved:
            self.save_row.show_saved(saved=False)

    @Slot()
    def _on_turned(self) -> None:
        self._turned_here = True

    # --- saying and asking

    @Slot(str)
    def answer(self, key: str) -> None:
        """What was chosen in a question; pages with questions of their own extend this."""
        self.said.clear()
        if key == "save":
            self.save()
        elif key == "mine":
            # What the diary holds by now is what this typing is to replace.
            self.before = self.read()
            self.save()
        elif key in ("other", "discard"):
            self.discard()

    def discard(self) -> None:
        """Lets go of what was typed and shows what the diary holds."""
        self.forget_unclear()
        self.typing.forget()
        self._drop_draft()
        self.dirty = False
        self.load()

    # --- another person writes

    @Slot()
    def _on_author_leaving(self) -> None:
        """What is typed stays the draft of who typed it."""
        self.body.views.cancel_stroke()
        self.body.finish_typing()
        self.typing.keep_now()

    @Slot()
    def _on_author_changed(self) -> None:
        """The form shows what the one who writes now has written."""
        self.forget_unclear()
        self.typing.forget()
        self.said.clear()
        self.save_row.show_saved(saved=False)
        self._change_saved = None
        self.dirty = False
        if self.loaded:
            self.load()

    # --- following the diary

    def _refresh(self) -> None:
        if not self.dirty:
            self.load()
        elif not self.loaded:
            self._lay_over()
        else:
            self._follow()
        self._turned_here = False
        if self._save_when_open:
            self._save_when_open = False
            # In a turn of its own: reading and the first saving together would hold up the fingers.
            QTimer.singleShot(1, self, self.save)

    def _follow(self) -> None:
        """What is typed stays while the diary changes under it; what differs from nothing is let go."""
        now = self.read()
        if now == self.before:
            return
        own = self._turned_here
        before, self.before = self.before, now
        if not self.differs(self.sitting):
            self.discard()
        elif own:
            # An undo here is no surprise: the typing goes on from what the diary holds by now.
            self.ask(say("today.turned"), [("discard", say("today.draft_drop"))])
            self.keep_typing()
        else:
            self.before = before
            if not self.said.asks_for("mine"):
                self._ask_which(self.conflict_words())

    def _lay_over(self) -> None:
        """Typing that came before the diary was open stands over what the diary holds."""
        typed = self.sitting
        self.load()
        self.show_sitting(typed.over(self.sitting), dirty=True)
        self.keep_typing()


def _doubt_words(sitting: Sitting, entry: object) -> str:
    """What may be a slip in a form, as a question; "" where nothing may."""
    if sitting.nothing_hurts:
        code = next((one for one in PAIN_ROWS if sitting.values.get(one)), None)
        if code is not None:
            name, number = say(f"measure.{code}.name"), f"{sitting.values[code]:g}"
            return say("factor.pain_nowhere", name=name[:1].lower() + name[1:], number=number)
    pair = least_average_worst(entry) if isinstance(entry, Entry) else None
    if pair is None:
        return ""
    lower, upper = (say(f"measure.{code}.name") for code in pair)
    return say("today.order", lower=lower, upper=upper[:1].lower() + upper[1:])

"""The form of one record of treatments, story or plan: add, edit, stop, delete."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.errors import ConflictError, DiaryError, RefusedError
from diary.models.codes import Noun, Verb
from diary.models.nouns import PLAIN
from diary.models.records import Record, Replace
from diary.store.store import Store
from diary.ui.forms import saving
from diary.ui.forms.belonging import BelongingCard
from diary.ui.forms.drafting import Drafting, draft_key
from diary.ui.forms.form_card import FormCard
from diary.ui.forms.merging import merge
from diary.ui.forms.naming import short_name
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.message import InlineMessage
from diary.ui.parts.question import Question
from diary.ui.versions.card import VersionsCard
from diary.ui.versions.told import differences
from diary.wording import say, say_n

NOTHING: Mapping[str, object] = MappingProxyType({})


class RecordPage(Page):
    """Shown aside by the window: `begin` or `edit`, then `done` once it was saved, deleted or left.

    What is typed and not saved is kept, and there again when the same form is opened.
    """

    done = Signal()
    record_requested = Signal(object, str, object)
    """Noun, uid ("" for a new one) and preset of a record that belongs to this one."""
    erase_requested = Signal(object, str)
    """Noun and uid of the record that shall be erased for good."""

    deleted = Signal(str)
    """What was deleted, in words; the newest step of undo brings it back."""

    touched_by: ClassVar[frozenset[Noun]] = frozenset()
    widest = 860

    def __init__(self, store: Store) -> None:
        super().__init__(store, "", name=say("form.page"))
        self.noun = Noun.TREATMENT
        self.before: Record | None = None
        self._preset: Mapping[str, object] = NOTHING
        self._coming: tuple[Noun, str] | None = None
        self._under: tuple[Noun, str] | None = None
        self.asked: Question | None = None
        """The question whether to delete, while it stands."""
        self._build()
        self.drafting = Drafting(store, self.form.changed, self)

    def _build(self) -> None:
        self.back = Button(say("form.back"), "previous", "quiet")
        self.form = FormCard()
        self.belonging = BelongingCard()
        self.versions = VersionsCard(self.store)
        self.message = InlineMessage("", "problem")
        self.waiting = InlineMessage(say("form.draft_back"), action=say("form.draft_drop"))
        self.save = Button(say("form.save"), kind="primary")
        self.cancel = Button(say("form.cancel"))
        self.delete = Button(say("form.delete"), "trash", "quiet")
        self.erase = Button(say("erase.open"), kind="link")
        self.message.hide()
        self.waiting.hide()
        self.back.clicked.connect(self.leave)
        self.form.edited.connect(self._on_edited)
        self.belonging.record_requested.connect(self._on_record_requested)
        self.waiting.acted.connect(self._on_start_afresh)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._on_cancel)
        self.delete.clicked.connect(self._on_delete)
        self.erase.clicked.connect(self._on_erase)
        self.versions.brought_back.connect(self._on_brought_back)
        self.versions.trouble.connect(self._tell)
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.erase)
        row.addWidget(self.delete)
        self.header.removeWidget(self.title)
        self.add_to_header(self.back)
        self.add_to_header(self.title)
        self.header.addStretch()
        self.add(self.waiting)
        self.add(self.form)
        self.add(self.message)
        self.add(acts)
        self.add(self.belonging)
        self.add(self.versions)
        self.content.addStretch(1)

    # --- which record

    def begin(self, noun: Noun, preset: Mapping[str, object] = NOTHING) -> None:
        """A new record; `preset` holds values of its fields that are known already."""
        self._open(noun, None, preset)

    def edit(self, noun: Noun, uid: str, preset: Mapping[str, object] = NOTHING) -> None:
        """A record that is kept, with `preset` typed over it; where it is gone by now, the page says so."""
        from diary.storage import life_queries

        self.drafting.keep_now()
        found = self.store.ask(life_queries.one_of, PLAIN[noun], uid)
        if found is None:
            self._open(noun, None, NOTHING)
            self._tell(say("form.gone"))
        else:
            self._open(noun, found, preset)

    def _open(self, noun: Noun, before: Record | None, preset: Mapping[str, object]) -> None:
        self.drafting.keep_now()
        self._under, self._coming = self._coming, None
        self.noun, self.before, self._preset = noun, before, preset
        self.drafting.key = draft_key(noun, before.uid if before is not None else "", preset)
        self._hush()
        self._show_record()
        typed = self.drafting.kept()
        self.waiting.setVisible(typed is not None)
        if typed is not None:
            known = {name: one for name, one in typed.items() if name not in preset}
            self.form.show_typed({**self.form.typed(), **known} if preset or before else known)
        self.title.setText(say(f"form.title.{'edit' if before else 'new'}", what=say(f"form.noun.{noun}")))
        self.title.show()
        self.setAccessibleName(self.title.text())
        self.delete.setVisible(before is not None and not self.store.read_only)
        self.erase.setVisible(before is not None and not self.store.read_only)
        self.versions.show_of(before)
        self.save.setEnabled(not self.store.read_only)
        self.belonging.show_of(self.store, before)
        self.form.focus_first()
        self.announce(self.title.text())

    def _show_record(self) -> None:
        today, before = self.store.today(), self.before
        begins = {**saving.first_values(self.noun, today), **self._preset}
        values = begins if before is None else {**saving.values_of(before), **self._preset}
        with QSignalBlocker(self.form):
            self.form.show_form(self.store, self.noun, values, today, is_new=before is None)

    def _refresh(self) -> None:
        """What belongs to the record may have changed; what is typed stays."""
        self.belonging.show_of(self.store, self.before)

    @Slot()
    def _on_brought_back(self) -> None:
        self.drafting.forget()
        if self.before is not None:
            self.edit(self.noun, self.before.uid)

    @Slot()
    def _on_erase(self) -> None:
        if self.before is not None:
            self.drafting.keep_now()
            self.erase_requested.emit(self.noun, self.before.uid)

    # --- leaving

    @Slot()
    def leave(self) -> None:
        """Goes back; what is typed is kept."""
        self.drafting.keep_now()
        self._finish()

    def _finish(self) -> None:
        """Back to the record that this one was opened from, else to the page before."""
        under, self._under = self._under, None
        if under is not None:
            self.edit(*under)
        else:
            self.done.emit()

    @Slot()
    def _on_cancel(self) -> None:
        self.drafting.forget()
        self._finish()

    @Slot(object, str, object)
    def _on_record_requested(self, noun: Noun, uid: str, preset: Mapping[str, object]) -> None:
        self.drafting.keep_now()
        self._coming = None if self.before is None else (self.noun, self.before.uid)
        self.record_requested.emit(noun, uid, preset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; Ctrl+Enter saves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save.click()
        else:
            super().keyPressEvent(event)

    # --- typing

    @Slot()
    def _on_edited(self) -> None:
        self.message.hide()
        self.drafting.wait()

    @Slot()
    def _on_start_afresh(self) -> None:
        self.drafting.forget()
        self.waiting.hide()
        self._show_record()
        self.form.focus_first()

    def _hush(self) -> None:
        self.message.hide()
        self._answered()

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    # --- saving

    @Slot()
    def _on_save(self) -> None:
        self._hush()
        values, problems = self.form.read()
        steps: list[Replace] = []
        if not problems:
            steps, problems = self._steps(values)
        self._show_problems(problems)
        if not problems:
            self._keep(steps)

    def _steps(self, values: dict[str, object]) -> tuple[list[Replace], dict[str, str]]:
        begins = {} if self.before else {**saving.first_values(self.noun, self.store.today()), **self._preset}
        fields = PLAIN[self.noun].__dataclass_fields__
        whole = {**{name: one for name, one in begins.items() if name in fields}, **values}
        record, problems = saving.record_of(self.store, self.noun, self.before, whole)
        steps = [Replace(before=self.before, after=record)]
        if self.noun is Noun.TREATMENT and self.before is None:
            step, more = saving.first_step(self.store, record, values)
            problems = {**problems, **more}
            steps += [Replace(before=None, after=step)] if step is not None else []
        return steps, problems

    def _show_problems(self, problems: Mapping[str, str]) -> None:
        beside = {name: words for name, words in problems.items() if self.form.has_line(name)}
        self.form.show_problems(beside)
        others = [words for name, words in problems.items() if name not in beside]
        if others:
            self._tell(" ".join(others))

    def _keep(self, steps: list[Replace]) -> None:
        verb = Verb.SAVE if self.before is None else Verb.EDIT
        kept: Any = steps[0].after
        self.drafting.stop()
        try:
            self.store.save(steps, text=self._act(kept), verb=verb, drop_draft=self.drafting.key)
        except ConflictError as error:
            self._meet(kept, error.current)
            self.drafting.wait()
        except RefusedError as error:
            self.drafting.wait()
            self._show_problems({one.field: say(one.key, **one.values) for one in error.problems})
        except DiaryError as error:
            self.drafting.wait()
            self._tell(str(error))
        else:
            self.announce(say("form.saved", what=self._act(kept)))
            self._finish()

    def _meet(self, typed: Record, current: Record | None) -> None:
        """Another window changed the record meanwhile: brings in what was not typed over, and says so."""
        base, self.before = self.before, current
        if base is None or current is None:
            self._tell(say("form.conflict_gone"))
            return
        merged = merge(base, typed, current)
        with QSignalBlocker(self.form):
            self.form.show_values(saving.values_of(merged.record), merged.taken)
        self.versions.show_of(current)
        changes = "; ".join(differences(base, current)) or say("version.same")
        both = self.form.labels(merged.both)
        clash = say("form.conflict_both", fields=", ".join(both)) if both else ""
        self._tell(" ".join(part for part in (say("form.conflict", changes=changes), clash) if part))

    def _act(self, record: Record) -> str:
        """What the change is called."""
        return say("form.act", what=say(f"form.noun.{self.noun}"), name=short_name(record))

    # --- deleting

    @Slot()
    def _on_delete(self) -> None:
        self._hush()
        if self.before is None:
            return
        gone = saving.counted(saving.deletion(self.store, self.before), self.before)
        parts = [say_n(f"form.with.{noun}", n) for noun, n in sorted(gone.items())]
        words = say("form.delete_ask", what=self._act(self.before))
        if parts:
            words = say("form.delete_with", ask=words, parts=", ".join(parts))
        choices = [("delete", say("form.delete_now")), ("keep", say("form.delete_keep"))]
        self.asked = Question(say("form.delete_back", ask=words), choices, "problem")
        self.asked.answered.connect(self._on_delete_answered)
        self.content.insertWidget(self.content.indexOf(self.message), self.asked)
        self.asked.buttons["keep"].setFocus()

    def _answered(self) -> None:
        if self.asked is not None:
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None

    @Slot(str)
    def _on_delete_answered(self, key: str) -> None:
        self._answered()
        if key != "delete" or self.before is None:
            self.delete.setFocus()
            return
        try:
            steps = saving.deletion(self.store, self.before)
            told = self._deleted_words(steps, self.before)
            text = say("form.deleted_act", what=self._act(self.before))
            self.drafting.stop()
            self.store.save(steps, text=text, verb=Verb.DELETE, drop_draft=self.drafting.key)
        except ConflictError as error:
            self._look_again(error.current)
        except DiaryError as error:
            self._tell(str(error))
        else:
            self._finish()
            self.deleted.emit(told)

    @staticmethod
    def _deleted_words(steps: list[Replace], record: Record) -> str:
        """What went: "Tramadol deleted, with 20 doses"."""
        parts = [say_n(f"form.with.{noun}", n) for noun, n in sorted(saving.counted(steps, record).items())]
        name = short_name(record) or say(f"form.noun.{record.noun}")
        if not parts:
            return say("form.deleted", name=name)
        return say("form.deleted_with", name=name, parts=", ".join(parts))

    def _look_again(self, changed: Record | None) -> None:
        """Nothing was deleted: the record, or one that goes with it, was changed elsewhere meanwhile."""
        from diary.storage import life_queries

        assert self.before is not None  # only a kept record can be deleted
        now = self.store.ask(life_queries.one_of, PLAIN[self.noun], self.before.uid)
        if now is None:
            self.before = None
            self._tell(say("form.gone"))
            return
        if changed is not None and (changed.noun, changed.uid) == (self.noun, now.uid):
            values, problems = self.form.read()
            typed = self.before if problems else self._steps(values)[0][0].after
            self._meet(typed or now, now)
        self.belonging.show_of(self.store, now)
        self._tell(say("form.conflict_delete"))

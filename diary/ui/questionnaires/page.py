"""The page of one questionnaire: its questions, what they come to, and Get help one press away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.errors import ConflictError, DiaryError
from diary.insight.instruments import Instrument, instrument
from diary.insight.questionnaires import known, merged_answers, numbers, window
from diary.models.codes import Noun, Verb
from diary.models.records import Replace
from diary.models.story import Answer, Response
from diary.store.store import Store
from diary.ui.page import Page
from diary.ui.parts.button import Button
from diary.ui.parts.message import InlineMessage
from diary.ui.questionnaires.facts import change_since
from diary.ui.questionnaires.result_card import ResultCard
from diary.ui.questionnaires.said import conflict_words, full_day
from diary.ui.questionnaires.sheet import Sheet
from diary.ui.versions.card import VersionsCard
from diary.wording import say

DRAFT = "response:"
WIDEST = 860


class QuestionnairePage(Page):
    """One questionnaire, new (`begin`) or earlier (`edit`). `done` asks the window to go back.

    `deleted` says what was deleted, for the page the person comes back to, which may offer Undo.
    """

    done = Signal()
    help_requested = Signal()
    deleted = Signal(str)

    touched_by: ClassVar[frozenset[Noun]] = frozenset({Noun.RESPONSE})
    widest = WIDEST

    def __init__(self, store: Store) -> None:
        super().__init__(store, name=say("instrument.page"))
        self.sheet: Sheet | None = None
        self.message: InlineMessage | None = None
        self._code = ""
        self._uid = ""
        self._before: Response | None = None
        self._build_header()
        self._build_foot()
        self.content.addStretch(1)
        store.author_changed.connect(self._on_author_changed)

    def _build_header(self) -> None:
        self.back = Button(say("instrument.back"), "previous")
        self.get_help = Button(say("instrument.get_help"), "help")
        self.back.clicked.connect(self.leave)
        self.get_help.clicked.connect(self.help_requested)
        self.header.removeWidget(self.title)
        self.add_to_header(self.back)
        self.add_to_header(self.title)
        self.title.show()
        self.header.addStretch()
        self.add_to_header(self.get_help)

    def _build_foot(self) -> None:
        self.result = ResultCard()
        self.save_button = Button(say("instrument.save"), "save", "primary")
        self.delete_button = Button(say("instrument.delete"), "trash", "quiet")
        self.save_button.clicked.connect(self.save)
        self.delete_button.clicked.connect(self.delete)
        self.result.left.connect(self.leave)
        self.result.undo_pressed.connect(self.store.undo_stack.undo)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self.delete_button)
        row.addStretch(1)
        row.addWidget(self.save_button)
        self.add(self.result)
        self.versions = VersionsCard(self.store)
        self.versions.brought_back.connect(self._on_brought_back)
        self.versions.trouble.connect(self.tell)
        self.add(self._foot)
        self.add(self.versions)
        self.result.hide()

    # --- which questionnaire

    def begin(self, code: str) -> None:
        """A questionnaire of today; what was answered before and not saved is there again."""
        self._open(code, "")

    def edit(self, uid: str) -> None:
        """Opens the answers of an earlier day; saving makes them a new version."""
        self._open("", uid)

    def _open(self, code: str, uid: str) -> None:
        self._code, self._uid, self._before = code, uid, None
        self.hush()
        if self.store.is_open:
            self._load()
        else:
            self._owe_refresh()

    def _load(self) -> None:
        from diary.storage import life_queries

        if self._uid:
            self._before = self.store.ask(life_queries.one_of, Response, self._uid)
            if self._before is None:
                self._show_nothing(say("instrument.gone"))
                return
            self._code = self._before.instrument
        asked = instrument(self._code) if self._before is None else known(self._before)
        if asked is None:
            self._show_nothing(say("instrument.unknown"))
            return
        self._show_sheet(asked)
        self._show_draft()
        self.caught_up()

    def _show_nothing(self, words: str) -> None:
        self._take_sheet()
        self.result.hide()
        self._foot.hide()
        self.versions.hide()
        self.tell(words)
        self.back.setFocus()

    def _take_sheet(self) -> None:
        if self.sheet is not None:
            self.content.removeWidget(self.sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def _show_sheet(self, asked: Instrument) -> None:
        before = self._before
        if before is None:
            since, until = window(asked, self.store.today(), change_since(self.store))
        else:
            since, until = before.since, before.until
        self._take_sheet()
        self.sheet = Sheet(asked, since, until)
        self.sheet.set_answers(numbers(before.answers) if before is not None else {})
        self.sheet.changed.connect(self._on_answered)
        self.title.setText(asked.title)
        self.setAccessibleName(asked.title)
        self.content.insertWidget(0, self.sheet)
        self._show_form()
        if before is not None:
            self.tell(say("instrument.edited", day=full_day(before.day)))
        self.scroll_area.verticalScrollBar().setValue(0)
        self.sheet.focus_first()

    def _show_form(self) -> None:
        writable = not self.store.read_only
        self.result.hide()
        self._foot.show()
        self.save_button.setEnabled(writable)
        self.delete_button.setVisible(self._before is not None)
        self.delete_button.setEnabled(writable)
        self.versions.show_of(self._before)
        if self.sheet is not None:
            self.sheet.show()
        if not writable:
            self.tell(say("instrument.read_only"))

    # --- what is answered and not saved

    def _draft_key(self) -> str:
        return f"{DRAFT}{self._uid or self._code}"

    def _show_draft(self) -> None:
        draft = self.store.draft(self._draft_key())
        kept: object = None
        if draft is not None:
            with suppress(ValueError):
                kept = json.loads(draft.content)
        answers = kept.get("answers") if isinstance(kept, dict) else None
        if not isinstance(answers, dict) or self.sheet is None:
            return
        base = kept.get("base") if isinstance(kept, dict) else None
        good, now = _ints(answers), self._kept_answers()
        good = merged_answers(_ints(base), good, now).answers if isinstance(base, dict) else good
        if good == now:
            return
        self.sheet.set_answers(good)
        self.sheet.focus_first()
        self.tell(say("instrument.draft_back"), action=say("instrument.discard"))

    def _kept_answers(self) -> dict[str, int]:
        return numbers(self._before.answers) if self._before is not None else {}

    @property
    def dirty(self) -> bool:
        """Whether something is answered that is not saved."""
        return self.sheet is not None and self.sheet.answers != self._kept_answers()

    @Slot()
    def _on_answered(self) -> None:
        if self.sheet is None or self.store.read_only:
            return
        if self.dirty:
            typed = {"answers": self.sheet.answers, "base": self._kept_answers()}
            self.store.keep_draft(self._draft_key(), json.dumps(typed))
        else:
            self._forget_draft()

    def _forget_draft(self) -> None:
        try:
            self.store.drop_draft(self._draft_key())
        except DiaryError as error:
            self.tell(str(error), "problem")

    @Slot()
    def discard(self) -> None:
        """Lets go of what was answered and not saved."""
        if self.sheet is not None:
            self.sheet.set_answers(self._kept_answers())
            self._forget_draft()
            self.hush()
            self.sheet.focus_first()

    # --- saving

    @Slot()
    def save(self) -> None:
        """Keeps the answers, then says what they come to."""
        if self.sheet is None or self.store.read_only or self.sheet.isHidden():
            return
        if not self.sheet.answers:
            self.tell(say("instrument.nothing_yet"), "problem")
            self.sheet.focus_first()
            return
        after = self._response(self.sheet)
        words = say("instrument.saved", title=self.sheet.asked.title)
        verb = Verb.SAVE if self._before is None else Verb.EDIT
        steps = [Replace(before=self._before, after=after)]
        key = self._draft_key()
        if self._change(steps, words, verb, key):
            self._uid, self._before = after.uid, after
            self._show_result(after)

    def _response(self, sheet: Sheet) -> Response:
        answers = tuple(Answer(item=code, value=value) for code, value in sheet.answers.items())
        if self._before is not None:
            return replace(self._before, answers=answers)
        # The days that stand above the questions, also where midnight passed meanwhile.
        return Response(
            uid=self.store.make_uid(),
            instrument=sheet.asked.code,
            version=sheet.asked.version,
            language=sheet.asked.language,
            day=sheet.until,
            at=self.store.now(),
            since=sheet.since,
            until=sheet.until,
            answers=answers,
        )

    def _change(self, steps: list[Replace], words: str, verb: Verb, key: str) -> bool:
        self.hush()
        try:
            self.store.save(steps, text=words, verb=verb, drop_draft=key)
        except ConflictError as error:
            self._meet(error.current if isinstance(error.current, Response) else None)
            return False
        except DiaryError as error:
            self.tell(str(error), "problem")
            return False
        return True

    def _meet(self, current: Response | None) -> None:
        """Another window changed the answers: brings in those not given here, and says which differ."""
        base, self._before = self._kept_answers(), current
        if self.sheet is None or current is None:
            self.tell(say("instrument.conflict"), "problem")
            return
        mine, theirs = self.sheet.answers, numbers(current.answers)
        merged = merged_answers(base, mine, theirs)
        self.sheet.set_answers(merged.answers)
        self._on_answered()
        self.versions.show_of(current)
        self.tell(conflict_words(merged, theirs), "problem")

    def _show_result(self, response: Response) -> None:
        if self.sheet is not None:
            self.sheet.hide()
        self._foot.hide()
        self.versions.hide()
        self.result.show_response(response)
        self.result.show()
        self.caught_up()
        self.scroll_area.verticalScrollBar().setValue(0)
        self.announce(self.result.words)
        self.result.go_back.setFocus()

    @Slot()
    def delete(self) -> None:
        """Takes the answers out of the diary; Undo brings them back."""
        before = self._before
        if before is None or self.sheet is None:
            return
        words = say("instrument.deleted", title=self.sheet.asked.title)
        if self._change([Replace(before=before, after=None)], words, Verb.DELETE, self._draft_key()):
            self.deleted.emit(words)
            self.done.emit()

    # --- what happens meanwhile

    def _refresh(self) -> None:
        """The answers shown may be gone, or brought back, by an undo or another window."""
        from diary.storage import life_queries

        if not (self._code or self._uid):
            return
        if self.sheet is None:
            self._load()
            return
        if not self._uid:
            return
        now = self.store.ask(life_queries.one_of, Response, self._uid)
        if now is None and self._before is not None:
            # What was answered stays on the page, as answers that are not saved.
            self._uid, self._before = "", None
            self._show_form()
            self._on_answered()
            self.sheet.focus_first()
        elif now is not None and now != self._before and not self.dirty:
            self._before = now
            self.sheet.set_answers(numbers(now.answers))
            if self.result.isHidden():
                self.versions.show_of(now)
            if not self.result.isHidden():
                self.result.show_response(now)

    @Slot()
    def _on_brought_back(self) -> None:
        self._forget_draft()
        self._load()

    @Slot()
    def _on_author_changed(self) -> None:
        """Another person writes: what was answered and not saved waits for who answered it."""
        if self.sheet is not None and self.result.isHidden():
            self.hush()
            self._load()

    @Slot()
    def leave(self) -> None:
        """Goes back; what is answered and not saved is kept as it is."""
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves, Esc goes back."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.matches(QKeySequence.StandardKey.Cancel) or event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def tell(self, words: str, kind: str = "info", *, action: str = "") -> None:
        """Says something above the questions; an action empties the form."""
        self.hush()
        self.message = InlineMessage(words, kind, action=action)
        self.message.closed.connect(self.hush)
        self.message.acted.connect(self.discard)
        self.content.insertWidget(0, self.message)

    @Slot()
    def hush(self) -> None:
        """Takes the message away."""
        if self.message is not None:
            self.content.removeWidget(self.message)
            self.message.hide()
            self.message.deleteLater()
            self.message = None


def _ints(answers: Mapping[str, object]) -> dict[str, int]:
    return {code: value for code, value in answers.items() if isinstance(value, int)}

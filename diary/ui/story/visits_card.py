"""The next visit, the running list of questions for it, and the visits before."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.insight.story import moved, next_and_past, running
from diary.models.codes import Noun
from diary.models.records import Replace
from diary.models.story import Consult, Question
from diary.store.store import Store
from diary.ui.forms.link import Link
from diary.ui.forms.naming import record_name
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.story.keeping import Keeping
from diary.ui.story.question_row import DOWN, EDIT, FOR, UP, QuestionRow
from diary.ui.story.reading import Story
from diary.wording import say

PAST = 5
"""So many past visits are listed; all of them stand in History."""
LONGEST = 500


class VisitsCard(Card):
    """A question is added in one line with Enter."""

    record_requested = Signal(object, str, object)

    def __init__(self, store: Store, keeping: Keeping) -> None:
        super().__init__(say("story.visits"), spacing=4)
        self._store = store
        self._keeping = keeping
        self._story: Story | None = None
        self.rows: dict[str, QuestionRow] = {}
        self.add_one = Button(say("story.add.consult"), "plus", "small")
        self.none = Label(say("story.no_visit"), "body", "quiet", wrap=True)
        self.ahead = _Links()
        self.questions = Label(say("story.questions"), "note_strong")
        self.new = QLineEdit()
        self.new.setMaxLength(LONGEST)
        self.new.setPlaceholderText(say("story.new_question"))
        self.new.setAccessibleName(say("story.new_question"))
        self.past_title = Label(say("story.past_visits"), "note_strong")
        self.past = _Links()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add_one.clicked.connect(self._on_add)
        self.new.returnPressed.connect(self._on_new)
        self.ahead.asked.connect(self._on_visit)
        self.past.asked.connect(self._on_visit)
        self.header.addWidget(self.add_one)
        for widget in (self.none, self.ahead, self.questions):
            self.add(widget)
        self.add(self._list)
        for below in (self.new, self.past_title, self.past):
            self.add(below)

    def show_story(self, story: Story) -> None:
        """Shows visits and questions; a row that stays keeps the focus and what is typed in it."""
        self._story = story
        ahead, past = next_and_past(story.consults, story.today)
        self.none.setVisible(not ahead)
        self.ahead.show_records(ahead)
        self.past.show_records(past[:PAST])
        self.past_title.setVisible(bool(past))
        self.new.setReadOnly(self._store.read_only)
        self._show_questions(running(story.questions, past), (*ahead, *past[:PAST]))

    def _show_questions(self, questions: tuple[Question, ...], consults: tuple[Consult, ...]) -> None:
        for uid in self.rows.keys() - {one.uid for one in questions}:
            row = self.rows.pop(uid)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, question in enumerate(questions):
            row = self.rows.get(question.uid) or self._make_row(question)
            if self._list.indexOf(row) != at:
                self._list.removeWidget(row)
                self._list.insertWidget(at, row)
            row.show_question(question, consults)

    def _make_row(self, question: Question) -> QuestionRow:
        row = QuestionRow(question)
        row.ticked.connect(self._on_ticked)
        row.answered.connect(self._on_answered)
        row.asked.connect(self._on_asked)
        self.rows[question.uid] = row
        return row

    # --- by hand

    @Slot()
    def _on_new(self) -> None:
        words = " ".join(self.new.text().split())
        if not words or self._story is None:
            return
        place = max((one.position for one in self._story.questions), default=-1) + 1
        uid, today = self._store.make_uid(), self._store.today()
        if self._keeping.keep(None, Question(uid=uid, text=words, asked=today, position=place)):
            self.new.clear()

    @Slot(bool)
    def _on_ticked(self, done: bool) -> None:
        row = self.sender()
        if isinstance(row, QuestionRow):
            self._keeping.keep(row.question, replace(row.question, done=done))

    @Slot(str)
    def _on_answered(self, words: str) -> None:
        row = self.sender()
        if isinstance(row, QuestionRow):
            self._keeping.keep(row.question, replace(row.question, answer=words))

    @Slot(str)
    def _on_asked(self, key: str) -> None:
        row = self.sender()
        if not isinstance(row, QuestionRow) or self._story is None:
            return
        one = row.question
        if key == EDIT:
            self.record_requested.emit(Noun.QUESTION, one.uid, {})
        elif key.startswith(FOR):
            consult = key.removeprefix(FOR)
            self._keeping.keep(one, replace(one, consult=None if consult == one.consult else consult))
        elif key in (UP, DOWN):
            self._move(one, -1 if key == UP else 1)

    def _move(self, question: Question, by: int) -> None:
        assert self._story is not None  # a row is there once a story is shown
        _, past = next_and_past(self._story.consults, self._story.today)
        listed = running(self._story.questions, past)
        places = moved(listed, question.uid, by)
        steps = [
            Replace(before=one, after=replace(one, position=places[one.uid]))
            for one in listed
            if one.uid in places
        ]
        if steps:
            self._keeping.keep_all(steps, question)

    @Slot(str)
    def _on_visit(self, uid: str) -> None:
        self.record_requested.emit(Noun.CONSULT, uid, {})

    @Slot()
    def _on_add(self) -> None:
        self.record_requested.emit(Noun.CONSULT, "", {})


class _Links(QWidget):
    """Visits as links, one a line."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_records(self, records: tuple[Consult, ...]) -> None:
        """Shows these, in their order."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [Link(record_name(one)) for one in records]
        for button, one in zip(self.buttons, records, strict=True):
            button.setObjectName(one.uid)
            button.clicked.connect(self._on_button)
            self._column.addWidget(button)
        self.setVisible(bool(records))

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.asked.emit(button.objectName())

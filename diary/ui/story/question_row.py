"""One question for a visit: ticked when it is answered, and then with what was said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from diary.models.story import Consult, Question
from diary.ui.forms.naming import record_name
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.wording import say

UP, DOWN, EDIT, FOR = "up", "down", "edit", "for "


class QuestionRow(QWidget):
    """`ticked`, `answered` and `asked` (up, down, edit, or "for " and a visit's uid) tell what is wanted."""

    ticked = Signal(bool)
    answered = Signal(str)
    asked = Signal(str)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self._consults: Sequence[Consult] = ()
        self.tick = QCheckBox()
        self.words = Label("", wrap=True)
        self.visit = Label("", "note", "quiet", wrap=True)
        self.more = IconButton("more", say("story.question_more", question=question.text))
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(say("story.answer_hint"))
        self.tick.setMinimumSize(32, 32)
        self.tick.clicked.connect(self.ticked)
        self.more.clicked.connect(self._on_more)
        self.answer.editingFinished.connect(self._on_answer)
        self.setFocusProxy(self.tick)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.tick)
        line.addWidget(self.words, 1)
        line.addWidget(self.more)
        under = QVBoxLayout()
        under.setContentsMargins(current().px(36), 0, 0, 0)
        under.addWidget(self.visit)
        under.addWidget(self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addLayout(under)

    def show_question(self, question: Question, consults: Sequence[Consult]) -> None:
        """Shows a question as it is now; `consults` are the visits it can be moved to."""
        self.question, self._consults = question, consults
        named = next((one for one in consults if one.uid == question.consult), None)
        self.tick.setChecked(question.done)
        self.tick.setAccessibleName(say("story.tick", question=question.text))
        self.tick.setToolTip(say("story.tick_tip"))
        self.words.setText(question.text)
        self.words.set_token("quiet" if question.done else "ink")
        self.visit.setText(say("story.for_visit", visit=record_name(named)) if named is not None else "")
        self.visit.setVisible(named is not None)
        if not self.answer.hasFocus():
            self.answer.setText(question.answer)
        self.answer.setAccessibleName(say("story.answer_name", question=question.text))
        self.answer.setVisible(question.done)

    def menu(self) -> QMenu:
        """What can be done with the question."""
        menu = QMenu(self)
        acts = [] if self.question.done else [(UP, say("story.move_up")), (DOWN, say("story.move_down"))]
        for key, words in (*acts, (EDIT, say("story.edit_question"))):
            menu.addAction(words).setData(key)
        if self._consults:
            menu.addSeparator()
        for consult in self._consults:
            action = menu.addAction(say("story.move_to", visit=record_name(consult)).replace("&", "&&"))
            action.setData(FOR + consult.uid)
            action.setCheckable(True)
            action.setChecked(consult.uid == self.question.consult)
        menu.triggered.connect(self._on_action)
        return menu

    @Slot()
    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @Slot(QAction)
    def _on_action(self, action: QAction) -> None:
        self.asked.emit(str(action.data()))

    @Slot()
    def _on_answer(self) -> None:
        words = self.answer.text().strip()
        if words != self.question.answer:
            self.answered.emit(words)

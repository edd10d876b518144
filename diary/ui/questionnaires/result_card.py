"""What saved answers come to: numbers and how many are answered; never a verdict."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from diary.insight.questionnaires import known, worth_talking
from diary.models.story import Response
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Label
from diary.ui.questionnaires.said import answered_words, result_words
from diary.wording import say


class ResultCard(Card):
    """Shown once answers are saved; `left` goes back, `undo_pressed` takes the saving back."""

    left = Signal()
    undo_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.heading = Heading("", "title")
        self.scores = Label("", "lead", wrap=True)
        self.answered = Label("", "body", "quiet", wrap=True)
        self.sentence = Label(say("instrument.worth_talking"), "body", wrap=True)
        self.go_back = Button(say("instrument.back"), kind="primary")
        self.undo = Button(say("instrument.undo"), "undo")
        self.go_back.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_pressed)
        row = QHBoxLayout()
        row.addWidget(self.go_back)
        row.addWidget(self.undo)
        row.addStretch(1)
        for widget in (self.heading, self.scores, self.answered, self.sentence):
            self.add(widget)
        self.add(row)

    def show_response(self, response: Response) -> None:
        """Says what these answers come to."""
        asked = known(response)
        title = asked.title if asked is not None else response.instrument
        self.heading.setText(say("instrument.saved_told", title=title))
        self.scores.setText(result_words(response))
        self.answered.setText(answered_words(response))
        self.sentence.setVisible(worth_talking(response))
        self.setAccessibleName(self.heading.text())

    @property
    def words(self) -> str:
        """All that the card says, in one line."""
        said = [self.heading.text(), self.scores.text(), self.answered.text()]
        if not self.sentence.isHidden():
            said.append(self.sentence.text())
        return " ".join(said)

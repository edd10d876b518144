"""What the difference comes to, in a few sentences, and the way to learn how steady the hand is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from diary.ui.body_page.said import Told


class SentenceCard(Card):
    """A title and sentences; `steady_requested` opens the blind drawing."""

    steady_requested = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self.heading = Label("", "strong", wrap=True)
        self.places = Label("", "note", wrap=True)
        self.steady = Label("", "note", wrap=True)
        self.steady_button = Button(say("steady.ask"), kind="link")
        self.steady_button.clicked.connect(self.steady_requested)
        for one in (self.heading, self.places, self.steady):
            self.add(one)
        self.body.addStretch(1)
        self.add(self.steady_button)

    def show_told(self, told: Told) -> None:
        """Show the sentences."""
        for label, words in (
            (self.heading, told.title),
            (self.places, told.places),
            (self.steady, told.steady),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(told.title)

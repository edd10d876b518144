"""The card of the chart, and the column of sentences beside it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.parts.stat_sentence import StatSentence
from diary.ui.trends.sentences import Said, Sentence
from diary.wording import say

MOST = 3
"""Findings beside "How complete is this?"."""


class ChartCard(Card):
    """A card whose picture brings its own margins."""

    def restyle(self) -> None:
        """Leave room for the ring of the focus, no more."""
        super().restyle()
        self._column.setContentsMargins(4, 4, 4, 4)


class SentenceCards(QWidget):
    """Up to three findings, and how complete they are."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.cards = [StatSentence("") for _ in range(MOST)]
        self.complete = StatSentence(say("trends.complete.title"))
        self.late = Label("", "note", wrap=True)
        self.late_button = Button(say("trends.late_show"), kind="link")
        self.late_button.setCheckable(True)
        self.late_button.toggled.connect(self._on_late_toggled)
        self.complete.add(self.late)
        self.complete.add(self.late_button)
        self.late.hide()
        self.late_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in (*self.cards, self.complete):
            column.addWidget(card)
        column.addStretch(1)
        for card in (*self.cards, self.complete):
            card.hide()

    def words(self) -> str:
        """All that the cards now say, card by card."""
        return self._words

    def show_said(self, words: Said) -> None:
        """Show what is said of a period."""
        found = words.findings
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(found))
            if number < len(found):
                _fill(card, found[number])
        last = words.complete
        _fill(self.complete, last)
        self.complete.show()
        said = [*found[:MOST], last]
        self._words = "\n".join(" ".join((one.title, one.number, one.of, one.line)) for one in said)
        late = words.late
        self.late.setText(late)
        self.late_button.setVisible(bool(late))
        self.late.setVisible(bool(late) and self.late_button.isChecked())

    @Slot(bool)
    def _on_late_toggled(self, shown: bool) -> None:
        self.late_button.set_words(say("trends.late_hide" if shown else "trends.late_show"))
        self.late.setVisible(shown and bool(self.late.text()))


def _fill(card: StatSentence, said: Sentence) -> None:
    card.show_title(said.title)
    card.show_values(said.number, said.of, said.line, said.how)

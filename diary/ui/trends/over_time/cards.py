"""The card of the chart, and the column of sentences beside it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.parts.stat_sentence import StatSentence
from diary.ui.trends.over_time.findings import Found
from diary.ui.trends.sentences import Said, Sentence
from diary.wording import say

MOST = 2
"""Findings of the days alone, before those that need the analysis and "How complete is this?"."""


class ChartCard(Card):
    """A card whose picture brings its own margins."""

    def restyle(self) -> None:
        """Leave room for the ring of the focus, no more."""
        super().restyle()
        self._column.setContentsMargins(4, 4, 4, 4)


class SentenceCards(QWidget):
    """Two findings, what the analysis found, how complete they are, and all of it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.cards = [StatSentence("") for _ in range(MOST)]
        self.since = StatSentence("")
        self.links = StatSentence("")
        self.complete = StatSentence(say("trends.complete.title"))
        self.late = Label("", "note", wrap=True)
        self.late_button = Button(say("trends.late_show"), kind="link")
        self.late_button.setCheckable(True)
        self.words_button = Button(say("trends.words"), kind="link")
        self.words_button.setCheckable(True)
        self.all_words = Label("", "note", wrap=True)
        self.late_button.toggled.connect(self._on_late_toggled)
        self.words_button.toggled.connect(self.all_words.setVisible)
        self._lay_out()

    def _lay_out(self) -> None:
        self.complete.add(self.late)
        self.complete.add(self.late_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in self._all():
            column.addWidget(card)
            card.hide()
        column.addWidget(self.words_button)
        column.addWidget(self.all_words)
        column.addStretch(1)
        for one in (self.late, self.late_button, self.words_button, self.all_words):
            one.hide()

    def _all(self) -> tuple[StatSentence, ...]:
        return (*self.cards, self.since, self.links, self.complete)

    def words(self) -> str:
        """All that the cards now say, card by card."""
        return self._words

    def show_said(self, words: Said, found: Found | None = None) -> None:
        """Show what is said of a period, and what the analysis found."""
        told = words.findings[:MOST]
        shown: list[Sentence | None] = [*told, *[None] * (MOST - len(told))]
        shown += [found.since, found.links] if found is not None else [None, None]
        shown.append(words.complete)
        for card, said in zip(self._all(), shown, strict=True):
            card.setVisible(said is not None)
            if said is not None:
                _fill(card, said)
        self._words = "\n".join(one.words() for one in shown if one is not None)
        late = words.late
        self.late.setText(late)
        self.late_button.setVisible(bool(late))
        self.late.setVisible(bool(late) and self.late_button.isChecked())

    def show_words(self, words: str) -> None:
        """Have all of it in words ready."""
        self.all_words.setText(words)
        self.words_button.show()

    @Slot(bool)
    def _on_late_toggled(self, shown: bool) -> None:
        self.late_button.set_words(say("trends.late_hide" if shown else "trends.late_show"))
        self.late.setVisible(shown and bool(self.late.text()))


def _fill(card: StatSentence, said: Sentence) -> None:
    card.show_title(said.title)
    card.show_values(said.number, said.of, said.line, said.known or said.how)

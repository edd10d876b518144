"""My story and plan: conditions and events, lasting places, goals, visits with questions, questionnaires."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.codes import Noun
from diary.store.store import Store
from diary.ui.flares.attributions import SaidCard
from diary.ui.page import Page
from diary.ui.parts.columns import Columns
from diary.ui.parts.message import InlineMessage
from diary.ui.questionnaires.shelf import QuestionnaireShelf
from diary.ui.story.goals_card import GoalsCard
from diary.ui.story.keeping import Keeping
from diary.ui.story.line_card import LineCard
from diary.ui.story.places_card import PlacesCard
from diary.ui.story.reading import read_story
from diary.ui.story.visits_card import VisitsCard
from diary.wording import say

SAID_DAYS = 365
"""What was said of factors is counted over so many days."""


class StoryPage(Page):
    """Each item opens where it is edited; small things are done in place."""

    record_requested = Signal(object, str, object)
    """Noun, uid ("" for a new one) and preset."""
    questionnaire_requested = Signal(str)

    touched_by: ClassVar[frozenset[Noun]] = frozenset(
        {
            *(Noun.CONDITION, Noun.LIFE_EVENT, Noun.PROCEDURE, Noun.SITE, Noun.GOAL, Noun.ATTAINMENT),
            *(Noun.CONSULT, Noun.QUESTION, Noun.ATTRIBUTION),
        }
    )

    def __init__(self, store: Store) -> None:
        super().__init__(store, say("story.title"))
        self.keeping = Keeping(store, self)
        self._build()

    def _build(self) -> None:
        self.message = InlineMessage("", "problem")
        self.line = LineCard()
        self.places = PlacesCard()
        self.goals = GoalsCard(self.store, self.keeping)
        self.visits = VisitsCard(self.store, self.keeping)
        self.shelf = QuestionnaireShelf(self.store)
        self.said = SaidCard(self.store)
        self.message.hide()
        self.keeping.trouble.connect(self._on_trouble)
        for card in (self.line, self.places, self.goals, self.visits):
            card.record_requested.connect(self.record_requested)
        self.shelf.open_requested.connect(self.questionnaire_requested)
        self.shelf.edit_requested.connect(self._on_answers_requested)
        self.add(self.message)
        self.add(self.line)
        left, right = _column(self.visits, self.said), _column(self.goals, self.places)
        self.add(Columns([left, right], [1, 1], least=900))
        self.add(self.shelf)
        self.content.addStretch(1)

    @Slot(str)
    def _on_answers_requested(self, uid: str) -> None:
        self.record_requested.emit(Noun.RESPONSE, uid, {})

    def _refresh(self) -> None:
        try:
            story = read_story(self.store)
        except DiaryError as error:
            self._tell(str(error))
            return
        for card in (self.line, self.places, self.goals, self.visits):
            card.show_story(story)
        today = self.store.today()
        self.said.setVisible(self.said.show_span(today - timedelta(days=SAID_DAYS), today))

    def _tell(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    @Slot(str)
    def _on_trouble(self, words: str) -> None:
        self._tell(words)
        self._owe_refresh()


def _column(*cards: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return column

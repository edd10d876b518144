"""What the person said that factors did to the pain, counted by day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from diary.charts.said_words import said_lines
from diary.insight.attributions import all_said
from diary.models.codes import Noun
from diary.models.story import Attribution
from diary.store.store import Store
from diary.ui.parts.card import Card
from diary.ui.parts.emptying import empty
from diary.ui.parts.painted import Label
from diary.ui.writers.words import helpers_named
from diary.wording import say, say_n


class SaidCard(Card):
    """A sentence for each factor and each thing said of it; call `show_span` for the days in question."""

    def __init__(self, store: Store) -> None:
        super().__init__(say("attribution.said_title"), help_text="", spacing=2)
        self._store = store
        self._lines = QVBoxLayout()
        self.add(self._lines)

    @property
    def lines(self) -> list[str]:
        """The sentences in sight."""
        labels = (self._lines.itemAt(at) for at in range(self._lines.count()))
        found = [item.widget() for item in labels if item is not None]
        return [one.text() for one in found if isinstance(one, Label)]

    def show_span(self, since: date, until: date) -> bool:
        """Shows what was said about the days from `since` to `until`; whether there is anything."""
        from diary.storage import life_queries, queries

        helped, names = helpers_named(self._store, Noun.ATTRIBUTION)
        said = all_said(self._store.ask(life_queries.day_rows, Attribution, since, until), helped)
        measures = self._store.ask(queries.measures)
        empty(self._lines)
        lines = said_lines(said.factors, measures, names)
        if said.late_n:
            lines.append(say_n("attribution.said_late", said.late_n))
        for line in lines or [say("attribution.said_none")]:
            self._lines.addWidget(Label(line, wrap=True))
        return bool(lines)

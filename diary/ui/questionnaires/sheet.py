"""The questions of one questionnaire, large, each with its answer; any may stay empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.insight.instruments import Instrument, Item
from diary.ui.parts.card import Card
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Label
from diary.ui.parts.severity_row import SeverityRow
from diary.ui.questionnaires.answer_choice import AnswerChoice
from diary.ui.questionnaires.said import full_day, window_words
from diary.wording import language, say

LABEL_WIDTH = 150

Field = SeverityRow | AnswerChoice


class Sheet(QWidget):
    """One questionnaire about the days from `since` to `until`; `changed` after each answer."""

    changed = Signal()

    def __init__(self, asked: Instrument, since: date, until: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self.since, self.until = since, until
        self.fields: dict[str, Field] = {}
        self.questions: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.window_label = Label(window_words(asked, since, until), "body", "quiet", wrap=True)
        column.addWidget(self.window_label)
        self.in_english = Label(say("instrument.in_english"), "note", "quiet", wrap=True)
        column.addWidget(self.in_english)
        self.in_english.setVisible(language() != asked.language)
        if asked.stem:
            column.addWidget(Heading(asked.stem, "title"))
        for item in asked.items:
            column.addWidget(self._build_item(item, since))
        column.addWidget(Label(say("instrument.leave_empty"), "note", "quiet", wrap=True))
        self.credit = Label(asked.credit, "note", "quiet", wrap=True)
        self.licence = Label(
            say("instrument.about_licence", licence=asked.licence), "note", "quiet", wrap=True
        )
        column.addWidget(self.credit)
        column.addWidget(self.licence)

    def _build_item(self, item: Item, since: date) -> Card:
        question = item.text.format(since=full_day(since))
        short = say(f"instrument.item.{item.code}")
        card = Card(spacing=8)
        card.setAccessibleName(question)
        card.add(Heading(question, "lead" if self.asked.stem else "title"))
        field: Field
        if self.asked.words:
            options = [(self.asked.low + at, word) for at, word in enumerate(self.asked.words)]
            field = AnswerChoice(question, options)
        else:
            low, high = item.low_words, item.high_words
            field = SeverityRow(short, low, high, accent="plain", label_width=LABEL_WIDTH)
        field.changed.connect(self._on_changed)
        self.fields[item.code] = field
        self.questions[item.code] = question
        card.add(field)
        return card

    @property
    def answers(self) -> dict[str, int]:
        """The answers given, by item; those left empty are not in it."""
        return {code: field.value for code, field in self.fields.items() if field.value is not None}

    def set_answers(self, answers: Mapping[str, int]) -> None:
        """Shows these answers, and none elsewhere; `changed` stays silent."""
        for code, field in self.fields.items():
            value = answers.get(code)
            inside = value is not None and self.asked.low <= value <= self.asked.high
            quiet = QSignalBlocker(field)
            field.set_value(value if inside else None)
            quiet.unblock()

    def focus_first(self) -> None:
        """Gives the keyboard to the first question without an answer, else to the first."""
        fields = list(self.fields.values())
        next((one for one in fields if one.value is None), fields[0]).setFocus()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

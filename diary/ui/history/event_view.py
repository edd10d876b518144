"""A record other than an entry in the card at the right: what it says, and when it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.models.codes import Noun
from diary.models.history import EventRow, What
from diary.models.records import Author
from diary.ui.history.entry_parts import plain
from diary.ui.history.event_words import event_said, event_when, event_written
from diary.ui.parts.date_bar import day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """A record as the card shows it: its row, who writes here, and who reads."""

    row: EventRow
    authors: Mapping[str, Author] = field(default_factory=dict)
    today: date = date.min
    own: str = ""
    details: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day it is about."""
        return date.fromordinal(self.row.day)

    @property
    def noun(self) -> Noun:
        """The noun of the record behind it."""
        return What(self.row.what).noun

    @property
    def opens(self) -> bool:
        """Whether it can be opened where it is edited."""
        return What(self.row.what).opens

    @property
    def title(self) -> str:
        """The day in words."""
        form = "dddd d MMMM" if self.day.year == self.today.year else "dddd d MMMM yyyy"
        return day_words(self.day, form)


class EventView(QWidget):
    """Shows one record in a few lines."""

    def __init__(self, shown: ShownEvent) -> None:
        super().__init__()
        row = shown.row
        lines = [
            (event_written(row, shown.authors, shown.today, shown.own), "note", "quiet"),
            (event_said(row), "strong", "ink"),
        ]
        lines += [(event_when(row, shown.today), "body", "ink")] if row.at is not None else []
        lines += [(row.note, "body", "ink")] if row.note else []
        lines += [(words, "body", "ink") for words in shown.details]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for words, role, token in lines:
            column.addWidget(plain(words, role, token))
        column.addStretch(1)

"""Private things: nothing of them is printed until it is ticked, each time anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.parts.card import Card
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Label
from diary.ui.report.contents import Tick
from diary.ui.report.notes import NotesList
from diary.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from diary.models.records import Person

LONGEST_NAME = 80


class PrivateCard(Card):
    """Name, date of birth, private places, and notes one by one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("consult.private_card"))
        self._name = Tick(say("report.tick_name"))
        self._born = Tick(say("report.tick_born"))
        self._places = Tick(say("report.tick_private"))
        self._words = Tick(say("report.tick_words"))
        self._nothing = Label(say("report.no_name"), "note", "quiet", wrap=True)
        self._notes_head = Heading(say("report.notes_card"), "note_strong")
        self.notes = NotesList()
        self._is_card = False
        self._places_there = False
        self.add(Label(say("consult.private_about"), "note", "quiet", wrap=True))
        ticks = (self._name, self._born, self._places, self._words)
        for part in (*ticks, self._nothing, self._notes_head, self.notes):
            self.add(part)
        for tick in (self.with_name, self.with_born, self.with_private, self.with_words):
            tick.toggled.connect(self.changed)
        self.notes.changed.connect(self.changed)
        self._places.hide()

    @property
    def with_name(self) -> QCheckBox:
        """Prints the name."""
        return self._name.box

    @property
    def with_born(self) -> QCheckBox:
        """Prints the date of birth."""
        return self._born.box

    @property
    def with_private(self) -> QCheckBox:
        """Prints private places."""
        return self._places.box

    @property
    def with_words(self) -> QCheckBox:
        """Prints own words in flares, reasons of doses and of stopping."""
        return self._words.box

    def refresh(self, person: Person | None) -> None:
        """Offer what was said about the person, and nothing else."""
        name = "" if person is None else person.name.strip()
        self._name.setVisible(bool(name))
        self._name.tell(name[:LONGEST_NAME])
        self._born.setVisible(person is not None and person.born is not None)
        self._nothing.setVisible(not name and self._born.isHidden())

    def offer_private(self, there: bool) -> None:
        """Offer private places only where the days have any."""
        self._places_there = there
        self._places.setVisible(there and not self._is_card)

    def show_for_card(self, is_card: bool) -> None:
        """The emergency card has neither places nor notes."""
        self._is_card = is_card
        self._places.setVisible(self._places_there and not is_card)
        self._words.setVisible(not is_card)
        self._notes_head.setVisible(not is_card)
        self.notes.setVisible(not is_card)

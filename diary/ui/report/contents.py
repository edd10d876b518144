"""What goes into a report: the parts of page one, and what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from diary.exchange.report.choices import Annex, Part
from diary.ui.parts.card import Card
from diary.ui.parts.heading import Heading
from diary.ui.parts.painted import Label
from diary.ui.theme import current
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Collection

OFFERED = tuple(one for one in Annex if one is not Annex.NOTES)
"""Notes go in one by one, among the private things."""

AIR = 8
"""Room above a heading, px."""


class Tick(QWidget):
    """A check box, and under it a quiet line of what it is."""

    def __init__(self, words: str, about: str = "") -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self._about = Label("", "note", "quiet", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.box)
        self._column.addWidget(self._about)
        self.tell(about)
        self._indent()
        current().changed.connect(self._indent)

    def tell(self, about: str) -> None:
        """Change the quiet line."""
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.box.setAccessibleDescription(about)

    def _indent(self) -> None:
        self._about.setContentsMargins(current().px(28), 0, 0, current().px(4))


class ContentsCard(Card):
    """Ticks of what goes in, page one first."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("consult.contents_card"), spacing=0)
        self.parts = {one: Tick(say(f"consult.part.{one}")) for one in Part}
        self.annex = {
            one: Tick(say(f"consult.annex.{one}"), say(f"consult.annex_about.{one}")) for one in OFFERED
        }
        self.add(Label(say("consult.always"), "note", "quiet", wrap=True))
        self.body.addSpacing(AIR)
        self.add(Heading(say("consult.page_one"), "note_strong"))
        for tick in self.parts.values():
            self.add(tick)
        self.body.addSpacing(AIR)
        self.add(Heading(say("consult.after"), "note_strong"))
        for tick in self.annex.values():
            self.add(tick)
        for tick in (*self.parts.values(), *self.annex.values()):
            tick.box.toggled.connect(self.changed)
        self.offer_nerves(False)

    @property
    def chosen_parts(self) -> tuple[Part, ...]:
        """What of page one is ticked."""
        return tuple(one for one, tick in self.parts.items() if tick.box.isChecked())

    @property
    def chosen_annex(self) -> tuple[Annex, ...]:
        """What is ticked to follow page one; nerve areas only where they are offered."""
        return tuple(one for one, tick in self.annex.items() if tick.box.isChecked() and not tick.isHidden())

    def show_chosen(self, parts: Collection[Part], annex: Collection[Annex]) -> None:
        """Tick these and no others, without a word."""
        for part, tick in self.parts.items():
            _tick(tick.box, part in parts)
        for one, tick in self.annex.items():
            _tick(tick.box, one in annex)

    def offer_nerves(self, on: bool) -> None:
        """Offer nerve areas only where they were switched on."""
        self.annex[Annex.NERVES].setVisible(on)

    def tell_questions(self, there: int) -> None:
        """Say how many questions wait for the visit."""
        words = say_n("consult.questions_there", there) if there else say("consult.questions_none")
        self.parts[Part.QUESTIONS].tell(words)


def _tick(box: QCheckBox, on: bool) -> None:
    with QSignalBlocker(box):
        box.setChecked(on)

"""Reports given: to whom, when, about which days; the PDF can be saved again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import day_words
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.models.records import GivenReport

SHOWN = 12
"""Reports listed; older ones stay in the diary and in its export."""


class GivenRow(QWidget):
    """One report that was given."""

    save_requested = Signal(object)

    def __init__(self, given: GivenReport) -> None:
        super().__init__()
        self.given = given
        day = day_words(given.given.local.date(), "d MMM yyyy")
        head = say("report.given_to", day=day, to=given.to) if given.to else day
        since, until = (day_words(one, "d MMM yyyy") for one in (given.since, given.until))
        title = Label(head, "strong", wrap=True)
        line = Label(say("report.from_to", since=since, until=until), "note", "quiet", wrap=True)
        self.again = Button(say("report.save_again"), "save", "small")
        self.again.setAccessibleName(say("report.save_again_of", again=say("report.save_again"), day=day))
        self.again.clicked.connect(self._on_again)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(words, 1)
        row.addWidget(self.again)
        self.again.setVisible(bool(given.pdf))

    @Slot()
    def _on_again(self) -> None:
        self.save_requested.emit(self.given)


class GivenCard(Card):
    """The list of reports given, the newest first."""

    save_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("report.given_card"))
        self.rows: list[GivenRow] = []
        self._none = Label(say("report.given_none"), "note", "quiet", wrap=True)
        self.add(self._none)

    def refresh(self, given: Sequence[GivenReport]) -> None:
        """Show these reports."""
        if [row.given for row in self.rows] == list(given[:SHOWN]):
            return
        for row in self.rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self.rows = [GivenRow(one) for one in given[:SHOWN]]
        for row in self.rows:
            row.save_requested.connect(self.save_requested)
            self.add(row)
        self._none.setVisible(not self.rows)

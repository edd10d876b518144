"""A redrawing in words, and a row of the list of earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diary.ui.body_page.periods import long_day_words
from diary.ui.parts.icon_button import IconButton
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.records import Redrawing


def agreement_words(one: Redrawing) -> str:
    """What two drawings have in common: the Jaccard index, and both shares of the body's surface."""
    return say(
        "steady.agree",
        index=f"{one.agreement:.2f}",
        first=f"{one.first_pct:.1f}",
        again=f"{one.again_pct:.1f}",
    )


class RedrawnRow(QWidget):
    """One earlier redrawing: when, how well it agreed, and a way to delete it."""

    delete_requested = Signal(object)

    def __init__(self, redrawing: Redrawing) -> None:
        super().__init__()
        self.redrawing = redrawing
        day = long_day_words(redrawing.drawn.local.date().toordinal())
        words = say("steady.row", day=day, index=f"{redrawing.agreement:.2f}")
        self.words = Label(words, "note", wrap=True)
        self.delete = IconButton("trash", say("steady.delete", day=day))
        self.delete.clicked.connect(self._on_delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.delete)

    @Slot()
    def _on_delete(self) -> None:
        self.delete_requested.emit(self.redrawing)

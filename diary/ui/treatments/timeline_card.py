"""The card of the chart: the picture, or the same numbers as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from diary.ui.parts.card import Card
from diary.ui.treatments.canvas import TimelineCanvas
from diary.ui.treatments.table import TreatmentTable

if TYPE_CHECKING:
    from diary.ui.treatments.view import View


class TimelineCard(Card):
    """Chart or table of one period; margins are thin so that names stand at the card's edge."""

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self.canvas = TimelineCanvas()
        self.table = TreatmentTable()
        self.faces = QStackedWidget()
        for face in (self.canvas, self.table):
            self.faces.addWidget(face)
        self.add(self.faces, 1)
        self.restyle()

    def restyle(self) -> None:
        """The picture has margins of its own."""
        super().restyle()
        self._column.setContentsMargins(1, self.theme.px(6), 1, self.theme.px(4))

    def show_view(self, view: View) -> None:
        """Show another view."""
        self._view = view
        self.canvas.show_view(view)
        if self.faces.currentWidget() is self.table:
            self.table.show_view(view)

    @Slot(bool)
    def show_table(self, shown: bool) -> None:
        """Show the table in place of the chart, or the chart again."""
        self.faces.setCurrentWidget(self.table if shown else self.canvas)
        if shown and self._view is not None:
            self.table.show_view(self._view)

"""The picture of a day as it is saved: its date, the figure, and each pattern with its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.ui.body.figure_view import FigureView
from diary.ui.body_page.words_card import PatternBar
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label, Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.figure import Drawn

MARGIN = 24


class DayCard(Painted):
    """Never shown on the screen: it is rendered into a file."""

    def __init__(
        self,
        title: str,
        views: Sequence[str],
        drawn: Sequence[Drawn],
        legend: Sequence[tuple[str, str]],
        size: tuple[int, int],
    ) -> None:
        super().__init__()
        figure = FigureView(views, interactive=False)
        figure.setFixedSize(*size)
        figure.set_areas(drawn)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(Label(title, "title"))
        column.addWidget(figure)
        below = QWidget()
        row = FlowLayout(below, gap=20, line_gap=8)
        for quality, words in legend:
            pair = QWidget()
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            inside.addWidget(PatternBar(quality))
            inside.addWidget(Label(words, "note"))
            row.addWidget(pair)
        column.addWidget(below)
        below.setVisible(bool(legend))
        wide = size[0] + 2 * MARGIN
        self.resize(QSize(wide, column.totalHeightForWidth(wide)))
        self.ensurePolished()
        column.activate()
        column.setGeometry(QRect(0, 0, self.width(), self.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("card"))
        painter.setPen(Qt.PenStyle.NoPen)

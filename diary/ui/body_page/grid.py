"""The cards of the Body page: three columns, or one where there is too little room for the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.theme import current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

LEAST = 980
"""Narrower than this, px at 100 %, everything stands in one column."""

WIDTHS = 6
"""Columns of the grid: a third is two of them."""


class CardGrid(QWidget):
    """Rows of cards, each so many sixths wide; in one column they stand in another `order`."""

    def __init__(self, rows: Sequence[Sequence[tuple[QWidget, int]]], order: Sequence[QWidget]) -> None:
        super().__init__()
        self.theme = current()
        self._rows = rows
        self._order = order
        self._stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self.theme.changed.connect(self._reflow)
        self._reflow()

    @property
    def stacked(self) -> bool:
        """Whether the cards stand one under another."""
        return bool(self._stacked)

    def _reflow(self) -> None:
        stacked = 0 < self.width() < self.theme.px(LEAST)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        while self._grid.count():
            self._grid.takeAt(0)
        for column in range(WIDTHS):
            self._grid.setColumnStretch(column, 1)
        if stacked:
            for row, widget in enumerate(self._order):
                self._grid.addWidget(widget, row, 0, 1, WIDTHS)
                self._grid.setRowStretch(row, 0)
            return
        for row, widgets in enumerate(self._rows):
            column = 0
            for widget, wide in widgets:
                self._grid.addWidget(widget, row, column, 1, wide)
                column += wide
            self._grid.setRowStretch(row, 1 if row == 0 else 0)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest card: they can always stack."""
        size = super().minimumSizeHint()
        size.setWidth(max(one.minimumSizeHint().width() for one in self._order))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose three columns or one."""
        self._reflow()
        super().resizeEvent(event)

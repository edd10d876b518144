"""Columns side by side that become one column when there is too little room for the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary.ui.theme import current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class Columns(QWidget):
    """Widgets side by side with `stretches`; one under another below `least` px at 100 %.

    `last_first`: the last of them then stands on top.
    """

    def __init__(
        self,
        columns: Sequence[QWidget],
        stretches: Sequence[int] | None = None,
        *,
        least: int = 900,
        gap: int = 16,
        last_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = current()
        self._least = least
        down, up = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop
        self._under = up if last_first else down
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        for number, column in enumerate(columns):
            self._layout.addWidget(column, stretches[number] if stretches else 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.theme.changed.connect(self._reflow)

    @property
    def gap(self) -> int:
        """Room between the columns, px."""
        return self._layout.spacing()

    @property
    def stacked(self) -> bool:
        """Whether the columns now stand one under another."""
        return self._layout.direction() == self._under

    def _reflow(self) -> None:
        stack = self.width() < self.theme.px(self._least)
        direction = self._under if stack else QBoxLayout.Direction.LeftToRight
        if direction != self._layout.direction():
            self._layout.setDirection(direction)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest column: it can always stack."""
        size = QSize(0, 0)
        for number in range(self._layout.count()):
            item = self._layout.itemAt(number)
            size = size.expandedTo(item.minimumSize()) if item is not None else size
        return QSize(size.width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose side by side or stacked."""
        self._reflow()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Look again when a column asks for other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._reflow()
        return super().event(event)

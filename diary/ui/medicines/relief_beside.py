"""The question about relief under the doses, where the line that asks it above is scrolled out of sight."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from diary.store.store import Store
from diary.ui.medicines.relief_ask import ReliefAsk


class ReliefBeside(QWidget):
    """Hidden until a dose is recorded out of sight of the line above, and again once it is answered."""

    changed = Signal()
    """It came or went: another height is needed."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.ask: ReliefAsk | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def is_above_out_of_sight(self) -> bool:
        """Whether the page is scrolled away from its top."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above is not None and above.verticalScrollBar().value() > 0

    def ask_here(self) -> None:
        """Asks under the dose that was just recorded, where the line above cannot be seen."""
        if self.ask is None and self.is_above_out_of_sight:
            self.ask = ReliefAsk(self._store)
            self.ask.room_changed.connect(self._on_room)
            self._column.addWidget(self.ask)
            self._on_room()

    @Slot()
    def _on_room(self) -> None:
        ask = self.ask
        if ask is not None and ask.due is None:
            self._column.removeWidget(ask)
            ask.hide()
            ask.deleteLater()
            self.ask = None
        self.setVisible(self.ask is not None)
        self.changed.emit()

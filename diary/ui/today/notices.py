"""What Today asks for quietly above its form: a flare without an end, pain after a dose, a questionnaire."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.store.store import Store
from diary.ui.flares.open_line import OpenFlareLine
from diary.ui.medicines.relief_ask import ReliefAsk
from diary.ui.questionnaires.due_line import DueLine

LOOK_MS = 10 * 60_000
"""How often it is looked whether a new day has made a questionnaire due."""


class Notices(QWidget):
    """One line at a time, the one that waits least first; hidden while nothing is asked."""

    room_changed = Signal()
    flare_requested = Signal(str)
    questionnaire_requested = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = [QWidget(self) for _ in range(3)]
        self.flare = OpenFlareLine(store, self._places[0])
        self.relief = ReliefAsk(store, self._places[1])
        self.due = DueLine(store, self._places[2])
        self._shown: QWidget | None = None
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self.due.refresh)
        self._looks.start()
        self.flare.changed.connect(self._on_room)
        self.relief.room_changed.connect(self._on_room)
        self.due.room_changed.connect(self._on_room)
        self.flare.more_requested.connect(self.flare_requested)
        self.due.open_requested.connect(self.questionnaire_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, line in zip(self._places, (self.flare, self.relief, self.due), strict=True):
            inner = QVBoxLayout(place)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(line)
            column.addWidget(place)
        self.hide()
        self._on_room()

    @property
    def shown(self) -> QWidget | None:
        """The line that asks now, None while nothing does."""
        return self._shown

    @Slot()
    def _on_room(self) -> None:
        lines = (self.flare, self.relief, self.due)
        asking = [one for one in lines if not one.isHidden()]
        before, self._shown = self._shown, asking[0] if asking else None
        for place, line in zip(self._places, lines, strict=True):
            place.setVisible(line is self._shown)
        self.setVisible(self._shown is not None)
        if before is not self._shown:
            self.room_changed.emit()

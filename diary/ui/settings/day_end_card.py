"""When a day ends: a setting of the diary, because it says to which day a late entry belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from diary.errors import DiaryError
from diary.models.moments import DAY_END
from diary.ui.parts.painted import Label
from diary.ui.settings.card import SettingsCard
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.store import Store

DAY_END_SETTING = "day_end"
TIMES = tuple(f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in range(0, 6 * 60 + 1, 30))
"""The hours that can be chosen, "00:00" to "06:00"."""


class DayEndCard(SettingsCard):
    """One list of hours."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.day_end"), say("settings.day_end_about"), parent=parent)
        self._store = store
        self.times = _Times()
        self.times.addItems(TIMES)
        self.times.setAccessibleName(say("settings.day_end_choice"))
        self.times.activated.connect(self._on_chosen)
        row = QHBoxLayout()
        row.addWidget(Label(say("settings.day_end_choice")))
        row.addWidget(self.times)
        row.addStretch(1)
        self.add(row)
        self.add(Label(say("settings.day_end_stays"), "note", "quiet", wrap=True))

    def refresh(self) -> None:
        """Show the hour in force, also one that is not in the list."""
        kept = self._store.setting(DAY_END_SETTING, DAY_END.isoformat("minutes"))
        if self.times.findText(kept) < 0:
            self.times.addItem(kept)
        self.times.setCurrentText(kept)
        self.times.setEnabled(not self._store.read_only)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.times.currentText()
        self.hush()
        try:
            self._store.set_setting(DAY_END_SETTING, chosen, text=say("settings.day_end"))
        except DiaryError as error:
            self.tell_problem(error)
        self.refresh()


class _Times(QComboBox):
    """A list that the wheel scrolls past instead of changing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

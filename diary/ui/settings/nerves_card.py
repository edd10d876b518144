"""Whether reports offer a comparison with textbook nerve areas: off until it is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from diary.errors import DiaryError
from diary.exchange.report.annex.nerves import NERVE_AREAS
from diary.ui.parts.painted import Label
from diary.ui.settings.card import SettingsCard
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.store import Store


class NervesCard(SettingsCard):
    """One tick, what it does, and what it does not say."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("nerve.card"), say("nerve.card_about"), parent=parent)
        self._store = store
        self.tick = QCheckBox(say("nerve.card_tick"))
        self.tick.clicked.connect(self._on_tick)
        self.add(self.tick)
        self.add(Label(say("nerve.footer"), "note", "quiet", wrap=True))
        self.add(Label(say("nerve.card_draft"), "note", "quiet", wrap=True))

    def refresh(self) -> None:
        """Show what is kept."""
        self.tick.setChecked(self._store.setting(NERVE_AREAS, default=False) is True)
        self.tick.setEnabled(not self._store.read_only)

    @Slot()
    def _on_tick(self) -> None:
        self.hush()
        try:
            self._store.set_setting(NERVE_AREAS, self.tick.isChecked(), text=say("nerve.setting"))
        except DiaryError as error:
            self.tell_problem(error)
        self.refresh()

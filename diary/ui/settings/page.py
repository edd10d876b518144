"""Settings: one card a subject, two columns where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.ui.page import Page
from diary.ui.parts.columns import Columns
from diary.ui.parts.message import InlineMessage
from diary.ui.settings.asked_card import AskedCard
from diary.ui.settings.bring_in_card import BringInCard
from diary.ui.settings.day_end_card import DayEndCard
from diary.ui.settings.export_card import ExportCard
from diary.ui.settings.file_card import FileCard
from diary.ui.settings.look_card import LookCard
from diary.ui.settings.nerves_card import NervesCard
from diary.ui.settings.person_card import PersonCard
from diary.ui.settings.questionnaires_card import QuestionnairesCard
from diary.ui.settings.reminders_card import RemindersCard
from diary.ui.settings.trackers_card import TrackersCard
from diary.ui.settings.writers_card import WritersCard
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.store.store import Store
    from diary.ui.theme import Theme


class SettingsPage(Page):
    """Looks act at once; what travels with the diary is a change that can be undone."""

    erase_requested = Signal(object, str)

    def __init__(self, store: Store, theme: Theme) -> None:
        super().__init__(store, say("settings.page"))
        self.look = LookCard(store.looks, theme)
        self.reminders = RemindersCard(store.looks)
        self.asked = AskedCard(store)
        self.trackers = TrackersCard(store)
        self.trackers.erase_requested.connect(self.erase_requested)
        self.questionnaires = QuestionnairesCard(store)
        self.day_end = DayEndCard(store)
        self.nerves = NervesCard(store)
        self.person = PersonCard(store)
        self.writers = WritersCard(store)
        self.file = FileCard(store)
        self.export = ExportCard(store)
        self.bring_in = BringInCard(store)
        self.read_only: InlineMessage | None = None
        self._offer_soon = QTimer(self, singleShot=True, interval=0)
        self._offer_soon.timeout.connect(self._on_offer)
        self.bring_in.offered.connect(self._offer_soon.start)
        left = _column((self.look, self.reminders, self.person, self.writers, self.file, self.export))
        right = _column(
            (self.asked, self.trackers, self.questionnaires, self.day_end, self.nerves, self.bring_in)
        )
        self.add(Columns([left, right], least=940))
        self.content.addStretch(1)

    def _refresh(self) -> None:
        if self.store.read_only and self.read_only is None:
            self.read_only = InlineMessage(say("settings.read_only"), closable=False)
            self.content.insertWidget(0, self.read_only)
        for card in (
            self.asked,
            self.trackers,
            self.questionnaires,
            self.day_end,
            self.nerves,
            self.reminders,
            self.person,
            self.writers,
            self.file,
            self.export,
            self.bring_in,
        ):
            card.refresh()

    @Slot()
    def _on_offer(self) -> None:
        """Bring what would come in into sight, once it has its place."""
        self.scroll_area.ensureWidgetVisible(self.bring_in.offer, 0, self.theme.px(16))


def _column(cards: Sequence[QWidget]) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return column

"""Which questionnaires are asked, and the date that the change question compares with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from diary.errors import DiaryError
from diary.insight.instruments import CODES, instrument
from diary.ui.parts.button import Button
from diary.ui.parts.chip import Chip
from diary.ui.parts.date_bar import DateBar
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.questionnaires import facts
from diary.ui.settings.card import SettingsCard
from diary.wording import say

if TYPE_CHECKING:
    from diary.store.store import Store


class QuestionnairesCard(SettingsCard):
    """One press each: asked or not; the start date is printed in the question."""

    def __init__(self, store: Store, *, parent: QWidget | None = None) -> None:
        super().__init__(say("instrument.settings"), say("instrument.settings_about"), parent=parent)
        self._store = store
        self.chips: dict[str, Chip] = {}
        chips = QWidget()
        flow = FlowLayout(chips)
        for code in CODES:
            often = say(f"instrument.{code}.often")
            chip = Chip(say("instrument.asked", title=instrument(code).title, often=often), icon="plus")
            chip.setObjectName(code)
            chip.clicked.connect(self._on_chip)
            self.chips[code] = chip
            flow.addWidget(chip)
        day = date.today()  # noqa: DTZ011  # until the diary is read
        self.since = DateBar(day, day)
        self.since.setAccessibleName(say("instrument.change_since"))
        self.first_day = Button(say("instrument.first_day"), kind="small")
        self.since.changed.connect(self._on_since)
        self.first_day.clicked.connect(self._on_first_day)
        dates = QWidget()
        row = FlowLayout(dates, gap=8, line_gap=6)
        row.addWidget(self.since)
        row.addWidget(self.first_day)
        self.add(chips)
        self.add(Label(say("instrument.change_since"), wrap=True))
        self.add(dates)
        self.add(Label(say("instrument.change_since_about"), "note", "quiet", wrap=True))

    def refresh(self) -> None:
        """Show what is asked, and the start date."""
        off = facts.off(self._store)
        for code, chip in self.chips.items():
            chip.setChecked(code not in off)
            chip.setEnabled(not self._store.read_only)
        self.since.set_latest(self._store.today())
        self.since.set_day(facts.change_since(self._store))
        self.since.setEnabled(not self._store.read_only)
        first = facts.first_day(self._store)
        self.first_day.setEnabled(first not in (None, self.since.day) and not self._store.read_only)

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        self.hush()
        try:
            facts.set_asked(self._store, chip.objectName(), asked=chip.isChecked())
        except DiaryError as error:
            self.tell_problem(error)
        self.refresh()

    @Slot(object)
    def _on_since(self, day: date) -> None:
        self._set_since(day)

    @Slot()
    def _on_first_day(self) -> None:
        first = facts.first_day(self._store)
        if first is not None:
            self._set_since(first)

    def _set_since(self, day: date) -> None:
        self.hush()
        try:
            facts.set_change_since(self._store, day)
        except DiaryError as error:
            self.tell_problem(error)
        self.refresh()

"""What goes into a report: the days, for whom, and what about the person themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QLineEdit

from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import LOCALE
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.records import Person

OWN = "own"
PRESETS = ("last", "latest", "30", "90", "year", OWN)
LATEST_DAYS = 90
TYPING_MS = 300


def preset_days(
    preset: str, today: date, since_last: date | None, latest: date | None = None
) -> tuple[date, date]:
    """The first and last day of a preset: "last" from `since_last`, "latest" the 90 days up to `latest`."""
    if preset == "latest" and latest is not None:
        return latest - timedelta(days=LATEST_DAYS - 1), latest
    if preset == "last" and since_last is not None:
        return since_last, today
    if preset == "year":
        return date(today.year, 1, 1), today
    days = 90 if preset == "90" else 30
    return today - timedelta(days=days - 1), today


class PeriodCard(Card):
    """The days of the report: a preset, or dates of one's own."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("report.period_card"), spacing=6)
        self.preset = QComboBox()
        self.since = QDateEdit()
        self.until = QDateEdit()
        self._today = date.today()  # noqa: DTZ011  # only until the diary says its own day
        self._since_last: date | None = None
        self._latest: date | None = None
        self._touched = False
        self._build()

    def _build(self) -> None:
        self.preset.setAccessibleName(say("report.period_card"))
        for edit, name in ((self.since, say("report.first_day")), (self.until, say("report.last_day"))):
            edit.setAccessibleName(name)
            edit.setCalendarPopup(True)
            edit.setLocale(LOCALE)
            edit.setDisplayFormat("d MMM yyyy")
            edit.setMinimumDate(QDate(1900, 1, 1))

        self.preset.activated.connect(self._on_preset)
        self.since.dateChanged.connect(self._on_dates)
        self.until.dateChanged.connect(self._on_dates)

        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.addWidget(Label(say("report.first_day"), "note", "quiet"), 0, 0)
        grid.addWidget(Label(say("report.last_day"), "note", "quiet"), 0, 1)
        grid.addWidget(self.since, 1, 0)
        grid.addWidget(self.until, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.add(self.preset)
        self.add(grid)

    def refresh(self, today: date, since_last: date | None, latest: date | None = None) -> None:
        """Take today, the day after the last report, and the last day with an entry.

        An untouched card shows the default period; a diary that ended before it, as one that was brought
        in, shows the days up to its end.
        """
        self._today, self._since_last = today, since_last
        default = "last" if since_last is not None else "30"
        ended = latest is not None and latest < preset_days(default, today, since_last)[0]
        self._latest = latest if ended else None
        there = {"last": since_last is not None, "latest": ended}
        kept = self.preset.currentData()
        with QSignalBlocker(self.preset), QSignalBlocker(self.since), QSignalBlocker(self.until):
            self.preset.clear()
            for preset in PRESETS:
                if there.get(preset, True):
                    self.preset.addItem(say(f"report.preset.{preset}"), preset)
            newest = QDate(today.year, today.month, today.day)
            self.since.setMaximumDate(newest)
            self.until.setMaximumDate(newest)
            if not self._touched:
                kept = "latest" if ended else default
            self.preset.setCurrentIndex(max(0, self.preset.findData(kept)))
        if self.preset.currentData() != OWN:
            self._show(*preset_days(self.preset.currentData(), today, since_last, self._latest))

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return _plain(self.since.date()), _plain(self.until.date())

    def choose(self, preset: str) -> None:
        """Choose a preset."""
        self.preset.setCurrentIndex(self.preset.findData(preset))
        self._on_preset()

    def _show(self, since: date, until: date) -> None:
        with QSignalBlocker(self.since), QSignalBlocker(self.until):
            self.since.setDate(QDate(since.year, since.month, since.day))
            self.until.setDate(QDate(until.year, until.month, until.day))

    @Slot()
    def _on_preset(self) -> None:
        self._touched = True
        preset = self.preset.currentData()
        if preset == OWN:
            self.since.setFocus()
            return
        self._show(*preset_days(preset, self._today, self._since_last, self._latest))
        self.changed.emit()

    @Slot()
    def _on_dates(self) -> None:
        self._touched = True
        self.preset.setCurrentIndex(self.preset.findData(OWN))
        since, until = self.days
        if since > until:
            later = since if self.sender() is self.since else until
            self._show(later, later)
        self.changed.emit()


class PersonalCard(Card):
    """For whom the report is, and what it says about the person: nothing that is not ticked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("report.for_card"), spacing=4)
        self.to = QLineEdit()
        self.with_name = QCheckBox(say("report.tick_name"))
        self.with_born = QCheckBox(say("report.tick_born"))
        self.with_private = QCheckBox(say("report.tick_private"))
        self._nothing = Label(say("report.no_name"), "note", "quiet", wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()

    def _build(self) -> None:
        self.to.setAccessibleName(say("report.for_card"))
        self.to.setPlaceholderText(say("report.for_hint"))
        self.to.setMaxLength(200)
        self.with_private.hide()

        self._soon.timeout.connect(self.changed)
        self.to.textEdited.connect(self._on_typed)
        for tick in (self.with_name, self.with_born, self.with_private):
            tick.toggled.connect(self.changed)

        for part in (self.to, self.with_name, self.with_born, self.with_private, self._nothing):
            self.add(part)

    @Slot()
    def _on_typed(self) -> None:
        self._soon.start()

    def refresh(self, person: Person | None) -> None:
        """Offer what was said about the person, and nothing else."""
        self.with_name.setVisible(person is not None and bool(person.name.strip()))
        self.with_born.setVisible(person is not None and person.born is not None)
        if person is not None and person.name.strip():
            self.with_name.setText(say("report.tick_name_is", name=person.name.strip()[:60]))
            self.with_name.setAccessibleName(self.with_name.text())
        self._nothing.setVisible(self.with_name.isHidden() and self.with_born.isHidden())

    def offer_private(self, there: bool) -> None:
        """Offer the tick for private places only where the period has any."""
        self.with_private.setVisible(there)


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())

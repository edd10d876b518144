"""The days of a report: since the last visit, some usual spans, or dates of one's own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout

from diary.ui.parts.card import Card
from diary.ui.parts.date_bar import LOCALE, day_words
from diary.ui.parts.painted import Label
from diary.wording import say

if TYPE_CHECKING:
    from diary.models.story import Consult

OWN = "own"
PRESETS = ("visit", "last", "latest", "30", "90", "year", OWN)
LATEST_DAYS = 90


class Marks(NamedTuple):
    """The days that presets go by: today, the last visit, the day after the last report, the last entry."""

    today: date
    visit: Consult | None = None
    after_report: date | None = None
    latest: date | None = None

    @property
    def default(self) -> str:
        """The preset of an untouched page: a diary that ended before the usual days shows its last ones."""
        usual = "visit" if self.visit is not None else "last" if self.after_report is not None else "90"
        ended = self.latest is not None and self.latest < preset_days(usual, self)[0]
        return "latest" if ended else usual

    def has(self, preset: str) -> bool:
        """Whether a preset means anything in this diary."""
        there = {
            "visit": self.visit is not None,
            "last": self.visit is None and self.after_report is not None,
            "latest": self.default == "latest",
        }
        return there.get(preset, True)


def preset_days(preset: str, marks: Marks) -> tuple[date, date]:
    """The first and last day of a preset; one that the diary lacks is the last 90 days."""
    today = marks.today
    if preset == "latest" and marks.latest is not None:
        return marks.latest - timedelta(days=LATEST_DAYS - 1), marks.latest
    if preset == "visit" and marks.visit is not None:
        return marks.visit.day, today
    if preset == "last" and marks.after_report is not None:
        return marks.after_report, today
    if preset == "year":
        return date(today.year, 1, 1), today
    days = 30 if preset == "30" else 90
    return today - timedelta(days=days - 1), today


class PeriodCard(Card):
    """A preset, or dates of one's own."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(say("report.period_card"), spacing=6)
        self.preset = QComboBox()
        self.since = QDateEdit()
        self.until = QDateEdit()
        self._marks = Marks(date.today())  # noqa: DTZ011  # only until the diary says its own day
        self._wanted = ""
        self._build()

    def _build(self) -> None:
        self.preset.setAccessibleName(say("report.period_card"))
        self.preset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
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

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return _plain(self.since.date()), _plain(self.until.date())

    @property
    def wanted(self) -> str:
        """The preset that was chosen by hand, "" where none was or where dates were."""
        return "" if self._wanted == OWN else self._wanted

    def refresh(self, marks: Marks) -> None:
        """Take the days that presets go by; a card nobody touched shows the usual ones."""
        self._marks = marks
        with QSignalBlocker(self.preset), QSignalBlocker(self.since), QSignalBlocker(self.until):
            self.preset.clear()
            for preset in PRESETS:
                if marks.has(preset):
                    self.preset.addItem(self._words(preset), preset)
            newest = QDate(marks.today.year, marks.today.month, marks.today.day)
            self.since.setMaximumDate(newest)
            self.until.setMaximumDate(newest)
            shown = self._wanted if self._wanted and marks.has(self._wanted) else marks.default
            self.preset.setCurrentIndex(max(0, self.preset.findData(shown)))
        if self.preset.currentData() != OWN:
            self._show(*preset_days(self.preset.currentData(), marks))

    def want(self, preset: str) -> None:
        """Take a preset that was chosen another time; the next refresh shows it."""
        self._wanted = preset if preset in PRESETS and preset not in (OWN, "latest") else ""

    def choose(self, preset: str) -> None:
        """Choose a preset, as by hand."""
        self.preset.setCurrentIndex(self.preset.findData(preset))
        self._on_preset()

    def _words(self, preset: str) -> str:
        if preset == "visit" and self._marks.visit is not None:
            return say("consult.preset.visit", day=day_words(self._marks.visit.day, "d MMM yyyy"))
        return say(f"report.preset.{preset}")

    def _show(self, since: date, until: date) -> None:
        with QSignalBlocker(self.since), QSignalBlocker(self.until):
            self.since.setDate(QDate(since.year, since.month, since.day))
            self.until.setDate(QDate(until.year, until.month, until.day))

    @Slot()
    def _on_preset(self) -> None:
        self._wanted = self.preset.currentData()
        if self._wanted == OWN:
            self.since.setFocus()
            return
        self._show(*preset_days(self._wanted, self._marks))
        self.changed.emit()

    @Slot()
    def _on_dates(self) -> None:
        self._wanted = OWN
        self.preset.setCurrentIndex(self.preset.findData(OWN))
        since, until = self.days
        if since > until:
            later = since if self.sender() is self.since else until
            self._show(later, later)
        self.changed.emit()


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())

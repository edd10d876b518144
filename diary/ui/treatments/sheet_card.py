"""The card of as-needed doses: one month as a sheet, and the sums of the last months in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox

from diary.insight.as_needed import MedicineMonth, MonthSum, days_of, months_back
from diary.ui.parts.button import Button
from diary.ui.parts.card import Card
from diary.ui.parts.painted import Label
from diary.ui.treatments.sheet_grid import SheetGrid
from diary.ui.treatments.view import weeks_words
from diary.wording import say, say_n
from diary.wording.treatment_words import lane_words, listed

if TYPE_CHECKING:
    from diary.models.care import Treatment
    from diary.ui.treatments.view import HeldTreatments

TOLD_MONTHS = 3


class SheetCard(Card):
    """A month of as-needed doses; steps back to the first dose and never past the month of today."""

    def __init__(self) -> None:
        super().__init__(title_role="title")
        self._held: HeldTreatments | None = None
        self._month = date.min
        self._rows: tuple[MedicineMonth, ...] = ()
        self.previous = Button(say("treatments.sheet_previous"), "previous", "icon")
        self.next = Button(say("treatments.sheet_next"), "next", "icon")
        self.late = QCheckBox(say("treatments.sheet_late"))
        self.late.setAccessibleName(say("treatments.sheet_late"))
        self.grid = SheetGrid()
        self.key = Label("", "note", "quiet", wrap=True)
        self.sums = Label("", "body", wrap=True)
        self.weeks = Label("", "body", wrap=True)
        for widget in (self.late, self.previous, self.next):
            self.header.addWidget(widget)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.grid.month_asked.connect(self._step)
        self.grid.row_chosen.connect(self._on_row)
        self.late.toggled.connect(self._show)
        self.add(self.grid, 1)
        self.add(self.key)
        self.add(self.sums)
        self.add(self.weeks)
        self.late.hide()
        self.sums.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self._month

    def show_held(self, held: HeldTreatments) -> None:
        """Show what was read; the month stays, at first it is that of today."""
        self._held = held
        today = date.fromordinal(held.today)
        if self._month == date.min or self._month > today:
            self._month = today.replace(day=1)
        self._show()

    @Slot()
    def _on_previous(self) -> None:
        self._step(-1)

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot(int)
    def _step(self, months: int) -> None:
        if self._held is None:
            return
        days = days_of(self._month)
        edge = days[0] - 1 if months < 0 else days[-1] + 1
        if self._first() <= edge <= self._held.today:
            self._month = date.fromordinal(edge).replace(day=1)
            self._show()

    def _first(self) -> int:
        """The first day (ordinal) that a month can be shown of."""
        assert self._held is not None  # asked only once something is shown
        return self._held.first

    @Slot()
    def _show(self) -> None:
        if self._held is None:
            return
        held, today = self._held, date.fromordinal(self._held.today)
        used = held.used[self.late.isChecked()]
        rows = used.shown(self._month)
        self.set_title(
            say("treatments.sheet", month=say(f"month.long.{self._month.month}"), year=self._month.year)
        )
        self.grid.show_month(rows, held.worst, self._month, today)
        self.late.setVisible(used.any_memory)
        days = days_of(self._month)
        self.previous.setEnabled(days[0] > self._first())
        self.next.setEnabled(days[-1] < held.today)
        self.weeks.setText(weeks_words(*held.four_weeks(with_memory=self.late.isChecked())))
        self.weeks.setVisible(bool(self.weeks.text()))
        self._rows = rows
        self.key.setText(self._key_words())
        for part in (self.grid, self.key):
            part.setVisible(bool(rows))
        most = max(range(len(rows)), key=self._doses, default=0)
        self._on_row(most)

    def _doses(self, row: int) -> int:
        return self._rows[row].sum.doses

    @Slot(int)
    def _on_row(self, row: int) -> None:
        """Tell the months of the medicine in a row, at first of the one taken most."""
        if row < len(self._rows):
            self.sums.setText(self._told(self._rows[row].treatment))
        elif not self._rows:
            self.sums.setText(say("treatments.sheet_none"))

    def _key_words(self) -> str:
        """What the boxes mean, as far as there are such boxes."""
        assert self._held is not None  # asked only once something is shown
        used = self._held.used[self.late.isChecked()]
        said = [say("treatments.sheet_key")]
        if used.some & set(days_of(self._month)):
            said.append(say("treatments.sheet_key_some"))
        if any(cell.later for one in self._rows for cell in one.cells):
            said.append(say("treatments.sheet_key_later"))
        if used.any_memory:
            counted = self.late.isChecked()
            said.append(say("treatments.sheet_key_late_counted" if counted else "treatments.sheet_key_late"))
        return " ".join(said)

    def _told(self, treatment: Treatment) -> str:
        """The last months of a medicine in words, each with its n of days answered."""
        assert self._held is not None  # asked only once something is shown
        used = self._held.used[self.late.isChecked()]
        sums = [used.sum_of(treatment, month) for month in months_back(self._month, TOLD_MONTHS)]
        shown = [one for one in sums if one.answered or one.doses] or sums[-1:]
        told = [self._month_words(one, first=at == 0) for at, one in enumerate(shown)]
        return say(
            "treatments.sheet_months", name=lane_words(treatment), months=listed(told, "treatments.notes")
        )

    def _month_words(self, one: MonthSum, *, first: bool) -> str:
        assert self._held is not None  # asked only once something is shown
        month = say(f"month.short.{one.month.month}")
        if not one.answered and not one.doses:
            return say("treatments.sheet_unanswered", month=month)
        if first:
            days = say_n("treatments.sheet_days", one.days)
            return say_n("treatments.sheet_first", one.doses, month=month, days=days, answered=one.answered)
        following = one.month + timedelta(days=32)
        going_on = following.replace(day=1).toordinal() > self._held.today
        key = "treatments.sheet_so_far" if going_on else "treatments.sheet_month"
        return say(key, month=month, n=one.doses, days=one.days, answered=one.answered)

"""Reminders: times, weekdays, quiet hours and the tray; each control acts at once, on this computer."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from diary.ui.parts.button import Button
from diary.ui.parts.flow import FlowLayout
from diary.ui.parts.painted import Label
from diary.ui.reminders.plan import FIRST, Plan, keep_plan, read_plan
from diary.ui.reminders.reminder_row import ReminderRow
from diary.ui.reminders.schedule import Quiet, Reminder
from diary.ui.settings.card import SettingsCard
from diary.ui.today.time_field import TimeField
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.store.looks import Looks


def _has_tray() -> bool:
    from diary.ui.reminders.tray import has_tray

    return has_tray()


class RemindersCard(SettingsCard):
    """All that can be set about reminders; `changed` once it is kept. Off, it is one line and a box."""

    changed = Signal()

    def __init__(
        self, looks: Looks, *, has_tray: Callable[[], bool] = _has_tray, parent: QWidget | None = None
    ) -> None:
        super().__init__(say("reminder.title"), say("reminder.about"), parent=parent)
        self._looks = looks
        self._has_tray = has_tray
        self._filling = True
        self.rows: list[ReminderRow] = []
        self._build()
        self.refresh()

    def _build(self) -> None:
        self.on = QCheckBox(say("reminder.on"))
        self.more = QWidget()
        self.none = Label(say("reminder.none"), "note", "quiet", wrap=True)
        self.add_time = Button(say("reminder.add"), "plus", "small")
        self.quiet = QCheckBox(say("reminder.quiet"))
        self.quiet_from, self.quiet_to = TimeField(), TimeField()
        self.quiet_from.setAccessibleName(say("reminder.quiet_from_name"))
        self.quiet_to.setAccessibleName(say("reminder.quiet_to_name"))
        self.tray = QCheckBox(say("reminder.tray"))
        self.stays = QCheckBox(say("reminder.stays"))
        self.tray_note = Label("", "note", "quiet", wrap=True)
        for box in (self.on, self.quiet, self.tray, self.stays):
            box.toggled.connect(self._on_set)
        for field in (self.quiet_from, self.quiet_to):
            field.changed.connect(self._on_set)
        self.add_time.clicked.connect(self._on_add)
        self._times = QVBoxLayout()
        self._times.setSpacing(6)
        column = QVBoxLayout(self.more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(say("reminder.says", words=say("reminder.words")), "note", "quiet", wrap=True))
        column.addLayout(self._times)
        column.addWidget(self.none)
        column.addWidget(_line(self.add_time))
        column.addWidget(
            _line(
                self.quiet,
                Label(say("reminder.quiet_from"), "note", "quiet"),
                self.quiet_from,
                Label(say("reminder.quiet_to"), "note", "quiet"),
                self.quiet_to,
            )
        )
        column.addWidget(_line(self.tray))
        column.addWidget(_line(self.stays))
        column.addWidget(self.tray_note)
        self.add(_line(self.on))
        self.add(self.more)

    def refresh(self) -> None:
        """Show what is set."""
        plan = read_plan(self._looks)
        self._filling = True
        self.on.setChecked(plan.on)
        if tuple(row.reminder for row in self.rows) != plan.reminders:
            for row in tuple(self.rows):
                self._drop(row)
            for reminder in plan.reminders:
                self._add_row(reminder)
        self.quiet.setChecked(plan.quiet_on)
        for field, at in ((self.quiet_from, plan.quiet.since), (self.quiet_to, plan.quiet.until)):
            if not field.hasFocus():
                field.set_time(at.hour, at.minute)
        self.tray.setChecked(plan.tray)
        self.stays.setChecked(plan.stays)
        self._filling = False
        self._tell(plan)

    @property
    def plan(self) -> Plan:
        """What the controls say; a time that is none leaves the one before."""
        return Plan(
            on=self.on.isChecked(),
            reminders=tuple(row.reminder for row in self.rows),
            quiet=Quiet(since=self.quiet_from.value, until=self.quiet_to.value),
            quiet_on=self.quiet.isChecked(),
            tray=self.tray.isChecked(),
            stays=self.stays.isChecked(),
        )

    def _tell(self, plan: Plan) -> None:
        there = plan.on and self._has_tray()
        self.more.setVisible(plan.on)
        self.none.setVisible(not plan.reminders)
        for row in self.rows:
            row.tell(plan.quiet_hours)
        for field in (self.quiet_from, self.quiet_to):
            field.setEnabled(plan.quiet_on)
        self.tray.setEnabled(there)
        self.stays.setEnabled(there and plan.tray)
        self.tray_note.setText(say("reminder.stays_about" if there else "reminder.no_tray"))

    # --- what the person sets

    @Slot()
    def _on_set(self) -> None:
        if not self._filling:
            plan = self.plan
            keep_plan(self._looks, plan)
            self._tell(plan)
            self.changed.emit()

    @Slot()
    def _on_add(self) -> None:
        last = self.rows[-1].reminder if self.rows else FIRST
        at = last.at if not self.rows else time((last.at.hour + 12) % 24, last.at.minute)
        row = self._add_row(replace(last, at=at))
        self._on_set()
        row.time.setFocus()

    def _add_row(self, reminder: Reminder) -> ReminderRow:
        row = ReminderRow(reminder, len(self.rows) + 1)
        row.changed.connect(self._on_set)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        self._times.addWidget(row)
        row.show()  # a layout shows it later, and it could not take the keyboard until then
        QWidget.setTabOrder(row.remove, self.add_time)
        for first, then in zip(self._after(), self._after()[1:], strict=False):
            QWidget.setTabOrder(first, then)
        return row

    def _after(self) -> list[QWidget]:
        """What comes behind the times, in the order of the keys."""
        return [self.add_time, self.quiet, self.quiet_from, self.quiet_to, self.tray, self.stays]

    @Slot(object)
    def _on_removed(self, row: ReminderRow) -> None:
        self.add_time.setFocus()
        self._drop(row)
        self._on_set()

    def _drop(self, row: ReminderRow) -> None:
        self.rows.remove(row)
        self._times.removeWidget(row)
        row.hide()
        row.deleteLater()
        for n, left in enumerate(self.rows, 1):
            left.set_number(n)


def _line(*widgets: QWidget) -> QWidget:
    line = QWidget()
    flow = FlowLayout(line, gap=8)
    for widget in widgets:
        flow.addWidget(widget)
    return line

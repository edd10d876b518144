"""Looks at the clock once a minute and reminds, if that was set and its day has no entry yet."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from diary.errors import DiaryError
from diary.ui.reminders.plan import Plan, read_plan
from diary.ui.reminders.schedule import due, until_next_minute
from diary.wording import say

if TYPE_CHECKING:
    from diary.ui.diary_window import DiaryWindow
    from diary.ui.parts.message import InlineMessage
    from diary.ui.reminders.tray import Tray

NOON = 12


class Reminding(QObject):
    """The reminders of one window, whose child it is; the tray is loaded when it is first wanted."""

    def __init__(self, window: DiaryWindow) -> None:
        super().__init__(window)
        self._window = window
        self._store = window.store
        self._last: datetime | None = None
        self._message: InlineMessage | None = None
        self._heard: QObject | None = None
        self.plan = Plan()
        self.tray: Tray | None = None
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.look)
        window.page_opened.connect(self._on_page_opened)
        self._store.changed.connect(self._on_written)
        self.renew()

    # --- what is set

    @Slot()
    def renew(self) -> None:
        """Takes what is set now; a time that has passed today reminds no more today."""
        self.plan = read_plan(self._store.looks)
        self._last = self._now()
        self._show_tray(self.plan.on and self.plan.tray)
        if self.plan.on:
            self.timer.start(until_next_minute(self._now()))
        else:
            self.timer.stop()
            self._hush()

    def _show_tray(self, wanted: bool) -> None:
        if wanted and self.tray is None:
            from diary.ui.reminders.tray import Tray, has_tray

            if not has_tray():
                return
            self.tray = tray = Tray(self)
            tray.open_requested.connect(self.open)
            tray.entry_requested.connect(self.open_entry)
            tray.pain_now_requested.connect(self._on_pain_now)
            tray.quit_requested.connect(self._on_quit)
            self._window.installEventFilter(self)
        elif not wanted and self.tray is not None:
            self._window.removeEventFilter(self)
            self.tray.go()
            self.tray = None

    # --- once a minute

    def _now(self) -> datetime:
        return self._store.now().local if self._store.is_open else datetime.now()  # noqa: DTZ005  # local

    @Slot()
    def look(self) -> None:
        """Reminds if a set time has come; what is typed just now is not disturbed."""
        now = self._now()
        self.timer.start(until_next_minute(now))
        if not self._store.is_open or self._store.read_only or self._store.is_sample:
            return
        found = due(now, self._last or now, self.plan.reminders, self.plan.quiet_hours)
        if found is None or (self._window.isActiveWindow() and self._window.today.dirty):
            return
        self._last = found
        if not self._is_written(found):
            self._remind()

    def _is_written(self, at: datetime) -> bool:
        """Whether the diary day of `at` has an entry; in the morning one about the night is enough."""
        from diary.models.codes import EntryKind
        from diary.models.moments import day_of
        from diary.storage.queries import day_end, entry_rows

        try:
            day = day_of(at, self._store.ask(day_end))
            rows = self._store.ask(entry_rows, day, day)
        except DiaryError:
            return True  # what is wrong with the file is told elsewhere; this is no time for an entry
        morning = at.hour < NOON and at.date() == day  # past midnight the day is not at its beginning
        kinds = {EntryKind.DAY, EntryKind.NIGHT} if morning else {EntryKind.DAY}
        return any(row.kind in kinds and not row.source for row in rows)

    def _remind(self) -> None:
        words = say("reminder.words")
        if self.tray is not None:
            self.tray.tell(words)
            return
        self._hush()
        self._message = self._window.show_message(words, action=say("reminder.open"))
        self._message.acted.connect(self.open_entry)

    @Slot()
    def _on_written(self) -> None:
        """What was asked for is there: the message goes by itself."""
        if self._message is None or not self._store.is_open:
            return
        now = self._now()
        if self._is_written(now) or self._is_written(self._last or now):
            self._hush()

    def _hush(self) -> None:
        if self._message is not None and self._message in self._window.messages:
            self._window.close_message(self._message)
        self._message = None

    # --- what the person does

    @Slot()
    def open(self) -> None:
        """Shows the window as it was."""
        self._window.show()
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()

    @Slot()
    def open_entry(self) -> None:
        """Shows Today."""
        self._hush()
        self.open()
        self._window.open_today()

    @Slot()
    def _on_pain_now(self) -> None:
        self.open()
        self._window.open_pain_now()

    @Slot()
    def _on_quit(self) -> None:
        """Closes as the window does, which may ask about what is typed: then it is shown again."""
        from PySide6.QtWidgets import QApplication

        if self._window.close():
            self._show_tray(wanted=False)
            QApplication.quit()
        else:
            self.open()

    @Slot(str)
    def _on_page_opened(self, key: str) -> None:
        if key == "settings" and self._heard is None:
            from diary.ui.settings.page import SettingsPage

            page = self._window.page(key)
            if isinstance(page, SettingsPage):
                self._heard = page.reminders
                page.reminders.changed.connect(self.renew)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing by hand hides the window while reminders are to go on in the tray."""
        by_hand = event.type() is QEvent.Type.Close and event.spontaneous()
        if watched is not self._window or not by_hand or self.tray is None or not self.plan.stays:
            return False
        event.ignore()
        self._window.today.typing.keep_now()
        self._window.hide()
        self.tray.tell(say("tray.stays"))
        return True


def attach_reminders(window: DiaryWindow) -> Reminding:
    """Lets a window remind; call it once its diary is open. Nothing runs until reminders are switched on."""
    return Reminding(window)

"""The window reminds at the set time, without guilt, unless today has its entry; the tray only if wanted."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from diary.models.codes import EntryKind
from diary.models.records import Replace
from diary.ui.reminders import tray as trays
from diary.ui.reminders.plan import Plan, keep_plan
from diary.ui.reminders.reminding import Reminding, attach_reminders
from diary.ui.reminders.schedule import Quiet, Reminder
from tests.ui.today.given import TODAY, YESTERDAY, Clock, entry, fill, opened_store, opened_window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.diary_window import DiaryWindow
    from diary.ui.theme import Theme

WORDS = "Time for the entry you set."
SEVEN = Plan(on=True, reminders=(Reminder(at=time(19)),))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock, qapp: object) -> Iterator[Store]:
    store = opened_store(tmp_path, clock)
    yield store
    store.close()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, store: Store) -> DiaryWindow:
    return opened_window(qtbot, store)


def reminding(window: DiaryWindow, plan: Plan = SEVEN) -> Reminding:
    keep_plan(window.store.looks, plan)
    return attach_reminders(window)


def at(clock: Clock, found: Reminding, hour: int, minute: int = 0) -> None:
    """The clock stands there, and is looked at."""
    clock.at = datetime(2026, 11, 22, hour, minute)  # noqa: DTZ001  # a Moment's local time is naive
    found.look()


def said(window: DiaryWindow) -> list[str]:
    return [one.text for one in window.messages if one.text == WORDS]


def test_at_its_time_a_quiet_message_stands_in_the_window(window: DiaryWindow, clock: Clock) -> None:
    found = reminding(window)
    at(clock, found, 18, 59)
    assert said(window) == []
    at(clock, found, 19)
    at(clock, found, 19, 1)
    assert said(window) == [WORDS]


def test_the_message_leads_to_today_and_goes(window: DiaryWindow, clock: Clock) -> None:
    found = reminding(window)
    window.open_page("trends")
    at(clock, found, 19)
    (message,) = [one for one in window.messages if one.text == WORDS]
    message.acted.emit()
    assert window.current_key == "today"
    assert said(window) == []


def test_saving_the_entry_takes_the_message_away(window: DiaryWindow, store: Store, clock: Clock) -> None:
    found = reminding(window)
    at(clock, found, 19)
    store.save([Replace(before=None, after=entry(TODAY))], text="Saved")
    assert said(window) == []


def test_once_today_has_an_entry_nothing_reminds(window: DiaryWindow, store: Store, clock: Clock) -> None:
    fill(store, entry(TODAY))
    found = reminding(window)
    at(clock, found, 19)
    assert said(window) == []


def test_the_night_alone_is_enough_in_the_morning_only(
    window: DiaryWindow, store: Store, clock: Clock
) -> None:
    fill(store, entry(TODAY, kind=EntryKind.NIGHT, values={"sleep_quality": 5}))
    clock.at = clock.at.replace(hour=6)
    found = reminding(window, Plan(on=True, reminders=(Reminder(at=time(8)), Reminder(at=time(19)))))
    at(clock, found, 8)
    assert said(window) == []
    at(clock, found, 19)
    assert said(window) == [WORDS]


def test_quiet_hours_are_quiet(window: DiaryWindow, clock: Clock) -> None:
    quiet = Quiet(since=time(18, 30), until=time(21))
    found = reminding(window, Plan(on=True, reminders=SEVEN.reminders, quiet=quiet, quiet_on=True))
    at(clock, found, 20)
    assert said(window) == []
    at(clock, found, 21)
    assert said(window) == [WORDS]


def evening_before(window: DiaryWindow, clock: Clock, plan: Plan) -> Reminding:
    """Watching began at eight the evening before, and then the computer slept."""
    clock.at = datetime(2026, 11, 21, 20)  # noqa: DTZ001  # a Moment's local time is naive
    return reminding(window, plan)


NINE = (Reminder(at=time(21)),)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(on=True, reminders=NINE),
        Plan(on=True, reminders=NINE, quiet=Quiet(since=time(20, 30), until=time(7)), quiet_on=True),
    ],
)
def test_made_up_for_after_sleep_or_quiet_hours_a_reminder_is_about_its_own_day(
    window: DiaryWindow, store: Store, clock: Clock, plan: Plan
) -> None:
    fill(store, entry(YESTERDAY))
    found = evening_before(window, clock, plan)
    at(clock, found, 7)
    assert said(window) == []


def test_the_entry_of_today_is_no_answer_for_last_evening(
    window: DiaryWindow, store: Store, clock: Clock
) -> None:
    fill(store, entry(TODAY))
    found = evening_before(window, clock, Plan(on=True, reminders=NINE))
    at(clock, found, 7)
    assert said(window) == [WORDS]
    store.save([Replace(before=None, after=entry(YESTERDAY))], text="Saved")
    assert said(window) == []


def test_before_the_day_ends_a_time_past_midnight_is_about_the_day_before(
    window: DiaryWindow, store: Store, clock: Clock
) -> None:
    fill(store, entry(YESTERDAY))
    found = evening_before(window, clock, Plan(on=True, reminders=(Reminder(at=time(1)),)))
    at(clock, found, 4)
    assert said(window) == []


def test_off_means_that_nothing_runs(window: DiaryWindow, clock: Clock) -> None:
    found = reminding(window, Plan())
    assert not found.timer.isActive()
    assert found.tray is None


def test_switching_on_in_the_settings_acts_at_once(qtbot: QtBot, window: DiaryWindow) -> None:
    found = reminding(window, Plan())
    window.open_page("settings")
    card = window.page("settings").reminders  # type: ignore[attr-defined]  # the page Settings
    card.on.click()
    assert found.timer.isActive()
    card.on.click()
    assert not found.timer.isActive()


class _Tray(QObject):
    """Stands for the tray, which this screen has none of."""

    open_requested = Signal()
    entry_requested = Signal()
    pain_now_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.told: list[str] = []
        self.gone = False

    def tell(self, words: str) -> None:
        self.told.append(words)

    def go(self) -> None:
        self.gone = True


@pytest.fixture
def with_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trays, "has_tray", lambda: True)
    monkeypatch.setattr(trays, "Tray", _Tray)


class _ByHand(QCloseEvent):
    def spontaneous(self) -> bool:
        return True


IN_TRAY = Plan(on=True, reminders=SEVEN.reminders, tray=True)
STAYS = Plan(on=True, reminders=SEVEN.reminders, tray=True, stays=True)


def tray_of(found: Reminding) -> _Tray:
    assert isinstance(found.tray, _Tray)
    return found.tray


@pytest.mark.usefixtures("with_tray")
def test_the_tray_reminds_where_there_is_one(window: DiaryWindow, clock: Clock) -> None:
    found = reminding(window, IN_TRAY)
    at(clock, found, 19)
    assert tray_of(found).told == [WORDS]
    assert said(window) == []


@pytest.mark.usefixtures("with_tray")
def test_closing_ends_the_diary_unless_the_person_chose_otherwise(window: DiaryWindow) -> None:
    found = reminding(window, IN_TRAY)
    assert not found.eventFilter(window, _ByHand())
    keep_plan(window.store.looks, STAYS)
    found.renew()
    assert found.eventFilter(window, _ByHand())
    assert not window.isVisible()
    assert window.store.is_open
    tray_of(found).open_requested.emit()
    assert window.isVisible()


@pytest.mark.usefixtures("with_tray")
def test_the_program_itself_may_always_close_the_window(window: DiaryWindow) -> None:
    found = reminding(window, STAYS)
    assert not found.eventFilter(window, QCloseEvent())


@pytest.mark.usefixtures("with_tray")
def test_quit_in_the_tray_closes_the_diary(
    window: DiaryWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: quits.append(True))
    found = reminding(window, STAYS)
    tray = tray_of(found)
    window.hide()
    tray.quit_requested.emit()
    assert quits == [True]
    assert tray.gone
    assert not store.is_open


@pytest.mark.usefixtures("with_tray")
def test_pain_now_is_one_press_from_the_tray(window: DiaryWindow) -> None:
    tray_of(reminding(window, STAYS)).pain_now_requested.emit()
    assert window.current_key == ""
    assert window.isVisible()


@pytest.mark.usefixtures("with_tray")
def test_switching_off_takes_the_mark_away(window: DiaryWindow) -> None:
    found = reminding(window, STAYS)
    tray = tray_of(found)
    keep_plan(window.store.looks, Plan())
    found.renew()
    assert tray.gone
    assert found.tray is None
    assert not found.eventFilter(window, _ByHand())


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)  # this screen has no tray
def test_the_menu_of_the_tray_has_three_words(qtbot: QtBot, theme: Theme) -> None:
    tray = trays.Tray()
    assert [one.text() for one in tray.menu.actions()] == ["Open", "Pain now", "Quit"]
    with qtbot.waitSignals([tray.open_requested, tray.pain_now_requested, tray.quit_requested]):
        for action in tray.menu.actions():
            action.trigger()
    tray.tell(WORDS)
    tray.go()
    assert not tray.icon.isVisible()


def test_the_tray_is_not_loaded_before_it_is_wanted() -> None:
    code = "import sys, diary.ui.reminders.reminding; print('diary.ui.reminders.tray' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"

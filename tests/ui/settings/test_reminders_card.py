"""The card of reminders: everything acts at once, every control has a name, nothing commands."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.store.looks import Looks
from diary.ui.reminders.plan import Plan, keep_plan, read_plan
from diary.ui.reminders.schedule import EVERY_DAY, Quiet, Reminder
from diary.ui.settings.reminders_card import RemindersCard
from diary.wording import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def looks(tmp_path: Path) -> Looks:
    return Looks(tmp_path / "settings.ini")


def shown(qtbot: QtBot, looks: Looks, *, has_tray: bool = True) -> RemindersCard:
    card = RemindersCard(looks, has_tray=lambda: has_tray)
    qtbot.addWidget(card)
    card.resize(560, 500)
    card.show()
    return card


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, looks: Looks) -> RemindersCard:
    keep_plan(looks, Plan(on=True))
    return shown(qtbot, looks)


def write(field: object, text: str) -> None:
    field.setFocus()  # type: ignore[attr-defined]  # any field
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, text)  # type: ignore[arg-type]


def test_off_it_is_one_box(qtbot: QtBot, theme: Theme, looks: Looks) -> None:
    card = shown(qtbot, looks)
    assert not card.more.isVisible()
    with qtbot.waitSignal(card.changed):
        card.on.click()
    assert card.more.isVisible()
    assert read_plan(looks).on


def test_a_time_is_typed_and_its_days_are_pressed(card: RemindersCard, looks: Looks) -> None:
    row = card.rows[0]
    write(row.time, "9 pm")
    row.days[5].click()
    row.days[6].click()
    assert read_plan(looks).reminders == (Reminder(at=time(21), weekdays=frozenset(range(5))),)


def test_any_number_of_times(card: RemindersCard, looks: Looks) -> None:
    card.add_time.click()
    assert QApplication.focusWidget() is card.rows[1].time
    write(card.rows[1].time, "0815")
    assert read_plan(looks).reminders[1] == Reminder(at=time(8, 15), weekdays=EVERY_DAY)
    card.rows[0].remove.click()
    assert [one.at for one in read_plan(looks).reminders] == [time(8, 15)]
    assert card.rows[0].remove.accessibleName() == "Remove reminder 1"
    card.rows[0].remove.click()
    assert card.none.isVisible()
    card.add_time.click()
    assert read_plan(looks).reminders == (Reminder(at=time(20)),)


def test_words_that_are_no_time_leave_the_one_before(card: RemindersCard, looks: Looks) -> None:
    row = card.rows[0]
    write(row.time, "1930")
    write(row.time, "late")
    assert read_plan(looks).reminders[0].at == time(19, 30)
    assert row.note.text() == "This is not a time yet. The one before stays."


def test_a_time_in_quiet_hours_says_that_it_waits(card: RemindersCard, looks: Looks) -> None:
    card.quiet.click()
    assert card.quiet_from.isEnabled()
    write(card.quiet_from, "1900")
    write(card.quiet_to, "0700")
    assert read_plan(looks).quiet_hours == Quiet(since=time(19), until=time(7))
    assert card.rows[0].note.text() == "20:00 lies in the quiet hours and waits until they end."


def test_without_a_day_it_says_that_nothing_comes(card: RemindersCard) -> None:
    for chip in card.rows[0].days:
        chip.click()
    assert card.rows[0].note.text() == "Without a day, nothing comes at this time."


def test_going_on_in_the_tray_is_a_choice_of_its_own(card: RemindersCard, looks: Looks) -> None:
    assert not card.stays.isEnabled()
    card.tray.click()
    assert card.stays.isEnabled()
    assert not read_plan(looks).stays
    card.stays.click()
    assert read_plan(looks).stays


def test_without_a_tray_it_says_where_reminders_stand(qtbot: QtBot, theme: Theme, looks: Looks) -> None:
    keep_plan(looks, Plan(on=True))
    card = shown(qtbot, looks, has_tray=False)
    assert not card.tray.isEnabled()
    assert card.tray_note.text().startswith("This computer has no tray.")


def test_what_was_set_is_shown_again(qtbot: QtBot, theme: Theme, looks: Looks) -> None:
    plan = Plan(on=True, reminders=(Reminder(at=time(7, 5), weekdays=frozenset({1})),), tray=True)
    keep_plan(looks, plan)
    assert shown(qtbot, looks).plan == plan


def test_names_hold_the_words_that_are_seen(card: RemindersCard) -> None:
    card.add_time.click()
    chips = [chip for row in card.rows for chip in row.days]
    assert all(chip.text() in chip.accessibleName() for chip in chips)
    assert len({chip.accessibleName() for chip in chips}) == 14


def test_the_keys_walk_in_the_order_that_is_seen(card: RemindersCard) -> None:
    card.tray.click()
    card.quiet.click()
    card.add_time.click()
    card.on.setFocus()
    seen = []
    for _ in range(25):
        seen.append(QApplication.focusWidget())
        card.focusNextChild()
    rows = [one for row in card.rows for one in (row.time, *row.days, row.remove)]
    rest = [card.add_time, card.quiet, card.quiet_from, card.quiet_to, card.tray, card.stays]
    assert seen == [card.on, *rows, *rest]


def test_no_reminder_blames_or_commands() -> None:
    said = [text for key, text in catalogue().items() if key.startswith(("reminder.", "tray."))]
    words = " ".join(text if isinstance(text, str) else " ".join(text) for text in said).lower()
    assert not [one for one in ("missed", "forgot", "take ", "should", "must", "!") if one in words]

"""The line about a flare without an end."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from diary.models.codes import EntryKind
from diary.models.moments import Moment
from diary.models.records import Entry, Replace
from diary.ui.flares.open_line import OpenFlareLine
from tests.ui.today.given import TODAY, YESTERDAY, entry, fill, moments, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme
    from tests.ui.today.given import Clock

START = Moment(datetime(2026, 11, 22, 14, 10), 60, "Europe/Berlin")  # noqa: DTZ001  # local time is naive


def flare(uid: str = "flare", start: Moment = START, **more: Any) -> Entry:
    more = {"day": TODAY, **more}
    return entry(kind=EntryKind.MOMENT, uid=uid, at=start, values={"pain_now": 6}, **more)


def shown(qtbot: QtBot, store: Store) -> OpenFlareLine:
    line = OpenFlareLine(store)
    line.resize(900, 40)
    qtbot.addWidget(line)
    line.refresh()
    return line


def words(line: OpenFlareLine) -> str:
    return "" if line.isHidden() else line.words.text()


def test_without_a_flare_there_is_no_line(qtbot: QtBot, theme: Theme, store: Store) -> None:
    assert shown(qtbot, store).isHidden()


def test_a_flare_without_an_end_is_asked_about(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    assert words(line) == "The flare of 14:10: still there?"
    assert line.accessibleName() == words(line)


def test_ended_now_is_one_tap_and_can_be_taken_back(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    press(line.ended_now)
    (ended,) = moments(store)
    assert ended.until == store.now()
    assert ended.at == START
    assert words(line) == "The flare of 14:10 ended at 18:42."
    press(line.undo)
    assert moments(store)[0].until is None
    qtbot.waitUntil(lambda: words(line) == "The flare of 14:10: still there?")


def test_what_was_said_of_the_end_goes_with_the_next_change(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    press(line.ended_now)
    store.set_setting("asked", ["mood"], text="Asked")
    qtbot.waitUntil(line.isHidden)


def test_a_flare_over_midnight_keeps_the_day_it_began_on(
    qtbot: QtBot, theme: Theme, store: Store, clock: Clock
) -> None:
    late = Moment(datetime(2026, 11, 21, 23, 40), 60, "Europe/Berlin")  # noqa: DTZ001  # local time is naive
    clock.at = datetime(2026, 11, 22, 4, 20)  # noqa: DTZ001  # local time is naive
    fill(store, flare(start=late, day=YESTERDAY))
    line = shown(qtbot, store)
    assert words(line) == "The flare of Sat 21 Nov 23:40: still there?"
    press(line.ended_now)
    (ended,) = moments(store, YESTERDAY)
    assert ended.until == store.now()
    assert moments(store) == []


def test_a_clock_set_back_before_the_start_ends_nothing(
    qtbot: QtBot, theme: Theme, store: Store, clock: Clock
) -> None:
    fill(store, flare())
    clock.at = datetime(2026, 11, 22, 13, 0)  # noqa: DTZ001  # local time is naive
    line = shown(qtbot, store)
    press(line.ended_now)
    assert moments(store)[0].until is None
    assert "before the start" in words(line)
    assert line.add_more.isVisible()


def test_the_hour_that_comes_twice_can_end_a_flare(
    qtbot: QtBot, theme: Theme, store: Store, monkeypatch: Any
) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    # Ended 20 minutes after the start, when the clock had gone back an hour.
    again = Moment(datetime(2026, 11, 22, 13, 30), 0, "Europe/London")  # noqa: DTZ001  # local time is naive
    monkeypatch.setattr(store, "now", lambda: again)
    press(line.ended_now)
    (ended,) = moments(store)
    assert ended.until == again
    assert ended.day == TODAY


def test_still_there_asks_again_after_an_hour(
    qtbot: QtBot, theme: Theme, store: Store, clock: Clock, open_store: Callable[[], Store]
) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    press(line.still_there)
    assert line.isHidden()
    assert moments(store)[0].until is None
    assert shown(qtbot, open_store()).isHidden()
    clock.pass_by(minutes=61)
    line.refresh()
    assert words(line) == "The flare of 14:10: still there?"


def test_a_flare_can_be_let_be(qtbot: QtBot, theme: Theme, store: Store, clock: Clock) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    press(line.let_be)
    clock.pass_by(hours=5)
    line.refresh()
    assert line.isHidden()


def test_of_many_flares_the_latest_is_asked_about_first(qtbot: QtBot, theme: Theme, store: Store) -> None:
    morning = Moment(datetime(2026, 11, 22, 8, 0), 60, "Europe/Berlin")  # noqa: DTZ001  # local time is naive
    fill(store, flare(), flare("morning", morning))
    line = shown(qtbot, store)
    press(line.still_there)
    assert words(line) == "The flare of 08:00: still there?"


def test_a_flare_that_stands_in_the_form_is_left_out(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    line.leave_out("flare")
    qtbot.waitUntil(line.isHidden)


def test_a_flare_deleted_meanwhile_is_told(
    qtbot: QtBot, theme: Theme, store: Store, open_store: Callable[[], Store]
) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    other = open_store()
    other.save([Replace(before=moments(other)[0], after=None)], text="gone")
    line.ended_now.click()
    assert words(line) == "This flare is not in the diary any more."


def test_add_more_names_the_flare(qtbot: QtBot, theme: Theme, store: Store) -> None:
    fill(store, flare())
    line = shown(qtbot, store)
    with qtbot.waitSignal(line.more_requested) as asked:
        press(line.add_more)
    assert asked.args == ["flare"]

"""Flares in words, in History, and their times where clocks are turned."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from diary.models.codes import EntryKind
from diary.models.measures import BY_CODE
from diary.models.moments import Moment
from diary.ui.flares.times import moment_at
from diary.ui.flares.words import flare_lines, span_words
from diary.ui.history.entry_view import EntryView, Shown
from diary.ui.parts.painted import Label
from tests.ui.today.given import TODAY, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from diary.models.records import Entry
    from diary.store.store import Store
    from diary.ui.theme import Theme


def at(words: str, offset: int | None = 60) -> Moment:
    return Moment(datetime.fromisoformat(words), offset)


def flare(start: Moment, until: Moment | None, **more: Any) -> Entry:
    return entry(TODAY, EntryKind.MOMENT, at=start, until=until, **more)


def test_a_flare_says_from_when_to_when_and_how_long() -> None:
    said = span_words(flare(at("2026-11-22T14:10"), at("2026-11-22T15:30")))
    assert said == "From 14:10 to 15:30, 1 h 20"


def test_a_short_flare_is_told_in_minutes() -> None:
    said = span_words(flare(at("2026-11-22T14:10"), at("2026-11-22T14:25")))
    assert said == "From 14:10 to 14:25, 15 min"


def test_a_flare_over_midnight_names_the_other_day() -> None:
    said = span_words(flare(at("2026-11-22T23:40"), at("2026-11-23T00:20")))
    assert said == "From 23:40 to Mon 23 Nov 00:20, 40 min"


def test_a_flare_of_days_is_told_in_days() -> None:
    said = span_words(flare(at("2026-11-20T08:00"), at("2026-11-22T11:30")))
    assert said == "From 08:00 to Sun 22 Nov 11:30, 2 days 3 h 30"


def test_the_hour_that_comes_twice_is_counted_once() -> None:
    said = span_words(flare(at("2026-10-25T02:50", 120), at("2026-10-25T02:10", 60)))
    assert said == "From 02:50 to 02:10, 20 min"


def test_a_flare_on_a_journey_is_as_long_as_it_was() -> None:
    said = span_words(flare(at("2026-11-22T23:30", 60), at("2026-11-22T19:00", -300)))
    assert said == "From 23:30 to 19:00, 1 h 30"


def test_a_flare_without_an_end_says_nothing_of_one() -> None:
    assert flare_lines(flare(at("2026-11-22T14:10"), None)) == []


def test_history_shows_all_that_was_said_of_a_flare(qtbot: QtBot, theme: Theme) -> None:
    one = flare(
        at("2026-11-22T14:10"),
        at("2026-11-22T15:30"),
        doing="In the car",
        helped="Walking about",
        values={"pain_now": 6, "pain_peak": 9, "attacks_now": 4, "attack_now_s": 90},
    )
    view = EntryView(Shown(entries=(one,), versions=(), measures=BY_CODE, today=TODAY))
    qtbot.addWidget(view)
    said = [label.text() for label in view.findChildren(Label)]
    assert "From 14:10 to 15:30, 1 h 20" in said
    assert "Was happening: In the car" in said
    assert "Helped: Walking about" in said
    names = " ".join(child.accessibleName() for child in view.children() if hasattr(child, "accessibleName"))
    assert "Pain at its peak 9" in names
    assert "Attacks in this flare 4" in names
    assert "1 min 30 s" in names


@pytest.fixture
def _berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this platform cannot change its zone")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_berlin", "theme")
def test_an_end_in_the_hour_that_comes_twice_is_not_before_its_start(store: Store) -> None:
    start = at("2026-10-25T02:50", 120)
    end = moment_at(store, datetime(2026, 10, 25, 2, 10), start)  # noqa: DTZ001  # local time is naive
    assert end.offset_min == 60
    assert moment_at(store, datetime(2026, 10, 25, 2, 10)).offset_min == 120  # noqa: DTZ001


@pytest.mark.usefixtures("_berlin", "theme")
def test_the_minute_of_now_has_the_offset_of_now(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    now = Moment(datetime(2026, 11, 22, 9, 30, 15), -300, "America/New_York")  # noqa: DTZ001
    monkeypatch.setattr(store, "now", lambda: now)
    found = moment_at(store, datetime(2026, 11, 22, 9, 30))  # noqa: DTZ001  # local time is naive
    assert str(found) == "2026-11-22T09:30:00-05:00[America/New_York]"

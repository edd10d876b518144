"""Stretches of sleep out of a real file, and the first day from which minutes can be computed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from diary.models.codes import SourceKind
from diary.models.moments import Moment
from diary.models.records import Source
from diary.storage.night_queries import first_computed, nights_between
from diary.storage.period_queries import period
from tests.storage.given import TODAY, YESTERDAY, add, day, night

if TYPE_CHECKING:
    from diary.storage.diary import Diary

BAND = Source(kind=SourceKind.DEVICE, name="band")


def test_a_night_comes_with_what_it_says_besides(diary: Diary) -> None:
    add(diary, night(awake_min=20.0, sleep_min=400.0))
    (row,) = diary.ask(nights_between, YESTERDAY, TODAY)
    assert (row.day, row.entry, row.source, row.lateness) == (YESTERDAY.toordinal(), "night", "", "next_day")
    assert (row.awake_min, row.given_min, row.changed) == (20, 400, False)
    stretch = row.stretch
    assert stretch.asleep is not None
    assert stretch.awake is not None
    assert (stretch.awake - stretch.asleep, stretch.asleep_min, stretch.bed) == (450 * 60, 430, None)


def test_without_an_offset_all_times_are_those_on_the_wall(diary: Diary) -> None:
    piece = replace(night().sleep[0], asleep=Moment.parse("2026-11-18T23:10"))
    add(diary, replace(night(), sleep=(piece,)))
    (row,) = diary.ask(nights_between, YESTERDAY, TODAY)
    assert (row.stretch.awake or 0) - (row.stretch.asleep or 0) == 450 * 60


def test_a_device_that_counted_the_night_itself_is_left_out(diary: Diary) -> None:
    add(diary, replace(night("counted", sleep_min=400.0), source=BAND, source_key="a"))
    assert diary.ask(nights_between, YESTERDAY, TODAY) == []
    assert diary.ask(first_computed) == {}


def test_the_days_begin_with_the_first_night_that_can_be_computed(diary: Diary) -> None:
    piece = night().sleep[0]
    whole = replace(piece, uid="whole", bed=piece.asleep, up=piece.awake)
    add(diary, night("typed", TODAY, sleep_min=400.0))
    assert diary.ask(first_computed) == {}
    add(diary, replace(night("timed", YESTERDAY), sleep=(whole,)))
    assert diary.ask(first_computed) == {"sleep_min": YESTERDAY, "sleep_efficiency": YESTERDAY}
    rows = diary.ask(period, YESTERDAY, TODAY, TODAY)
    assert rows.first_days["sleep_min"] == YESTERDAY.toordinal()
    assert len(rows.nights) == 2


def test_questions_without_sleep_read_no_nights(diary: Diary) -> None:
    add(diary, night(), day("day", date(2026, 11, 19), mood=3.0))
    assert diary.ask(period, YESTERDAY, TODAY, TODAY, ["mood"]).nights == ()

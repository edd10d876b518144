"""What is about a day stays with that day, whatever the clock, the season, the journey or midnight do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diary.errors import RefusedError
from diary.models.care import Dose, Treatment
from diary.models.codes import EntryKind, Lateness, Noun
from diary.models.moments import Moment
from diary.models.records import Entry, Reading, Record, Replace, Setting
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.life_queries import all_of, classes
from diary.storage.reading import DAY_END_SETTING, SELF

if TYPE_CHECKING:
    from pathlib import Path


class Wall:
    """A clock that shows what a test says."""

    def __init__(self) -> None:
        self.at = Moment.parse("2026-10-24T20:00:00+02:00[Europe/Berlin]")

    def __call__(self) -> Moment:
        return self.at

    def shows(self, text: str) -> None:
        self.at = Moment.parse(text)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def diary(tmp_path: Path, wall: Wall) -> Diary:
    diary = Diary(tmp_path / "own.sqlite3", clock=wall)
    save(diary, Treatment(uid="t", name="Tramadol"))
    return diary


def save(diary: Diary, after: Record, before: Record | None = None) -> None:
    diary.apply([Replace(before=before, after=after)])


def dose(diary: Diary, uid: str = "d") -> Dose:
    made = Dose(uid=uid, treatment="t", day=diary.today(), at=diary.now(), amount=50, unit="mg")
    save(diary, made)
    return next(one for one in diary.ask(all_of, Dose) if one.uid == uid)


def flare(diary: Diary, uid: str = "f") -> Entry:
    made = Entry(uid=uid, kind=EntryKind.MOMENT, day=diary.today(), author=SELF, at=diary.now())
    save(diary, replace(made, readings=(Reading(measure="pain_now", value=8),)))
    found = diary.ask(queries.entry, uid)
    assert found is not None
    return found


def test_a_dose_after_midnight_belongs_to_the_day_that_has_not_ended(diary: Diary, wall: Wall) -> None:
    wall.shows("2026-10-25T01:30:00+02:00[Europe/Berlin]")
    assert dose(diary).day == date(2026, 10, 24)


def test_a_flare_over_midnight_and_the_end_of_summer_time_keeps_its_day(diary: Diary, wall: Wall) -> None:
    wall.shows("2026-10-25T02:40:00+02:00[Europe/Berlin]")
    begun = flare(diary)
    wall.shows("2026-10-25T02:10:00+01:00[Europe/Berlin]")  # half an hour later, by a clock put back
    save(diary, replace(begun, until=diary.now(), written=None), begun)
    ended = diary.ask(queries.entry, "f")
    assert ended is not None
    assert (ended.day, str(ended.until)) == (date(2026, 10, 24), str(wall.at))


def test_an_end_before_the_start_is_refused_and_the_flare_stays(diary: Diary, wall: Wall) -> None:
    begun = flare(diary)
    wall.shows("2026-10-24T19:00:00+02:00[Europe/Berlin]")
    with pytest.raises(RefusedError, match="before the start"):
        save(diary, replace(begun, until=diary.now(), written=None), begun)
    assert diary.ask(queries.entry, "f") == begun


def test_with_the_clock_set_back_a_day_what_was_written_can_still_be_corrected(
    diary: Diary, wall: Wall
) -> None:
    written = dose(diary)
    wall.shows("2026-10-22T20:00:00+02:00[Europe/Berlin]")
    save(diary, replace(written, amount=100, written=None), written)
    (found,) = diary.ask(all_of, Dose)
    assert (found.day, found.amount) == (date(2026, 10, 24), 100)


def test_with_the_clock_set_back_a_new_dose_of_a_day_to_come_is_refused(diary: Diary, wall: Wall) -> None:
    with pytest.raises(RefusedError, match="has not come yet"):
        save(diary, Dose(uid="d", treatment="t", day=date(2026, 10, 25)))


def test_flying_east_over_the_date_line_two_sittings_keep_their_own_days(diary: Diary, wall: Wall) -> None:
    wall.shows("2026-10-25T09:00:00+13:00[Pacific/Auckland]")
    first = dose(diary, "auckland")
    wall.shows("2026-10-24T11:00:00-10:00[Pacific/Honolulu]")  # an hour later, a date earlier
    second = dose(diary, "honolulu")
    assert (first.day, second.day) == (date(2026, 10, 25), date(2026, 10, 24))
    save(diary, replace(first, note="on the plane", written=None), first)
    assert {one.day for one in diary.ask(all_of, Dose)} == {date(2026, 10, 25), date(2026, 10, 24)}


def test_another_day_end_moves_no_dose(diary: Diary, wall: Wall) -> None:
    wall.shows("2026-10-25T04:30:00+01:00[Europe/Berlin]")
    made = dose(diary)
    save(diary, Setting(uid=DAY_END_SETTING, value='"05:00"'))
    assert diary.ask(all_of, Dose) == [made]
    assert made.day == date(2026, 10, 25)
    assert dose(diary, "second").day == date(2026, 10, 24)


def test_a_dose_told_days_later_is_a_memory_note(diary: Diary, wall: Wall) -> None:
    day = diary.today()
    wall.shows("2026-10-29T20:00:00+01:00[Europe/Berlin]")
    save(diary, Dose(uid="d", treatment="t", day=day))
    assert diary.ask(classes, Noun.DOSE, day, day) == {"d": (Lateness.MEMORY, False)}


def test_a_corrected_dose_keeps_its_class_and_is_marked(diary: Diary, wall: Wall) -> None:
    written = dose(diary)
    wall.shows("2026-11-20T20:00:00+01:00[Europe/Berlin]")
    save(diary, replace(written, amount=100, written=None), written)
    found = diary.ask(classes, Noun.DOSE, written.day, written.day)
    assert found == {"d": (Lateness.SAME_DAY, True)}

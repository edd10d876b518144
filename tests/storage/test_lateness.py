"""How late a value was written: by the day end then in force, on the road, and with a clock that is off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.errors import RefusedError
from diary.models.codes import Lateness, SourceKind
from diary.models.moments import Moment, day_of, lateness
from diary.models.records import Replace, Setting, Source
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.snapshot import snapshot
from tests.storage.given import NOON, TODAY, YESTERDAY, Clock, add, day, empty_diary, live, moment, night

if TYPE_CHECKING:
    from diary.models.records import Entry

LONG_AGO, LATEST = date(2026, 1, 1), date(2026, 12, 31)


def classes(diary: Diary) -> dict[str, str]:
    """Return the class of each worst pain by the entry it stands in."""
    rows = diary.ask(queries.values_between, ["pain_worst"], LONG_AGO, LATEST)
    return {row.entry: row.lateness for row in rows}


def written(diary: Diary, clock: Clock, when: str, about: str) -> str:
    """Return the class of a value about a day that is written at a time."""
    clock.at(when)
    uid = f"{when}/{about}"
    add(diary, day(uid, date.fromisoformat(about), pain_worst=5.0))
    return classes(diary)[uid]


@pytest.mark.parametrize(
    ("when", "late"),
    [
        ("2026-11-10T12:00:00+01:00", Lateness.SAME_DAY),
        ("2026-11-11T02:59:59+01:00", Lateness.SAME_DAY),
        ("2026-11-11T03:00:00+01:00", Lateness.NEXT_DAY),
        ("2026-11-12T02:59:59+01:00", Lateness.NEXT_DAY),
        ("2026-11-12T03:00:00+01:00", Lateness.LATER),
        ("2026-11-14T02:59:59+01:00", Lateness.LATER),
        ("2026-11-14T03:00:00+01:00", Lateness.MEMORY),
    ],
)
def test_a_day_ends_at_three(diary: Diary, clock: Clock, when: str, late: Lateness) -> None:
    assert written(diary, clock, when, "2026-11-10") == late


def test_another_day_end_counts_from_when_it_is_set(diary: Diary, clock: Clock) -> None:
    assert written(diary, clock, "2026-11-11T02:00:00+01:00", "2026-11-10") == Lateness.SAME_DAY
    add(diary, Setting(uid="day_end", value='"00:00"'))
    assert written(diary, clock, "2026-11-12T02:00:00+01:00", "2026-11-11") == Lateness.NEXT_DAY
    assert diary.today() == date(2026, 11, 12)
    before = diary.ask(queries.settings)["day_end"]
    diary.apply([Replace(before=before, after=Setting(uid="day_end", value='"05:30"'))])
    clock.at("2026-11-14T05:29:00+01:00")
    assert diary.today() == date(2026, 11, 13)


def test_a_day_once_told_is_never_worked_out_again(diary: Diary, clock: Clock) -> None:
    written(diary, clock, "2026-11-11T02:00:00+01:00", "2026-11-10")
    before = diary.ask(snapshot)
    told = classes(diary)
    add(diary, Setting(uid="day_end", value='"00:00"'))
    after = diary.ask(snapshot)
    assert (after.entries, after.changes[:1]) == (before.entries, before.changes)
    assert before.changes[0].day == date(2026, 11, 10)
    assert classes(diary) == told


def test_after_midnight_the_new_date_has_not_come_yet(diary: Diary, clock: Clock) -> None:
    clock.at("2026-11-21T00:30:00+01:00")
    assert diary.today() == TODAY
    with pytest.raises(RefusedError) as refused:
        add(diary, day("d", date(2026, 11, 21)))
    assert [one.key for one in refused.value.problems] == ["problem.future"]
    add(diary, day("d", TODAY))


def test_the_clocks_going_back_do_not_end_the_day_earlier(diary: Diary, clock: Clock) -> None:
    late = written(diary, clock, "2026-10-25T02:30:00+02:00[Europe/Berlin]", "2026-10-24")
    clock.at("2026-10-25T02:10:00+01:00[Europe/Berlin]")
    add(diary, moment("again", date(2026, 10, 24), pain_now=3.0))
    assert late == Lateness.SAME_DAY
    assert [one.clock_ok for one in diary.ask(snapshot).changes] == [True, True]
    assert written(diary, clock, "2026-10-26T02:59:00+01:00[Europe/Berlin]", "2026-10-25") == "same_day"


def test_the_clocks_going_forward_end_the_day_at_three(diary: Diary, clock: Clock) -> None:
    assert written(diary, clock, "2026-03-29T01:59:00+01:00[Europe/Berlin]", "2026-03-28") == "same_day"
    assert written(diary, clock, "2026-03-29T03:00:00+02:00[Europe/Berlin]", "2026-03-27") == "later"


def test_on_the_road_the_local_day_counts(diary: Diary, clock: Clock) -> None:
    add(diary, day("berlin", date(2026, 11, 19), pain_worst=5.0))
    assert written(diary, clock, "2026-11-20T07:00:00-05:00[America/New_York]", "2026-11-20") == "same_day"
    assert [one.clock_ok for one in diary.ask(snapshot).changes] == [True, True]
    assert classes(diary)["berlin"] == Lateness.NEXT_DAY


def test_flying_west_a_day_can_be_written_that_is_over_at_home(diary: Diary, clock: Clock) -> None:
    clock.at("2026-11-20T04:00:00+01:00[Europe/Berlin]")
    add(diary, moment("home", TODAY))
    clock.at("2026-11-19T22:30:00-05:00[America/New_York]")
    assert diary.today() == YESTERDAY
    assert diary.ask(snapshot).changes[-1].clock_ok
    with pytest.raises(RefusedError):
        add(diary, day("d", TODAY))


def test_a_clock_that_went_back_is_marked_and_nothing_is_refused(diary: Diary, clock: Clock) -> None:
    add(diary, day("a"))
    clock.at("2026-11-18T12:00:00+01:00")
    add(diary, day("b", date(2026, 11, 17)))
    clock.at("2026-11-18T12:05:00+01:00")
    add(diary, day("c", date(2026, 11, 16)))
    assert [one.clock_ok for one in diary.ask(snapshot).changes] == [True, False, True]


def test_a_correction_keeps_the_class_and_is_marked(diary: Diary, clock: Clock) -> None:
    add(diary, day("d", TODAY, pain_worst=5.0, mood=3.0))
    clock.at("2026-12-24T12:00:00+01:00")
    diary.apply([Replace(before=live(diary, "d"), after=day("d", TODAY, pain_worst=6.0, mood=3.0))])
    rows = diary.ask(queries.values_between, ["pain_worst", "mood"], TODAY, TODAY)
    assert {row.measure: (row.lateness, row.changed) for row in rows} == {
        "pain_worst": (Lateness.SAME_DAY, True),
        "mood": (Lateness.SAME_DAY, False),
    }


def test_a_value_added_later_has_a_class_of_its_own(diary: Diary, clock: Clock) -> None:
    add(diary, day("d", TODAY, mood=3.0))
    clock.at("2026-12-24T12:00:00+01:00")
    diary.apply([Replace(before=live(diary, "d"), after=day("d", TODAY, mood=3.0, pain_worst=6.0))])
    rows = diary.ask(queries.values_between, ["pain_worst", "mood"], TODAY, TODAY)
    assert {row.measure: row.lateness for row in rows} == {"mood": "same_day", "pain_worst": "memory"}


def test_what_comes_back_by_undo_is_not_late(diary: Diary, clock: Clock) -> None:
    add(diary, day("d", TODAY, pain_worst=5.0))
    deleted = diary.apply([Replace(before=live(diary, "d"), after=None)])
    clock.at("2026-12-24T12:00:00+01:00")
    assert deleted.change is not None
    diary.undo(deleted.change)
    assert classes(diary) == {"d": Lateness.SAME_DAY}


APP, DEVICE = Source(kind=SourceKind.APP, name="app"), Source(kind=SourceKind.DEVICE, name="watch")
AT = Moment(datetime(2026, 1, 2, 20, 0))  # noqa: DTZ001  Moment.local is naive


@pytest.mark.parametrize(
    ("entry", "late"),
    [
        (replace(moment("m", date(2026, 1, 2), pain_now=3.0), source=APP, at=AT), Lateness.IMPORTED),
        (replace(moment("m", date(2026, 1, 2), pain_now=3.0), source=APP), Lateness.MEMORY),
        (replace(day("d", date(2026, 1, 2), mood=3.0), source=APP), Lateness.MEMORY),
        (replace(night("n", date(2026, 1, 2), sleep_min=400.0), source=APP), Lateness.IMPORTED),
        (replace(night("n", date(2026, 1, 2), sleep_min=400.0), source=DEVICE), Lateness.IMPORTED),
        (replace(moment("m", date(2026, 1, 2), pain_now=3.0), source=DEVICE), Lateness.IMPORTED),
        (moment("m", date(2026, 1, 2), pain_now=3.0), Lateness.MEMORY),
        (moment("m", TODAY, pain_now=3.0), Lateness.SAME_DAY),
    ],
)
def test_what_a_source_gave_takes_its_moment_and_is_not_late(
    diary: Diary, entry: Entry, late: Lateness
) -> None:
    add(diary, entry)
    codes = [one.measure for one in entry.readings]
    (row,) = diary.ask(queries.values_between, codes, LONG_AGO, LATEST)
    assert row.lateness == late


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60 * 24 * 6), st.integers(0, 5)), min_size=1, max_size=12))
def test_rules_and_queries_agree_on_every_class(steps: list[tuple[int, int]]) -> None:
    clock = Clock()
    with TemporaryDirectory() as folder:
        diary = Diary(empty_diary(Path(folder) / "diary.sqlite3"), clock=clock)
        expected = {}
        for number, (minutes, back) in enumerate(steps):
            clock.moment = Moment(NOON.local + timedelta(minutes=minutes), 60)
            today = day_of(clock.moment.local)
            about = today - timedelta(days=back)
            uid = f"m{number}"
            add(diary, moment(uid, about, pain_now=1.0))
            expected[uid] = lateness(about, today)
        rows = diary.ask(queries.values_between, ["pain_now"], LONG_AGO, LATEST)
        assert {row.entry: row.lateness for row in rows} == expected
        assert {
            row.entry: row.lateness for row in diary.ask(queries.entry_rows, LONG_AGO, LATEST)
        } == expected
        diary.close()


def test_a_time_of_another_day_is_refused_and_one_of_an_earlier_day_end_stays(diary: Diary) -> None:
    night_owl = replace(moment("late", YESTERDAY, pain_now=3.0), at=Moment.parse("2026-11-20T02:30+01:00"))
    with pytest.raises(RefusedError, match="does not belong to 2026-11-20"):
        add(diary, replace(night_owl, day=TODAY))
    with pytest.raises(RefusedError, match=r"12:01 has not come yet"):
        add(diary, replace(moment("soon", TODAY), at=Moment.parse("2026-11-20T12:01+01:00")))
    add(diary, night_owl)
    add(diary, Setting(uid="day_end", value='"02:00"'))
    diary.apply([Replace(before=live(diary, "late"), after=replace(night_owl, note="wach"))])
    assert live(diary, "late").note == "wach"

"""When a reminder is due: once, never in quiet hours, over midnight, clock changes and sleeping computers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.ui.reminders.schedule import LATE, Quiet, Reminder, due, until_next_minute

SUNDAY = date(2026, 11, 22)
EVENING = Reminder(at=time(20))
NIGHT = Quiet(since=time(22), until=time(8))
BERLIN = ZoneInfo("Europe/Berlin")

CLOCKS = st.times().map(lambda one: one.replace(second=0, microsecond=0))
REMINDERS = st.lists(
    st.builds(Reminder, at=CLOCKS, weekdays=st.frozensets(st.integers(0, 6))), max_size=4
).map(tuple)
QUIETS = st.none() | st.builds(Quiet, since=CLOCKS, until=CLOCKS)
NOWS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1))  # noqa: DTZ001  # the clock on the wall
AGO = st.timedeltas(timedelta(), timedelta(days=20))


def on(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock))


def heard(
    first: datetime, minutes: int, reminders: tuple[Reminder, ...], quiet: Quiet | None = None
) -> list[datetime]:
    """The walls' clock each time something reminds, looked at once a minute of the world's time."""
    start, last, found = first.astimezone(UTC), first.replace(tzinfo=None), []
    for minute in range(minutes):
        now = (start + timedelta(minutes=minute)).astimezone(first.tzinfo).replace(tzinfo=None)
        at = due(now, last, reminders, quiet)
        if at is not None:
            last = at
            found.append(now)
    return found


def test_a_time_that_has_come_is_due_once() -> None:
    before, now = on(SUNDAY, "19:59"), on(SUNDAY, "20:00")
    assert due(before, before, [EVENING]) is None
    assert due(now, before, [EVENING]) == now
    assert due(now + timedelta(minutes=1), now, [EVENING]) is None


def test_only_on_its_weekdays() -> None:
    weekdays = Reminder(at=time(20), weekdays=frozenset(range(5)))
    assert due(on(SUNDAY, "20:00"), on(SUNDAY, "12:00"), [weekdays]) is None
    monday = SUNDAY + timedelta(days=1)
    assert due(on(monday, "20:00"), on(SUNDAY, "12:00"), [weekdays]) == on(monday, "20:00")


def test_after_a_long_sleep_of_the_computer_there_is_one() -> None:
    several = (Reminder(at=time(8)), Reminder(at=time(14)), EVENING)
    now, last = on(SUNDAY, "21:00"), on(SUNDAY - timedelta(days=5), "12:00")
    assert due(now, last, several) == on(SUNDAY, "20:00")
    assert due(now, on(SUNDAY, "20:00"), several) is None


def test_what_is_long_past_is_not_brought_up() -> None:
    morning = [Reminder(at=time(7))]
    assert due(on(SUNDAY, "20:00"), on(SUNDAY, "06:00"), morning) is None


def test_quiet_hours_over_midnight_hold_it_back_until_they_end() -> None:
    late = [Reminder(at=time(23))]
    monday = SUNDAY + timedelta(days=1)
    last = on(SUNDAY, "12:00")
    assert due(on(SUNDAY, "23:00"), last, late, NIGHT) is None
    assert due(on(monday, "07:59"), last, late, NIGHT) is None
    assert due(on(monday, "08:00"), last, late, NIGHT) == on(SUNDAY, "23:00")


@pytest.mark.parametrize(
    ("quiet", "inside", "outside"),
    [
        (NIGHT, ("22:00", "00:00", "07:59"), ("08:00", "21:59")),
        (Quiet(since=time(12), until=time(14)), ("12:00", "13:59"), ("14:00", "11:59", "00:00")),
        (Quiet(since=time(9), until=time(9)), (), ("09:00", "08:59", "00:00")),
    ],
)
def test_quiet_hours_begin_and_end_to_the_minute(
    quiet: Quiet, inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    assert all(quiet.holds(time.fromisoformat(one)) for one in inside)
    assert not any(quiet.holds(time.fromisoformat(one)) for one in outside)


def test_the_hour_that_comes_twice_reminds_once() -> None:
    start = datetime(2026, 10, 25, 0, 0, tzinfo=BERLIN)
    assert heard(start, 8 * 60, (Reminder(at=time(2, 30)),)) == [on(date(2026, 10, 25), "02:30")]


def test_a_time_that_never_comes_is_due_right_after() -> None:
    start = datetime(2026, 3, 29, 0, 0, tzinfo=BERLIN)
    assert heard(start, 8 * 60, (Reminder(at=time(2, 30)),)) == [on(date(2026, 3, 29), "03:00")]


def test_a_clock_that_was_a_year_ahead_holds_nothing_back() -> None:
    wrong = on(SUNDAY + timedelta(days=365), "20:00")
    now = on(SUNDAY, "19:00")
    assert due(now, wrong, [EVENING]) is None
    assert due(on(SUNDAY, "20:00"), now, [EVENING]) == on(SUNDAY, "20:00")


def test_travelling_west_does_not_remind_again() -> None:
    assert due(on(SUNDAY, "20:00"), on(SUNDAY, "20:00"), [EVENING]) is None
    assert due(on(SUNDAY, "14:10"), on(SUNDAY, "20:00"), [EVENING]) is None


@given(NOWS, AGO, REMINDERS, QUIETS)
def test_what_is_due_is_a_set_time_between_last_and_now_outside_quiet_hours(
    now: datetime, ago: timedelta, reminders: tuple[Reminder, ...], quiet: Quiet | None
) -> None:
    found = due(now, now - ago, reminders, quiet)
    if found is None:
        return
    assert now - ago < found <= now
    assert now - found < LATE
    assert any(one.at == found.time() and found.weekday() in one.weekdays for one in reminders)
    assert quiet is None or not quiet.holds(now.time())
    assert due(now, found, reminders, quiet) is None


@given(NOWS, REMINDERS)
def test_looking_every_minute_finds_every_set_time_of_a_day_once(
    begin: datetime, reminders: tuple[Reminder, ...]
) -> None:
    begin = begin.replace(second=0, microsecond=0)
    last, found = begin, []
    for minute in range(1, 24 * 60 + 1):
        at = due(begin + timedelta(minutes=minute), last, reminders)
        if at is not None:
            last = at
            found.append(at)
    days = (begin.date(), begin.date() + timedelta(days=1))
    wanted = {
        datetime.combine(day, one.at) for day in days for one in reminders if day.weekday() in one.weekdays
    }
    assert found == sorted(at for at in wanted if begin < at <= begin + timedelta(days=1))


@given(st.sampled_from([date(2026, 3, 28), date(2026, 10, 24)]), CLOCKS, QUIETS)
def test_over_a_change_of_the_clocks_each_day_reminds_at_most_once(
    day: date, at: time, quiet: Quiet | None
) -> None:
    start = datetime.combine(day, time(12), BERLIN)
    found = heard(start, 36 * 60, (Reminder(at=at),), quiet)
    assert len(found) <= 2
    assert quiet is None or not any(quiet.holds(now.time()) for now in found)
    if quiet is None:
        assert len(found) >= 1


@given(NOWS)
def test_the_next_look_is_just_behind_the_full_minute(now: datetime) -> None:
    then = now + timedelta(milliseconds=until_next_minute(now))
    assert timedelta() < then - now <= timedelta(seconds=60, milliseconds=60)
    assert then.second == 0

"""Which date a time of the night belongs to: by the day the night ends on, also by day and over midnight."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.insight.nights import Asked, night
from diary.models.moments import Moment, day_of
from diary.models.records import SleepPiece
from diary.ui.night.placing import moments, place_nap, place_night

DAY = date(2026, 11, 22)
EVENING = datetime.combine(DAY, time(18))
CLOCKS = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def minutes_between(since: Moment | None, until: Moment | None) -> int | None:
    """Minutes in bed of a night with these two times alone."""
    return night([SleepPiece(uid="", bed=since, up=until)]).in_bed_min


def clock(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def placed(texts: str, now: datetime = EVENING, day: date = DAY) -> list[str]:
    """Bed, asleep, awake, up as "21 23:10"; `-` where there is none."""
    clocks = [clock("" if one == "-" else one) for one in texts.split()]
    return ["-" if at is None else f"{at:%d %H:%M}" for at in place_night(day, clocks, now)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("23:10 23:30 06:40 07:00", ["21 23:10", "21 23:30", "22 06:40", "22 07:00"]),
        ("00:30 01:00 06:40 07:00", ["22 00:30", "22 01:00", "22 06:40", "22 07:00"]),
        ("23:50 00:10 06:40 07:00", ["21 23:50", "22 00:10", "22 06:40", "22 07:00"]),
        ("08:30 09:00 15:00 15:20", ["22 08:30", "22 09:00", "22 15:00", "22 15:20"]),
        ("23:10 - - -", ["21 23:10", "-", "-", "-"]),
        ("01:10 - - -", ["22 01:10", "-", "-", "-"]),
        ("- 23:30 06:40 -", ["-", "21 23:30", "22 06:40", "-"]),
        ("- - - 07:00", ["-", "-", "-", "22 07:00"]),
        ("- - - -", ["-", "-", "-", "-"]),
    ],
)
def test_bed_before_midnight_belongs_to_the_evening_before(typed: str, expected: list[str]) -> None:
    assert placed(typed) == expected


def test_day_sleep_that_ends_after_midnight_ends_before_the_day_does() -> None:
    later = EVENING + timedelta(days=3)
    assert placed("16:00 16:20 00:20 00:30", later) == ["22 16:00", "22 16:20", "23 00:20", "23 00:30"]


def test_a_time_still_to_come_is_the_one_before() -> None:
    morning = datetime.combine(DAY, time(8))
    assert placed("20:00 20:30 00:50 01:00", morning) == ["21 20:00", "21 20:30", "22 00:50", "22 01:00"]


@pytest.mark.parametrize("typed", ["23:20 23:10 06:40 07:00", "23:00 23:20 07:10 07:00", "- - 07:10 07:00"])
def test_a_slip_in_the_order_is_asked_about(typed: str) -> None:
    clocks = [clock("" if one == "-" else one) for one in typed.split()]
    now = Moment(EVENING, 60, "Europe/Berlin")
    bed, asleep, awake, up = moments(place_night(DAY, clocks, EVENING), now)
    piece = SleepPiece(uid="p", bed=bed, asleep=asleep, awake=awake, up=up)
    assert Asked.ORDER in night([piece]).asked


@given(st.lists(st.none() | CLOCKS, min_size=4, max_size=4), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_every_clock_time_stays_as_typed_and_the_night_ends_on_its_day(
    clocks: list[time | None], day: date
) -> None:
    later = datetime.combine(day, time()) + timedelta(days=9)
    times = place_night(day, clocks, later)
    assert [None if at is None else at.time() for at in times] == clocks
    bed, _asleep, _awake, up = times
    if up is not None:
        assert day_of(up) == day
    if up is not None and bed is not None:
        assert timedelta() <= up - bed < timedelta(days=1)


@given(CLOCKS, CLOCKS)
def test_a_nap_begins_on_its_day_and_ends_within_a_day(since: time, until: time) -> None:
    begun, ended = place_nap(DAY, (since, until), EVENING + timedelta(days=9))
    assert begun is not None
    assert ended is not None
    assert day_of(begun) == DAY
    assert timedelta() <= ended - begun < timedelta(days=1)


def test_offsets_are_those_of_each_date() -> None:
    night_of_change = place_night(date(2026, 10, 25), [time(23), None, None, time(7)], EVENING)
    bed, _, _, up = moments(night_of_change, Moment(EVENING, 60, "Europe/Berlin"))
    assert (str(bed), str(up)) == (
        "2026-10-24T23:00:00+02:00[Europe/Berlin]",
        "2026-10-25T07:00:00+01:00[Europe/Berlin]",
    )
    assert minutes_between(bed, up) == 9 * 60


def test_the_hour_that_comes_twice_is_the_second_where_only_that_keeps_the_order() -> None:
    clocks = [time(23), time(2, 40), time(2, 20), time(7)]
    times = [datetime.combine(date(2026, 10, 25), one or time()) for one in clocks]
    times[0] -= timedelta(days=1)
    _, asleep, awake, _ = moments(times, Moment(EVENING, 60, "Europe/Berlin"))
    assert minutes_between(asleep, awake) == 40


def test_an_unknown_zone_takes_the_offset_of_this_computer() -> None:
    at = datetime.combine(DAY, time(7))
    (one,) = moments([at], Moment(EVENING, 60, "Nowhere/At_All"))
    assert one is not None
    assert (one.local, one.zone) == (at, "Nowhere/At_All")
    assert one.offset_min is not None


def test_a_time_that_clocks_going_forward_leave_out_is_as_much_later() -> None:
    spring = datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 3, 0)  # noqa: DTZ001
    now = Moment(datetime(2026, 3, 29, 9), 120, "Europe/Berlin")  # noqa: DTZ001  # a Moment's local time is naive
    assert [str(one)[11:22] for one in moments(spring, now)] == ["01:30:00+01", "03:30:00+02", "03:00:00+02"]

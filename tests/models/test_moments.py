"""Moments, the day they belong to, and how late a value was written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.models.codes import Lateness
from diary.models.moments import Moment, day_of, lateness

BERLIN = ZoneInfo("Europe/Berlin")
LOCAL = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001  Moment.local is naive
ENDS = st.times(time(0, 0), time(11, 59)).map(lambda one: one.replace(second=0, microsecond=0))


@given(LOCAL, st.none() | st.integers(-1439, 1439), st.none() | st.sampled_from(["Europe/Berlin", "UTC"]))
def test_a_moment_written_is_the_moment_read(local: datetime, offset: int | None, zone: str | None) -> None:
    moment = Moment(local, offset, zone)
    assert Moment.parse(str(moment)) == moment


@given(LOCAL, st.integers(-720, 840))
def test_the_same_moment_in_utc_differs_by_the_offset(local: datetime, offset: int) -> None:
    utc = Moment(local, offset).utc
    assert utc is not None
    assert utc.tzinfo is UTC
    assert utc.replace(tzinfo=None) + timedelta(minutes=offset) == local


def test_a_moment_without_offset_has_no_utc() -> None:
    assert Moment.parse("2020-05-29T00:05:00").utc is None


def test_a_moment_keeps_its_zone_beside_its_offset() -> None:
    moment = Moment.parse("2026-11-22T18:42:00+01:00[Europe/Berlin]")
    assert (moment.offset_min, moment.zone) == (60, "Europe/Berlin")


@pytest.mark.parametrize("text", ["", "gestern", "2026-13-01T00:00", "2026-11-22T18:42[", "18:42"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whatever it says
        Moment.parse(text)


def test_an_aware_time_has_no_place_in_a_moment() -> None:
    with pytest.raises(ValueError, match="naive"):
        Moment(datetime(2026, 11, 22, tzinfo=UTC))
    with pytest.raises(ValueError, match="naive"):
        Moment.from_aware(datetime(2026, 11, 22))  # noqa: DTZ001  that is what is refused


@pytest.mark.parametrize(
    ("local", "end", "day"),
    [
        ("2026-11-20T02:59", time(3), date(2026, 11, 19)),
        ("2026-11-20T03:00", time(3), date(2026, 11, 20)),
        ("2026-11-20T23:59", time(3), date(2026, 11, 20)),
        ("2026-11-21T00:00", time(3), date(2026, 11, 20)),
        ("2026-11-20T00:00", time(0), date(2026, 11, 20)),
        ("2026-11-20T05:29", time(5, 30), date(2026, 11, 19)),
        ("2026-11-20T05:30", time(5, 30), date(2026, 11, 20)),
        ("2027-01-01T01:00", time(3), date(2026, 12, 31)),
    ],
)
def test_a_day_lasts_until_its_end_on_the_next_date(local: str, end: time, day: date) -> None:
    assert day_of(datetime.fromisoformat(local), end) == day


@given(LOCAL, ENDS)
def test_every_moment_belongs_to_its_date_or_the_one_before(local: datetime, end: time) -> None:
    before_end = local.time() < end
    assert day_of(local, end) == local.date() - timedelta(days=before_end)


def test_the_hour_that_is_there_twice_belongs_to_one_day() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    second = first.replace(fold=1)
    early, late = Moment.from_aware(first, "Europe/Berlin"), Moment.from_aware(second, "Europe/Berlin")
    assert (early.offset_min, late.offset_min) == (120, 60)
    assert early.utc is not None
    assert late.utc is not None
    assert late.utc - early.utc == timedelta(hours=1)
    assert day_of(early.local) == day_of(late.local) == date(2026, 10, 24)


def test_the_hour_that_is_skipped_ends_the_day_all_the_same() -> None:
    before = Moment.from_aware(datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN))
    after = Moment.from_aware(datetime(2026, 3, 29, 3, 0, tzinfo=BERLIN))
    assert day_of(before.local) == date(2026, 3, 28)
    assert day_of(after.local) == date(2026, 3, 29)


@pytest.mark.parametrize(
    ("days", "late"),
    [
        (-1, Lateness.SAME_DAY),
        (0, Lateness.SAME_DAY),
        (1, Lateness.NEXT_DAY),
        (2, Lateness.LATER),
        (3, Lateness.LATER),
        (4, Lateness.MEMORY),
        (4000, Lateness.MEMORY),
    ],
)
def test_lateness_counts_days_from_the_day_it_is_about(days: int, late: Lateness) -> None:
    about = date(2026, 2, 27)
    assert lateness(about, about + timedelta(days=days)) is late

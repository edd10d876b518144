"""What follows from the times of a night: absent where one is, by the world's clock, never added up twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.insight.held import Held
from diary.insight.nights import Asked, Night, computed_rows, night, with_computed
from diary.insight.period import summarise
from diary.models.moments import Moment
from diary.models.records import SleepPiece
from diary.models.views import NightRow, Stretch
from tests.insight.rows import MONDAY, period, value


def minutes_between(since: Moment | None, until: Moment | None) -> int | None:
    """Minutes in bed of a night with these two times alone."""
    return night([SleepPiece(uid="", bed=since, up=until)]).in_bed_min


def at(text: str) -> Moment:
    return Moment.parse(text)


def piece(bed: str = "", asleep: str = "", awake: str = "", up: str = "", **more: object) -> SleepPiece:
    """Times of one night as "21T23:10": the day of November 2026, in winter time."""
    names = {"bed": bed, "asleep": asleep, "awake": awake, "up": up}
    times = {key: at(f"2026-11-{text}+01:00[Europe/Berlin]") for key, text in names.items() if text}
    return SleepPiece(uid=str(more.pop("uid", "p")), **times, **more)  # type: ignore[arg-type]  # shorthand


WHOLE = piece("21T22:55", "21T23:20", "22T06:30", "22T06:50")


def row(one: SleepPiece, day: int = 0, source: str = "", **more: float) -> NightRow:
    name = f"night{day}{source}"
    times = (one.bed, one.asleep, one.awake, one.up)
    bed, asleep, awake, up = (None if at is None else int(at.local.timestamp()) for at in times)
    stretch = Stretch(bed, asleep, awake, up, one.asleep_min, one.nap)
    return NightRow(
        MONDAY + day, name, source, "same_day", False, stretch, more.get("awake_min"), more.get("given_min")
    )


def test_a_whole_night_gives_all_numbers() -> None:
    told = night([WHOLE], awake_min=30)
    assert (told.in_bed_min, told.latency_min, told.asleep_min, told.efficiency) == (475, 25, 400, 84)
    assert told.asked == ()


@pytest.mark.parametrize(
    ("without", "absent"),
    [
        ("bed", {"in_bed_min", "latency_min", "efficiency"}),
        ("asleep", {"latency_min", "asleep_min", "efficiency"}),
        ("awake", {"asleep_min", "efficiency"}),
        ("up", {"in_bed_min", "efficiency"}),
    ],
)
def test_what_needs_an_absent_time_is_absent(without: str, absent: set[str]) -> None:
    told = night([replace(WHOLE, **{without: None})])  # type: ignore[arg-type]  # one of four names
    names = ("in_bed_min", "latency_min", "asleep_min", "efficiency")
    assert {name for name in names if getattr(told, name) is None} == absent


def test_without_any_time_there_is_no_number() -> None:
    assert night([]) == Night()
    assert night([SleepPiece(uid="p")]) == Night()


def test_minutes_that_the_source_counted_are_taken_as_they_are() -> None:
    assert night([replace(WHOLE, asleep_min=380)], awake_min=30).asleep_min == 380


def test_the_night_the_clock_is_set_back_has_an_hour_more() -> None:
    since, until = at("2026-10-24T23:00+02:00[Europe/Berlin]"), at("2026-10-25T07:00+01:00[Europe/Berlin]")
    assert minutes_between(since, until) == 9 * 60


def test_a_night_in_an_aeroplane_lasts_as_long_as_it_lasted() -> None:
    since, until = at("2026-11-21T22:00+01:00[Europe/Berlin]"), at("2026-11-22T01:00-05:00[America/New_York]")
    assert minutes_between(since, until) == 9 * 60


def test_without_offsets_the_clocks_on_the_wall_are_taken() -> None:
    assert minutes_between(at("2026-11-21T23:00"), at("2026-11-22T07:00+01:00")) == 8 * 60


def test_naps_stand_apart() -> None:
    nap = piece(asleep="22T14:00", awake="22T14:40", nap=True, uid="nap")
    with_nap = night([WHOLE, nap])
    assert (with_nap.naps, with_nap.nap_min) == (1, 40)
    assert replace(with_nap, naps=0, nap_min=None) == night([WHOLE])


def test_sleep_in_two_parts_is_added_and_told_twice_is_not() -> None:
    early = piece("21T22:00", "21T22:10", "22T01:10", "22T01:20", uid="a")
    late = piece("22T03:00", "22T03:10", "22T07:10", "22T07:20", uid="b")
    assert (night([late, early]).asleep_min, night([late, early]).latency_min) == (420, 10)
    assert night([WHOLE, late]).asleep_min == night([WHOLE]).asleep_min


def test_an_order_that_cannot_be_is_asked_about_and_gives_no_minutes() -> None:
    told = night([piece("21T23:00", "21T23:30", "21T23:20", "22T07:00")])
    assert (told.asked, told.asleep_min, told.in_bed_min) == ((Asked.ORDER,), None, None)


def test_a_long_time_in_bed_is_asked_about_and_kept() -> None:
    told = night([piece("21T11:00", "", "", "22T07:00")])
    assert (told.asked, told.in_bed_min) == ((Asked.LONG,), 20 * 60)
    assert night([piece("20T07:00", "", "", "22T07:00")]).in_bed_min is None


def test_more_awake_than_there_was_night_is_asked_about() -> None:
    told = night([WHOLE], awake_min=500)
    assert (told.asked, told.asleep_min) == ((Asked.AWAKE_MORE,), None)


def test_own_minutes_make_the_efficiency_and_are_told_apart_from_the_times() -> None:
    told = night([WHOLE], given_min=380)
    assert told.efficiency == 80
    assert told.is_apart(380)
    assert not told.is_apart(401)
    assert night([WHOLE], given_min=600).asked == (Asked.ASLEEP_MORE,)


@given(st.integers(0, 900), st.integers(0, 300), st.none() | st.integers(0, 200))
def test_efficiency_never_passes_a_hundred(in_bed: int, awake: int, given_min: int | None) -> None:
    since = at("2026-11-21T21:00+01:00")
    until = Moment(since.local.replace(day=22, hour=in_bed // 60, minute=in_bed % 60), 60)
    one = SleepPiece(uid="p", bed=since, asleep=since, awake=until, up=until)
    share = night([one], awake_min=awake, given_min=given_min).efficiency
    assert share is None or 0 <= share <= 100


def test_minutes_are_computed_only_where_none_were_given() -> None:
    rows = computed_rows([row(WHOLE), row(WHOLE, 1, given_min=380)])
    assert [(one.measure, one.day - MONDAY, one.value) for one in rows] == [
        ("sleep_min", 0, 430),
        ("sleep_efficiency", 0, 91),
        ("sleep_efficiency", 1, 80),
    ]
    assert all(one.computed for one in rows)


def test_a_device_has_no_self_reported_efficiency() -> None:
    assert [one.measure for one in computed_rows([row(WHOLE, source="band")])] == ["sleep_min"]


def test_what_a_helper_wrote_stays_theirs() -> None:
    assert {one.author for one in computed_rows([row(WHOLE)._replace(author="carer")])} == {"carer"}


def test_computed_nights_reach_the_numbers_and_say_so() -> None:
    given_rows = period([value(0, 4), value(1, 400, "sleep_min", kind="night")], 3)
    rows = given_rows._replace(
        nights=[row(WHOLE)],
        first_days={**given_rows.first_days, "sleep_min": MONDAY, "sleep_efficiency": MONDAY},
    )
    numbers = summarise(rows).measures
    assert [(one.value, one.computed) for one in numbers["sleep_min"].series.values] == [
        (430, True),
        (400, False),
    ]
    assert numbers["sleep_efficiency"].summary.mean == 91
    held = Held(rows)
    assert "sleep_efficiency" in held.codes
    assert held.numbers(MONDAY, MONDAY + 2, ["sleep_min"]).measures["sleep_min"].summary.mean == 415


def test_the_own_computed_night_is_shown_before_the_device() -> None:
    rows = period([value(0, 500, "sleep_min", kind="night", source="band")], 1)._replace(nights=[row(WHOLE)])
    assert [one.value for one in summarise(rows).measures["sleep_min"].series.values] == [430]


def test_computing_twice_changes_nothing() -> None:
    once = with_computed(period([value(0, 4)], 1)._replace(nights=[row(WHOLE)]))
    assert with_computed(once) == once


def test_from_times_in_no_order_nothing_follows() -> None:
    crossed = piece("21T23:00", "21T22:50", "22T07:50", "22T07:00")
    told = night([crossed])
    assert (told.in_bed_min, told.latency_min, told.asleep_min, told.efficiency) == (None,) * 4
    assert told.asked == (Asked.ORDER,)
    assert computed_rows([row(crossed)]) == []


def test_own_minutes_stand_beside_times_in_no_order() -> None:
    told = night([replace(piece("21T23:00", "21T23:30", "21T23:10", "22T07:00"), asleep_min=400)])
    assert (told.in_bed_min, told.asleep_min, told.efficiency) == (None, 400, None)


@pytest.mark.parametrize(("until", "asked"), [("23T15:00", (Asked.LONG_NAP,)), ("22T16:40", ())])
def test_a_nap_of_most_of_a_day_is_asked_about(until: str, asked: tuple[Asked, ...]) -> None:
    assert night([piece(asleep="22T16:00", awake=until, nap=True)]).asked == asked


def test_times_that_have_not_come_are_asked_about() -> None:
    now = at("2026-11-22T18:00+01:00[Europe/Berlin]")
    assert night([piece(bed="22T17:00", up="22T18:00")], now=now).asked == ()
    assert night([piece(bed="22T17:00", up="22T18:01")], now=now).asked == (Asked.AHEAD,)
    assert night([piece(asleep="22T17:30", awake="22T18:30", nap=True)], now=now).asked == (Asked.AHEAD,)


def test_half_a_per_cent_goes_up() -> None:
    bed, up = at("2026-11-21T23:00+01:00"), at("2026-11-22T07:00+01:00")
    piece = SleepPiece(uid="a", bed=bed, asleep=bed, awake=at("2026-11-22T04:00+01:00"), up=up)
    assert night([piece]).efficiency == 63

"""Weekdays and parts of the day as findings: which days and moments they look at, and how many."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from diary.insight.findings.days import days_of
from diary.insight.findings.patterns import hours, minute_of, weekdays
from diary.insight.series import DailySeries
from diary.models.views import ValueRow
from tests.insight.rows import MONDAY, period, value

RNG = np.random.default_rng(5)
PAIN = [float(one) for one in np.clip(np.round(5 + 1.5 * RNG.standard_normal(140)), 0, 10)]


def series_of(values: Iterable[ValueRow], code: str = "pain_average", days: int = 140) -> DailySeries:
    return days_of(period(list(values), days)).series[code]


def test_each_weekday_says_on_how_many_of_its_days_there_is_an_answer() -> None:
    one = weekdays(
        series_of(value(day, PAIN[day]) for day in range(140) if day % 7 != 2), MONDAY, MONDAY + 139
    )
    assert [(day.n, day.days) for day in one.entries] == [(20, 20), (20, 20), (0, 20)] + [(20, 20)] * 4
    assert (one.n, one.days) == (120, 140)


def test_entries_that_are_rarer_on_one_weekday_are_told_of() -> None:
    rare = [day for day in range(140) if day % 7 != 6 or day % 28 == 6]
    even = [day for day in range(140) if (day * 7 + day // 7) % 9]
    assert (
        weekdays(series_of(value(day, PAIN[day]) for day in rare), MONDAY, MONDAY + 139).entries_differ
        is True
    )
    assert (
        weekdays(series_of(value(day, PAIN[day]) for day in even), MONDAY, MONDAY + 139).entries_differ
        is False
    )


def test_with_an_answer_every_day_entries_cannot_differ() -> None:
    one = weekdays(series_of(value(day, PAIN[day]) for day in range(140)), MONDAY, MONDAY + 139)
    assert one.entries_differ is None


def test_a_measure_counts_from_its_first_day() -> None:
    one = weekdays(series_of(value(day, PAIN[day]) for day in range(70, 140)), MONDAY, MONDAY + 139)
    assert (one.since, one.days, one.n) == (MONDAY + 70, 70, 70)


def test_what_was_written_late_is_left_out_of_weekdays_and_counted() -> None:
    late = [value(day, PAIN[day], late="memory" if day < 10 else "same_day") for day in range(140)]
    one = weekdays(series_of(late), MONDAY, MONDAY + 139)
    assert (one.n, one.n_memory, one.pattern.n) == (130, 10, 130)


def test_a_weekday_that_hurts_more_is_named() -> None:
    sundays = [value(day, PAIN[day] + (3 if day % 7 == 6 else 0)) for day in range(140)]
    one = weekdays(series_of(sundays), MONDAY, MONDAY + 139)
    assert one.pattern.pattern
    assert one.pattern.weekdays[6].named


def moment(day: int, hour: int, number: float, late: str = "same_day") -> ValueRow:
    return value(day, number, "pain_now", kind="moment", hour=hour, entry=f"{day}.{hour}", late=late)


def test_hours_look_at_the_measure_with_most_moments() -> None:
    peak = value(1, 9, "pain_peak", kind="moment", entry="1.8")
    many = [*(moment(day, hour, 5) for day in range(3) for hour in (8, 20)), peak]
    one = hours([series_of(many, "pain_now"), series_of(many, "pain_peak")], MONDAY, MONDAY + 139)
    assert one is not None
    assert (one.measure, one.pattern.n_moments, one.pattern.n_days) == ("pain_now", 6, 3)
    assert [part.n_moments for part in one.pattern.parts] == [0, 3, 0, 3]


def test_moments_written_late_are_left_out_and_counted() -> None:
    one = hours(
        [series_of([moment(0, 8, 5), moment(1, 8, 5, late="memory")], "pain_now")], MONDAY, MONDAY + 139
    )
    assert one is not None
    assert (one.n_memory, one.pattern.n_moments) == (1, 1)


def test_a_diary_without_moments_has_no_parts_of_the_day() -> None:
    assert hours([series_of([value(0, 5)])], MONDAY, MONDAY + 139) is None
    assert hours([], MONDAY, MONDAY + 139) is None


def test_the_minute_of_the_day_is_that_of_the_clock_on_the_wall() -> None:
    assert minute_of("2026-11-22T18:42:00+01:00[Europe/Berlin]") == 18 * 60 + 42
    assert minute_of(None) is None
    assert minute_of("2026-11-22") is None

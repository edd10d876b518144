"""The figures of one measure: n of N, its interval, its weeks, and what late notes would change."""

from __future__ import annotations

import pytest

from diary.insight.findings.days import Period
from diary.insight.findings.figures import Figures, figures, worst_figures
from diary.insight.weeks import weekly
from diary.insight.worst import worst_days
from diary.models.views import ValueRow
from tests.insight.findings.made import days_with, pains, wave
from tests.insight.rows import MONDAY, area, value


def of(values: list[ValueRow], days: int, code: str = "pain_average", since: int = 0) -> Figures:
    found = figures(days_with(values, days), code, Period(MONDAY + since, MONDAY + days - 1))
    assert found is not None
    return found


def test_a_mean_stands_with_its_days_and_from_42_days_on_with_an_interval() -> None:
    few, enough = of(pains(wave(41)), 41), of(pains(wave(60)), 60)
    assert few.mean is not None
    assert enough.mean is not None
    assert (few.n, few.days, few.mean.interval) == (41, 41, None)
    assert enough.mean.interval is not None
    assert enough.mean.interval.low < enough.mean.mean < enough.mean.interval.high
    assert (enough.minimum, enough.maximum, enough.worst) == (4, 6, 6)


def test_a_memory_note_is_left_out_and_the_mean_with_it_stands_beside() -> None:
    found = of([*pains([4, 4, 4, 4]), value(4, 9, late="memory")], 5)
    assert found.mean is not None
    assert (found.n, found.n_memory, found.mean.mean, found.maximum) == (4, 1, 4, 4)
    assert found.mean_with_memory == 5
    assert of(pains([4, 4]), 2).mean_with_memory is None


def test_only_memory_notes_give_no_mean() -> None:
    found = of(pains([8, 8], late="memory"), 2)
    assert (found.mean, found.n, found.n_memory) == (None, 0, 2)


def test_bounds_are_given_where_over_a_fifth_of_the_days_is_missing() -> None:
    assert of(pains([5, 5, 5, 5, None, 5, 5, 5, 5, 5]), 10).bounds is None
    found = of(pains([5, None, 3, None, 8]), 5)
    assert found.bounds is not None
    assert (found.bounds.missing, found.bounds.days) == (2, 5)
    assert found.bounds.low < 16 / 3 < found.bounds.high


def test_days_count_from_the_first_day_of_the_measure() -> None:
    found = of([value(3, 5, "mood"), value(5, 6, "mood")], 7, "mood")
    assert (found.n, found.days, found.from_day) == (2, 4, MONDAY + 3)
    assert found.worst == 5


def test_a_measure_of_which_neither_end_is_worse_has_no_worst() -> None:
    assert of(pains([300, 480], "sleep_min"), 2, "sleep_min").worst is None


def test_weeks_are_those_of_the_chart_and_tell_their_worst() -> None:
    numbers = [*wave(10), None, None, None, 9, 2, 3, None, None]
    days = days_with(pains(numbers), len(numbers))
    found = figures(days, "pain_average", Period(MONDAY + 1, MONDAY + 17))
    assert found is not None
    same = weekly(days.series["pain_average"].between(MONDAY + 1, MONDAY + 17))
    assert [(one.monday, one.n) for one in found.weeks] == [(one.monday, one.n) for one in same]
    assert [one.mean for one in found.weeks] == pytest.approx([one.mean for one in same])
    assert [one.worst for one in found.weeks] == [6, 9, 3]


def test_moments_are_no_sample_of_days() -> None:
    rows = [
        value(day, 6 + hour % 3, "pain_now", kind="moment", hour=hour)
        for day in range(60)
        for hour in (9, 19)
    ]
    found = of(rows, 60, "pain_now")
    assert found.by_moment
    assert found.mean is not None
    assert (found.mean.interval, found.bounds) == (None, None)
    assert (found.minimum, found.maximum) == (6, 7)


def test_yes_and_no_are_counted() -> None:
    found = of([value(0, 1, "cold"), value(1, 0, "cold"), value(2, 1, "cold", late="memory")], 3, "cold")
    assert (found.yes, found.n, found.mean, found.n_memory) == (1, 2, None, 1)


def test_what_has_no_value_has_no_figures() -> None:
    days = days_with(pains([5]), 9)
    assert figures(days, "mood", Period(MONDAY, MONDAY + 8)) is None
    assert figures(days, "pain_average", Period(MONDAY + 1, MONDAY + 8)) is None


def test_days_with_the_worst_of_seven_or_more_are_counted_by_week() -> None:
    values = [value(0, 7, "pain_worst"), value(1, 6, "pain_worst"), value(8, 9, "pain_worst", late="memory")]
    found = worst_figures(worst_days(values, [area(9, 8)]), Period(MONDAY, MONDAY + 13))
    assert (found.n, found.days, found.severe, found.worst, found.n_memory) == (3, 14, 2, 8, 1)
    assert [(one.monday, one.n, one.worst, one.severe) for one in found.weeks] == [
        (MONDAY, 2, 7, 1),
        (MONDAY + 7, 1, 8, 1),
    ]

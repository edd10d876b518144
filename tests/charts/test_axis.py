"""The time axis: labels fit, months and years begin where they begin."""

from __future__ import annotations

from datetime import date

import pytest

from diary.charts.axis import time_axis

UNTIL = date(2026, 11, 22).toordinal()


def test_three_months_name_their_months() -> None:
    axis = time_axis(UNTIL - 89, UNTIL, 672, 13)
    assert [words for _, words in axis.labels] == ["Aug", "September", "October", "November"]
    assert date(2026, 9, 1).toordinal() - 0.5 in axis.lines


def test_small_ticks_are_mondays() -> None:
    axis = time_axis(UNTIL - 89, UNTIL, 672, 13)
    assert {date.fromordinal(int(day + 0.5)).weekday() for day in axis.ticks} == {0}


def test_two_weeks_name_days() -> None:
    axis = time_axis(UNTIL - 13, UNTIL, 672, 13)
    assert axis.labels[0] == (UNTIL - 13, "9 Nov")


@pytest.mark.parametrize("days", [7, 14, 31, 60, 124, 200, 365, 1000, 3653, 18263])
@pytest.mark.parametrize("width", [300, 672, 1400])
def test_labels_do_not_run_into_each_other(days: int, width: int) -> None:
    axis = time_axis(UNTIL - days + 1, UNTIL, width, 13)
    assert axis.labels
    per_day = width / days
    for (day, words), (following, _) in zip(axis.labels, axis.labels[1:], strict=False):
        assert (following - day) * per_day > len(words) * 13 * 0.5, (words, axis.labels)


def test_years_are_whole_and_even() -> None:
    axis = time_axis(UNTIL - 3652, UNTIL, 672, 13)
    assert [words for _, words in axis.labels] == ["2018", "2020", "2022", "2024", "2026"]

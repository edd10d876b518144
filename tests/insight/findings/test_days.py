"""Measures as columns of days: what counts, what is memory, and days outside the rows."""

from __future__ import annotations

import numpy as np
from hypothesis import given as given_by
from hypothesis import strategies as st

from diary.insight.findings.days import FIXED_DAYS, Period, fixed_period
from diary.insight.statistics.day_array import dense
from tests.insight.findings.made import days_with, pains
from tests.insight.rows import MONDAY, value


def test_memory_notes_stand_in_a_column_of_their_own() -> None:
    days = days_with([value(0, 4), value(2, 9, late="memory")], 3)
    period = Period(MONDAY, MONDAY + 2)
    assert days.array("pain_average", period).tolist()[0] == 4
    assert np.isnan(days.array("pain_average", period)[1:]).all()
    assert np.isnan(days.memory("pain_average", period)[:2]).all()
    assert days.memory("pain_average", period)[2] == 9


def test_a_measure_without_values_is_absent_on_every_day() -> None:
    found = days_with(pains([5]), 3).array("mood", Period(MONDAY - 1, MONDAY + 5))
    assert np.isnan(found).tolist() == [True] * 7


@given_by(
    st.dictionaries(st.integers(0, 19), st.integers(0, 10), max_size=20),
    st.integers(-5, 25),
    st.integers(-5, 25),
)
def test_any_days_are_those_of_the_series(told: dict[int, int], since: int, until: int) -> None:
    days = days_with([value(day, number) for day, number in sorted(told.items())], 20)
    found = days.array("pain_average", Period(MONDAY + since, MONDAY + until))
    pairs = [(MONDAY + day, float(number)) for day, number in told.items()]
    assert np.array_equal(found, dense(pairs, MONDAY + since, MONDAY + until), equal_nan=True)


def test_the_fixed_period_is_the_last_year_with_entries() -> None:
    for days, expected in ((10, 10), (FIXED_DAYS, FIXED_DAYS), (500, FIXED_DAYS)):
        found = fixed_period(days_with(pains([5] * days), days + 30))
        assert found is not None
        assert (found.days, found.until) == (expected, MONDAY + days - 1)

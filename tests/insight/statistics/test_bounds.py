"""What missing days could do to a mean."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.insight.statistics.bounds import bounds


def test_up_to_a_fifth_missing_nothing_is_said() -> None:
    values = np.arange(10.0)
    values[:2] = np.nan
    assert bounds(values) is None
    values[2] = np.nan
    assert bounds(values) is not None


def test_missing_days_stand_as_the_lowest_and_the_highest_tenth() -> None:
    there = np.arange(1.0, 21.0)
    found = bounds(np.concatenate([there, np.full(10, np.nan)]))
    assert found is not None
    assert found.low == pytest.approx((there.sum() + 10 * 1.5) / 30)
    assert found.high == pytest.approx((there.sum() + 10 * 19.5) / 30)
    assert (found.missing, found.days) == (10, 30)


def test_a_tenth_of_few_days_is_at_least_one_day() -> None:
    found = bounds(np.array([2.0, 8.0, np.nan, np.nan]))
    assert found is not None
    assert (found.low, found.high) == (3.5, 6.5)


def test_no_day_at_all_has_no_bounds() -> None:
    assert bounds(np.full(30, np.nan)) is None
    assert bounds(np.empty(0)) is None


@given(st.lists(st.none() | st.floats(0, 10), min_size=1, max_size=60))
def test_the_mean_lies_between_its_bounds_in_whatever_order(answers: list[float | None]) -> None:
    values = np.array([np.nan if answer is None else answer for answer in answers], float)
    found = bounds(values)
    if found is not None:
        assert found.low - 1e-9 <= np.nanmean(values) <= found.high + 1e-9
        assert bounds(np.sort(values)) == found

"""The mean of a stretch: n of N, and a range only where one can be stood behind."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from diary.insight.statistics.mean import Interval, Mean, mean_of
from proofs.statistics.diaries import serial

Array = NDArray[np.float64]


def course(days: int, phi: float = 0.0, seed: int = 1) -> Array:
    values: Array = 5 + 1.8 * serial(np.random.default_rng(seed), 1, days, phi)[0]
    return values


def told(values: Array, confidence: float = 0.95) -> Mean:
    found = mean_of(values, confidence=confidence)
    assert found is not None
    return found


def width(found: Mean) -> float:
    assert found.interval is not None
    return found.interval.high - found.interval.low


def test_no_day_with_a_value_is_no_mean() -> None:
    assert mean_of(np.full(30, np.nan)) is None
    assert mean_of(np.empty(0)) is None


def test_one_day_is_a_mean_without_spread_or_range() -> None:
    found = told(np.array([np.nan, 4.0, np.nan]))
    assert (found.n, found.days, found.mean) == (1, 3, 4.0)
    assert (found.sd, found.r1, found.n_eff, found.interval, found.day_to_day) == (None,) * 5


def test_a_day_without_entry_is_not_zero_and_stays_in_the_number_of_days() -> None:
    found = told(np.array([2.0, np.nan, 4.0]))
    assert (found.n, found.days, found.mean) == (2, 3, 3.0)


def test_a_range_is_given_from_42_days_with_a_value_on() -> None:
    values = np.insert(course(42), 20, [np.nan] * 5)
    assert told(values).interval is not None
    assert told(values[1:]).n == 41
    assert told(values[1:]).interval is None


def test_a_range_is_given_however_few_effective_days_there_are() -> None:
    found = told(np.linspace(2, 8, 60))
    assert found.n_eff is not None
    assert found.n_eff < 10
    assert found.interval is not None


def test_answers_all_alike_give_no_range_because_nothing_tells_the_spread() -> None:
    found = told(np.full(90, 3.0))
    assert (found.mean, found.sd, found.day_to_day) == (3.0, 0.0, 0.0)
    assert (found.r1, found.n_eff, found.interval) == (None, None, None)


def test_every_second_day_gives_no_range_because_nothing_tells_the_serial_part() -> None:
    values = course(120)
    values[::2] = np.nan
    found = told(values)
    assert found.n == 60
    assert (found.interval, found.day_to_day, found.pairs) == (None, None, 0)


def test_the_change_from_day_to_day_is_over_consecutive_days_only() -> None:
    found = told(np.array([1.0, 4.0, np.nan, 10.0, 9.0]))
    assert (found.day_to_day, found.pairs) == (2.0, 2)


def test_independent_days_give_nearly_the_usual_range() -> None:
    values = course(2000)
    usual = stats.t.interval(0.95, 1999, loc=values.mean(), scale=stats.sem(values))
    assert width(told(values)) == pytest.approx(usual[1] - usual[0], rel=0.08)
    assert told(values).sd == pytest.approx(values.std(ddof=1))


def test_days_that_resemble_their_neighbours_give_a_wider_range() -> None:
    wide, narrow = told(course(180, 0.8)), told(course(180, 0.0))
    assert wide.sd is not None
    assert narrow.sd is not None
    assert width(wide) / wide.sd > 2 * width(narrow) / narrow.sd


def test_more_confidence_is_a_wider_range() -> None:
    values = course(90, 0.4)
    assert width(told(values, 0.8)) < width(told(values)) < width(told(values, 0.99))


@given(st.integers(0, 300), st.floats(-20, 20), st.floats(0.05, 20))
def test_the_range_moves_and_stretches_with_the_units(seed: int, shift: float, scale: float) -> None:
    values = course(60, 0.5, seed)
    here, there = told(values), told(shift + scale * values)
    assert there.mean == pytest.approx(shift + scale * here.mean, abs=1e-8)
    assert width(there) == pytest.approx(scale * width(here), rel=1e-4)


@given(st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=80))
def test_whatever_is_answered_the_mean_lies_within_the_answers_and_its_own_range(
    answers: list[int | None],
) -> None:
    found = mean_of(np.array([np.nan if answer is None else answer for answer in answers], float))
    there = [answer for answer in answers if answer is not None]
    assert (found is None) == (not there)
    if found is not None:
        assert found.n == len(there)
        assert min(there) - 1e-9 <= found.mean <= max(there) + 1e-9
        if found.interval is not None:
            assert found.interval.low < found.mean < found.interval.high


def test_a_range_can_be_held_within_the_scale() -> None:
    assert Interval(low=-0.4, high=1.2).within(0, 10) == Interval(low=0, high=1.2)
    assert Interval(low=8.9, high=11.0).within(0, 10) == Interval(low=8.9, high=10)


def test_the_numbers_of_one_diary_stay_what_they_were() -> None:
    values = np.clip(np.round(course(90, 0.6, seed=7)), 0, 10)
    values[[3, 4, 17, 40, 41, 42, 77]] = np.nan
    found = told(values)
    assert found.interval is not None
    numbers = (found.mean, found.sd, found.r1, found.n_eff, found.interval.low, found.interval.high)
    assert numbers == pytest.approx(SNAPSHOT, abs=5e-4)


SNAPSHOT = (4.4217, 1.661, 0.6335, 16.7042, 3.4902, 5.3531)

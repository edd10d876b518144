"""Two stretches of days: points, percent, the range of the difference, and the word for its size."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from diary.insight.statistics.contrast import Band, Contrast, band, contrast, difference
from diary.insight.statistics.serial import levels
from proofs.statistics.diaries import serial

Array = NDArray[np.float64]


def course(days: int, phi: float = 0.0, seed: int = 1) -> Array:
    values: Array = 5 + 1.8 * serial(np.random.default_rng(seed), 1, days, phi)[0]
    return values


def told(before: Array, after: Array) -> Contrast:
    found = contrast(before, after)
    assert found is not None
    return found


def ends(found: Contrast) -> tuple[float, float]:
    assert found.interval is not None
    return found.interval.low, found.interval.high


def test_a_rise_is_above_zero_in_points_and_percent() -> None:
    found = told(np.array([4.0, 4.0]), np.array([5.0, 5.0, np.nan]))
    assert (found.points, found.percent) == (1.0, 25.0)
    assert (found.before.n, found.after.n, found.after.days) == (2, 2, 3)


def test_percent_of_nothing_is_absent() -> None:
    found = told(np.zeros(50), course(50))
    assert found.percent is None
    assert found.points == pytest.approx(found.after.mean)


def test_a_stretch_without_any_value_gives_no_contrast() -> None:
    assert contrast(np.full(50, np.nan), course(50)) is None
    assert contrast(course(50), np.empty(0)) is None


def test_both_stretches_need_42_days_for_a_range() -> None:
    assert told(course(42), course(41, seed=2)).interval is None
    assert told(course(41), course(42, seed=2)).interval is None
    assert told(course(42), course(42, seed=2)).interval is not None


def test_a_stretch_of_answers_all_alike_gives_no_range() -> None:
    assert told(np.full(60, 5.0), course(60)).interval is None


def test_independent_days_give_nearly_the_range_of_welch() -> None:
    before, after = course(900), 1 + 0.5 * course(700, seed=2)
    welch = stats.ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
    low, high = ends(told(before, after))
    assert (low + high) / 2 == pytest.approx((welch.low + welch.high) / 2)
    assert high - low == pytest.approx(welch.high - welch.low, rel=0.1)


def test_given_the_errors_the_degrees_of_freedom_are_those_of_welch_1947() -> None:
    before, after = levels(course(60)[None, :]), levels(course(80, seed=2)[None, :])
    one, two = np.array([0.3]), np.array([0.2])
    before, after = (
        replace(before, error=one, df=np.array([11.0])),
        replace(after, error=two, df=np.array([7.0])),
    )
    _, error, df = difference(before, after)
    assert error[0] == pytest.approx(np.hypot(0.3, 0.2))
    assert df[0] == pytest.approx(0.13**2 / (0.09**2 / 13 + 0.04**2 / 9) - 2)
    assert 7 < df[0] <= 18 + 2


def test_days_that_resemble_their_neighbours_give_a_wider_range_than_welch() -> None:
    before, after = course(90, 0.7), course(90, 0.7, seed=2)
    welch = stats.ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
    low, high = ends(told(before, after))
    assert high - low > 1.5 * (welch.high - welch.low)


@given(st.integers(0, 200), st.floats(-20, 20), st.floats(0.05, 20))
def test_the_other_way_round_is_the_same_with_the_other_sign(seed: int, shift: float, scale: float) -> None:
    before, after = course(50, 0.4, seed), course(70, 0.4, seed + 1000)
    low, high = ends(told(before, after))
    turned = ends(told(shift + scale * after, shift + scale * before))
    assert turned == pytest.approx((-scale * high, -scale * low), rel=1e-4, abs=1e-6 * scale)


@pytest.mark.parametrize(
    ("percent", "word"),
    [
        (0, Band.NONE),
        (9.99, Band.NONE),
        (10, Band.MINIMAL),
        (29.99, Band.MINIMAL),
        (30, Band.MODERATE),
        (49.99, Band.MODERATE),
        (50, Band.SUBSTANTIAL),
        (140, Band.SUBSTANTIAL),
    ],
)
def test_bands_are_the_same_up_and_down(percent: float, word: Band) -> None:
    assert band(percent) is word
    assert band(-percent) is word


def test_three_tenths_of_a_mean_is_a_moderate_change_despite_binary_fractions() -> None:
    found = told(np.full(3, 0.3), np.full(3, 0.21))
    assert found.percent is not None
    assert band(found.percent) is Band.MODERATE


def test_the_range_of_one_diary_stays_what_it_was() -> None:
    before, after = (np.clip(np.round(course(60, 0.6, seed)), 0, 10) for seed in (3, 4))
    assert ends(told(before, after - 1)) == pytest.approx(SNAPSHOT, abs=5e-4)


SNAPSHOT = (-2.151, -0.349)

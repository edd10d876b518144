"""Autocorrelation over gaps and what it leaves of the days, against statsmodels and by brute force."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from statsmodels.tsa.ar_model import AutoReg
from statsmodels.tsa.arima_process import arma_acovf
from statsmodels.tsa.stattools import acf

from diary.insight.statistics.serial import LEAST_PAIRS, effective_days, lag1, levels
from proofs.statistics.diaries import serial

Array = NDArray[np.float64]


def course(days: int, phi: float, seed: int = 1, gaps: float = 0.0) -> Array:
    rng = np.random.default_rng(seed)
    values: Array = 5 + 1.8 * serial(rng, 1, days, phi)[0]
    values[rng.random(days) < gaps] = np.nan
    return values


def lag(values: Array) -> float:
    found = lag1(values)
    assert found is not None
    return found


@pytest.mark.parametrize("gaps", [0.0, 0.3])
def test_the_uncorrected_part_is_the_acf_of_statsmodels(gaps: float) -> None:
    values = course(120, 0.5, gaps=gaps)
    pairs = levels(values[None, :]).pairs[0]
    raw = acf(values, nlags=1, adjusted=True, missing="conservative")[1]
    assert lag(values) == pytest.approx((pairs * raw + 1) / (pairs - 3), rel=1e-9)


def test_a_long_diary_agrees_with_an_autoregression_by_statsmodels() -> None:
    values = course(4000, 0.6)
    fitted = AutoReg(values, 1).fit()
    assert lag(values) == pytest.approx(fitted.params[1], abs=0.01)
    long_run = np.sqrt(fitted.sigma2 / len(values)) / (1 - fitted.params[1])
    assert levels(values[None, :]).error[0] == pytest.approx(long_run, rel=0.1)


@pytest.mark.parametrize("phi", [0.0, 0.4, 0.8])
def test_short_diaries_are_right_on_average(phi: float) -> None:
    rows = serial(np.random.default_rng(2), 3000, 60, phi)
    assert levels(rows).r1.mean() == pytest.approx(phi, abs=0.025)


def test_effective_days_are_the_exact_ones_of_an_autoregression() -> None:
    n, phi = 50, 0.7
    own = arma_acovf([1, -phi], [1], nobs=n)
    apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    exact = n**2 * own[0] / own[apart].sum()
    assert effective_days(np.ones((1, n), bool), np.array([phi]))[0] == pytest.approx(exact, rel=1e-9)


@given(
    st.lists(st.booleans(), min_size=3, max_size=60).filter(lambda days: sum(days) > 1),
    st.floats(-0.4, 0.95),
    st.floats(0.0, 0.95),
)
def test_effective_days_count_every_pair_of_days_at_its_true_distance(
    days: list[bool], r1: float, decay: float
) -> None:
    at = np.flatnonzero(days)
    apart = np.abs(np.subtract.outer(at, at))
    together = np.where(apart == 0, 1.0, r1 * decay ** np.maximum(apart - 1, 0))
    expected = len(at) ** 2 / max(float(together.sum()), 1e-9)
    found = effective_days(np.array([days]), np.array([r1]), np.array([decay]))
    assert found[0] == pytest.approx(expected, rel=1e-6)


def test_many_days_come_near_the_rule_of_bartlett() -> None:
    found = effective_days(np.ones((1, 3650), bool), np.array([0.5]))
    assert found[0] == pytest.approx(3650 / 3, rel=0.01)


def test_days_far_apart_tell_more_than_as_many_days_in_a_row() -> None:
    spread = np.arange(160) % 4 < 2
    row = np.arange(160) < 80
    found = effective_days(np.array([spread, row]), np.array([0.7, 0.7]))
    assert found[0] > 1.3 * found[1]


@given(st.integers(0, 500), st.floats(-50, 50), st.floats(0.01, 100))
def test_units_do_not_change_the_autocorrelation(seed: int, shift: float, scale: float) -> None:
    values = course(60, 0.4, seed, gaps=0.1)
    here, there = levels(values[None, :]), levels((shift + scale * values)[None, :])
    assert there.r1[0] == pytest.approx(here.r1[0], abs=1e-6)
    assert there.n_eff[0] == pytest.approx(here.n_eff[0], rel=1e-4)
    assert there.mean[0] == pytest.approx(shift + scale * here.mean[0], rel=1e-9, abs=1e-9)
    assert there.error[0] == pytest.approx(scale * here.error[0], rel=1e-4)


def test_a_diary_read_backwards_is_the_same() -> None:
    values = course(90, 0.6, gaps=0.2)
    assert lag(values[::-1]) == pytest.approx(lag(values))


def test_days_without_entry_at_the_ends_change_nothing() -> None:
    values = course(60, 0.5, gaps=0.1)
    padded = np.concatenate([np.full(20, np.nan), values, np.full(5, np.nan)])
    for name in ("r1", "n_eff", "error", "df", "n"):
        here, there = getattr(levels(values[None, :]), name), getattr(levels(padded[None, :]), name)
        assert there[0] == pytest.approx(here[0], rel=1e-9)


def test_many_rows_at_once_give_what_each_gives_alone() -> None:
    rows = np.stack([course(80, phi, seed, gaps=0.2) for seed, phi in enumerate((0.0, 0.5, 0.9))])
    rows[1, :60] = np.nan
    rows[2, :] = np.where(np.isnan(rows[2]), np.nan, 4.0)
    together = levels(rows)
    for at, row in enumerate(rows):
        alone = levels(row[None, :])
        for name in ("n", "pairs", "mean", "r1", "n_eff", "error", "df"):
            assert getattr(together, name)[at] == pytest.approx(getattr(alone, name)[0], nan_ok=True)


def test_answers_all_alike_tell_nothing_about_the_next_day() -> None:
    assert lag1(np.full(90, 0.1)) is None


def test_every_second_day_tells_nothing_about_the_next_day() -> None:
    values = course(200, 0.5)
    values[::2] = np.nan
    assert lag1(values) is None


def test_few_pairs_of_days_tell_nothing_and_some_more_do() -> None:
    values = course(LEAST_PAIRS + 1, 0.5)
    assert lag1(values[:-1]) is None
    assert lag1(values) is not None


@pytest.mark.parametrize("days", [0, 1, 2])
def test_hardly_any_day_is_no_error(days: int) -> None:
    assert lag1(course(3, 0.0)[:days]) is None
    assert lag1(np.full(days, np.nan)) is None


def test_loose_ratings_of_a_slow_course_are_seen_as_slow() -> None:
    rng = np.random.default_rng(3)
    rows = serial(rng, 200, 365, 0.9) + 0.9 * rng.standard_normal((200, 365))
    found = levels(rows)
    as_autoregression = effective_days(np.ones(rows.shape, bool), found.r1)
    assert np.median(found.decay) > np.median(found.r1) + 0.15
    assert np.median(found.n_eff) < 0.6 * np.median(as_autoregression)

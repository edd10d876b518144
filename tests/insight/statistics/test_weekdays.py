"""Weekdays: agreement with statsmodels, too little data, gaps, and what may be named."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.tsa.statespace.sarimax import SARIMAX

from diary.insight.statistics.day_array import Array, weekdays
from diary.insight.statistics.serial import levels
from diary.insight.statistics.weekdays import LEVEL, WeekPattern, week_pattern
from proofs.statistics.diaries import FIRST_DAY, serial


def diary(seed: int, days: int, phi: float = 0.4, gaps: float = 0.0, weekend: float = 0.0) -> Array:
    """A made-up course without rounding."""
    rng = np.random.default_rng(seed)
    values: Array = 5 + 1.8 * serial(rng, 1, days, phi)[0] + weekend * (weekdays(FIRST_DAY, days) >= 5)
    values[rng.random(days) < gaps] = np.nan
    return values


def design(days: int) -> Array:
    """Seven weekdays and a trend, shape (days, 8)."""
    seven = weekdays(FIRST_DAY, days)[:, None] == np.arange(7)
    return np.column_stack([seven, np.linspace(-0.5, 0.5, days)]).astype(float)


@pytest.mark.parametrize(("seed", "gaps"), [(1, 0.0), (2, 0.25), (3, 0.25)])
def test_the_overall_test_is_the_likelihood_ratio_of_an_exact_ar1_model_with_gaps(
    seed: int, gaps: float
) -> None:
    values = diary(seed, 120, 0.5, gaps, weekend=0.6)
    x = design(120)
    alike = np.column_stack([np.ones(120), x[:, 7]])
    logs = [
        SARIMAX(values, exog=columns, order=(1, 0, 0)).fit(disp=False, method="powell", maxiter=2000).llf
        for columns in (x, alike)
    ]
    found = week_pattern(values, FIRST_DAY)
    n = int((~np.isnan(values)).sum())
    expected = (np.exp(2 * (logs[0] - logs[1]) / n) - 1) * (n - 9) / 6
    assert found.f == pytest.approx(expected, rel=0.02)
    assert found.df == n - 9


def test_without_serial_dependence_the_test_is_near_the_ordinary_f_test() -> None:
    values = diary(4, 700, 0.0, weekend=0.4)
    fit = sm.OLS(values, design(700)).fit()
    alike = np.hstack([-np.ones((6, 1)), np.eye(6), np.zeros((6, 1))])
    assert week_pattern(values, FIRST_DAY).f == pytest.approx(float(fit.f_test(alike).fvalue), rel=0.1)


def test_differences_and_names_are_those_of_generalised_least_squares_and_holm() -> None:
    values = diary(5, 200, 0.6, 0.2, weekend=1.0)
    found = week_pattern(values, FIRST_DAY)
    at = np.flatnonzero(~np.isnan(values))
    phi = found.phi
    assert phi is not None
    fit = sm.GLS(values[at], design(200)[at], sigma=phi ** np.abs(at[:, None] - at[None, :])).fit()
    others = np.hstack([np.eye(7) * 7 / 6 - 1 / 6, np.zeros((7, 1))])
    estimates = fit.params @ others.T
    errors = np.sqrt(np.diag(others @ fit.cov_params() @ others.T))
    assert [day.difference for day in found.weekdays] == pytest.approx(estimates, abs=1e-6)
    reach = [(day.difference_high or 0) - (day.difference or 0) for day in found.weekdays]
    assert reach == pytest.approx(errors * 1.973, rel=0.01)
    adjusted = multipletests(fit.t_test(others).pvalue, method="holm")[1]
    assert [day.p for day in found.weekdays] == pytest.approx(adjusted, rel=0.05, abs=1e-9)
    weekend = fit.t_test(np.array([[-0.2] * 5 + [0.5] * 2 + [0.0]]))
    assert found.weekend is not None
    assert found.weekend.difference == pytest.approx(float(weekend.effect[0]), abs=1e-6)


def test_phi_has_the_highest_restricted_likelihood() -> None:
    values = diary(6, 90, 0.5)
    x = design(90)

    def height(phi: float) -> float:
        inverse = np.linalg.inv(phi ** np.abs(np.subtract.outer(np.arange(90), np.arange(90))))
        inside = x.T @ inverse @ x
        rest = values - x @ np.linalg.solve(inside, x.T @ inverse @ values)
        logs = np.linalg.slogdet(inside)[1] - np.linalg.slogdet(inverse)[1]
        return -float(82 * np.log(rest @ inverse @ rest) + logs)

    grid = np.linspace(0.01, 0.95, 189)
    best = grid[int(np.argmax([height(phi) for phi in grid]))]
    assert week_pattern(values, FIRST_DAY).phi == pytest.approx(best, abs=0.01)


def test_a_mean_has_the_spread_of_what_the_weekdays_leave() -> None:
    values = diary(7, 364, 0.0)
    found = week_pattern(values, FIRST_DAY)
    day = found.weekdays[2]
    here = values[weekdays(FIRST_DAY, 364) == 2]
    assert day.mean == pytest.approx(here.mean())
    assert day.high is not None
    assert day.mean is not None
    assert day.high - day.mean == pytest.approx(2 * values.std() / 52**0.5, rel=0.15)
    level = levels(values[None, :])
    assert day.high - day.mean > float(level.error[0])


def test_below_42_days_nothing_is_tested_and_what_is_lacking_is_said() -> None:
    found = week_pattern(diary(8, 41), FIRST_DAY)
    assert not found.enough
    assert found.days_lacking == 1
    assert found.p is None
    assert found.weekend is None
    assert all(day.mean is not None and day.low is None for day in found.weekdays)


def test_a_weekday_with_three_values_stops_the_test() -> None:
    values = diary(9, 84)
    mondays = np.flatnonzero(weekdays(FIRST_DAY, 84) == 0)
    values[mondays[3:]] = np.nan
    found = week_pattern(values, FIRST_DAY)
    assert found.n >= 42
    assert found.least_n == 3
    assert not found.enough


def test_a_diary_without_any_entry_has_no_means() -> None:
    assert all(day.mean is None for day in week_pattern(np.full(90, np.nan), FIRST_DAY).weekdays)
    assert week_pattern(np.empty(0), FIRST_DAY).days_lacking == 42


def test_the_same_answer_every_day_is_no_pattern_and_has_no_interval() -> None:
    found = week_pattern(np.full(90, 4.0), FIRST_DAY)
    assert found.enough
    assert not found.pattern
    assert found.p == pytest.approx(1.0)
    assert all(day.low is None for day in found.weekdays)


def test_a_worse_weekend_is_seen_and_only_its_days_are_named_worse() -> None:
    found = week_pattern(diary(10, 365, 0.4, weekend=1.5), FIRST_DAY)
    assert found.pattern
    assert {day.weekday for day in found.weekdays if day.named and (day.difference or 0) > 0} <= {5, 6}
    assert found.weekend is not None
    assert found.weekend.low < 1.5 < found.weekend.high


def test_a_week_without_noise_is_a_pattern() -> None:
    found = week_pattern(3.0 + 2 * (weekdays(FIRST_DAY, 84) == 1), FIRST_DAY)
    assert found.pattern
    assert found.weekdays[1].named
    assert found.weekdays[1].difference == pytest.approx(2.0)


def test_a_shift_of_all_answers_moves_means_alone() -> None:
    values = diary(11, 90, 0.4, 0.1)
    one, other = week_pattern(values, FIRST_DAY), week_pattern(values + 1000, FIRST_DAY)
    assert other.f == pytest.approx(one.f, rel=1e-6)
    assert other.weekdays[3].mean == pytest.approx((one.weekdays[3].mean or 0) + 1000)


def test_a_cancelled_run_raises_what_the_tick_raises() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        week_pattern(diary(12, 90), FIRST_DAY, tick=stop)


@settings(max_examples=40, deadline=None)
@given(
    answers=st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=0, max_size=120),
    first_day=st.integers(700000, 760000),
)
def test_any_answers_give_names_only_after_the_overall_test(
    answers: list[int | None], first_day: int
) -> None:
    values = np.array([np.nan if one is None else float(one) for one in answers])
    found: WeekPattern = week_pattern(values, first_day)
    assert found == week_pattern(values, first_day)
    assert sum(day.n for day in found.weekdays) == found.n
    assert found.pattern == (found.p is not None and found.p <= LEVEL)
    if any(day.named for day in found.weekdays):
        assert found.pattern
    if found.p is not None:
        assert 0 <= found.p <= 1

"""Lagged regressions: the same numbers as statsmodels, and nothing told where the days cannot carry it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.api import OLS

from diary.insight.statistics.day_array import Array
from diary.insight.statistics.lagged import WEEKEND, design, trend, usable, without_weekend
from diary.insight.statistics.links import LAGS, Fitted, Pair, Standing, fit_all, needed

MONDAY = 739_000 + (1 - 739_000) % 7
TABLE = tuple(Pair(x=x, y=0, lag=lag) for x in (1, 2, 3) for lag in LAGS)


def serial_answers(seed: int, days: int, rows: int = 4, gaps: float = 0.0) -> Array:
    rng = np.random.default_rng(seed)
    series = 5 + rng.standard_normal((rows, days)).cumsum(axis=1) * 0.2 + rng.standard_normal((rows, days))
    series[rng.random(series.shape) < gaps] = np.nan
    return series


def one(series: Array, pair: Pair, *, yes_no: bool = False) -> Fitted:
    return fit_all(series, [pair], MONDAY, [yes_no] * len(series))[0]


@pytest.mark.parametrize(("days", "gaps"), [(60, 0.0), (90, 0.03), (365, 0.1), (1500, 0.1), (4000, 0.02)])
def test_every_number_is_that_of_statsmodels_whatever_the_gaps(days: int, gaps: float) -> None:
    series = serial_answers(1, days, gaps=gaps)
    for fitted in fit_all(series, TABLE, MONDAY, [False] * 4):
        model = OLS(*design(series, 0, fitted.pair.x, fitted.pair.lag, MONDAY))
        model.df_resid -= WEEKEND
        theirs = model.fit()
        assert fitted.n == model.nobs
        assert fitted.df == model.df_resid
        ours = (fitted.coefficient, fitted.low, fitted.high, fitted.p, fitted.error)
        assert ours == pytest.approx(
            (theirs.params[-1], *theirs.conf_int()[-1], theirs.pvalues[-1], theirs.bse[-1]), abs=1e-8
        )


def test_only_days_whose_own_and_earlier_values_are_all_there_are_used() -> None:
    series = serial_answers(2, 60)
    series[0, 30] = np.nan
    series[1, 40] = np.nan
    left_out = set(range(60)) - set(usable(series, 0, 1, 1).tolist())
    assert left_out == {0, 1, 30, 31, 41, 42}


def test_a_link_is_found_at_its_own_lag_in_points_of_the_outcome() -> None:
    rng = np.random.default_rng(3)
    x, noise = rng.standard_normal(400), rng.standard_normal(400)
    series = np.vstack([5 + 0.1 * noise, 7 * x])
    series[0, 2:] += 0.5 * 7 * x[:-2]
    found = one(series, Pair(x=1, y=0, lag=2))
    assert found.coefficient == pytest.approx(0.5, abs=0.01)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 0.5 < found.high


@pytest.mark.parametrize(
    ("days", "standing", "more"),
    [(42, Standing.TOO_FEW, 1), (43, Standing.HINT, 42), (84, Standing.HINT, 1), (85, Standing.FULL, 0)],
)
def test_the_days_decide_what_may_be_told(days: int, standing: Standing, more: int) -> None:
    fitted = one(serial_answers(4, days), Pair(x=1, y=0, lag=0))
    assert fitted.n == days - 1
    assert (fitted.standing, needed(fitted)) == (standing, more)
    assert (fitted.p is None) is (standing is Standing.TOO_FEW)


def test_a_yes_no_factor_needs_ten_days_of_each_level() -> None:
    series = serial_answers(5, 101)
    series[1] = 0
    series[1, 5:100:12] = 1
    fitted = one(series, Pair(x=1, y=0, lag=0), yes_no=True)
    assert (fitted.n_yes, fitted.n_no, fitted.standing) == (8, 92, Standing.TOO_FEW_OF_ONE_LEVEL)
    assert (fitted.p, needed(fitted)) == (None, 2)
    series[1, 50:53] = 1
    assert one(series, Pair(x=1, y=0, lag=0), yes_no=True).standing is Standing.FULL


@pytest.mark.parametrize("lag", LAGS)
@pytest.mark.parametrize("kind", ["constant", "weekend", "outcome", "other unit", "straight line"])
def test_what_cannot_vary_of_its_own_has_no_number(kind: str, lag: int) -> None:
    series = serial_answers(6, 120)
    weekend = (np.arange(120) % 7 >= 5).astype(float)
    series[1] = {
        "constant": np.full(120, 3.1),
        "weekend": weekend,
        "outcome": series[0],
        "other unit": 60 * series[0] - 5,
        "straight line": np.arange(120) / 7,
    }[kind]
    fitted = one(series, Pair(x=1, y=0, lag=lag))
    assert (fitted.standing, fitted.coefficient, fitted.p) == (Standing.NOT_VARYING, None, None)


def test_an_outcome_that_never_changes_has_no_links() -> None:
    series = serial_answers(7, 120)
    series[0] = 4
    assert one(series, Pair(x=1, y=0, lag=0)).standing is Standing.NOT_VARYING


def test_a_yes_no_factor_that_is_always_no_on_the_days_used_does_not_vary() -> None:
    series = serial_answers(8, 120)
    series[1] = 0
    series[1, 60] = 1
    series[0, 60] = np.nan
    fitted = one(series, Pair(x=1, y=0, lag=0), yes_no=True)
    assert (fitted.n_yes, fitted.standing) == (0, Standing.NOT_VARYING)


def test_series_without_any_value_are_too_few() -> None:
    nothing = np.full((2, 100), np.nan)
    assert one(nothing, Pair(x=1, y=0, lag=1)).standing is Standing.TOO_FEW
    for days in range(4):
        assert one(np.zeros((2, days)), Pair(x=1, y=0, lag=2)).n == 0


def test_a_factor_kept_for_one_season_of_ten_years_is_told_from_that_season() -> None:
    series = serial_answers(9, 3650)
    series[1, :3500] = np.nan
    fitted = one(series, Pair(x=1, y=0, lag=0))
    assert (fitted.n, fitted.standing) == (149, Standing.FULL)
    assert fitted.df is not None
    assert fitted.df > 135


def test_whoever_waits_can_cancel_between_groups() -> None:
    def cancel() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fit_all(serial_answers(10, 90), TABLE, MONDAY, [False] * 4, cancel)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.floats(0.01, 1000), st.floats(-1000, 1000), st.sampled_from(LAGS))
def test_another_unit_changes_the_coefficient_and_nothing_else(
    seed: int, unit: float, offset: float, lag: int
) -> None:
    series = serial_answers(seed, 100, rows=2, gaps=0.03)
    before = one(series, Pair(x=1, y=0, lag=lag))
    series[1] = unit * series[1] + offset
    after = one(series, Pair(x=1, y=0, lag=lag))
    assert before.coefficient is not None
    assert after.coefficient is not None
    assert after.coefficient * unit == pytest.approx(before.coefficient, rel=1e-6, abs=1e-8)
    assert after.p == pytest.approx(before.p, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 400), st.floats(0, 0.9))
def test_no_diary_gives_a_warning_or_a_number_that_is_none(seed: int, days: int, gaps: float) -> None:
    rng = np.random.default_rng(seed)
    series = rng.integers(0, 3, (4, days)).astype(float)
    series[rng.random(series.shape) < gaps] = np.nan
    for fitted in fit_all(series, TABLE, MONDAY, [False] * 4):
        numbers = (fitted.coefficient, fitted.low, fitted.high, fitted.p, fitted.error, fitted.df)
        told = fitted.standing in (Standing.HINT, Standing.FULL)
        assert all((number is not None) is told for number in numbers)
        assert not told or bool(np.isfinite(np.array(numbers, dtype=float)).all())
        assert needed(fitted) >= 0


@settings(max_examples=50, deadline=None)
@given(st.sets(st.integers(0, 2000), min_size=12))
def test_the_trend_is_smooth_parts_of_a_whole(days: set[int]) -> None:
    columns = trend(np.array(sorted(days), dtype=np.intp))
    assert columns.sum(axis=1) == pytest.approx(1)
    assert (columns >= 0).all()
    assert np.linalg.matrix_rank(columns) == columns.shape[1]


def test_what_weekends_add_is_taken_out_and_a_slope_is_left_alone() -> None:
    weekend = (np.arange(90) % 7 >= 5).astype(float)
    slope = np.arange(90) / 9
    series = np.vstack([slope, slope + 3 * weekend, 2 - weekend])
    series[1, 20:31] = np.nan
    left = without_weekend(series, MONDAY)
    there = ~np.isnan(series[1])
    assert left[0] == pytest.approx(slope)
    assert left[1, there] == pytest.approx(slope[there])
    assert np.isnan(left[1, ~there]).all()
    assert left[2] == pytest.approx(2)

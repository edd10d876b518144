"""Before and after a start: which days are compared, when a change is called, how wide the interval is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.tsa.statespace.sarimax import SARIMAX

from diary.insight.statistics.before_after import BeforeAfterStanding, Verdict, before_after, windows
from diary.insight.statistics.day_array import Array
from diary.insight.statistics.two_means import PHIS, cross_products, difference, spread_of


def days_of(seed: int, days: int, phi: float = 0.4) -> Array:
    """Serial days around 5 with an SD of 1.8, not rounded."""
    rng = np.random.default_rng(seed)
    made = rng.standard_normal(days)
    for day in range(1, days):
        made[day] = phi * made[day - 1] + np.sqrt(1 - phi**2) * made[day]
    return 5 + 1.8 * made


def changed_on(days: int, *changes: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """True on the days on which something else changed."""
    disturbed = np.zeros(days, dtype=bool)
    disturbed[list(changes)] = True
    return disturbed


def test_the_week_before_and_fourteen_days_after_are_left_out() -> None:
    result = before_after(days_of(1, 400), 200)
    assert (result.before_since, result.before_until) == (109, 192)
    assert (result.after_since, result.after_until) == (214, 297)
    assert result.before_days == result.after_days == 84


def test_what_happens_in_the_days_left_out_does_not_move_the_two_means() -> None:
    values = days_of(1, 400)
    other = values.copy()
    other[193:214] = 10.0
    shown, same = before_after(values, 200), before_after(other, 200)
    assert (shown.points, shown.low, shown.high) == (same.points, same.low, same.high)


def test_both_windows_are_as_long_as_the_shorter_side() -> None:
    before, after = windows(150, 100)
    assert (before, after) == (slice(57, 93), slice(114, 150))


def test_ninety_one_days_have_two_means_and_no_verdict() -> None:
    result = before_after(days_of(2, 91), 44)
    assert result.standing is BeforeAfterStanding.MEANS_ONLY
    assert result.before_days == result.after_days == 33
    assert result.points is not None
    assert (result.low, result.high, result.p, result.verdict) == (None, None, None, None)


def test_under_twenty_eight_days_a_side_no_means_are_compared() -> None:
    result = before_after(days_of(3, 91), 60)
    assert result.standing is BeforeAfterStanding.NO_DAYS
    assert (result.before_days, result.before_mean, result.points) == (17, None, None)
    assert before_after(days_of(3, 91), 2).before_since is None
    assert before_after(days_of(3, 91), 90).after_days == 0


def test_something_else_that_changed_ends_the_window_on_its_side() -> None:
    before, after = windows(400, 200, changed_on(400, 20, 150, 260, 300))
    assert (before, after) == (slice(151, 193), slice(214, 256))
    before, after = windows(400, 200, changed_on(400, 120))
    assert before == slice(121, 193)
    assert after == slice(214, 286)


def test_something_else_in_the_days_left_out_leaves_two_means_and_no_verdict() -> None:
    values = days_of(4, 400)
    for day in (195, 205):
        found = before_after(values, 200, changed_on(400, day))
        assert found.standing is BeforeAfterStanding.DISTURBED
        assert (found.before_since, found.before_until) == (165, 192)
        assert (found.after_since, found.after_until) == (214, 241)
        assert found.before_mean == pytest.approx(values[165:193].mean())
        assert found.after_mean == pytest.approx(values[214:242].mean())
        assert (found.low, found.high, found.p, found.verdict) == (None, None, None, None)


def test_the_days_there_are_stand_across_another_change_from_four_values_a_side() -> None:
    values = days_of(4, 218)
    found = before_after(values, 200, changed_on(218, 205))
    assert (found.before_days, found.after_days, found.after_n) == (28, 4, 4)
    values[217] = np.nan
    few = before_after(values, 200, changed_on(218, 205))
    assert (few.standing, few.before_mean) == (BeforeAfterStanding.NO_DAYS, None)


def test_without_another_change_too_few_days_have_no_means() -> None:
    for changes in ((), (200,), (100,)):
        found = before_after(days_of(4, 230), 200, changed_on(230, *changes))
        assert (found.standing, found.points) == (BeforeAfterStanding.NO_DAYS, None)


def test_another_change_on_the_very_day_is_for_the_caller_to_name() -> None:
    values = days_of(4, 400)
    assert before_after(values, 200, changed_on(400, 200)) == before_after(values, 200)


def test_a_verdict_takes_forty_two_values_on_each_side() -> None:
    values = days_of(5, 200)
    values[:50] = np.nan
    result = before_after(values, 100)
    assert (result.before_n, result.before_days, result.after_n) == (43, 84, 84)
    assert result.standing is BeforeAfterStanding.TESTED
    values[50:52] = np.nan
    few = before_after(values, 100)
    assert (few.before_n, few.standing) == (41, BeforeAfterStanding.MEANS_ONLY)
    assert few.before_mean == pytest.approx(np.nanmean(values[9:93]))


def test_a_side_without_any_value_has_no_mean() -> None:
    values = days_of(5, 200)
    values[:100] = np.nan
    result = before_after(values, 100)
    assert (result.standing, result.before_n, result.before_mean) == (BeforeAfterStanding.NO_DAYS, 0, None)


def test_a_lasting_fall_is_called_lower_and_a_rise_higher() -> None:
    step = np.where(np.arange(300) >= 150, 3.0, 0.0)
    fallen, risen = before_after(days_of(6, 300) - step, 150), before_after(days_of(6, 300) + step, 150)
    assert (fallen.verdict, risen.verdict) == (Verdict.LOWER, Verdict.HIGHER)
    assert fallen.high is not None
    assert fallen.high < 0
    assert fallen.before_mean is not None
    assert fallen.points is not None
    assert fallen.percent == pytest.approx(100 * fallen.points / fallen.before_mean)


def test_no_clear_change_where_there_is_none() -> None:
    result = before_after(days_of(7, 300), 150)
    assert result.verdict is Verdict.NO_CLEAR_CHANGE
    assert result.low is not None
    assert result.high is not None
    assert result.low < 0 < result.high


def test_a_change_that_hangs_on_the_bad_week_being_left_out_is_not_called() -> None:
    values = days_of(8, 300, phi=0.0) + np.where(np.arange(300) >= 150, 0.75, 0.0)
    called = before_after(values, 150)
    assert called.verdict is Verdict.HIGHER
    values[143:150] += 5.0
    flare = before_after(values, 150)
    assert (flare.low, flare.high) == (called.low, called.high)
    assert flare.verdict is Verdict.NO_CLEAR_CHANGE
    assert flare.p is not None
    assert called.p is not None
    assert flare.p > called.p


def test_a_mean_of_nothing_before_has_no_percent() -> None:
    values = np.where(np.arange(300) >= 150, 2.0, 0.0)
    result = before_after(values, 150)
    assert (result.percent, result.points, result.verdict) == (None, 2.0, Verdict.HIGHER)


def test_a_level_that_never_moves_is_no_change() -> None:
    result = before_after(np.full(300, 4.0), 150)
    assert (result.points, result.p, result.verdict) == (0.0, 1.0, Verdict.NO_CLEAR_CHANGE)


def test_the_whitened_products_are_those_of_generalised_least_squares() -> None:
    days = np.array([0, 1, 2, 5, 6, 9, 10, 11, 18])
    rows = np.random.default_rng(1).standard_normal((3, len(days)))
    products, log_scale = cross_products(rows, np.diff(days))
    for index in (5, 30, 60):
        spread = PHIS[index] ** np.abs(days[:, None] - days[None, :])
        assert products[index] == pytest.approx(rows @ np.linalg.inv(spread) @ rows.T)
        assert log_scale[index] == pytest.approx(np.linalg.slogdet(spread)[1] / 2)


def test_the_error_of_a_weighted_sum_is_that_of_its_covariance() -> None:
    share = np.random.default_rng(2).standard_normal(12) * (np.arange(12) % 3 > 0)
    for index in (0, 40, 69):
        spread = PHIS[index] ** np.abs(np.subtract.outer(np.arange(12), np.arange(12)))
        assert spread_of(share)[index] == pytest.approx(share @ spread @ share)


def test_days_that_do_not_hang_together_give_nearly_the_plain_t_test() -> None:
    rng = np.random.default_rng(3)
    first, second = 5 + rng.standard_normal(84), 5.4 + rng.standard_normal(84)
    found = difference(first, second, 21)
    plain = stats.ttest_ind(second, first)
    low, high = plain.confidence_interval(0.95)
    assert found.points == pytest.approx(second.mean() - first.mean())
    assert found.half_width(0.95) == pytest.approx((high - low) / 2, rel=0.25)


@pytest.mark.filterwarnings("ignore")
def test_a_long_serial_series_gives_nearly_what_sarimax_says() -> None:
    values = days_of(9, 800, phi=0.5)
    values[390:411] = np.nan
    values[np.random.default_rng(4).random(800) < 0.15] = np.nan
    later = (np.arange(800) >= 400).astype(float)
    fitted = SARIMAX(values, exog=np.column_stack([np.ones(800), later]), order=(1, 0, 0)).fit(disp=False)
    found = difference(values[:390], values[411:], 21)
    assert found.points == pytest.approx(fitted.params[1], abs=0.25 * fitted.bse[1])
    assert found.half_width(0.95) == pytest.approx(1.96 * fitted.bse[1], rel=0.08)


def test_days_that_hang_together_widen_the_interval() -> None:
    alike, unlike = days_of(10, 168, 0.8), days_of(10, 168, 0.0)
    wide = difference(alike[:84], alike[84:], 0).half_width(0.95)
    narrow = difference(unlike[:84], unlike[84:], 0).half_width(0.95)
    assert wide > 1.5 * narrow


def test_the_interval_and_p_speak_of_the_same_distribution() -> None:
    values = days_of(11, 120)
    found = difference(values[:60], values[60:], 21)
    assert found.half_width(1 - found.p) == pytest.approx(abs(found.points), rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    days=st.integers(0, 260),
    start=st.integers(-5, 265),
    gaps=st.floats(0, 0.9),
    changes=st.lists(st.integers(0, 259), max_size=3),
)
def test_any_diary_gives_a_result_that_fits_together(
    seed: int, days: int, start: int, gaps: float, changes: list[int]
) -> None:
    values = np.round(days_of(seed, max(days, 1)))[:days]
    values[np.random.default_rng(seed).random(days) < gaps] = np.nan
    disturbed = changed_on(days, *(day for day in changes if day < days))
    result = before_after(values, start, disturbed)
    across = result.standing is BeforeAfterStanding.DISTURBED
    assert max(result.before_days, result.after_days) <= (28 if across else 84)
    assert across or result.before_days == result.after_days
    assert (result.verdict is not None) == (result.standing is BeforeAfterStanding.TESTED)
    assert (result.points is None) == (result.standing is BeforeAfterStanding.NO_DAYS)
    if result.low is not None and result.high is not None and result.points is not None:
        assert result.low <= result.points <= result.high
    for since, until in (
        (result.before_since, result.before_until),
        (result.after_since, result.after_until),
    ):
        if since is not None and until is not None:
            assert 0 <= since <= until < days
            assert across or not disturbed[since : until + 1].any()


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(0, 10_000), times=st.sampled_from([-2.0, 0.1, 60.0]), plus=st.sampled_from([0.0, 300.0])
)
def test_other_units_change_the_points_and_nothing_else(seed: int, times: float, plus: float) -> None:
    values = days_of(seed, 250)
    one, other = before_after(values, 125), before_after(times * values + plus, 125)
    assert one.points is not None
    assert one.p is not None
    assert other.points == pytest.approx(times * one.points)
    assert other.p == pytest.approx(one.p, rel=1e-6)


@pytest.mark.parametrize("after", [5.0, 3.0])
def test_days_that_all_say_the_same_still_leave_a_range(after: float) -> None:
    found = before_after(np.array([5.0] * 100 + [after] * 100), 100)
    assert found.low is not None
    assert found.high is not None
    assert found.points == after - 5
    assert found.low < found.points - 0.1
    assert found.high > found.points + 0.1
    assert found.verdict is (Verdict.NO_CLEAR_CHANGE if after == 5 else Verdict.LOWER)

"""One change of level: what is found, what is not, and the same numbers as ordinary least squares."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.insight.statistics import flat_diaries
from diary.insight.statistics.day_array import Array
from diary.insight.statistics.flat_diaries import (
    LEAST_SIDE,
    PHIS,
    Kind,
    best_steps,
    flat,
    pieces,
    without_week,
)
from diary.insight.statistics.shift import (
    LEVEL,
    LOOSE_STEPS,
    Shift,
    ShiftStanding,
    chance_of,
    loose_share,
    noise_steps,
    shift,
)


def days_of(seed: int, days: int, step: float = 0.0, phi: float = 0.3, at: int | None = None) -> Array:
    """Whole numbers around 5 whose level changes by `step`."""
    rng = np.random.default_rng(seed)
    made = rng.standard_normal(days)
    for day in range(1, days):
        made[day] = phi * made[day - 1] + np.sqrt(1 - phi**2) * made[day]
    return np.clip(np.round(5 + made + np.where(np.arange(days) >= (at or days // 2), step, 0.0)), 0, 10)


def loose_days(seed: int, diaries: int, days: int, phi: float, share: float) -> Array:
    """Whole numbers around 5, shape (diaries, days): a course of `phi`, and noise of `share` on top."""
    rng = np.random.default_rng(seed)
    course = rng.standard_normal((diaries, days))
    for day in range(1, days):
        course[:, day] = phi * course[:, day - 1] + np.sqrt(1 - phi**2) * course[:, day]
    noise = rng.standard_normal((diaries, days))
    made: Array = np.round(5 + 1.8 * (np.sqrt(1 - share) * course + np.sqrt(share) * noise))
    return np.clip(made, 0, 10)


def test_loose_ratings_of_a_slow_course_are_seldom_told_as_a_change() -> None:
    """Taken for a quicker course without noise, 30 of these 100 showed a change; now 4."""
    found = [shift(row, with_sees=False).found for row in loose_days(5, 100, 180, 0.9, 0.3)]
    assert sum(found) <= 15


def test_the_noise_of_loose_ratings_is_seen_beside_a_step_and_in_gaps() -> None:
    days = np.delete(np.arange(1500), np.arange(0, 1500, 6))
    slow, quick = loose_days(6, 1, 1500, 0.8, 0.3)[0], loose_days(6, 1, 1500, 0.4, 0.0)[0]
    step = np.where(days >= 700, 2.0, 0.0)
    at = int(np.searchsorted(days, 700))
    assert loose_share(slow[days] + step, days, at) == pytest.approx(0.3, abs=0.1)
    assert loose_share(quick[days] + step, days, at) < 0.2


def test_noise_is_what_whole_numbers_add_or_what_is_loose_never_both() -> None:
    assert noise_steps(0.026, 0.0) == noise_steps(0.026, 0.04) == 1
    assert noise_steps(0.026, 0.3) == 3 * LOOSE_STEPS
    assert noise_steps(0.2, 0.12) == 10
    assert noise_steps(3.0, 0.9) == 25


def test_under_42_values_nothing_is_searched() -> None:
    values = days_of(1, 60, step=4.0)
    values[:19] = np.nan
    assert shift(values) == Shift(n=41, days=60, standing=ShiftStanding.TOO_FEW)
    assert shift(np.array([])).standing is ShiftStanding.TOO_FEW
    assert shift(np.full(90, np.nan)).n == 0


def test_a_level_that_never_moves_has_no_change() -> None:
    assert shift(np.full(90, 4.0)) == Shift(n=90, days=90, standing=ShiftStanding.CONSTANT)


def test_a_clean_step_is_found_on_its_day() -> None:
    found = shift(np.where(np.arange(90) < 40, 6.0, 3.0))
    assert (found.found, found.at, found.give_or_take_days) == (True, 40, 0)
    assert (found.before_mean, found.after_mean, found.points) == (6.0, 3.0, -3.0)
    assert (found.n_before, found.n_after) == (40, 50)


def test_a_large_change_is_found_near_its_day_and_a_flat_diary_is_left_alone() -> None:
    found, flat_one = shift(days_of(2, 120, step=-3.0)), shift(days_of(2, 120))
    assert found.found
    assert found.at is not None
    assert found.give_or_take_days is not None
    assert abs(found.at - 60) <= found.give_or_take_days <= 10
    assert found.points == pytest.approx(-3.0, abs=0.6)
    assert (flat_one.found, flat_one.at, flat_one.points) == (False, None, None)
    assert flat_one.p is not None
    assert flat_one.p > LEVEL


def test_a_day_without_entry_is_neither_counted_nor_filled() -> None:
    values = days_of(3, 150, step=-3.0)
    values[60:70] = np.nan
    values[::5] = np.nan
    found = shift(values)
    assert found.n == int((~np.isnan(values)).sum())
    assert found.at is not None
    assert not np.isnan(values[found.at])
    assert found.before_mean == pytest.approx(np.nanmean(values[: found.at]))
    assert found.after_mean == pytest.approx(np.nanmean(values[found.at :]))
    assert found.n_before == int((~np.isnan(values[: found.at])).sum())


def test_days_without_entry_at_either_end_only_move_the_date() -> None:
    values = days_of(4, 100, step=3.0)
    padded = np.concatenate([np.full(14, np.nan), values, np.full(5, np.nan)])
    found, moved = shift(values), shift(padded)
    assert moved.at == (found.at or 0) + 14
    assert (moved.p, moved.points, moved.sees_points) == (found.p, found.points, found.sees_points)


def test_no_level_is_shorter_than_fourteen_values() -> None:
    assert shift(np.where(np.arange(90) < 85, 5.0, 9.0) + days_of(5, 90) / 100).at != 85
    steps = best_steps(days_of(5, 90)[None] - 5)
    assert steps.gained.shape == (1, 90 - 2 * LEAST_SIDE + 1)


def test_each_candidate_explains_what_ordinary_least_squares_says() -> None:
    values = days_of(6, 60, step=1.0)
    centred = values - values.mean()
    steps = best_steps(centred[None])
    for place, gained in enumerate(steps.gained[0], start=LEAST_SIDE):
        step = (np.arange(60) >= place).astype(float)
        fitted = sm.OLS(values, sm.add_constant(step)).fit()
        assert gained == pytest.approx(fitted.ess)
        assert gained / (centred @ centred - gained) * 58 == pytest.approx(fitted.fvalue)
    step = (np.arange(60) >= steps.at[0]).astype(float)
    left = sm.OLS(values, sm.add_constant(step)).fit().resid
    assert steps.squares[0] == pytest.approx(left @ left)
    assert steps.r[0] == pytest.approx((left[1:] @ left[:-1]) / (left @ left) * 60 / 59)


def test_flat_diaries_are_as_serial_as_asked_and_carry_over_gaps() -> None:
    days = np.arange(0, 400, 2)
    made = flat(Kind(days.tobytes(), 0), 0.8, 300, 1)
    alike = float((made[:, 1:] * made[:, :-1]).mean() / (made**2).mean())
    assert alike == pytest.approx(0.8**2, abs=0.03)


def test_a_weekly_cycle_is_taken_out_and_a_step_stays() -> None:
    days = np.arange(84)
    weekend, step = (days % 7 >= 5).astype(float), (days >= 42).astype(float)
    assert without_week(weekend[None], days) == pytest.approx(np.zeros((1, 84)))
    assert without_week(step[None], days) == pytest.approx(step[None] - 0.5)


def test_the_weights_of_chance_are_whole_and_its_p_falls_with_the_score() -> None:
    kind = Kind(np.arange(70).tobytes(), 1)
    chance = chance_of(kind, 0.3, None)
    assert chance.weights.sum() == pytest.approx(1.0)
    assert chance.p(-1.0) == 1.0
    assert 0 < chance.p(1e9) < 0.001
    assert chance.p(chance.needed(LEVEL)) == pytest.approx(LEVEL, abs=0.002)
    assert PHIS[0] < chance.phi < 0.6


def test_the_same_diary_always_gives_the_same_numbers() -> None:
    values = days_of(7, 75, step=1.0, phi=0.5)
    first = shift(values)
    flat_diaries.sketch.cache_clear()
    flat_diaries.chance_scores.cache_clear()
    assert shift(values) == first


def test_a_longer_diary_sees_smaller_changes() -> None:
    seen = [shift(days_of(8, days)).sees_points or 0.0 for days in (60, 120, 240)]
    assert seen[0] > seen[1] > seen[2] > 0


def test_what_nobody_asks_for_is_not_worked_out() -> None:
    values = days_of(9, 60)
    assert shift(values, with_sees=False).sees_points is None
    assert shift(values, with_sees=False).p == shift(values).p


class StoppedError(Exception):
    """Raised to cancel."""


def stopping(after: int) -> Callable[[], None]:
    """A tick that raises at its call number `after`."""
    calls = iter(range(after))

    def tick() -> None:
        if next(calls, None) is None:
            raise StoppedError

    return tick


@pytest.mark.parametrize("after", [0, 5, 14, 20])
def test_a_search_can_be_stopped_at_any_tick(after: int) -> None:
    with pytest.raises(StoppedError):
        shift(days_of(10, 200), stopping(after))


def test_the_pieces_hold_fewer_flat_diaries_for_longer_ones() -> None:
    made = [np.prod(pieces(n)) for n in (60, 365, 3650, 18250)]
    assert made[0] >= 2000 > made[1] > 1000 > made[2] == made[3] == 400


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    times=st.sampled_from([-10.0, -1.0, 0.5, 3.0]),
    plus=st.sampled_from([0.0, 7.0, 100.0]),
)
def test_other_units_change_the_points_and_nothing_else(seed: int, times: float, plus: float) -> None:
    values = days_of(seed, 60, step=2.0)
    found, other = shift(values), shift(times * values + plus)
    assert (other.found, other.at) == (found.found, found.at)
    assert other.p == pytest.approx(found.p)
    assert other.sees_points == pytest.approx(abs(times) * (found.sees_points or 0))
    if found.points is not None:
        assert other.points == pytest.approx(times * found.points)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=0, max_size=80))
def test_any_diary_gives_a_result_that_fits_together(answers: list[int | None]) -> None:
    values = np.array([np.nan if one is None else float(one) for one in answers])
    found = shift(values, with_sees=False)
    assert found.n == sum(one is not None for one in answers)
    assert (found.p is not None) == (found.standing is ShiftStanding.SEARCHED)
    assert found.p is None or 0 < found.p <= 1
    assert found.found == (found.p is not None and found.p < LEVEL) == (found.at is not None)
    if found.n_before is not None and found.n_after is not None:
        assert min(found.n_before, found.n_after) >= LEAST_SIDE
        assert found.n_before + found.n_after == found.n

"""Parts of the day: compared within days, agreement with scipy's sign turns, too few, one habit's traps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from diary.insight.statistics.hours import LEVEL, DayPattern, day_pattern


def pattern(rows: list[tuple[int, int, float]]) -> DayPattern:
    """The pattern of (day, minute, value) rows."""
    days, minutes, values = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    return day_pattern(
        np.array(days, dtype=np.int64), np.array(minutes, dtype=np.int64), np.array(values, dtype=float)
    )


def two_parts(days: int, evening: float, seed: int = 1) -> list[tuple[int, int, float]]:
    """A morning and an evening moment a day."""
    rng = np.random.default_rng(seed)
    level = rng.normal(5, 2, days)
    return [
        row
        for day in range(days)
        for row in (
            (day, 480, float(level[day] + rng.normal())),
            (day, 1200, float(level[day] + evening + rng.normal())),
        )
    ]


def test_two_parts_a_day_are_the_paired_sign_turning_test_of_scipy() -> None:
    rows = two_parts(40, 0.3)
    values = np.array([value for _, _, value in rows]).reshape(-1, 2)
    expected = stats.permutation_test(
        (values[:, 0], values[:, 1]),
        lambda a, b, axis: np.mean(a - b, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=20000,
        rng=np.random.default_rng(1),
    )
    assert pattern(rows).p == pytest.approx(expected.pvalue, abs=0.03)


def test_a_difference_has_the_paired_interval_of_scipy() -> None:
    rows = two_parts(30, 0.8)
    values = np.array([value for _, _, value in rows]).reshape(-1, 2)
    expected = stats.ttest_rel(values[:, 1], values[:, 0]).confidence_interval(0.95)
    evening = pattern(rows).parts[3]
    assert evening.low == pytest.approx(expected.low)
    assert evening.high == pytest.approx(expected.high)


def test_a_day_counts_once_however_many_moments_it_has() -> None:
    rows = two_parts(30, 0.0)
    often = [*rows, *[(day, minute + 1, value) for day, minute, value in rows for _ in range(5)]]
    one, many = pattern(rows), pattern(often)
    assert many.n_moments == 6 * one.n_moments
    assert many.parts[3].difference == pytest.approx(one.parts[3].difference)
    assert many.p == one.p


def test_bad_days_with_evenings_alone_do_not_make_evenings_worse() -> None:
    bad_evenings = [(1000 + day, 1200, 9.0) for day in range(100)]
    one, other = pattern(two_parts(60, 0.0)), pattern([*two_parts(60, 0.0), *bad_evenings])
    assert (other.parts[3].mean or 0) > (one.parts[3].mean or 0) + 1
    assert other.parts[3].difference == one.parts[3].difference
    assert other.p == one.p
    assert other.days_compared == one.days_compared == 60


def test_a_worse_evening_is_named() -> None:
    found = pattern(two_parts(60, 1.5))
    assert found.pattern
    assert found.parts[3].named
    assert found.parts[3].difference == pytest.approx(1.5, abs=0.5)


@pytest.mark.parametrize("days", [20, 21])
def test_fewer_than_21_days_with_two_parts_are_too_few(days: int) -> None:
    assert pattern(two_parts(days, 2.0)).enough == (days == 21)


def test_too_few_still_have_their_counts_and_means() -> None:
    found = pattern(two_parts(5, 2.0))
    assert not found.enough
    assert found.p is None
    assert found.parts[1].n_moments == found.parts[1].n_days == 5
    assert found.parts[1].mean is not None
    assert found.parts[0].mean is None
    assert found.parts[3].difference is None


def test_no_moments_are_too_few() -> None:
    assert not pattern([]).enough


def test_a_part_with_few_compared_days_has_no_interval() -> None:
    rows = [*two_parts(40, 0.0), *[(day, 60, 10.0) for day in range(9)]]
    found = pattern(rows)
    assert found.enough
    assert found.parts[0].n_compared == 9
    assert found.parts[0].difference is None
    assert not found.parts[0].named


def test_parts_begin_at_midnight_six_noon_and_six() -> None:
    found = pattern([(1, minute, 1.0) for minute in (0, 359, 360, 719, 720, 1079, 1080, 1439)])
    assert [part.n_moments for part in found.parts] == [2, 2, 2, 2]


def test_the_same_value_always_is_no_pattern() -> None:
    found = pattern([(day, minute, 5.0) for day in range(30) for minute in (480, 1200)])
    assert found.enough
    assert found.p == 1.0
    assert not found.pattern


def test_the_order_of_the_moments_does_not_matter() -> None:
    rows = two_parts(30, 0.4)
    assert pattern(rows).p == pattern(rows[::-1]).p


def test_a_cancelled_run_raises_what_the_tick_raises() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    days = np.repeat(np.arange(30), 2)
    with pytest.raises(KeyboardInterrupt):
        day_pattern(days, np.tile([480, 1200], 30), np.arange(60.0), tick=stop)


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 1439), st.integers(0, 10).map(float)), max_size=160
    )
)
def test_any_moments_are_all_counted_and_give_the_same_number_twice(
    rows: list[tuple[int, int, float]],
) -> None:
    found = pattern(rows)
    assert found == pattern(rows)
    assert sum(part.n_moments for part in found.parts) == found.n_moments == len(rows)
    assert found.pattern == any(part.named for part in found.parts)
    assert found.pattern == (found.p is not None and found.p <= LEVEL)


@pytest.mark.parametrize("evening", [0.0, 2.0])
def test_days_that_all_differ_alike_keep_the_range_that_whole_answers_can_hide(evening: float) -> None:
    rows = [row for day in range(30) for row in ((day, 480, day % 5), (day, 1200, day % 5 + evening))]
    part = pattern([(day, minute, float(number)) for day, minute, number in rows]).parts[3]
    assert part.difference == evening
    assert part.low is not None
    assert part.high is not None
    assert part.high - part.low == pytest.approx(2 * stats.t.ppf(0.975, 29) * np.sqrt(2 / 12 / 30))

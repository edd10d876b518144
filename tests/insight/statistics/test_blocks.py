"""Trials of A against B: the plan, what counts, when a result is shown, agreement with scipy."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from diary.insight.statistics.blocks import Block, Standing, TrialResult, blocks, plan, result
from diary.insight.statistics.day_array import Array

START = date(2026, 3, 2).toordinal()
ORDER = ("AB", "BA", "BA", "AB")
LENGTH = 4 * 2 * 7
AFTER = START + LENGTH


def trial(wash_out_days: int = 0, order: tuple[str, ...] = ORDER) -> tuple[Block, ...]:
    """Blocks of seven days."""
    return blocks(START, order, 7, wash_out_days)


def course(effect: float = 0.0, order: tuple[str, ...] = ORDER, seed: int = 1) -> Array:
    """Values of the trial's days, `effect` higher on B."""
    on_b = np.repeat([treatment == "B" for treatment in "".join(order)], 7)
    return np.random.default_rng(seed).normal(5, 1, len(on_b)) + effect * on_b


def finished(values: Array, wash_out_days: int = 0, order: tuple[str, ...] = ORDER) -> TrialResult:
    """The result on the day after the last."""
    return result(values, START, trial(wash_out_days, order), START + len(order) * 14)


def test_a_seed_gives_the_same_order_on_every_machine() -> None:
    assert plan(6, 7, 0, 2026) == ("BA", "AB", "AB", "BA", "BA", "AB")
    assert plan(3, 7, 0, 2026) == plan(10, 28, 5, 2026)[:3]


def test_both_orders_come_as_often_over_many_seeds() -> None:
    first = [plan(10, 7, 0, seed) for seed in range(400)]
    assert np.mean([pair == "AB" for order in first for pair in order]) == pytest.approx(0.5, abs=0.03)
    assert len(set(first)) > 300


@pytest.mark.parametrize(
    ("pairs", "block_days", "wash_out_days"),
    [(2, 7, 0), (11, 7, 0), (3, 2, 0), (3, 29, 0), (3, 7, 7), (3, 7, 6), (3, 7, -1)],
)
def test_a_plan_out_of_range_is_refused(pairs: int, block_days: int, wash_out_days: int) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        plan(pairs, block_days, wash_out_days, 1)


@given(pairs=st.integers(3, 10), block_days=st.integers(3, 28), seed=st.integers(0, 2**40), data=st.data())
def test_blocks_follow_each_other_without_a_gap(
    pairs: int, block_days: int, seed: int, data: st.DataObject
) -> None:
    wash_out_days = data.draw(st.integers(0, block_days - 2))
    made = blocks(START, plan(pairs, block_days, wash_out_days, seed), block_days, wash_out_days)
    assert len(made) == 2 * pairs
    assert made[0].since == START
    assert all(one.until + 1 == other.since for one, other in pairwise(made))
    assert {block.counted_days for block in made} == {block_days - wash_out_days}
    assert all({a.treatment, b.treatment} == {"A", "B"} for a, b in zip(made[::2], made[1::2], strict=True))


def test_an_order_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="AA"):
        blocks(START, ("AB", "AA"), 7, 0)
    with pytest.raises(ValueError, match="Block"):
        result(course(), START, trial()[:3], AFTER)


def test_difference_and_interval_are_those_of_the_paired_t_test() -> None:
    found = finished(course(1.0))
    a, b = ([getattr(pair, name) for pair in found.pairs] for name in ("mean_a", "mean_b"))
    expected = stats.ttest_rel(b, a).confidence_interval(0.96)
    assert found.low == pytest.approx(expected.low)
    assert found.high == pytest.approx(expected.high)
    assert found.difference == pytest.approx(np.mean(np.array(b) - np.array(a)))
    assert found.differs == (not expected.low <= 0 <= expected.high)


@pytest.mark.parametrize("pairs", [3, 6, 9])
def test_the_randomisation_test_is_the_exact_one_of_scipy(pairs: int) -> None:
    order = plan(pairs, 7, 0, 5)
    found = finished(course(0.4, order), order=order)
    a, b = (np.array([getattr(pair, name) for pair in found.pairs]) for name in ("mean_a", "mean_b"))
    expected = stats.permutation_test(
        (a, b), lambda x, y, axis: np.mean(x - y, axis=axis), permutation_type="samples", n_resamples=np.inf
    )
    assert found.p == pytest.approx(expected.pvalue)
    assert found.smallest_p == 2.0 ** (1 - pairs)


@pytest.mark.parametrize(("step", "effect"), [(1, 0), (1, 1), (1, 3), (60, 60)])
def test_pairs_that_all_say_the_same_leave_a_range_as_wide_as_whole_steps_can_hide(
    step: int, effect: int
) -> None:
    order, level = ("AB", "BA", "AB"), 5.0 * step
    flat = [level + effect * (treatment == "B") for treatment in "".join(order) for _ in range(3)]
    one = result(np.array(flat), START, blocks(START, order, 3, 0), START + 18)
    error = step * (2 / 3 / 12 / 3) ** 0.5
    assert one.difference == effect
    assert one.high == pytest.approx(effect + stats.t.ppf(0.98, 2) * error)
    assert one.low == pytest.approx(effect - stats.t.ppf(0.98, 2) * error)


def test_three_pairs_cannot_reach_5_percent_by_the_exact_test_though_the_interval_may_call() -> None:
    found = finished(course(6.0, ORDER[:3]), order=ORDER[:3])
    assert found.p == found.smallest_p == 0.25
    assert found.differs


def test_pair_means_stand_with_their_days() -> None:
    values = course(2.0)
    values[0:3] = np.nan
    pair = finished(values).pairs[0]
    assert (pair.order, pair.n_a, pair.days_a, pair.n_b, pair.days_b) == ("AB", 4, 7, 7, 7)
    assert pair.mean_a == pytest.approx(values[3:7].mean())
    assert pair.mean_b == pytest.approx(values[7:14].mean())


def test_wash_out_days_are_not_counted() -> None:
    values = course(1.0)
    spoilt = values.copy()
    for block in range(8):
        spoilt[block * 7 : block * 7 + 2] = 10.0
    assert finished(spoilt, 2) == finished(values, 2)
    assert finished(values, 2).pairs[0].days_a == 5


@pytest.mark.parametrize(("there", "counts"), [(3, False), (4, True)])
def test_a_block_counts_from_half_of_its_days(there: int, counts: bool) -> None:
    values = course()
    values[there:7] = np.nan
    found = finished(values)
    assert found.standing is Standing.DONE
    assert (found.pairs[0].difference is not None) == counts
    assert found.n_pairs == 3 + counts


def test_a_block_of_three_days_needs_two_of_them() -> None:
    values = np.arange(18.0)
    values[1:3] = np.nan
    made = blocks(START, ("AB", "AB", "BA"), 3, 0)
    assert result(values, START, made, START + 18).standing is Standing.TOO_FEW
    values[1] = 4.0
    assert result(values, START, made, START + 18).standing is Standing.DONE


def test_while_it_runs_nothing_of_the_result_is_shown() -> None:
    found = result(course(3.0), START, trial(), AFTER - 1)
    assert found.standing is Standing.RUNNING
    assert found.pairs == ()
    assert found.difference is found.low is found.p is None
    assert (found.days_left, found.ends, found.now, found.next_change) == (1, AFTER - 1, "B", None)
    assert found.n_pairs == 3


def test_a_trial_says_when_the_next_block_begins() -> None:
    found = result(course(), START, trial(), START + 6)
    assert (found.now, found.next_change, found.days_left) == ("A", START + 7, LENGTH - 6)
    later = result(course(), START, trial(), START + 7)
    assert (later.now, later.next_change) == ("B", START + 14)


def test_before_its_start_a_trial_has_not_started() -> None:
    found = result(np.empty(0), START, trial(), START - 3)
    assert found.standing is Standing.NOT_STARTED
    assert (found.days_left, found.now, found.next_change) == (LENGTH, None, START)


def test_a_trial_stopped_early_is_analysed_by_its_complete_pairs_and_says_so() -> None:
    found = result(course(1.0), START, trial(), START + 60, stopped_on=START + 45)
    assert found.standing is Standing.DONE
    assert found.stopped_early
    assert (found.n_pairs, found.planned_pairs, found.days_left) == (3, 4, 0)
    assert found.smallest_p == 0.25
    assert found.difference == finished(course(1.0)[:42], order=ORDER[:3]).difference


def test_a_trial_stopped_after_two_pairs_has_too_few() -> None:
    found = result(course(1.0), START, trial(), START + 30, stopped_on=START + 30)
    assert found.standing is Standing.TOO_FEW
    assert found.difference is None
    assert len(found.pairs) == 2


def test_stopping_after_the_end_changes_nothing() -> None:
    assert result(course(), START, trial(), AFTER, stopped_on=AFTER - 1) == finished(course())


def test_a_trial_without_any_value_has_too_few() -> None:
    found = finished(np.full(LENGTH, np.nan))
    assert found.standing is Standing.TOO_FEW
    assert all(pair.mean_a is None and pair.difference is None for pair in found.pairs)


def test_days_before_the_array_and_after_it_have_no_value() -> None:
    values = course()
    longer = np.concatenate([np.full(10, 9.0), values, np.full(10, 9.0)])
    assert result(longer, START - 10, trial(), AFTER) == finished(values)
    assert result(values[10:], START + 10, trial(), AFTER).pairs[0].n_a == 0


@given(
    values=st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=LENGTH, max_size=LENGTH),
    swap=st.booleans(),
)
def test_calling_a_b_and_b_a_turns_the_difference_round(values: list[int | None], swap: bool) -> None:
    array = np.array([np.nan if one is None else float(one) for one in values])
    found = finished(array)
    other = finished(array, order=tuple(pair[::-1] for pair in ORDER))
    assert found.standing is other.standing
    if found.difference is not None and other.difference is not None and found.p is not None:
        assert other.difference == pytest.approx(-found.difference)
        assert other.p == pytest.approx(found.p)
        assert found.smallest_p is not None
        assert found.smallest_p <= found.p + 1e-9 <= 1 + 2e-9

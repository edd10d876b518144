"""Many looks: the adjusted p of statsmodels, two tiers that share the 5 %, hints that are no findings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from diary.insight.statistics.distributions import t_two_sided
from diary.insight.statistics.links import Fitted, Pair, Standing
from diary.insight.statistics.multiple import Tier, judge, stepped_up, takes


def fitted(p: float | None, standing: Standing = Standing.FULL) -> Fitted:
    pair = Pair(x=1, y=0, lag=0)
    if p is None:
        return Fitted(pair=pair, n=20, standing=Standing.TOO_FEW)
    return Fitted(
        pair=pair, n=90, coefficient=1.0, low=0.0, high=2.0, p=p, error=0.5, df=80, standing=standing
    )


@pytest.mark.parametrize(("any_dependence", "method"), [(False, "fdr_bh"), (True, "fdr_by")])
@given(values=st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_adjusted_p_are_those_of_statsmodels(values: list[float], any_dependence: bool, method: str) -> None:
    ours = stepped_up(np.array(values), any_dependence=any_dependence)
    assert ours == pytest.approx(multipletests(values, method=method)[1], abs=1e-12)


def test_each_tier_is_judged_at_half_of_five_percent() -> None:
    asked = judge([fitted(0.024)] + [fitted(0.9)] * 3, {0})
    assert (asked[0].tier, asked[0].n_looked_at, asked[0].stands_out) == (Tier.MINE, 1, True)
    assert not judge([fitted(0.026), fitted(0.9)], {0})[0].stands_out
    assert [one.n_looked_at for one in asked[1:]] == [3, 3, 3]


def test_a_question_asked_beforehand_needs_less_than_one_among_all() -> None:
    table = [fitted(0.004)] + [fitted(0.5)] * 35
    assert judge(table, {0, 1, 2, 3, 4})[0].stands_out
    assert not judge(table, {1, 2, 3, 4, 5})[0].stands_out


def test_pairs_without_enough_days_are_not_looked_at() -> None:
    few = judge([fitted(0.02), fitted(None), fitted(None)], {0, 1})
    assert [one.n_looked_at for one in few] == [1, 1, 0]
    assert (few[1].q, few[1].stands_out) == (None, False)
    assert judge([], set()) == ()


def test_an_early_hint_is_never_a_finding() -> None:
    hint, finding = judge([fitted(1e-6, Standing.HINT), fitted(1e-6)], set())
    assert (hint.stands_out, hint.is_hint, hint.is_finding) == (True, True, False)
    assert (finding.stands_out, finding.is_hint, finding.is_finding) == (True, False, True)


def test_more_than_five_questions_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 5"):
        judge([fitted(0.5)] * 8, set(range(6)))


@given(st.lists(st.floats(1e-9, 1), min_size=1, max_size=40), st.booleans())
def test_what_a_finding_takes_is_the_bar_for_one_alone(others: list[float], asked: bool) -> None:
    mine = {0} if asked else set()
    table = [fitted(0.5)] + [fitted(0.9)] * len(others)
    bar = takes(judge(table, mine)[0])
    assert bar is not None
    below, above = (
        judge([replace(table[0], p=bar.p * by), *table[1:]], mine)[0].stands_out for by in (0.999, 1.001)
    )
    assert (below, above) == (True, False)
    t = bar.points / 0.5
    assert float(t_two_sided(t, 80)) == pytest.approx(bar.p)
    assert bar.r == pytest.approx(t / np.hypot(t, 80**0.5))


def test_nothing_is_said_of_what_a_pair_without_days_takes() -> None:
    assert takes(judge([fitted(None)], set())[0]) is None

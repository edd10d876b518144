"""The short proof of trials lies near its goals and analyses as the diary does; more pairs see more."""

from __future__ import annotations

import numpy as np
import pytest

from diary.insight.statistics.blocks import Standing, blocks, result
from proofs.statistics.diaries import FIRST_DAY, Setting
from proofs.statistics.trials import Kind, analysed, made, table, trials


def test_short_runs_lie_near_their_goals() -> None:
    rows = table(True)
    assert [(row.what, row.setting, row.value) for row in rows if not row.plausible()] == []


@pytest.mark.parametrize("gaps", [0.0, 0.3])
def test_the_proof_analyses_each_trial_as_the_diary_does(gaps: float) -> None:
    kind = Kind(pairs=4, block_days=7, wash_out_days=2, effect=1.0)
    setting = Setting(name="tried", days=56, gaps=gaps, not_at_random=gaps > 0)
    values, b_first = made(np.random.default_rng(1), kind, setting, 60)
    found = analysed(values, b_first, kind)
    results = [
        result(row, FIRST_DAY, blocks(FIRST_DAY, ["BA" if b else "AB" for b in first], 7, 2), FIRST_DAY + 56)
        for row, first in zip(values, b_first, strict=True)
    ]
    done = [one for one in results if one.standing is Standing.DONE]
    assert found.difference == pytest.approx([one.difference for one in done])
    assert found.low == pytest.approx([one.low for one in done])
    assert found.high == pytest.approx([one.high for one in done])
    assert found.p == pytest.approx([one.p for one in done])
    assert found.differs.tolist() == [one.differs for one in done]


def test_the_same_seed_makes_the_same_table() -> None:
    kind, setting = Kind(pairs=4, block_days=7), Setting(name="plain", days=56)
    assert (trials(kind, setting, True).low == trials(kind, setting, True).low).all()


def test_more_pairs_see_more() -> None:
    seen = [
        trials(Kind(pairs=pairs, block_days=7, effect=1.5), Setting(name="plain", days=14 * pairs), True)
        for pairs in (3, 8)
    ]
    assert seen[1].differs.mean() > seen[0].differs.mean() + 0.2

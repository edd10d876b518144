"""The short proof of doses raised step by step lies near its goal, and goes the way of the findings."""

from __future__ import annotations

import numpy as np

from diary.insight.findings.effects import EffectStanding
from proofs.statistics.titrations import APART, MOST_STEPS, effect, steps_of, table


def test_short_runs_lie_near_their_goals() -> None:
    rows = table(True)
    assert [(row.what, row.setting, row.value) for row in rows if not row.plausible()] == []


def test_a_dose_is_raised_until_pain_is_lower() -> None:
    values = np.where(np.arange(200) < 120, 6.0, 3.0)
    assert steps_of(values, 100, until_better=False) == [100 + APART * at for at in range(MOST_STEPS + 1)]
    assert steps_of(values, 100, until_better=True) == [100, 114]


def test_the_days_of_raising_are_not_compared() -> None:
    values = np.where(np.arange(260) < 120, 6.0, 3.0) + np.arange(260) % 2 * 1.0
    found = effect(values, [100, 114, 128])
    told = found.outcomes["pain_average"].result
    assert found.standing is EffectStanding.TESTED
    assert (told.before_mean, told.after_mean) == (6.5, 3.5)

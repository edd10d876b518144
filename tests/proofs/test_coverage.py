"""The short simulation of ranges: each goal is met within what few diaries can tell."""

from __future__ import annotations

import numpy as np
import pytest

from diary.insight.statistics.contrast import contrast
from diary.insight.statistics.mean import mean_of
from diary.insight.statistics.serial import levels
from proofs.statistics.coverage import (
    LOW,
    Stretch,
    answers,
    both_rows,
    difference_holds,
    mean_holds,
    table,
    thinned,
    truth,
)
from proofs.statistics.diaries import serial


def test_every_goal_is_plausible_in_the_short_simulation() -> None:
    rows = table(short=True)
    assert len(rows) > 50
    assert [row for row in rows if row.has_goal and not row.plausible()] == []


def test_the_same_setting_gives_the_same_number_again() -> None:
    kind = Stretch(n=42, phi=0.4, gaps=0.2)
    assert list(both_rows(kind, 100)) == list(both_rows(kind, 100))


def test_the_truth_is_that_of_the_rounded_and_clipped_process() -> None:
    for level in (5.0, LOW):
        kind = Stretch(n=42, phi=0.0, level=level)
        many = answers(np.random.default_rng(1).standard_normal(1_000_000), kind)
        assert truth(kind) == pytest.approx(many.mean(), abs=0.01)
    assert truth(Stretch(n=42, phi=0.0, level=LOW)) > LOW + 0.05


def test_gaps_leave_exactly_the_days_that_the_setting_names() -> None:
    thin = thinned(np.random.default_rng(1), np.ones((5, 53)), 42)
    assert (~np.isnan(thin)).sum(axis=1).tolist() == [42] * 5


def test_what_is_simulated_is_what_the_diary_prints() -> None:
    rng = np.random.default_rng(4)
    kind = Stretch(n=42, phi=0.7)
    first, second = (thinned(rng, answers(serial(rng, 40, 60, kind.phi), kind), 45) for _ in range(2))
    means = mean_holds(levels(first), truth(kind))
    differences = difference_holds(levels(first), levels(second))
    for at, (before, after) in enumerate(zip(first, second, strict=True)):
        mean, both = mean_of(before), contrast(before, after)
        assert mean is not None
        assert both is not None
        assert mean.interval is not None
        assert both.interval is not None
        assert (mean.interval.low <= truth(kind) <= mean.interval.high) == bool(means[at])
        assert (both.interval.low <= 0 <= both.interval.high) == bool(differences[at])
    assert means.sum() > 0

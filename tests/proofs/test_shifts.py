"""The short proof of the change of level lies near its goals."""

from __future__ import annotations

import numpy as np

from proofs.statistics.shifts import flat_row, stepped, table


def test_short_runs_lie_near_their_goals() -> None:
    rows = table(True)
    assert [(row.what, row.setting, row.value) for row in rows if not row.plausible()] == []
    assert sum(row.has_goal for row in rows) == 6


def test_the_same_seed_makes_the_same_row() -> None:
    assert flat_row(60, 0.4, 1.0, 20) == flat_row(60, 0.4, 1.0, 20)


def test_made_up_levels_change_by_as_much_as_is_said() -> None:
    values = stepped(np.random.default_rng(1), 90, 0.0, 2.0, 500)
    assert abs(values[:, 45:].mean() - values[:, :45].mean() + 2.0) < 0.1

"""Loose ratings are a slower course than one day and the next show."""

from __future__ import annotations

import numpy as np

from proofs.statistics.diaries import SD
from proofs.statistics.loose import KINDS, loose, table


def test_noise_lowers_how_alike_days_are_and_not_how_slowly_that_falls() -> None:
    made = loose(np.random.default_rng(1), 400, 300, 0.8, 0.3)
    apart = made - made.mean()
    one, two, three = ((apart[:, lag:] * apart[:, :-lag]).mean() / made.var() for lag in (1, 2, 3))
    assert abs(made.std() - SD) < 0.1
    assert abs(one - 0.8 * 0.7) < 0.03
    assert abs(two / one - 0.8) < 0.03
    assert abs(three / two - 0.8) < 0.03


def test_every_method_has_a_line_for_each_kind() -> None:
    rows = table(short=True)
    assert len(rows) == 5 * len(KINDS)
    assert not any(row.has_goal for row in rows)

"""Links, in short: far from the goals would show even in few diaries."""

from __future__ import annotations

import numpy as np
import pytest

from proofs.statistics import associations


def test_no_row_of_the_short_table_is_far_from_its_goal() -> None:
    assert [row for row in associations.table(short=True) if not row.plausible()] == []


def test_the_made_link_has_the_correlation_it_says() -> None:
    series = associations.linked(np.random.default_rng(1), 20_000, 0.6, 0.4, 3, rounded=False)
    same_day = np.asarray(np.corrcoef(series))
    assert same_day[0, 3] == pytest.approx(0.4, abs=0.03)
    assert same_day[0, 1] == pytest.approx(0, abs=0.05)

"""The short proof of before and after lies near its goals, and its flares are flares."""

from __future__ import annotations

import numpy as np

from proofs.statistics.diaries import scale_of, serial
from proofs.statistics.starts import first_flares, outside, table


def test_short_runs_lie_near_their_goals() -> None:
    rows = table(True)
    assert [(row.what, row.setting, row.value) for row in rows if not row.plausible()] == []


def test_a_flare_is_a_week_well_above_the_diary_so_far() -> None:
    values = scale_of(serial(np.random.default_rng(1), 20, 200, 0.6), rounded=True)
    values[:, ::6] = np.nan
    flares = first_flares(values, 1.0)
    assert flares.shape == (20, 201)
    for row, day in [*np.argwhere(flares[:, 20:]), *np.argwhere(~flares[:, 20:])][:400]:
        so_far, week = values[row, : day + 20], values[row, day + 13 : day + 20]
        above = np.nanmean(week) >= np.nanmean(so_far) + np.nanstd(so_far, ddof=1) - 1e-9
        assert flares[row, day + 20] == above


def test_windows_are_held_to_their_length_by_other_changes() -> None:
    disturbed = outside(300, 120, 42)
    assert np.flatnonzero(~disturbed).tolist() == list(range(120 - 7 - 42, 120 + 14 + 42))

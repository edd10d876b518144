"""The numbers behind every chart of the sample diary are those that stand in tests/snapshots."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import diary.charts
from tests.charts.snapshots import CHARTS, FOLDER, Sample, read_sample, told

DRAWN_AT_ONCE = {"body", "day"}
"""Pictures of the body: areas without numbers, drawn as they were painted."""


@pytest.fixture(scope="module")
def given() -> Sample:
    return read_sample()


@pytest.mark.parametrize("name", CHARTS)
def test_the_numbers_behind_a_chart_are_those_that_were_looked_at(name: str, given: Sample) -> None:
    kept = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert told(CHARTS[name](given)).splitlines() == kept.splitlines()


def test_every_picture_has_a_snapshot_and_every_snapshot_its_picture() -> None:
    modules = (Path(file).parent for file in [diary.charts.__file__] if file)
    pictures = {file.stem.removesuffix("_picture") for one in modules for file in one.glob("*_picture.py")}
    without = {one for one in pictures - DRAWN_AT_ONCE if not any(name.startswith(one) for name in CHARTS)}
    assert without == set()
    assert {file.stem for file in FOLDER.glob("*.txt")} == set(CHARTS)


def test_a_snapshot_tells_absent_from_zero_and_days_from_numbers() -> None:
    assert told(np.array([np.nan, 0.0, 739939.0])) == "[. 0 2026-11-19]\n"
    assert told((None, 0, 1.23456, "two words", False)) == "(-, 0, 1.235, 'two words', false)\n"

"""The benchmarks run and say what they found; how fast this machine is, is no test's business."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measure import Found, line, percentile, ratio

ROOT = Path(__file__).resolve().parent.parent


def said(*words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_goal_that_was_not_reached_is_printed_as_missed() -> None:
    assert " missed " in line(ratio("save", "new", [9.0, 9.0], [1.0, 1.0], 8.0))
    assert " met " in line(ratio("save", "new", [7.0, 7.0], [1.0, 1.0], 8.0))


def test_a_number_without_a_goal_has_no_verdict() -> None:
    told = line(Found(part="trends", what="first showing", value=200.0, goal=None, unit="ms"))
    assert "met" not in told
    assert "missed" not in told


def test_the_99th_percentile_is_the_value_that_99_of_100_do_not_exceed() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert percentile(values, 0.99) == 99.0
    assert percentile([5.0], 0.99) == 5.0


def test_saving_is_measured_against_the_same_statements() -> None:
    told = said("save")
    assert sum(one.startswith("save ") for one in told) == 4
    assert "goals met" in told[-1]


def test_the_program_keeps_what_is_typed_right_after_its_first_paint() -> None:
    (typed,) = [one for one in said("start") if "not found saved" in one]
    assert " 0.0 runs" in typed


@pytest.mark.slow
@pytest.mark.parametrize("part", ["trends", "growth", "painting", "memory"])
def test_every_other_part_runs(part: str) -> None:
    assert any(one.startswith(part) for one in said(part))

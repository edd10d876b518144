"""The benchmarks run and say what they found; how fast this machine is, is no test's business."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.keystrokes import told
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
    row = line(Found(part="trends", what="first showing", value=200.0, goal=None, unit="ms"))
    assert "met" not in row
    assert "missed" not in row


def test_the_99th_percentile_is_the_value_that_99_of_100_do_not_exceed() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert percentile(values, 0.99) == 99.0
    assert percentile([5.0], 0.99) == 5.0


def act(group: str, kind: str, wait_s: float = 0.0, **more: float) -> dict[str, object]:
    return {"group": group, "kind": kind, "wait_s": wait_s, **more}


def test_keys_presses_and_lines_have_their_seconds() -> None:
    acts = [
        act("places", "press"),  # think 1.35, hands 0.40, point 1.10, press 0.20
        act("places", "line", cm=5.0),  # point 1.10, line 0.90, 5 cm 0.80
        act("save", "key", keys=2),  # think 1.35, hands 0.40, two keys 0.56
    ]
    found = told(acts)
    assert found.actions == 3
    assert found.seconds == pytest.approx(1.35 + 0.4 + 1.3 + 2.8 + 1.35 + 0.4 + 0.56)
    assert found.tired_s == pytest.approx(2 * found.seconds)


def test_waiting_counts_as_it_was_measured_and_does_not_double() -> None:
    found = told([act("save", "key", wait_s=0.5, keys=1)], launch_s=1.0)
    assert found.waiting_s == pytest.approx(1.5)
    assert found.seconds == pytest.approx(1.35 + 0.28 + 1.5)
    assert found.tired_s == pytest.approx(2 * (1.35 + 0.28) + 1.5)


def test_an_action_without_a_rule_stops_the_count() -> None:
    with pytest.raises(ValueError, match="shout"):
        told([act("save", "shout")])


def test_saving_is_measured_against_the_same_statements() -> None:
    lines = said("save")
    assert sum(one.startswith("save ") for one in lines) == 4
    assert "goals met" in lines[-1]


def test_the_program_keeps_what_is_typed_right_after_its_first_paint() -> None:
    (typed,) = [one for one in said("start") if "not found saved" in one]
    assert " 0.0 runs" in typed


@pytest.mark.slow
@pytest.mark.parametrize("part", ["trends", "growth", "painting", "memory", "journeys", "report"])
def test_every_other_part_runs(part: str) -> None:
    assert any(one.startswith(part) for one in said(part))

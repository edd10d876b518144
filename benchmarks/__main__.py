"""Prints ratios measured in one run, each with its goal; `--quick` only proves that every part runs."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Found, line
from benchmarks.room import Room

PARTS = (
    *("start", "save", "trends", "smooth", "associations"),
    *("growth", "painting", "memory", "journeys", "report"),
)
RUNS = 15
MOST_RUNS = {"memory": 5}
"""Memory hardly differs from run to run, and each of its children rests for seconds."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs the parts asked for, all by default; 0 however the numbers turn out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each measurement, {RUNS} by default")
    parser.add_argument("--quick", action="store_true", help="one run on short diaries")
    asked = parser.parse_args(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    found: list[Found] = []
    with tempfile.TemporaryDirectory(prefix="nerve-diary-bench-") as folder:
        room = Room(Path(folder), quick=asked.quick)
        for part in asked.parts or PARTS:
            runs = 1 if asked.quick else min(asked.runs, MOST_RUNS.get(part, asked.runs))
            for one in import_module(f"benchmarks.{part}").run(room, runs):
                print(line(one), flush=True)
                found.append(one)
    goals = [one for one in found if one.goal is not None]
    missed = sum(not one.met for one in goals)
    print(
        f"{len(goals) - missed} of {len(goals)} goals met, {missed} missed, {time.monotonic() - began:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

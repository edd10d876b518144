"""Journeys that the tests record with real events, as keystroke-level seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.keystrokes import told
from benchmarks.measure import Found
from benchmarks.room import ROOT, Room

PART = "journeys"
YEARS = 10

GOALS: dict[str, tuple[str, float | None, int | None]] = {
    "repeat-day": ("an ordinary repeat day, from launch to saved", 25, 14),
    "repeat-day-by-keys": ("the same by keyboard alone", 25, 14),
    "full-day": ("a full day: four symptoms, two doses, copied areas, from launch", 30, None),
    "repeat-drawing": ("repeating yesterday's drawing alone", None, 1),
    "stocking": ("a first drawing of both feet with two qualities", 30, None),
    "median-hand-by-keys": ("a median-nerve hand by keyboard alone", 45, None),
}
"""What each recorded journey is, its goal in seconds and in actions."""

FROM_LAUNCH = ("repeat-day", "repeat-day-by-keys", "full-day")


def run(room: Room, runs: int) -> Iterator[Found]:
    """Records each journey once; the launch is the median time until a ten-year diary is all shown."""
    diary = room.diary(YEARS)
    launch_s = median(room.child("child_diary", str(diary))["shown"] for _ in range(min(runs, 5))) / 1000
    folder = room.folder / "journeys"
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "tests/journeys"]
    environment = {**os.environ, "NERVE_DIARY_JOURNEYS": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stdout)
    for name, (what, most_s, most_actions) in GOALS.items():
        acts = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))["acts"]
        found = told(acts, launch_s if name in FROM_LAUNCH else 0.0)
        words = f"waiting {found.waiting_s:.1f} s in it; tired hands {found.tired_s:.1f} s"
        yield Found(part=PART, what=what, value=found.seconds, goal=most_s, unit="s", told=words)
        yield Found(part=PART, what=f"{what}: actions", value=found.actions, goal=most_actions, unit="acts")

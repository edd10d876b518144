"""The short proof of weekdays and parts of the day lies near its goals and is the same each time."""

from __future__ import annotations

from proofs.statistics.diaries import Setting
from proofs.statistics.patterns import Habit, day_patterns, table, weeks


def test_short_runs_lie_near_their_goals() -> None:
    rows = table(True)
    assert {row.most for row in rows if row.has_goal} == {5.0, 97.0}
    assert [(row.what, row.setting, row.value) for row in rows if not row.plausible()] == []


def test_the_same_seed_makes_the_same_table() -> None:
    habit, plain = Habit(name="plain"), Setting(name="plain")
    assert day_patterns(habit, 5) == day_patterns(habit, 5)
    assert weeks(plain, 5) == weeks(plain, 5)


def test_a_worse_evening_is_seen_in_most_diaries() -> None:
    found = day_patterns(Habit(name="evening worse", evening=1.0), 30)
    assert sum(one.pattern for one in found) > 20

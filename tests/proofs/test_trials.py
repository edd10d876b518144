"""The short proof of trials lies near its goals, and what it can see grows with its pairs."""

from __future__ import annotations

from proofs.statistics.diaries import Setting
from proofs.statistics.trials import Kind, table, trials


def test_short_runs_lie_near_their_goals() -> None:
    rows = table(True)
    assert [(row.what, row.setting, row.value) for row in rows if not row.plausible()] == []


def test_the_same_seed_makes_the_same_table() -> None:
    kind, setting = Kind(pairs=4, block_days=7), Setting(name="plain", days=56)
    assert trials(kind, setting, True) == trials(kind, setting, True)


def test_more_pairs_see_more() -> None:
    seen = [
        sum(
            one.differs
            for one in trials(
                Kind(pairs=pairs, block_days=7, effect=1.5), Setting(name="plain", days=14 * pairs), True
            )
        )
        for pairs in (3, 8)
    ]
    assert seen[1] > seen[0] + 20

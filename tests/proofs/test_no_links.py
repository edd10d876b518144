"""Diaries without links, in short: far from the goal would show even in few diaries."""

from __future__ import annotations

from proofs.statistics import no_links


def test_no_row_of_the_short_table_is_far_from_its_goal() -> None:
    rows = no_links.table(short=True)
    assert [row for row in rows if not row.plausible()] == []
    assert sum(row.has_goal for row in rows) == 6

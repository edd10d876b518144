"""Changed and late entries in the annex: what, when and by whom, and nothing that was not ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.annex import changes
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import Paragraph, Table

from .conftest import SECRET

if TYPE_CHECKING:
    import pytest

    from diary.exchange.report.data import Block

    from .conftest import Care


def blocks(care: Care, days: int = 40, *, private: bool = False) -> tuple[Block, ...]:
    asked, rows = care.gathered(Annex.CHANGES, days=days, with_private=private)
    part, _ = changes.part(rows, asked, rows.extra[Annex.CHANGES])
    return () if part is None else part.blocks


def lines(found: tuple[Block, ...]) -> dict[str, tuple[str, ...]]:
    return {row[0]: row for one in found if isinstance(one, Table) for row in one.rows}


def test_a_change_says_what_it_was_when_and_by_whom(care: Care) -> None:
    assert lines(blocks(care))["14 Nov 2026"] == (
        "14 Nov 2026",
        "day",
        "Worst pain changed from 6 to 7; Note added",
        "20 Nov 2026 20:00 (UTC+1)",
        "own",
    )


def test_a_changed_note_is_told_of_and_never_printed(care: Care) -> None:
    found = blocks(care, private=True)
    assert lines(found)["18 Nov 2026"][2] == "Note changed"
    assert SECRET not in repr(found)


def test_a_change_in_a_private_place_stays_private_until_ticked(care: Care) -> None:
    assert lines(blocks(care))["13 Nov 2026"][2] == "Changed in what is not shown here"
    assert "4 to 9" in lines(blocks(care, private=True))["13 Nov 2026"][2]
    assert "enital" not in repr(blocks(care))


def test_an_entry_written_more_than_three_days_later_is_listed(care: Care) -> None:
    found = blocks(care)
    assert lines(found)["8 Nov 2026"][2] == "First written, more than 3 days later"
    assert isinstance(found[0], Paragraph)
    assert found[0].words == (
        "3 entries were changed after first saving. 1 entry was written more than 3 days later."
    )


def test_the_rest_is_counted_where_there_are_many(care: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST", 2)
    found = blocks(care, days=39)
    assert len(lines(found)) == 2
    assert isinstance(found[2], Paragraph)
    assert found[2].words == "2 more such entries or changes are in the diary."


def test_without_changes_there_is_no_part(care: Care) -> None:
    assert blocks(care, days=1) == ()

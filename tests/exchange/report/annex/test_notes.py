"""Notes in the annex: only those that were ticked, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.annex import notes
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import Note

from .conftest import SECRET

if TYPE_CHECKING:
    from .conftest import Care


def printed(care: Care, *ticked: str) -> list[tuple[str, str]]:
    asked, rows = care.gathered(Annex.NOTES, notes=ticked)
    part, _ = notes.part(rows, asked, None)
    assert SECRET not in repr(part)
    return [] if part is None else [(one.when, one.words) for one in part.blocks if isinstance(one, Note)]


def test_only_ticked_notes_are_printed_and_word_for_word(care: Care) -> None:
    assert printed(care, "day-4") == [("16 Nov 2026", "The blanket hurt.\nSlept in the chair.")]


def test_a_note_written_later_says_so(care: Care) -> None:
    [(when, words)] = printed(care, "day-12")
    assert when == "8 Nov 2026, written more than 3 days later"
    assert words == "Typed from memory."


def test_without_a_tick_there_is_no_part(care: Care) -> None:
    assert printed(care) == []
    assert printed(care, "day-1", "no such entry") == []

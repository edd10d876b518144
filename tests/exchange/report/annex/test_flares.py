"""Flares in the annex: start, length, peak and what helped; no attack is counted where nobody answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.exchange.report.annex import flares
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import Paragraph, Table
from diary.models.codes import EntryKind

if TYPE_CHECKING:
    from diary.exchange.report.data import Block

    from .conftest import Care


def blocks(care: Care, days: int = 40) -> tuple[Block, ...]:
    asked, rows = care.gathered(Annex.FLARES, days=days)
    part, _ = flares.part(rows, asked, rows.extra[Annex.FLARES])
    return () if part is None else part.blocks


def test_attacks_are_counted_with_the_days_that_were_answered(care: Care) -> None:
    counts = blocks(care)[0]
    assert isinstance(counts, Paragraph)
    assert counts.words.startswith("2 attacks, on 1 of 8 answered days, of 11.")
    assert "2 flares noted, on 2 days." in counts.words


def test_a_week_without_an_answer_has_no_number(care: Care) -> None:
    weeks = next(one for one in blocks(care) if isinstance(one, Table))
    assert weeks.rows[0] == ("16 Nov 2026", "2", "4 of 5", "0.5", "1")
    silent = next(row for row in blocks_of_a_silent_week(care) if row[2].startswith("0"))
    assert (silent[1], silent[3], silent[4]) == ("–", "–", "1")


def blocks_of_a_silent_week(care: Care) -> tuple[tuple[str, ...], ...]:
    asked, rows = care.gathered(Annex.FLARES)
    values = [one for one in rows.period.values if one.kind == EntryKind.MOMENT]
    rows = replace(rows, period=rows.period._replace(values=values))
    part, _ = flares.part(rows, asked, rows.extra[Annex.FLARES])
    assert part is not None
    return next(one for one in part.blocks if isinstance(one, Table)).rows


def test_a_flare_has_its_dose_and_what_helped_and_an_open_one_no_length(care: Care) -> None:
    table = [one for one in blocks(care) if isinstance(one, Table)][-1]
    assert table.rows == (
        ("17 Nov 2026 14:10", "1 h 20", "8", "On the stairs", "Tramadol 1 tablet, 14:30; Rest"),
        ("10 Nov 2026 14:10", "no end noted", "8", "", ""),
    )


def test_days_without_attacks_and_flares_leave_the_part_out(care: Care) -> None:
    assert blocks(care, days=1) == ()

"""The notes that were ticked, word for word, and no others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart, Note, Paragraph
from diary.exchange.report.words import day_words
from diary.models.codes import Lateness
from diary.storage.reading import SELF
from diary.wording import say

if TYPE_CHECKING:
    from diary.exchange.report.data import Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.views import EntryRow, PeriodRows
    from diary.storage.reading import Reader


def read(reader: Reader, asked: Asked) -> None:  # the rows have the notes
    """Nothing: the notes stand in the rows of the period."""


def part(rows: ReportRows, asked: Asked, found: None) -> tuple[AnnexPart | None, Drawings]:  # noqa: ARG001
    """The ticked notes of the report's days, by day; None where none of them is there."""
    ticked = frozenset(asked.choices.notes)
    chosen = [one for one in rows.period.entries if one.entry in ticked and one.note.strip()]
    if not chosen:
        return None, {}
    notes = [Note(when=_when(one, rows.period), words=one.note.strip()) for one in chosen]
    own = Paragraph(words=say("care.notes_own"), small=True)
    return AnnexPart(code=Annex.NOTES, title=say("care.notes"), blocks=(own, *notes)), {}


def _when(row: EntryRow, period: PeriodRows) -> str:
    """The day, and where it was written later or by somebody else, that."""
    words = day_words(date.fromordinal(row.day))
    if row.lateness != Lateness.SAME_DAY:
        words = say("care.day_late", day=words, late=say(f"care.late.{row.lateness}"))
    if row.author != SELF:
        words = say("care.day_by", day=words, name=period.writers.get(row.author, say("writer.unknown")))
    return words

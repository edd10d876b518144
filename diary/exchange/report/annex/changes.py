"""Entries that were changed after first saving, and those written late: what, when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.privacy import shown_entry
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart, Paragraph, Table
from diary.exchange.report.words import day_words, moment_words, sentences
from diary.insight.differences import what_changed
from diary.models.codes import EntryKind, Lateness, Noun
from diary.models.records import Entry
from diary.storage.reading import SELF
from diary.wording import say, say_n
from diary.wording.treatment_words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from diary.exchange.report.data import Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.records import Author, Change, Measure
    from diary.models.views import EntryRow, Version
    from diary.storage.reading import Reader

MOST = 60
"""So many lines are printed, the newest days; of the rest only how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRows:
    """The versions (newest first) of the entries that are told of, by uid, and who writes in the diary."""

    versions: Mapping[str, Sequence[Version]]
    authors: Mapping[str, Author]


def read(reader: Reader, asked: Asked) -> ChangedRows:
    """The versions of the newest changed and late entries of these days."""
    from diary.storage.queries import authors, entry_rows
    from diary.storage.version_queries import versions

    wanted = _told(entry_rows(reader, asked.since, asked.until))[:MOST]
    return ChangedRows(
        versions={one.entry: versions(reader, Noun.ENTRY, one.entry) for one in wanted},
        authors=authors(reader),
    )


def part(rows: ReportRows, asked: Asked, found: ChangedRows | None) -> tuple[AnnexPart | None, Drawings]:
    """One line for each late entry and for each change; None where there is neither."""
    told = _told(rows.period.entries)
    if not told or found is None:
        return None, {}
    lines = [line for row in told for line in _lines(row, found, rows, private=asked.choices.with_private)]
    changed = sum(bool(one.changed) for one in told)
    late = sum(one.lateness == Lateness.MEMORY for one in told)
    counts = sentences(
        say_n("care.changed_entries", changed) if changed else "",
        say_n("care.late_entries", late) if late else "",
    )
    blocks: list[Paragraph | Table] = [Paragraph(words=counts)]
    blocks.append(
        Table(
            caption=say("care.changes"),
            header=tuple(say(f"care.head.{one}") for one in ("day", "entry", "what", "when", "who")),
            rows=tuple(lines[:MOST]),
            widths=(0.13, 0.07, 0.41, 0.28, 0.11),
        )
    )
    if more := max(0, len(lines) - MOST) + len(told) - len(found.versions):
        blocks.append(Paragraph(words=say_n("care.more_changes", more), small=True))
    blocks.append(Paragraph(words=say("care.changes_kept"), small=True))
    return AnnexPart(code=Annex.CHANGES, title=say("care.changes_title"), blocks=tuple(blocks)), {}


def _told(entries: Sequence[EntryRow]) -> list[EntryRow]:
    """The entries that were changed or written more than 3 days later, the newest day first."""
    ours = [one for one in entries if one.changed or one.lateness == Lateness.MEMORY]
    return sorted(ours, key=lambda one: (-one.day, one.kind, one.entry))


def _lines(
    row: EntryRow, found: ChangedRows, rows: ReportRows, *, private: bool
) -> Iterator[tuple[str, ...]]:
    """The lines of one entry, the oldest act first."""
    seen = list(reversed(found.versions.get(row.entry, ())))
    day, kind = day_words(date.fromordinal(row.day)), _kind(row.kind)
    for at, version in enumerate(seen):
        change = version.written_by
        if at == 0:
            if row.lateness == Lateness.MEMORY:
                yield day, kind, say("care.first_late"), *_act(change, found)
            continue
        before, after = seen[at - 1].record, version.record
        what = _what(before, after, rows.period.measures, private=private)
        yield day, kind, what, *_act(change, found)


def _what(before: object, after: object, measures: Mapping[str, Measure], *, private: bool) -> str:
    """What changed, in sentences; what is private and was not ticked is told of as not shown."""
    from diary.anatomy.kept import area_name

    old, new = (one if isinstance(one, Entry) else None for one in (before, after))
    told = what_changed(old, new, measures, area_name)
    if private:
        return listed(told, "treatments.notes")
    seen = [None if one is None else shown_entry(one, private_places=False) for one in (old, new)]
    public = what_changed(seen[0], seen[1], measures, area_name)
    if public == (say("diff.same"),) and told != public:
        return say("care.not_shown")
    return listed(public, "treatments.notes")


def _act(change: Change, found: ChangedRows) -> tuple[str, str]:
    """When it was done and by whom."""
    author = found.authors.get(change.author)
    return moment_words(change.at), "" if author is None else author_words(author)


def author_words(author: Author) -> str:
    """Who that is: the helper's name; the person's own is printed only at the top, if it was ticked."""
    if author.uid == SELF:
        return say("care.self")
    return author.name or say(f"writer.role.{author.role}")


def _kind(kind: str) -> str:
    return say(f"care.entry.{EntryKind(kind)}")

"""One table for spreadsheets: comma, CRLF, UTF-8 with its mark, and no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diary.models import moments
from diary.models.codes import EntryKind, Lateness, SourceKind
from diary.models.records import Change, Entry, Provenance
from diary.storage.snapshot import Snapshot

RUN_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheets run a cell that begins with one of these, in ASCII or full width."""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")

Cell = str | int | float | None


class Changes(dict[str, Change]):
    """Changes by uid; `names` are those of the others who write here, by uid of the author."""

    def __init__(self, whole: Snapshot) -> None:
        super().__init__({one.uid: one for one in whole.changes})
        self.names = {one.uid: one.name for one in whole.authors}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's name (its file is called so), the names of its columns, and its rows."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def as_csv(self) -> bytes:
        """UTF-8 with a byte order mark, without which Excel takes the text for another encoding."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows(
            [harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in self.rows
        )
        return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text of a cell that no spreadsheet runs: an apostrophe goes before what could be a formula."""
    if text.startswith(RUN_AS_FORMULA) and _NUMBER.fullmatch(text) is None:
        return f"'{text}"
    return text


def cell(value: object) -> Cell:
    """A field of a record in one cell: days and moments as ISO text, lists joined by `; `, yes and no."""
    if value is None or isinstance(value, StrEnum):
        return None if value is None else str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, int | str):
        return value
    return joined(str(one) for one in value) if isinstance(value, tuple) else str(value)


def joined(found: Iterable[str]) -> str:
    """Several words in one cell."""
    return "; ".join(found)


WRITTEN = ("changed", "first_written", "last_written", "author", "author_name")
"""Columns that say who wrote a row and when."""


def written_cells(written: Provenance | None, changes: Changes) -> list[Cell]:
    """The cells of `WRITTEN`."""
    assert written is not None  # what was read names its changes
    first, last = changes[written.first], changes[written.last]
    changed = "yes" if first is not last else "no"
    return [changed, str(first.at), str(last.at), first.author, changes.names.get(first.author)]


def class_of(entry: Entry, written: Provenance | None, changes: Changes) -> Lateness:
    """The lateness class of a part of an entry; imported parts by what their source gave."""
    assert written is not None  # what was read names its changes
    if entry.source.kind is SourceKind.APP and entry.at is None and entry.kind is not EntryKind.NIGHT:
        return Lateness.MEMORY
    if entry.source.kind is not SourceKind.TYPED:
        return Lateness.IMPORTED
    return moments.lateness(entry.day, changes[written.first].day)

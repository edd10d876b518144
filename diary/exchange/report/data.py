"""What one report says, already in words and numbers: plain values that always hash and typeset the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Drawing = Callable[[], str]
"""Draws a picture as SVG text; called only when a page is set."""

Drawings = Mapping[str, Drawing]
"""Drawings by the key of their `Picture`. A lower "trend" is "trend.low"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: its key in `Drawings`, its finding in words, and its size on paper in points.

    `numbers` are the plain JSON values behind it: they, not the drawing, are part of the content hash.
    """

    key: str
    alt: str
    width: float
    height: float
    numbers: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: what it is (bold), a note beside or below it, and what is said of it.

    The lines with the highest `rank` are the first to move to the annex where page one is full; rank 0 stays
    longest. Names may be of any length here: the sheet shortens them on page one and keeps them whole in the
    annex.
    """

    words: str = ""
    head: str = ""
    note: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A list under a title, in the order of printing; `none` stands where there is no line."""

    title: str
    lines: tuple[Line, ...] = ()
    note: str = ""
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The top of page one: title, the sample's warning ("" in one's own diary), who, and the days."""

    title: str
    period: str
    length: str
    who: tuple[str, ...] = ()
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BigNumber:
    """One headline number: label, number, words after it ("was 5.6"), and lines below it."""

    label: str
    number: str
    after: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NowBefore:
    """Pain now against before: `note` names both stretches with their days; three numbers at most."""

    title: str
    note: str
    numbers: tuple[BigNumber, ...] = ()
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The chart of pain with treatments above it; `low` is the same in less height, keyed "trend.low"."""

    title: str
    caption: str
    picture: Picture | None = None
    low: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A pattern of the body's legend: the code of a quality and its word."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The body of one stretch of days: its title ("Before"), its days, its figure (None: nothing marked)."""

    title: str
    days: str
    picture: Picture | None = None
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where it hurts, then and now; `legend` has the patterns used, each drawn under the key "pattern.CODE".

    `places` say in words what the figures show, the worst first, for the list beside or below them.
    """

    title: str
    sides: tuple[Side, ...] = ()
    legend: tuple[Sample, ...] = ()
    caption: str = ""
    places: Lines | None = None
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLine:
    """One measure as a small line: label, number, what it was, the days behind it; no picture where few."""

    label: str
    number: str
    was: str = ""
    note: str = ""
    picture: Picture | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """Sleep, mood and function; four small lines fit one row."""

    title: str
    lines: tuple[SmallLine, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOne:
    """Page one in its order; a part that was left out or has nothing to say is None."""

    head: Head
    since: Lines | None
    complete: Lines
    now_before: NowBefore
    trend: Trend
    where: Where | None
    helped: Lines | None
    tried: Lines | None
    function: Function | None
    conditions: Lines | None
    questions: Lines | None
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words of an annex; `small` for what explains, `strong` for a heading within a part."""

    words: str
    small: bool = False
    strong: bool = False
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of an annex: header and rows of cells; `numeric` are the columns set to the right.

    `widths` are shares of the width for each column (0: as wide as its words). The header repeats on each
    page.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()
    kind: str = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture of an annex with words under it."""

    picture: Picture
    caption: str = ""
    kind: str = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A person's own words, verbatim, and when they were written."""

    when: str
    words: str
    kind: str = "note"


Block = Paragraph | Table | Figure | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexPart:
    """One part of the annex: its code (`choices.Annex`), its title, its blocks in order."""

    code: str
    title: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """All that one report says about `since` to `until` (ISO dates), without when it was made."""

    language: str
    paper: str
    large_print: bool
    since: str
    until: str
    page: PageOne
    annex: tuple[AnnexPart, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The data as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report ready to be set: its data, the drawings of its pictures, and the author if wanted."""

    data: ReportData
    drawings: Drawings = field(default_factory=dict)
    author: str = ""


def canonical(data: ReportData) -> bytes:
    """The data as canonical JSON: sorted keys, no blanks, UTF-8."""
    text = json.dumps(
        data.plain(), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8", "surrogatepass")


def content_hash(data: ReportData) -> str:
    """SHA-256 of the report's own data as canonical JSON, in hex: the same data, the same hash."""
    return hashlib.sha256(canonical(data)).hexdigest()

"""What one report says, already in words and numbers: plain values that always hash and typeset the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoices:
    """What the person chose for a report; absent days mean the default, `notes` are uids of entries."""

    since: date | None = None
    until: date | None = None
    notes: tuple[str, ...] = ()
    with_name: bool = False
    with_born: bool = False
    with_private: bool = False
    to: str = ""
    paper: str = "a4"

    def plain(self) -> dict[str, object]:
        """The choices as plain JSON values, kept beside the given report."""
        return {
            "notes": list(self.notes),
            "with_name": self.with_name,
            "with_born": self.with_born,
            "with_private": self.with_private,
            "paper": self.paper,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class BigNumber:
    """One headline number: its label, the number, a word after it, and the days behind it."""

    label: str
    number: str
    after: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainSection:
    """The chart of pain: its finding in words, its caption, and the numbers it is drawn from."""

    title: str
    alt: str
    finding: str
    caption: str
    series: dict[str, Any] | None = None
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One place: badge on the figure ("" for none), words, days, regions with their share, main quality.

    `details` are its depth, limb and time, where most of its days say so.
    """

    badge: str
    words: str
    note: str
    severity: str
    regions: tuple[str, ...]
    qualities: tuple[str, ...]
    details: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereSection:
    """Where it hurts: the finding in words, the figure's caption, the places from most days to fewest."""

    title: str
    alt: str
    caption: str
    table_title: str
    header: tuple[str, ...]
    places: tuple[PlaceLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityLine:
    """One quality: code ("" for an own word), word, and the days on which it was there."""

    code: str
    word: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualitySection:
    """How it feels: every quality of the period, from most days to fewest."""

    title: str
    header: tuple[str, ...]
    note: str
    lines: tuple[QualityLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLine:
    """One more measure: its small line's values and their span in words, its number, the days behind it."""

    code: str
    label: str
    number: str
    note: str
    alt: str
    span: str = ""
    values: tuple[float | None, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSection:
    """Sleep, mood and the other measures of the period.

    `about` says what the small lines are; `extras` counts imported yes answers.
    """

    title: str
    scales: str = ""
    about: str = ""
    extras: str = ""
    lines: tuple[OtherLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """One ticked note: its day in words and what was written, verbatim."""

    when: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSection:
    """The notes the person ticked; the title is empty where none was."""

    title: str = ""
    lines: tuple[NoteLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """All that one report says about `since` to `until` (ISO dates), in words, without when it was made.

    `sample` says that the person is made up; it is empty in anyone's own diary.
    """

    language: str
    paper: str
    title: str
    sample: str
    since: str
    until: str
    period: str
    length: str
    who: tuple[str, ...]
    complete_title: str
    complete: str
    imported: str
    numbers: tuple[BigNumber, ...]
    pain: PainSection
    where: WhereSection
    qualities: QualitySection
    others: OtherSection
    notes: NoteSection
    limits: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """The data as plain JSON values."""
        return asdict(self)


def canonical(data: ReportData) -> bytes:
    """The data as canonical JSON: sorted keys, no blanks, UTF-8."""
    text = json.dumps(
        data.plain(), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8", "surrogatepass")


def content_hash(data: ReportData) -> str:
    """SHA-256 of the report's own data as canonical JSON, in hex: the same data, the same hash."""
    return hashlib.sha256(canonical(data)).hexdigest()

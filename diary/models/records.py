"""The nouns of the record as frozen values: what forms build, queries return and exports write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from diary.models.care import CareRecord
from diary.models.codes import (
    Answered,
    AnswerList,
    AuthorRole,
    Depth,
    Direction,
    EntryKind,
    Group,
    Limb,
    MeasureKind,
    Noun,
    StrokeMode,
    TouchedBy,
)
from diary.models.inquiry import InquiryRecord
from diary.models.moments import Moment
from diary.models.provenance import TYPED as TYPED
from diary.models.provenance import Change as Change
from diary.models.provenance import Provenance as Provenance
from diary.models.provenance import Source as Source
from diary.models.story import StoryRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One answer to one measure: a number, a text (a choice's word), or both; plus the source's own."""

    measure: str
    value: float | None = None
    text: str | None = None
    wording: int = 1
    original: str | None = None
    original_unit: str | None = None
    source_key: str | None = None
    written: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaQuality:
    """How a place feels: a code of `Quality`, or an own word, with an optional strength 0 to 10.

    `what` is told of the quality `touch` alone: what hurts there by touching.
    """

    code: str | None = None
    own_word: str | None = None
    strength: int | None = None
    what: tuple[TouchedBy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRegion:
    """A body region that a place covers, and the share of it (0 to 1) that is marked."""

    region: str
    coverage: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One stroke of a drawing as the hand made it; `radius` and `points` in units of the view's drawing.

    `points` is x, y, x, y … in whole units (hundredths of a head; 1/1.2 mm in an enlarged hand or foot).
    A fill, and an erasing stroke of radius 0, acts on every whole region that its line touches.
    """

    view: str
    mode: StrokeMode
    radius: int = 0
    points: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One place in an entry; `severity` is the pain there, absent where it does not hurt.

    `regions` are those derived from `strokes` under the two versions; without strokes they were marked whole.
    `site` is the uid of the lasting place that it belongs to.
    """

    uid: str
    severity: int | None = None
    qualities: tuple[AreaQuality, ...] = ()
    regions: tuple[AreaRegion, ...] = ()
    depth: Depth | None = None
    limb: Limb = Limb.PRESENT
    at: Moment | None = None
    figure_version: str | None = None
    grid_version: str | None = None
    strokes: tuple[Stroke, ...] = ()
    site: str | None = None
    written: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SleepPiece:
    """One stretch in bed or asleep; times absent where not given; minutes asleep as the source counted."""

    uid: str
    bed: Moment | None = None
    asleep: Moment | None = None
    awake: Moment | None = None
    up: Moment | None = None
    asleep_min: int | None = None
    nap: bool = False
    source_key: str | None = None
    written: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sitting about one day: its lists, readings, places and sleep, as one whole.

    Of a flare (a moment) `at` is its start, `until` its end, `doing` what was happening, `helped` what
    helped.
    """

    uid: str
    kind: EntryKind
    day: date
    author: str
    source: Source = TYPED
    source_key: str | None = None
    at: Moment | None = None
    until: Moment | None = None
    note: str = ""
    doing: str = ""
    helped: str = ""
    answered: Mapping[AnswerList, Answered] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    areas: tuple[Area, ...] = ()
    sleep: tuple[SleepPiece, ...] = ()
    written: Provenance | None = None

    noun = Noun.ENTRY

    def reading(self, measure: str) -> Reading | None:
        """The reading of one measure, or None where there is none."""
        return next((one for one in self.readings if one.measure == measure), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A question: code, kind, unit, direction, where it is kept.

    `label`, the words at both ends and the `choices` only where they are own text.
    """

    uid: str
    code: str
    kind: MeasureKind
    kept_in: EntryKind
    group: Group
    direction: Direction = Direction.NONE
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    label: str | None = None
    low_words: str | None = None
    high_words: str | None = None
    choices: tuple[str, ...] = ()
    wording: int = 1
    position: int = 0
    hidden: bool = False
    source: Source = TYPED
    written: Provenance | None = None

    noun = Noun.MEASURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What the patient chose to say about themselves; every field may stay empty."""

    uid: str
    name: str = ""
    born: date | None = None
    note: str = ""
    written: Provenance | None = None

    noun = Noun.PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Someone who writes in the diary."""

    uid: str
    role: AuthorRole = AuthorRole.SELF
    name: str = ""
    written: Provenance | None = None

    noun = Noun.AUTHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReport:
    """A report that was saved or printed: for whom, when, which days, choices, hash and the PDF itself."""

    uid: str
    given: Moment
    since: date
    until: date
    to: str = ""
    choices: Mapping[str, object] = field(default_factory=dict)
    content_hash: str = ""
    pdf: bytes = b""
    written: Provenance | None = None

    noun = Noun.GIVEN_REPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting that changes meaning and so travels with the diary; `value` is JSON text."""

    uid: str
    value: str
    written: Provenance | None = None

    noun = Noun.SETTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Redrawing:
    """A day's map drawn once more without seeing it, to learn how steady the hand is.

    `entry` is the uid of the entry that `day` was first drawn in; `areas` the blind drawing; `agreement` the
    Jaccard index (0 to 1) of the two sets of regions; `first_pct` and `again_pct` shares of body surface.
    """

    uid: str
    drawn: Moment
    day: date
    entry: str
    areas: tuple[Area, ...]
    agreement: float
    first_pct: float
    again_pct: float
    written: Provenance | None = None

    noun = Noun.REDRAWING


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenExport:
    """An export that left the diary: when, as what (`csv`, `json`, `svg` …), under which file name."""

    uid: str
    given: Moment
    form: str
    name: str
    written: Provenance | None = None

    noun = Noun.GIVEN_EXPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """The bare fact that something was erased for good: of which record, about which day, when.

    `what` is empty where the whole record went, else the part: a field (`note`), `reading:` and the measure's
    code, or `area:` or `sleep:` and the uid of that. `source` and `source_key` are those of an import, so
    that it is not brought in again.
    """

    uid: str
    of: Noun
    record: str
    at: Moment
    what: str = ""
    day: date | None = None
    source: str = ""
    source_key: str | None = None
    written: Provenance | None = None

    noun = Noun.ERASED


Record = (
    Entry
    | Measure
    | Person
    | Author
    | GivenReport
    | GivenExport
    | Erased
    | Redrawing
    | Setting
    | CareRecord
    | StoryRecord
    | InquiryRecord
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """The whole record before a change, as JSON text of `models.plain`, and the two changes around it."""

    noun: Noun
    uid: str
    change: str
    replaced: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """One step of a change: `before` as it was read (None: new), `after` as it shall be (None: deleted)."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a replacement needs a record on one side")

    @property
    def noun(self) -> Noun:
        """The kind of record this is about."""
        return self._one().noun

    @property
    def uid(self) -> str:
        """The uid of the record this is about."""
        return self._one().uid

    def _one(self) -> Record:
        record = self.after if self.after is not None else self.before
        assert record is not None  # __post_init__ saw to it
        return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is being typed: `key` names the form, `content` is JSON text, `kept` when."""

    key: str
    content: str
    kept: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an act changed: its uid (None: nothing was different), the nouns and days that look different."""

    change: str | None
    nouns: frozenset[Noun] = frozenset()
    days: frozenset[date] = frozenset()

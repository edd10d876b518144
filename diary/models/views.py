"""What queries return beside whole records: narrow rows for charts, numbers and lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from diary.models.codes import Limb, Noun
from diary.models.records import Change, Measure, Record


class ValueRow(NamedTuple):
    """One reading for charts and numbers; `day` is a proleptic Gregorian ordinal (`date.toordinal`).

    `kind`, `lateness` are the plain text of their codes; `at` is RFC 9557 text of a moment, or None.
    `computed`: nobody gave the number, it was worked out from the times of the same entry. `author` is the
    uid of a helper who wrote it, where `models.own_first` has looked; empty for the person.
    """

    day: int
    kind: str
    measure: str
    value: float | None
    text: str | None
    lateness: str
    changed: bool
    source: str
    at: str | None
    entry: str
    computed: bool = False
    author: str = ""


class Stretch(NamedTuple):
    """One stretch in bed or asleep: its times as seconds of one clock, absent where not given.

    It is the world's clock where all offsets are known, else the one on the wall; only differences count.
    """

    bed: int | None
    asleep: int | None
    awake: int | None
    up: int | None
    asleep_min: int | None
    nap: bool


class NightRow(NamedTuple):
    """One stretch of sleep with what its night says besides: minutes lain awake, minutes asleep as given.

    `day` is an ordinal, `source` empty for what was typed.
    """

    day: int
    entry: str
    source: str
    lateness: str
    changed: bool
    stretch: Stretch
    awake_min: float | None
    given_min: float | None
    author: str = ""


class AreaRow(NamedTuple):
    """One place of an entry: severity of the pain or None, qualities, own words, regions with coverage.

    `depth` and `limb` are the plain text of their codes; `at` is RFC 9557 text of its own time.
    """

    day: int
    kind: str
    entry: str
    severity: int | None
    qualities: tuple[str, ...]
    own_words: tuple[str, ...]
    regions: tuple[tuple[str, float], ...]
    lateness: str
    depth: str | None = None
    limb: str = Limb.PRESENT
    at: str | None = None
    author: str = ""


class AnswerRow(NamedTuple):
    """One answered list of one entry: ordinal day, kind of entry, list, *some* or *none*."""

    day: int
    kind: str
    list: str
    answered: str
    lateness: str
    entry: str = ""
    author: str = ""


class EntryRow(NamedTuple):
    """An entry's own facts for counts and completeness: ordinal day, kind, class, changed or not, source."""

    day: int
    kind: str
    entry: str
    lateness: str
    changed: bool
    source: str
    note: str
    author: str


class DoseRow(NamedTuple):
    """One dose for charts and sheets: ordinal day, treatment, RFC 9557 time or None, amount, unit, class."""

    day: int
    treatment: str
    at: str | None
    amount: float | None
    unit: str
    lateness: str
    uid: str


class ReliefRow(NamedTuple):
    """The pain around a dose, narrow: uid of the dose, minutes after it, 0 to 10, the class of the answer."""

    dose: str
    after_min: int
    pain: int
    lateness: str


class ChangeRow(NamedTuple):
    """One change for the list of recent changes: records, their nouns, days of entries.

    What goes with another record stands after it; what only lost its link to one is not among them.
    """

    change: Change
    nouns: tuple[Noun, ...]
    records: int
    days: tuple[date, ...]
    touched: tuple[tuple[Noun, str], ...]


class Version(NamedTuple):
    """One version of a record: what it said, the change that wrote it; the live one has `live`."""

    record: Record | None
    written_by: Change
    live: bool


class PeriodRows(NamedTuple):
    """All that numbers and charts need of some days, read in one piece; days are ordinals.

    `first` and `last` are the diary's first and last day of all, None where it is empty.
    `nights` are the stretches of sleep, from which `insight.nights` works out what was not given.
    `writers` are the names of those who write, by uid, where a helper wrote in these days.
    """

    since: int
    until: int
    today: int
    first: int | None
    measures: Mapping[str, Measure]
    first_days: Mapping[str, int]
    values: Sequence[ValueRow]
    areas: Sequence[AreaRow]
    answers: Sequence[AnswerRow]
    entries: Sequence[EntryRow]
    last: int | None = None
    nights: Sequence[NightRow] = ()
    writers: Mapping[str, str] = MappingProxyType({})

    def between(self, since: int, until: int) -> PeriodRows:
        """The rows of fewer days: the same as if only these had been asked for."""
        return self._replace(
            since=since,
            until=until,
            values=[row for row in self.values if since <= row.day <= until],
            areas=[row for row in self.areas if since <= row.day <= until],
            answers=[row for row in self.answers if since <= row.day <= until],
            entries=[row for row in self.entries if since <= row.day <= until],
            nights=[row for row in self.nights if since <= row.day <= until],
        )

"""One measure as one value a day, with how each was written; the worst pain of a day is one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Final

from diary.insight.series import MEMORY
from diary.insight.worst import TELLING
from diary.models.codes import Group, Lateness, MeasureKind
from diary.models.measures import BY_CODE
from diary.models.records import Measure

if TYPE_CHECKING:
    from diary.insight.held import Held
    from diary.models.views import EntryRow

WORST: Final = "worst"
"""Stands for the code of a measure: the worst of a day, from worst pain, moments and places."""

WORST_IS: Final = BY_CODE["pain_worst"]
SECONDS: Final = "s"
SLEEP: Final = "sleep_min"

_MINUTE_STEPS: Final = (1.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 1440.0)
_SECOND_STEPS: Final = (1.0, 5.0, 10.0, 30.0, 60.0, 300.0, 600.0, 1800.0, 3600.0, 14400.0, 86400.0)


@dataclass(frozen=True, slots=True)
class DayValue:
    """The value of one day (ordinal); `by` names the helper who wrote it, empty for the person."""

    day: int
    value: float
    memory: bool
    imported: bool
    changed: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayValues:
    """A measure on the days `since` to `until` (ordinals), by day; N is `days`, counted from `from_day`.

    `by_moment`: a day's value is the mean of its moments.
    """

    code: str
    measure: Measure
    since: int
    until: int
    from_day: int
    days: int
    values: tuple[DayValue, ...]
    by_moment: bool = False

    def counted(self) -> tuple[DayValue, ...]:
        """The days that enter numbers: no memory notes."""
        return tuple(one for one in self.values if not one.memory)

    def between(self, since: int, until: int) -> tuple[DayValue, ...]:
        """The counted values of fewer days."""
        return tuple(one for one in self.counted() if since <= one.day <= until)

    @property
    def is_pain(self) -> bool:
        """Whether the values are pain from 0 to 10."""
        return self.measure.group is Group.PAIN and self.is_scale and self.measure.code.startswith("pain")

    @property
    def is_scale(self) -> bool:
        """Whether the values run from 0 to 10."""
        return self.measure.kind is MeasureKind.SCALE

    @property
    def is_yes_no(self) -> bool:
        """Whether the values are 1 for yes and 0 for no."""
        return self.measure.kind is MeasureKind.YES_NO


@dataclass(frozen=True, slots=True)
class Bins:
    """`count` bins of `step` each, the first from `low`; a bin holds where it begins, not where it ends.

    `whole`: each bin is one whole number, and what lies between is rounded.
    """

    low: float
    step: float
    count: int
    whole: bool = False

    def at(self, value: float) -> int:
        """The bin of a value, the first or last where it lies outside."""
        place = floor((value - self.low) / self.step + (0.5 if self.whole else 1e-9))
        return min(max(place, 0), self.count - 1)

    def ends(self, at: int) -> tuple[float, float]:
        """Where a bin begins and ends; both are its number where it is a whole number."""
        low = self.low + at * self.step
        return (low, low) if self.whole else (low, low + self.step)


def offered(held: Held) -> tuple[str, ...]:
    """The measures that have numbers in the diary, worst pain of a day first."""
    known = held.rows.measures
    found = [code for code in held.codes if known[code].kind is not MeasureKind.CHOICE]
    rest = tuple(code for code in found if code != WORST_IS.code)
    hurts = bool(TELLING.intersection(found)) or bool(held.rows.areas)
    return (WORST, *rest) if hurts else rest


def day_values(held: Held, code: str, since: int, until: int) -> DayValues:
    """A measure, or `WORST`, on these days; KeyError for one that has no value at hand."""
    if code == WORST:
        return _worst(held, since, until)
    series = held.series(code, since, until)
    writers = held.rows.writers
    return DayValues(
        code=code,
        measure=held.rows.measures[code],
        since=since,
        until=until,
        from_day=series.from_day,
        days=series.days,
        values=tuple(
            DayValue(
                row.day,
                row.value,
                row.lateness == MEMORY,
                row.lateness == Lateness.IMPORTED,
                row.changed,
                writers.get(row.author, row.author),
            )
            for row in series.values
            if row.value is not None
        ),
        by_moment=series.by_moment,
    )


def _worst(held: Held, since: int, until: int) -> DayValues:
    """The worst of each day; how it was written is told of the day's entries."""
    numbers = held.numbers(since, until, ())
    entries: dict[int, list[EntryRow]] = {}
    for row in entries_between(held, since, until):
        entries.setdefault(row.day, []).append(row)
    helped = _helped(held, since, until)
    values = []
    for one in numbers.worst.days:
        rows = entries.get(one.day, [])
        imported = bool(rows) and all(row.lateness == Lateness.IMPORTED for row in rows)
        changed = any(row.changed for row in rows)
        values.append(DayValue(one.day, one.value, one.memory, imported, changed, helped.get(one.day, "")))
    return DayValues(
        code=WORST,
        measure=WORST_IS,
        since=since,
        until=until,
        from_day=numbers.completeness.from_day,
        days=numbers.completeness.days,
        values=tuple(values),
    )


def _helped(held: Held, since: int, until: int) -> dict[int, str]:
    """Who told of the worst of a day, where it was nobody but a helper."""
    rows = held.rows
    if not rows.writers:
        return {}
    told = [(one.day, one.author) for one in rows.values if one.measure in TELLING and one.value is not None]
    told += [(one.day, one.author) for one in rows.areas if one.severity is not None]
    told += [(one.day, one.author) for one in rows.answers]
    inside = [(day, author) for day, author in told if since <= day <= until]
    own = {day for day, author in inside if not author}
    return {day: rows.writers.get(author, author) for day, author in inside if day not in own}


def entries_between(held: Held, since: int, until: int) -> list[EntryRow]:
    """The entries of these days; those of the diary are sorted by day."""
    rows = held.rows.entries
    low = bisect_left(rows, since, key=_day)
    return list(rows[low : bisect_right(rows, until, key=_day)])


def _day(row: EntryRow) -> int:
    return row.day


def bins_of(measure: Measure, values: tuple[float, ...], most: int) -> Bins:
    """At most `most` bins of round widths that hold these values; 0 to 10 for scales, no and yes."""
    if measure.kind is MeasureKind.SCALE:
        return Bins(0.0, 1.0, 11, whole=True)
    if measure.kind is MeasureKind.YES_NO:
        return Bins(0.0, 1.0, 2, whole=True)
    low, high = min(values, default=0.0), max(values, default=0.0)
    for step in _steps(measure):
        first = floor(low / step + 1e-9)
        count = floor(high / step + 1e-9) - first + 1
        if count <= most:
            whole = step == 1.0 and all(value == int(value) for value in values)
            return Bins(first * step, step, count, whole=whole)
    raise AssertionError("steps have no end")


def _steps(measure: Measure) -> Iterator[float]:
    """Round widths, growing, the last kind without end."""
    if measure.kind is MeasureKind.MINUTES:
        yield from _MINUTE_STEPS[4 if measure.code == SLEEP else 2 :]
    elif measure.unit == SECONDS:
        yield from _SECOND_STEPS
    unit = 1.0 if measure.kind is not MeasureKind.NUMBER else 0.1
    while True:
        for times in (1, 2, 5):
            yield unit * times
        unit *= 10

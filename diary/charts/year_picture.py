"""A year day by day, worked out before anything is drawn: the level, words and look of each day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from diary.charts.key_flow import LINE, SWATCH, lines_of
from diary.charts.value_words import (
    day_title,
    end_words,
    name_words,
    range_words,
    short_words,
    told_words,
    value_words,
)
from diary.insight.day_values import Bins, DayValue, DayValues, bins_of, day_values, entries_between
from diary.models.codes import MeasureKind
from diary.wording import say

if TYPE_CHECKING:
    from diary.insight.held import Held
    from diary.models.records import Measure

MOST_LEVELS = 7
"""Colours that can be told apart where a measure has no scale from 0 to 10."""

SIDE, NAMES, MONTHS, APART = 12, 38, 24, 14
"""Margins, width of the weekdays' names, height of the months' names, room under a band; px at 100 %."""

LEAST_ALONE, MOST_CELL, LEAST_CELL = 22.0, 32.0, 8.0
"""A whole year stands side by side from this size of a day on; the greatest and least size; px at 100 %."""

WEEKS, HALF_WEEKS, HALVES = 54, 28, (7, 1)
ENOUGH_DAYS = 4
"""A month with fewer days is not averaged, as a week is not."""


class Look(StrEnum):
    """What is known of a day."""

    FULL = "full"
    HOLLOW = "hollow"
    NO_VALUE = "no_value"
    NO_ENTRY = "no_entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """One day (ordinal): its level of the scale where it has a value; `title` and `line` are told of it."""

    day: int
    look: Look
    level: int | None
    printed: str
    title: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The levels in words, the lowest first; `severity`: they wear the colours of severity 0 to 10."""

    words: tuple[str, ...]
    severity: bool
    strip: bool
    ends: tuple[str, str]

    def share(self, level: int) -> float:
        """How strong the colour of a level is, 0 to 1."""
        return level / max(1, len(self.words) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month: the mean of `n` days with a value that counts, of `days` of the diary in it."""

    number: int
    n: int
    days: int
    mean: float | None
    yes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPicture:
    """A year of one measure; `cells` are its days from the diary's first to today, by date."""

    title: str
    year: int
    values: DayValues
    cells: tuple[DayCell, ...]
    scale: Scale
    months: tuple[Month, ...]

    @property
    def marks(self) -> tuple[Look, ...]:
        """What besides full days is there."""
        there = {one.look for one in self.cells}
        return tuple(look for look in (Look.HOLLOW, Look.NO_VALUE, Look.NO_ENTRY) if look in there)

    @property
    def legend(self) -> tuple[list[str], list[int]]:
        """The words of the legend's parts, and how wide their signs are, px at 100 %."""
        marks = [say(f"year.legend.{look}") for look in self.marks]
        if self.scale.strip:
            low, high = self.scale.ends
            ends = [say("year.legend.low", words=low) if low else ""]
            ends += [say("year.legend.high", words=high)] if high else []
            signs = [SWATCH * len(self.scale.words), *[0] * (len(ends) - 1), *[SWATCH] * len(marks)]
            return ([*ends, *marks], signs)
        return ([*self.scale.words, *marks], [SWATCH] * (len(self.scale.words) + len(marks)))

    @property
    def levels(self) -> int:
        """How many parts of the legend tell of levels, not of marks."""
        words, _ = self.legend
        return len(words) - len(self.marks)

    def cell(self, width: float) -> float:
        """How wide and high a day is on a width in px at 100 %."""
        room = width - 2 * SIDE - NAMES
        weeks = WEEKS if room / WEEKS >= LEAST_ALONE else HALF_WEEKS
        return min(MOST_CELL, max(LEAST_CELL, room / weeks))

    def bands(self, width: float) -> list[tuple[int, int]]:
        """The stretches of days (ordinals) one under another: the year, or its halves with days."""
        first, last = date(self.year, 1, 1).toordinal(), date(self.year, 12, 31).toordinal()
        if (width - 2 * SIDE - NAMES) / WEEKS >= LEAST_ALONE or not self.cells:
            return [(first, last)]
        half = date(self.year, *HALVES).toordinal()
        halves = [(first, half - 1), (half, last)]
        return [one for one in halves if self.cells[0].day <= one[1] and self.cells[-1].day >= one[0]]

    def tall(self, width: float) -> float:
        """The height it needs."""
        bands = len(self.bands(width)) * (MONTHS + 7 * self.cell(width) + APART)
        words, signs = self.legend
        return bands + LINE * lines_of(words, width - 2 * SIDE, signs) + 20


def year_picture(held: Held, code: str, year: int) -> YearPicture:
    """A measure, or the worst of each day, in a calendar year."""
    since, until = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    values = day_values(held, code, since, until)
    scale, level_of = _scale(held, values)
    by_day = {one.day: one for one in values.values}
    entered = {row.day for row in entries_between(held, since, until)}
    first, last = held.first or held.rows.today, held.rows.today
    cells = tuple(
        _cell(day, by_day.get(day), level_of, values.measure, entered=day in entered)
        for day in range(max(first, since), min(last, until) + 1)
    )
    return YearPicture(
        title=say("year.title", measure=name_words(code, held.rows.measures), year=year),
        year=year,
        values=values,
        cells=cells,
        scale=scale,
        months=tuple(_month(values, number) for number in range(1, 13)),
    )


def _scale(held: Held, values: DayValues) -> tuple[Scale, Callable[[float], int]]:
    """The levels of a measure, the same in every year."""
    measure = values.measure
    if values.is_scale or values.is_yes_no:
        bins = bins_of(measure, (), MOST_LEVELS)
    else:
        whole = day_values(held, values.code, held.rows.since, held.rows.until)
        bins = bins_of(measure, tuple(one.value for one in whole.values), MOST_LEVELS)
    scale = Scale(
        words=tuple(_level_words(bins, at, measure) for at in range(bins.count)),
        severity=values.is_pain,
        strip=values.is_scale,
        ends=end_words(measure),
    )
    return scale, bins.at


def _level_words(bins: Bins, at: int, measure: Measure) -> str:
    low, high = bins.ends(at)
    return short_words(low, measure) if low == high else range_words(low, high, measure)


def _cell(
    day: int, one: DayValue | None, level_of: Callable[[float], int], measure: Measure, *, entered: bool
) -> DayCell:
    cell = partial(DayCell, day=day, title=day_title(day))
    if one is None:
        look = Look.NO_VALUE if entered else Look.NO_ENTRY
        line = say("year.no_value") if entered else say("no_entry")
        return cell(look=look, level=None, printed="", line=line)
    return cell(
        look=Look.HOLLOW if one.memory else Look.FULL,
        level=level_of(one.value),
        printed=_printed(one.value, measure),
        line=told_words(one, measure),
    )


def _printed(value: float, measure: Measure) -> str:
    """A number short enough to stand in a day, hours for lengths of time; empty where there is none."""
    if measure.kind is MeasureKind.YES_NO:
        return ""
    if measure.kind is MeasureKind.MINUTES:
        return f"{value / 60:.1f}"
    words = value_words(round(value), measure)
    return words if len(words) <= 3 else ""


def _month(values: DayValues, number: int) -> Month:
    year = date.fromordinal(values.since).year
    first = date(year, number, 1).toordinal()
    last = date(year + number // 12, number % 12 + 1, 1).toordinal() - 1
    inside = [one.value for one in values.between(first, last)]
    until = values.from_day + values.days - 1
    return Month(
        number=number,
        n=len(inside),
        days=max(0, min(last, until) - max(first, values.from_day) + 1),
        mean=sum(inside) / len(inside) if len(inside) >= ENOUGH_DAYS else None,
        yes=sum(bool(one) for one in inside),
    )

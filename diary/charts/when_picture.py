"""Weekdays and parts of the day, worked out before anything is drawn: a mean and its range in each row."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from diary.wording import say, say_n
from diary.wording.answers import measure_words
from diary.wording.treatment_words import number

if TYPE_CHECKING:
    from diary.insight.findings.patterns import Hours, Weekdays
    from diary.insight.statistics.hours import Part as DayPart
    from diary.insight.statistics.weekdays import Weekday

BESIDE = 540
"""From this width on names stand left of their rows, px at 100 %."""

ROW, TALL_ROW, ABOVE, BELOW = 36, 58, 30, 56
"""Height of a row with its name beside it or above it, of the heading, and of the axis; px at 100 %."""

SATURDAY = 5
MOST_POINTS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """One row: `value` with its plausible range, and `some` of `of` days behind it (`of` 0: no bar).

    `title` and `line` are told of it; `absent` stands where there is no value; `named` rows stand out.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    some: int
    of: int
    counted: str
    title: str
    line: str
    note: str = ""
    absent: str = ""
    shaded: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePicture:
    """Rows on an axis from `low` to `high`; a strong line at `zero` where there is one."""

    title: str
    axis: str
    heading: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[RangeRow, ...]
    ends: tuple[str, str] = ("", "")
    zero: float | None = None

    def beside(self, width: float) -> bool:
        """Whether names stand left of their rows on a width in px at 100 %."""
        return width >= BESIDE

    def tall(self, width: float) -> float:
        """The height it needs, px at 100 %."""
        return ABOVE + BELOW + len(self.rows) * (ROW if self.beside(width) else TALL_ROW)


def weekday_picture(found: Weekdays) -> RangePicture:
    """The seven weekdays on the scale from 0 to 10, with the days that have a value."""
    rows = tuple(
        _weekday(one, entries.n, entries.days)
        for one, entries in zip(found.pattern.weekdays, found.entries, strict=True)
    )
    return RangePicture(
        title=say("when.weekdays"),
        axis=say("when.axis", measure=measure_words(found.measure, {})),
        heading=say("when.days_with"),
        low=0.0,
        high=MOST_POINTS,
        ticks=tuple((float(one), str(one)) for one in range(0, 11, 2)),
        rows=rows,
    )


def _weekday(one: Weekday, n: int, days: int) -> RangeRow:
    weekend = one.weekday >= SATURDAY
    name = say(f"weekday.long.{one.weekday}")
    counted = say_n("n_of_days", days, some=n)
    return RangeRow(
        name=name,
        note=say("when.weekend") if weekend else "",
        absent=say("when.no_value"),
        value=one.mean,
        low=one.low,
        high=one.high,
        some=n,
        of=days,
        counted=say("when.of", some=n, n=days),
        title=name,
        line=value_words(one.mean, one.low, one.high, counted),
        shaded=weekend,
        named=one.named,
    )


def value_words(value: float | None, low: float | None, high: float | None, counted: str) -> str:
    """A mean, its plausible range and n of N, as far as they are known."""
    if value is None:
        return say("when.told_none", counted=counted)
    if low is None or high is None:
        return say("when.told", value=f"{value:.1f}", counted=counted)
    return say("when.told_range", value=f"{value:.1f}", low=f"{low:.1f}", high=f"{high:.1f}", counted=counted)


def hour_picture(found: Hours) -> RangePicture:
    """The parts of the day: how far each lies from the others of the same day."""
    parts = found.pattern.parts
    ends = [abs(end) for one in parts for end in (one.low, one.high) if end is not None]
    reach = float(max(1, ceil(max(ends, default=1.0))))
    step = 0.5 if reach <= 1 else 1.0 if reach <= 4 else 2.0
    ticks = [step * at for at in range(-int(reach / step), int(reach / step) + 1)]
    return RangePicture(
        title=say("when.hours"),
        axis=say("when.axis_apart"),
        heading=say("when.moments"),
        low=-reach,
        high=reach,
        ticks=tuple((one, signed(one)) for one in ticks),
        rows=tuple(_part(one) for one in parts),
        ends=(say("when.lower"), say("when.higher")),
        zero=0.0,
    )


def signed(value: float) -> str:
    """A number with its sign; no sign at nought."""
    words = number(round(abs(value), 1))
    return say("when.plus" if value > 0 else "when.minus", n=words) if float(words) else words


def _part(one: DayPart) -> RangeRow:
    return RangeRow(
        name=say(f"when.part.{one.part}"),
        note=say(f"when.clock.{one.part}"),
        absent=say("when.too_few" if one.n_moments else "when.no_moments"),
        value=one.difference,
        low=one.low,
        high=one.high,
        some=one.n_moments,
        of=0,
        counted=say_n("when.moments_days", one.n_moments, days=one.n_days),
        title=say("when.part_title", name=say(f"when.part.{one.part}"), clock=say(f"when.clock.{one.part}")),
        line=part_words(one),
        named=one.named,
    )


def part_words(one: DayPart) -> str:
    """What is told of a part of the day: its own mean, and its distance from the rest of its days."""
    counted = say_n("when.moments_days", one.n_moments, days=one.n_days)
    said = [value_words(one.mean, None, None, counted)]
    if one.difference is None or one.low is None or one.high is None:
        said.append(say_n("when.not_compared", one.n_compared))
    else:
        apart, low, high = (signed(end) for end in (one.difference, one.low, one.high))
        said.append(say_n("when.compared", one.n_compared, apart=apart, low=low, high=high))
    return " ".join(said)

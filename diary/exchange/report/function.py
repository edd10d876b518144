"""Sleep, mood and function: each measure and questionnaire as a small line with its numbers and days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from diary.exchange.report.data import Function, Picture, SmallLine
from diary.exchange.report.words import number_words
from diary.insight.findings.change import LEAST_VALUES
from diary.models.codes import Direction, EntryKind, Group, MeasureKind
from diary.models.measures import SLEEP_EFFICIENCY
from diary.wording import say, say_n
from diary.wording.answers import measure_words, minutes_words

if TYPE_CHECKING:
    from diary.exchange.report.data import Drawing, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.exchange.report.stretches import Stretches
    from diary.insight.findings.days import Days, Period
    from diary.insight.period import MeasureNumbers
    from diary.insight.series import Summary
    from diary.models.records import Measure

FIRST = (
    "sleep_min",
    "mood",
    "peg",
    "phq4",
    "fatigue",
    "interference",
    "sleep_quality",
    "change",
    "wakings_pain",
    "wakings",
    "anxiety",
    "stress",
    "clarity",
)
"""What stays longest on page one, measures and questionnaires together."""

DAYS_BY_DAY = 31
"""Up to this many days a small line has one point a day; beyond, one a week."""

FEWEST_POINTS = 3
"""With fewer points there is no course to draw."""

MOST_POINTS = 60
"""Points of a small line at most; longer periods share them."""

LINE = (116.0, 18.85)
"""Width and height of a small line in points, in the shape of `charts.small_line`."""

SLEEP_FROM, SLEEP_TO = 180.0, 600.0
"""The ends of the line of sleep, in minutes, unless a point lies beyond: a short night looks short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of page one with its code, which says where it stands, and whether a person typed all of it."""

    code: str
    shown: SmallLine
    drawn: Drawing | None = None
    typed: bool = True


def function_section(rows: ReportRows, asked: Asked) -> tuple[Function | None, Drawings]:
    """Every measure that can be averaged or counted in words, and every questionnaire; None without any."""
    from dataclasses import replace

    from diary.exchange.report.scored import scored_lines
    from diary.exchange.report.stretches import stretches

    chosen = stretches(rows, asked, rows.pain)
    found = [*_measured(rows, asked, chosen), *scored_lines(rows, asked, chosen)]
    if not found:
        return None, {}
    found.sort(key=_place)
    drawings = {
        one.shown.picture.key: one.drawn
        for one in found
        if one.shown.picture is not None and one.drawn is not None
    }
    typed = all(one.typed for one in found)
    return Function(
        title=say("sheet.function_self" if typed else "sheet.function"),
        lines=tuple(replace(one.shown, rank=at) for at, one in enumerate(found)),
    ), drawings


def _place(one: Line) -> tuple[int, str]:
    return (FIRST.index(one.code) if one.code in FIRST else len(FIRST)), one.code


def alt_words(label: str, number: str, was: str, note: str) -> str:
    """The finding of a small line in words."""
    if was:
        return say("sheet.line_alt_was", label=label, number=number, was=was, note=note)
    return say("sheet.line_alt", label=label, number=number, note=note)


def small_picture(
    code: str, alt: str, points: Sequence[float | None], ends: tuple[float | None, float | None], step: str
) -> tuple[Picture, Drawing] | None:
    """A small line with its numbers, where it has enough points to draw; `step` is what a point is of."""
    if sum(point is not None for point in points) < FEWEST_POINTS:
        return None
    values = tuple(None if point is None else round(point, 3) for point in points)
    numbers = {"values": list(values), "each": step, "low": ends[0], "high": ends[1]}
    picture = Picture(key=f"line.{code}", alt=alt, width=LINE[0], height=LINE[1], numbers=numbers)
    return picture, partial(_drawn, values, *ends)


def _drawn(values: tuple[float | None, ...], low: float | None, high: float | None) -> str:
    from diary.charts.palette import load
    from diary.charts.small_line import small_line

    return small_line(values, low, high, load("print").color("ink"))


# --- measures


def _measured(rows: ReportRows, asked: Asked, chosen: Stretches) -> list[Line]:
    """The measures of the report's days that belong here."""
    from diary.insight.findings.days import Period, days_of

    measures = rows.wide.period.measures
    kept = [row for row in rows.wide.period.values if _belongs(measures.get(row.measure))]
    days = days_of(rows.wide.period._replace(values=kept))
    whole = Period(asked.since.toordinal(), min(asked.until, asked.today).toordinal())
    found = []
    for code in days.series:
        measure = days.measure(code)
        line = _line(days, measure, chosen, whole) if measure is not None and _belongs(measure) else None
        found += [line] if line is not None else []
    return found


def _belongs(measure: Measure | None) -> bool:
    """Not pain and its attacks, which have their own part; nor yes or no, which the annex counts."""
    if measure is None or measure.kind is MeasureKind.YES_NO:
        return False
    return measure.group is not Group.PAIN or measure.code == "interference"


def _numbers(days: Days, measure: Measure, part: Period) -> MeasureNumbers:
    from diary.insight.period import measure_numbers

    return measure_numbers(measure, days.series[measure.code].between(part.since, part.until))


def _line(days: Days, measure: Measure, chosen: Stretches, whole: Period) -> Line | None:
    """One measure: the last four weeks against those before where both have ten days, else all days."""
    every = _numbers(days, measure, whole)
    if not every.summary.n:
        return None
    shown, was = every, ""
    if chosen.before is not None and every.summary.mean is not None:
        now, before = (_numbers(days, measure, part) for part in (chosen.now, chosen.before))
        enough = min(now.summary.n, before.summary.n) >= LEAST_VALUES
        if enough and now.summary.mean is not None and before.summary.mean is not None:
            shown = now
            was = say("course.was", was=_value(measure, before.summary.mean))
    number = _number(shown)
    label, days_words = _label(measure), _note(shown)
    points, step = _points(every, whole)
    drawn = small_picture(
        measure.code, alt_words(label, number, was, days_words), points, _ends(measure, points), step
    )
    return Line(
        code=measure.code,
        shown=SmallLine(
            label=label, number=number, was=was, note=days_words, picture=drawn[0] if drawn else None
        ),
        drawn=drawn[1] if drawn else None,
        typed=not any(row.source for row in every.series.values),
    )


def _is_scale(measure: Measure) -> bool:
    return measure.kind is MeasureKind.SCALE and measure.high == 10


def _label(measure: Measure) -> str:
    """What it is called; of a scale also which end 10 is."""
    from diary.wording.treatment_words import own_words

    name = own_words(measure_words(measure.code, {measure.code: measure}))
    if not _is_scale(measure) or measure.direction is Direction.NONE:
        return name
    return say("sheet.ten_is_good" if measure.direction is Direction.DOWN else "sheet.ten_is_bad", label=name)


def _value(measure: Measure, value: float) -> str:
    if measure.code == SLEEP_EFFICIENCY.code:
        return say("report.percent", number=number_words(value, 0))
    return minutes_words(value) if measure.kind is MeasureKind.MINUTES else number_words(value)


def _number(one: MeasureNumbers) -> str:
    """The mean, or of answers in words the one that was given most often."""
    told = one.summary
    if _in_words(one):
        return told.words[0][0]
    return "" if told.mean is None else _value(one.measure, told.mean)


def _in_words(one: MeasureNumbers) -> bool:
    told = one.summary
    return bool(told.words) and (one.measure.kind is MeasureKind.CHOICE or told.mean is None)


def _note(one: MeasureNumbers) -> str:
    """The days behind the number, where they come from, and what was worked out from times."""
    told = one.summary
    if _in_words(one):
        n = told.words[0][1]
        if told.by_moment:
            return say("report.most_often_moments", n=n, moments=told.n_moments)
        return say("report.most_often", n=n, days=told.n)
    note = _whence(one, _days(told, is_night=one.measure.kept_in is EntryKind.NIGHT))
    computed = sum(row.computed for row in one.series.counted())
    return say("report.computed", note=note, n=computed) if computed else note


def _days(told: Summary, *, is_night: bool) -> str:
    return say_n("sheet.on_nights" if is_night else "sheet.on_days", told.days, there=told.n)


def _whence(one: MeasureNumbers, days: str) -> str:
    """The days, and on how many of them each source told; the others the person did."""
    counts = Counter(row.source for row in one.series.counted())
    own = counts.pop("", 0)
    if not counts:
        return days
    if not own and len(counts) == 1:
        return say("report.device", source=next(iter(counts)), days=days)
    told = [say_n("report.count_source", n, source=source) for source, n in counts.most_common()]
    return say("sheet.from_sources", days=days, sources=", ".join(told))


# --- the points of a line


def _ends(measure: Measure, points: Sequence[float | None]) -> tuple[float | None, float | None]:
    """The scale of a line: that of the measure, of sleep the usual span, else that of the values."""
    if measure.kind is MeasureKind.SCALE:
        return measure.low, measure.high
    there = [point for point in points if point is not None]
    if measure.code == "sleep_min" and there:
        return min(SLEEP_FROM, *there), max(SLEEP_TO, *there)
    return None, None


def _points(one: MeasureNumbers, whole: Period) -> tuple[list[float | None], str]:
    """Values by day or by so many weeks, None where there is none, and what each is of."""
    since, until = whole.since, whole.until
    if one.measure.kind is MeasureKind.CHOICE:
        return [], ""
    if until - since < DAYS_BY_DAY:
        by_day = {row.day: row.value for row in one.series.counted()}
        return [by_day.get(day) for day in range(since, until + 1)], "day"
    means = {week.monday: week.mean for week in one.weeks}
    first = since - (since - 1) % 7
    weekly = [means.get(monday) for monday in range(first, until + 1, 7)]
    step = -(-len(weekly) // MOST_POINTS)
    return [_mean(weekly[at : at + step]) for at in range(0, len(weekly), step)], f"{step} weeks"


def _mean(values: list[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None

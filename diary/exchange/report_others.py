"""Sleep, mood and the other measures of a report's period: a small line, a number, the days behind it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diary.exchange.report.words import and_more, number_words
from diary.exchange.report_data import OtherLine, OtherSection
from diary.exchange.report_pain import CODES
from diary.models.codes import Direction, EntryKind, MeasureKind
from diary.models.measures import SLEEP_EFFICIENCY
from diary.wording import say, say_n
from diary.wording.answers import measure_words, minutes_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.insight.period import MeasureNumbers, PeriodNumbers
    from diary.models.records import Measure

DAYS_BY_DAY = 31
"""Up to this many days a small line has one point a day; beyond, one a week."""

MOST_EXTRAS = 12
"""Imported activities that are told of."""

FEWEST_POINTS = 3
"""With fewer points there is no course to draw."""

MOST_POINTS = 60
"""Points of a small line at most; longer periods share them."""

FIRST = (
    "sleep_min",
    "sleep_quality",
    "mood",
    "interference",
    "fatigue",
    "wakings_pain",
    "wakings",
    "anxiety",
    "stress",
    "clarity",
)
"""The order of the built-in measures on the page."""


def other_section(numbers: PeriodNumbers) -> OtherSection:
    """Every measure with a value but pain itself: what clinicians ask first, then the diary's order."""
    found = [one for code, one in numbers.measures.items() if code not in CODES and one.summary.n]
    found.sort(key=_place)
    extra = [one for one in found if _is_extra(one)]
    found = [one for one in found if not _is_extra(one)]
    typed = not any(row.source for one in found for row in one.series.values)
    return OtherSection(
        title=say("report.others_self") if typed else say("report.others"),
        scales=_scales(found),
        about=_lines_words(found, numbers),
        extras=_extras(extra),
        lines=tuple(_line(one, numbers) for one in found),
    )


def _is_extra(one: MeasureNumbers) -> bool:
    """Yes answers that another app brought in, as Daylio's activities: many, and rarely about health."""
    rows = one.series.values + one.series.moments
    return one.measure.kind is MeasureKind.YES_NO and all(row.source for row in rows)


def _extras(found: Sequence[MeasureNumbers]) -> str:
    """The activities with most days, as "gaming 4"."""
    told = [say("report.extra", label=one.measure.label, n=one.summary.n_yes) for one in found[:MOST_EXTRAS]]
    if not told:
        return ""
    sources = sorted({row.source for one in found for row in one.series.values})
    return say("report.extras", sources=", ".join(sources), counts=and_more(told, len(found) - len(told)))


def _place(one: MeasureNumbers) -> tuple[bool, int, int]:
    code = one.measure.code
    first = FIRST.index(code) if code in FIRST else len(FIRST)
    return one.measure.kind is MeasureKind.YES_NO, first, -one.summary.n_yes


def _scales(found: Sequence[MeasureNumbers]) -> str:
    """Which way the scales go, said once for all of them."""
    scales = [
        one.measure for one in found if one.measure.kind is MeasureKind.SCALE and one.measure.high == 10
    ]
    good = [_inside(one) for one in scales if one.direction is Direction.DOWN]
    if not scales:
        return ""
    if len(good) == len(scales):
        return say("report.scales_all_good")
    return say("report.scales_good", names=", ".join(good)) if good else say("report.scales")


def _inside(measure: Measure) -> str:
    """A measure's name inside a sentence."""
    name = measure_words(measure.code, {measure.code: measure})
    return name if measure.label else name[:1].lower() + name[1:]


def _line(one: MeasureNumbers, numbers: PeriodNumbers) -> OtherLine:
    label, days = measure_words(one.measure.code, {one.measure.code: one.measure}), _days(one)
    number, note = _number(one, days)
    if computed := sum(row.computed for row in one.series.counted()):
        note = say("report.computed", note=note, n=computed)
    measure = one.measure
    points, step = _points(one, numbers)
    return OtherLine(
        code=measure.code,
        label=label,
        number=number,
        note=note,
        alt=say("report.other_alt", label=label, number=number, days=days),
        span=_span(points, step, measure),
        values=points,
        low=measure.low if measure.kind is MeasureKind.SCALE else None,
        high=measure.high if measure.kind is MeasureKind.SCALE else None,
    )


def _days(one: MeasureNumbers) -> str:
    told = one.summary
    if one.measure.kept_in is EntryKind.NIGHT:
        return say_n("report.on_nights", told.days, there=told.n)
    return say_n("report.on_days", told.days, there=told.n)


def _number(one: MeasureNumbers, days: str) -> tuple[str, str]:
    told, measure = one.summary, one.measure
    if measure.kind is MeasureKind.YES_NO:
        return say_n("report.yes_days", told.n_yes), say("report.yes_note", days=told.days)
    if told.words and (measure.kind is MeasureKind.CHOICE or told.mean is None):
        word, n = told.words[0]
        if told.by_moment:
            return word, say("report.most_often_moments", n=n, moments=told.n_moments)
        return word, say("report.most_often", n=n, days=told.n)
    if told.mean is None:
        return "", days
    if measure.code == SLEEP_EFFICIENCY.code:
        return say("report.percent", number=number_words(told.mean, 0)), _whence(one, days)
    words = minutes_words if measure.kind is MeasureKind.MINUTES else number_words
    return words(told.mean), _whence(one, days)


def _whence(one: MeasureNumbers, days: str) -> str:
    """The days, and how many of them each source and the person told of."""
    counts = Counter(row.source for row in one.series.counted())
    own = counts.pop("", 0)
    if not counts:
        return days
    if not own and len(counts) == 1:
        return say("report.device", source=next(iter(counts)), days=days)
    told = [say_n("report.count_source", n, source=source) for source, n in counts.most_common()]
    if own:
        told.append(say_n("report.count_self", own))
    return say("report.device_part", days=days, counts=", ".join(told))


def _span(points: Sequence[float | None], step: int, measure: Measure) -> str:
    """The least and the most of the small line: the scale that it has no axis for; 0 weeks are days."""
    there = [point for point in points if point is not None]
    if not there:
        return ""
    words = minutes_words if measure.kind is MeasureKind.MINUTES else number_words
    if step == 0 and measure.kind is not MeasureKind.MINUTES:
        low, high = number_words(min(there), 0), number_words(max(there), 0)
    else:
        low, high = words(min(there)), words(max(there))
    return say("report.span", low=low, high=high)


def _lines_words(found: Sequence[MeasureNumbers], numbers: PeriodNumbers) -> str:
    """What a step of the small lines is; nothing where there is none."""
    steps = [step for points, step in (_points(one, numbers) for one in found) if points]
    if not steps:
        return ""
    return say_n("report.lines_weeks", steps[0]) if steps[0] else say("report.lines_days")


def _points(one: MeasureNumbers, numbers: PeriodNumbers) -> tuple[tuple[float | None, ...], int]:
    """The small line in steps of so many weeks (0: one day), None where a step has no value; few are none."""
    points, step = _steps(one, numbers)
    few = sum(point is not None for point in points) < FEWEST_POINTS
    return ((), step) if few else (points, step)


def _steps(one: MeasureNumbers, numbers: PeriodNumbers) -> tuple[tuple[float | None, ...], int]:
    since, until = numbers.since, min(numbers.until, numbers.today)
    if one.measure.kind in {MeasureKind.YES_NO, MeasureKind.CHOICE}:
        return (), 0
    if until - since < DAYS_BY_DAY:
        by_day = {row.day: row.value for row in one.series.counted()}
        return _rounded([by_day.get(day) for day in range(since, until + 1)]), 0
    means = {week.monday: week.mean for week in one.weeks}
    first = since - (since - 1) % 7
    weekly = [means.get(monday) for monday in range(first, until + 1, 7)]
    step = -(-len(weekly) // MOST_POINTS)
    return _rounded([_mean(weekly[at : at + step]) for at in range(0, len(weekly), step)]), step


def _mean(values: list[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None


def _rounded(values: list[float | None]) -> tuple[float | None, ...]:
    return tuple(None if value is None else round(value, 3) for value in values)

"""What a record must satisfy before it is kept; problems name the field and the text that explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from itertools import pairwise

from diary.models.codes import Answered, AnswerList, EntryKind, MeasureKind, Quality, SourceKind, StrokeMode
from diary.models.life_rules import check_life
from diary.models.moments import Moment, day_of, time_between
from diary.models.nouns import PLAIN
from diary.models.problems import Problem as Problem
from diary.models.records import Area, Entry, Measure, Reading, Record, Redrawing, Stroke

FARTHEST = 1_000_000
"""So far from its view's corner a stroke may go, in units: far enough for any figure."""

WIDEST = 10_000
"""The largest radius of a brush, in units: wider than any figure."""

_VIEW = re.compile(r"[a-z_]{1,40}")
_QUALITIES = frozenset(str(one) for one in Quality)


def check(record: Record, measures: Mapping[str, Measure], today: date) -> tuple[Problem, ...]:
    """Problems of a record, () if none; `measures` by code, `today` the diary day of now."""
    if isinstance(record, Entry):
        return tuple(_check_entry(record, measures, today))
    if isinstance(record, Redrawing):
        return tuple(_check_redrawing(record))
    if isinstance(record, Measure):
        return tuple(_check_measure(record))
    return tuple(check_life(record, today)) if record.noun in PLAIN else ()


def check_time(entry: Entry, now: Moment, day_end: time) -> tuple[Problem, ...]:
    """Problems of when an entry is said to have been, asked when that is first written or moved.

    A source may count its days otherwise, and its clock may stand in another zone: only what was typed here
    belongs to the day of its time, and a time without offset is taken as this clock's only then.
    """
    at, typed = entry.at, entry.source.kind is SourceKind.TYPED
    if at is None:
        return ()
    if _is_later(at, now) and (typed or at.utc is not None):
        return (Problem(field="at", key="problem.future_time", values={"time": f"{at.local:%H:%M}"}),)
    if typed and day_of(at.local, day_end) != entry.day:
        return (Problem(field="at", key="problem.other_day", values={"day": entry.day}),)
    return ()


def _is_later(at: Moment, now: Moment) -> bool:
    """Whether a moment is after now by the clock on the wall and, where both are known, by the world's."""
    later = at.utc > now.utc if at.utc is not None and now.utc is not None else True
    return later and at.local > now.local


def _check_entry(entry: Entry, measures: Mapping[str, Measure], today: date) -> Iterator[Problem]:
    if entry.day > today:
        yield Problem(field="day", key="problem.future", values={"day": entry.day})
    codes = [reading.measure for reading in entry.readings]
    for code in {code for code in codes if codes.count(code) > 1}:
        yield Problem(field=code, key="problem.twice", values={"measure": code})
    for reading in entry.readings:
        measure = measures.get(reading.measure)
        if measure is None:
            yield Problem(
                field=reading.measure, key="problem.unknown_measure", values={"measure": reading.measure}
            )
        else:
            yield from _check_reading(reading, measure, entry.kind)
    for area in entry.areas:
        yield from _check_area(area)
    if entry.areas and entry.answered.get(AnswerList.PLACES) is not Answered.SOME:
        yield Problem(field="places", key="problem.places_answer")
    for name, said in entry.answered.items():
        if said is Answered.ALL and name is not AnswerList.PLANNED:
            yield Problem(field=name, key="problem.answered_all")
    if entry.until is not None and entry.at is not None and time_between(entry.at, entry.until) < timedelta():
        yield Problem(field="until", key="problem.end_before_start")


def _check_measure(measure: Measure) -> Iterator[Problem]:
    if not measure.code.strip():
        yield Problem(field="code", key="problem.measure_code")
    if measure.label is not None and not measure.label.strip():
        yield Problem(field="label", key="problem.empty_name", values={"noun": measure.noun})
    own_choice = measure.kind is MeasureKind.CHOICE and measure.source.kind is SourceKind.TYPED
    if own_choice and (len(measure.choices) < 2 or len(set(measure.choices)) != len(measure.choices)):
        yield Problem(field="choices", key="problem.choices")
    if measure.low is not None and measure.high is not None and measure.low >= measure.high:
        yield Problem(field="high", key="problem.low_high")


def _check_reading(reading: Reading, measure: Measure, kind: EntryKind) -> Iterator[Problem]:
    def problem(key: str, **values: object) -> Problem:
        return Problem(field=measure.code, key=key, values={"measure": measure.code, **values})

    if measure.kept_in is not kind:
        yield problem("problem.kept_elsewhere", kind=measure.kept_in)
    value = reading.value
    if value is None:
        if not reading.text:
            yield problem("problem.empty_reading")
        return
    low = measure.low if measure.low is not None else float("-inf")
    high = measure.high if measure.high is not None else float("inf")
    if not low <= value <= high or value in (float("inf"), float("-inf")):
        yield problem("problem.out_of_range", low=measure.low, high=measure.high)
    whole = (MeasureKind.SCALE, MeasureKind.COUNT, MeasureKind.MINUTES, MeasureKind.YES_NO)
    if measure.kind in whole and not float(value).is_integer():
        yield problem("problem.not_whole")


def _check_area(area: Area) -> Iterator[Problem]:
    if area.severity is not None and not 0 <= area.severity <= 10:
        yield Problem(field="severity", key="problem.severity")
    for quality in area.qualities:
        known = quality.code is None or quality.code in _QUALITIES
        if not known or (quality.code is None) == (not quality.own_word):
            yield Problem(field="qualities", key="problem.quality")
        of_touch = not quality.what or quality.code == Quality.TOUCH
        if not of_touch or len(set(quality.what)) != len(quality.what):
            yield Problem(field="qualities", key="problem.touched_by")
        if quality.strength is not None and not 0 <= quality.strength <= 10:
            yield Problem(field="qualities", key="problem.severity")
    regions = [one.region for one in area.regions]
    if len(regions) != len(set(regions)):
        yield Problem(field="regions", key="problem.region_twice")
    if any(not 0 <= one.coverage <= 1 for one in area.regions):
        yield Problem(field="regions", key="problem.coverage")
    for stroke in area.strokes:
        yield from check_stroke(stroke)


def check_stroke(stroke: Stroke) -> Iterator[Problem]:
    """Problems of one stroke; its view may be of a later figure, but is always a plain name."""
    if _VIEW.fullmatch(stroke.view) is None:
        yield Problem(field="strokes", key="problem.stroke_view")
    if not stroke.points or len(stroke.points) % 2:
        yield Problem(field="strokes", key="problem.stroke_points")
    if stroke.points and (max(stroke.points) > FARTHEST or min(stroke.points) < -FARTHEST):
        yield Problem(field="strokes", key="problem.stroke_far")
    paints, fills = stroke.mode is StrokeMode.PAINT, stroke.mode is StrokeMode.FILL
    if not 0 <= stroke.radius <= WIDEST or (paints and stroke.radius == 0) or (fills and stroke.radius != 0):
        yield Problem(field="strokes", key="problem.stroke_radius", values={"mode": stroke.mode})


def _check_redrawing(redrawing: Redrawing) -> Iterator[Problem]:
    for area in redrawing.areas:
        yield from _check_area(area)
    if not 0 <= redrawing.agreement <= 1:
        yield Problem(field="agreement", key="problem.agreement")
    if not (0 <= redrawing.first_pct <= 100 and 0 <= redrawing.again_pct <= 100):
        yield Problem(field="again_pct", key="problem.surface")


def least_average_worst(entry: Entry) -> tuple[str, str] | None:
    """The pair of codes out of order among least, average and worst, to be asked about kindly; else None."""
    order = ("pain_least", "pain_average", "pain_worst")
    known = [(code, one.value) for code in order if (one := entry.reading(code)) and one.value is not None]
    for (lower, low), (upper, high) in pairwise(known):
        if low > high:
            return lower, upper
    return None

"""The strip over the printed chart of pain: the regular medicines that matter most, few words, few marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.charts.care_strip import (
    MOST_LANES,
    YEAR_DAYS,
    Care,
    CareStrip,
    EventMark,
    StripBar,
    StripLane,
    care_strip,
)
from diary.wording import say
from diary.wording.treatment_words import mg_words, seldom_words, shortened_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.insight.doses import Course, Stretch

MOST_MARKS = 4
"""Procedures and events with a line of their own: of more, the latest."""


MOST_LETTERS = 32
"""Letters of a name that may stand beside a bar too narrow for it."""

LONG_NAME, CUT_NAME = 9, 5
"""A name of so many letters is cut to so many where its dose has no room beside the whole."""


def course_strip(care: Care, since: int, until: int) -> CareStrip:
    """What stands over the days `since` to `until` (ordinals); `more` medicines have no lane."""
    shown = [one for one in care.courses if one.between(since, until)]
    ranked = sorted(shown, key=lambda one: _rank(one, since, until), reverse=True)[:MOST_LANES]
    kept = sorted(ranked, key=lambda one: (one.stretches[0].since, shown.index(one)))
    wanted = replace(care, courses=tuple(kept), procedures=(), life_events=())
    strip = care_strip(wanted, since, until)
    lanes = tuple(_terse(lane, one) for lane, one in zip(strip.lanes, kept, strict=True))
    marks = care_strip(replace(care, courses=(), life_events=()), since, until).marks
    events = () if until - since > YEAR_DAYS else _events(care, since, until)
    return CareStrip(lanes=lanes, more=len(shown) - len(kept), marks=_few(marks, events))


def plain(strip: CareStrip) -> list[Any]:
    """The strip as plain JSON values: lanes, and marks that fit or do not."""
    lanes = [
        [one.name, one.tone, [[b.since, b.until, list(b.labels), b.shade, b.rest] for b in one.bars]]
        for one in strip.lanes
    ]
    return [lanes, [[one.day, list(one.labels)] for one in strip.marks]]


def from_plain(values: Sequence[Any]) -> CareStrip:
    """The strip that `plain` wrote; how many have no lane is said outside the chart."""
    lanes, marks = values
    return CareStrip(
        lanes=tuple(
            StripLane(
                name=name,
                tone=tone,
                bars=tuple(
                    StripBar(since=since, until=until, labels=tuple(labels), shade=shade, rest=rest)
                    for since, until, labels, shade, rest in bars
                ),
            )
            for name, tone, bars in lanes
        ),
        marks=tuple(EventMark(day=day, labels=tuple(labels)) for day, labels in marks),
    )


def is_shaded(strip: CareStrip) -> bool:
    """Whether a bar is darker than another of its medicine, which then means more of it."""
    return any(len({bar.shade for bar in lane.bars if not bar.rest}) > 1 for lane in strip.lanes)


def _rank(course: Course, since: int, until: int) -> tuple[int, int, int]:
    """What changed within the days comes first, the latest change before others; then what was taken last."""
    shown = course.between(since, until)
    edges = [one.since for one in shown if one.since > since]
    if shown[-1].until < until:
        edges.append(shown[-1].until)
    length = sum(min(one.until, until) - max(one.since, since) + 1 for one in shown)
    return (max(edges, default=0), min(shown[-1].until, until), length)


def _events(care: Care, since: int, until: int) -> tuple[EventMark, ...]:
    return care_strip(replace(care, courses=(), procedures=()), since, until).marks


def _few(marks: Sequence[EventMark], events: Sequence[EventMark]) -> tuple[EventMark, ...]:
    """The latest procedures, then the latest life events where there is room for more."""
    days = {one.day for one in marks}
    found = [*marks[-MOST_MARKS:]]
    room = MOST_MARKS - len(found)
    if room:
        found += [one for one in events if one.day not in days][-room:]
    return tuple(sorted(found, key=lambda one: one.day))


def _terse(lane: StripLane, course: Course) -> StripLane:
    """The first bar says the name with the dose as far as there is room, the others the dose alone."""
    bars, name = [], shortened_name(lane.name, MOST_LETTERS, len)
    for at, bar in enumerate(lane.bars):
        found = course.on(bar.since)
        doses = _doses(found) if found is not None else ()
        labels = _first(name, doses) if at == 0 or not doses else doses
        bars.append(replace(bar, labels=labels))
    return replace(lane, name=name, bars=tuple(bars))


def _first(name: str, doses: Sequence[str]) -> tuple[str, ...]:
    """From the longest to the shortest: "Duloxetine 30 mg/day", "Dulox. 30 mg", "Duloxetine"."""
    found = [say("treatments.named", name=name, form=dose) for dose in doses]
    if doses and len(name) >= LONG_NAME:
        cut = say("course.cut_name", name=name[:CUT_NAME].rstrip())
        found.append(say("treatments.named", name=cut, form=doses[-1]))
    return (*found, name)


def _doses(one: Stretch) -> tuple[str, ...]:
    """What is planned in a stretch, and shorter; nothing where it cannot be said in a few words."""
    if one.mg is not None and one.mg > 0 and not seldom_words(one.step):
        mg = mg_words(one.mg)
        return say("course.mg_a_day", mg=mg), say("treatments.mg", mg=mg)
    return ()

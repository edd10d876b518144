"""What goes on beside the entries on the axis of Trends: bars of regular medicines, marks of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from diary.wording import say
from diary.wording.treatment_words import (
    from_left,
    mg_words,
    procedure_words,
    regular_names,
    rough_words,
    step_words,
)

if TYPE_CHECKING:
    from diary.insight.doses import Course, Stretch
    from diary.models.care import Procedure
    from diary.models.rough import Rough
    from diary.models.story import LifeEvent

MOST_LANES = 4
"""Medicines with a lane of their own; the others are counted, and told by the read-out."""

MONTH_DAYS = 31
"""What is known to no better than a year has no mark: it would stand where it likely was not."""

YEAR_DAYS = 366
"""Where more days are shown, a label has its year."""

LONGEST = 28
"""Letters of an event's label before it is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The regular medicines of a diary in its order, its procedures and its life events."""

    courses: tuple[Course, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StripBar:
    """One dose step on the days `since` to `until`; `labels` from the longest to the shortest.

    `shade` is 0 for the lowest dose of the medicine to 1 for its highest; `rest` is a step of nothing.
    """

    since: int
    until: int
    labels: tuple[str, ...]
    shade: float
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StripLane:
    """A regular medicine; `tone` alternates so that neighbours differ."""

    name: str
    bars: tuple[StripBar, ...]
    tone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """A procedure or a life event on its day; `labels` from the longest to the shortest."""

    day: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CareStrip:
    """Lanes over the panels, how many medicines have none, and marks through the panels."""

    lanes: tuple[StripLane, ...] = ()
    more: int = 0
    marks: tuple[EventMark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lanes or self.marks)


def care_strip(care: Care, since: int, until: int) -> CareStrip:
    """What is drawn of the days `since` to `until` (ordinals); of many medicines those of now and longest."""
    shown = [one for one in care.courses if one.between(since, until)]
    names = regular_names(one.treatment for one in shown)
    kept = sorted(range(len(shown)), key=lambda at: _rank(shown[at], since, until), reverse=True)[:MOST_LANES]
    lanes = tuple(
        _lane(shown[at], names[shown[at].treatment.uid], since, until, tone)
        for tone, at in enumerate(sorted(kept))
    )
    long = until - since > YEAR_DAYS
    marks = [
        *(_mark(one.when, procedure_words(one), long) for one in care.procedures if _is_marked(one.when)),
        *(_mark(one.when, one.text.strip(), long) for one in care.life_events if _is_marked(one.when)),
    ]
    inside = sorted((one for one in marks if since <= one.day <= until), key=_day)
    return CareStrip(lanes=lanes, more=len(shown) - len(lanes), marks=_merged(inside))


def _rank(course: Course, since: int, until: int) -> tuple[int, int]:
    """Medicines taken to the end of the days shown come first, then those taken longest."""
    shown = course.between(since, until)
    last = min(shown[-1].until, until)
    return last, sum(min(one.until, until) - max(one.since, since) + 1 for one in shown)


def _lane(course: Course, name: str, since: int, until: int, tone: int) -> StripLane:
    levels = sorted({one.mg for one in course.stretches if one.mg})
    bars = [_bar(one, course, name, levels) for one in course.between(since, until)]
    cut = [replace(bar, since=max(bar.since, since), until=min(bar.until, until)) for bar in bars]
    return StripLane(name=name, bars=tuple(cut), tone=tone)


def _bar(one: Stretch, course: Course, name: str, levels: Sequence[float]) -> StripBar:
    shade = 0.5
    if one.mg and len(levels) > 1:
        shade = levels.index(one.mg) / (len(levels) - 1)
    dose, short = stretch_words(one, course), ""
    if one.mg:
        short = say("treatments.mg", mg=mg_words(one.mg))
    labels = [say("treatments.named", name=name, form=dose)] if dose else [name]
    if short:
        labels.append(say("treatments.named", name=name, form=short))
    return StripBar(
        since=one.since,
        until=one.until,
        labels=tuple(dict.fromkeys(_plain(label) for label in (*labels, name, short) if label)),
        shade=shade,
        rest=one.mg == 0,
    )


def stretch_words(one: Stretch, course: Course) -> str:
    """What is planned in a stretch: "300 mg a day" where that can be told, else the step; or nothing."""
    if one.mg:
        return say("chart.care.mg_a_day", dose=say("treatments.mg", mg=mg_words(one.mg)))
    return step_words(one.step, course.treatment) if one.step is not None else ""


def _is_marked(when: Rough) -> bool:
    return (when.last - when.first).days < MONTH_DAYS


def _mark(when: Rough, words: str, long: bool) -> EventMark:
    """The mark of one event; a `long` time names its year."""
    day, name = when.first, _plain(words)
    cut = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
    told = say("chart.day", day=day.day, month=say(f"month.short.{day.month}"))
    whole = say("chart.care.event", name=cut, day=told if when.is_exact and not long else rough_words(when))
    return EventMark(day=day.toordinal(), labels=(whole, cut))


def _merged(marks: Iterable[EventMark]) -> tuple[EventMark, ...]:
    """One mark a day: what happened on the same day is named together."""
    by_day: dict[int, EventMark] = {}
    for one in marks:
        first = by_day.get(one.day)
        by_day[one.day] = one if first is None else replace(first, labels=_both(first, one))
    return tuple(by_day.values())


def _both(first: EventMark, second: EventMark) -> tuple[str, ...]:
    return tuple(
        say("trends.list", first=one, rest=other)
        for one, other in zip(first.labels, second.labels, strict=True)
    )


def _day(mark: EventMark) -> int:
    return mark.day


def _plain(words: str) -> str:
    """The words as the chart's typefaces can draw them, in one line."""
    from diary.charts.letters import drawn

    return " ".join(drawn(from_left(words)).split())


def care_words(care: Care, day: int) -> list[str]:
    """What was in force and what happened on a day (ordinal), one phrase each."""
    said = []
    names = regular_names(one.treatment for one in care.courses)
    for course in care.courses:
        if (one := course.on(day)) is not None:
            dose, name = stretch_words(one, course), names[course.treatment.uid]
            said.append(say("treatments.named", name=name, form=dose) if dose else name)
    return said + events_on(care, day)


def events_on(care: Care, day: int) -> list[str]:
    """The procedures and life events that are known to be of this day (ordinal)."""
    found = date.fromordinal(day)
    said = [procedure_words(one) for one in care.procedures if one.when.is_exact and one.when.first == found]
    return said + [
        one.text.strip() for one in care.life_events if one.when.is_exact and one.when.first == found
    ]


def treatments_between(care: Care, since: int, until: int) -> list[str]:
    """Every treatment in force on any of these days (ordinals), with its steps, one phrase each."""
    names = regular_names(one.treatment for one in care.courses)
    said = []
    for course in care.courses:
        steps = []
        for one in course.between(since, until):
            dose, name = stretch_words(one, course), names[course.treatment.uid]
            steps.append(say("treatments.named", name=name, form=dose) if dose else name)
        said += [", ".join(dict.fromkeys(steps))] if steps else []
    return said


def events_between(care: Care, since: int, until: int) -> list[str]:
    """The procedures and life events that begin on these days (ordinals), uncut, each with its time."""
    told = [(one.when, procedure_words(one)) for one in care.procedures]
    told += [(one.when, one.text) for one in care.life_events]
    found = [
        (
            when.first.toordinal(),
            say("chart.care.event", name=" ".join(words.split()), day=rough_words(when)),
        )
        for when, words in told
    ]
    return [words for day, words in sorted(found) if since <= day <= until]


def changes_on(care: Care) -> dict[int, list[str]]:
    """By day (ordinal): the dose steps that begin, and the events of that day."""
    found: dict[int, list[str]] = {}
    names = regular_names(one.treatment for one in care.courses)
    for course in care.courses:
        name = names[course.treatment.uid]
        for one in course.stretches:
            dose = stretch_words(one, course)
            words = say("treatments.named", name=name, form=dose) if dose else name
            found.setdefault(one.since, []).append(words)
    whens = [one.when for one in care.procedures] + [one.when for one in care.life_events]
    for day in {when.first.toordinal() for when in whens if when.is_exact}:
        found.setdefault(day, []).extend(events_on(care, day))
    return found

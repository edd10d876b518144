"""Treatments over the pain line, worked out before anything is drawn: lanes, bars, marks, their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from diary.charts.arrays import lines
from diary.charts.binning import bin_days
from diary.charts.picture import PAIN, PanelPicture, Picture, pain_panel
from diary.insight.as_needed import DAYS_LATER, AsNeeded
from diary.insight.completeness import GAP_DAYS, Gap
from diary.insight.doses import Course, Stretch
from diary.insight.period import MeasureNumbers
from diary.insight.series import MEMORY, DailySeries
from diary.models.care import Procedure, Session
from diary.models.codes import Lateness
from diary.wording import say, say_n
from diary.wording.treatment_words import (
    lane_words,
    mg_words,
    procedure_words,
    regular_names,
    rough_words,
    seldom_words,
    step_words,
)

FLAT = 0.66
"""Share of a lane that a bar takes whose height says nothing, as its dose has no milligrams."""

LEAST_BAR = 0.22
"""Share of a lane that the lowest bar takes, so that its words have room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One dose step from day `since` to `until`; `tall` and `shade` are shares 0 to 1 of the lane's most.

    `labels` go from the longest to the shortest. `mg` is None where the height says nothing (`flat`);
    `begins`: the step begins inside the period; `about`: nobody knows that day exactly.
    """

    since: int
    until: int
    labels: tuple[str, ...]
    tall: float
    mg: float | None = None
    shade: float = 0.0
    begins: bool = True
    about: bool = False
    ends: bool = False

    @property
    def flat(self) -> bool:
        """Whether the height says nothing."""
        return self.mg is None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarLane:
    """A regular medicine; `tone` alternates so that neighbours differ."""

    name: str
    note: str
    bars: tuple[Bar, ...]
    tone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLane:
    """An as-needed medicine: day, doses in time, late; `later`: days with any noted 1 to 3 days later."""

    name: str
    note: str
    doses: tuple[tuple[int, int, int], ...]
    later: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A procedure on its day, with a title and a line under it; `about` where the day is not known."""

    day: int
    title: str
    note: str
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLane:
    """Procedures, as diamonds with boxed labels."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RingLane:
    """Sessions: day and the class of its note."""

    name: str
    rings: tuple[tuple[int, Lateness], ...]


Lane = BarLane | DoseLane | MarkLane | RingLane


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentPicture(Picture):
    """Lanes over one panel of pain, on one axis; `steps`: days on which a dose changed."""

    lanes: tuple[Lane, ...] = ()
    steps: tuple[int, ...] = ()
    late: bool = False
    later: bool = False


def treatment_picture(
    courses: Iterable[Course],
    used: AsNeeded,
    procedures: Iterable[Procedure],
    sessions: Iterable[tuple[Session, Lateness]],
    pain: MeasureNumbers | None,
    gaps: Sequence[Gap],
    since: int,
    until: int,
) -> TreatmentPicture:
    """The picture of the days `since` to `until` (ordinals); sessions come with their class."""
    shown = [one for one in courses if one.between(since, until)]
    names = regular_names(one.treatment for one in shown)
    lanes: list[Lane] = [
        _bars(one, names[one.treatment.uid], since, until, tone) for tone, one in enumerate(shown)
    ]
    steps = {bar.since for lane in lanes if isinstance(lane, BarLane) for bar in lane.bars if bar.begins}
    lanes += _dose_lanes(used, since, until)
    marks = [_mark(one) for one in sorted(procedures, key=_when)]
    inside = tuple(one for one in marks if since <= one.day <= until)
    if inside:
        lanes.append(MarkLane(name=say("treatments.lane.procedures"), marks=inside))
    rings = tuple(
        (one.day.toordinal(), late) for one, late in sessions if since <= one.day.toordinal() <= until
    )
    if rings:
        lanes.append(RingLane(name=say("treatments.lane.sessions"), rings=rings))
    panel = _pain(pain, since, until)
    return TreatmentPicture(
        since=since,
        until=until,
        panels=(panel,),
        gaps=tuple(gap for gap in gaps if gap.days > GAP_DAYS),
        lanes=tuple(lanes),
        late=_has_memory(lanes, panel),
        later=_has_later(lanes, panel),
        steps=tuple(sorted(steps)),
    )


def _has_memory(lanes: Iterable[Lane], panel: PanelPicture) -> bool:
    """Whether anything hollow is drawn: noted over 3 days later."""
    return len(panel.lines.marks["memory"]) > 0 or any(
        any(late for _, _, late in lane.doses)
        if isinstance(lane, DoseLane)
        else isinstance(lane, RingLane) and any(late == MEMORY for _, late in lane.rings)
        for lane in lanes
    )


def _has_later(lanes: Iterable[Lane], panel: PanelPicture) -> bool:
    """Whether any square is drawn: noted 1 to 3 days later."""
    return len(panel.lines.marks["late"]) > 0 or any(
        bool(lane.later)
        if isinstance(lane, DoseLane)
        else isinstance(lane, RingLane) and any(late in DAYS_LATER for _, late in lane.rings)
        for lane in lanes
    )


def _bars(course: Course, name: str, since: int, until: int, tone: int) -> BarLane:
    shown = course.between(since, until)
    levels = sorted({one.mg for one in course.stretches if one.mg})
    reasons = [one.why for one in shown if one.why is not None]
    seldom = all(seldom_words(one.step) for one in shown)
    note = "" if seldom else say("treatments.mg_a_day")
    if all(one.mg is None for one in shown):
        note = say(f"treatments.no_mg.{reasons[0]}") if reasons else say("treatments.lane.no_dose")
    return BarLane(
        name=name,
        note=note,
        tone=tone,
        bars=tuple(_bar(one, course, levels, since, until) for one in shown),
    )


def _bar(one: Stretch, course: Course, levels: Sequence[float], since: int, until: int) -> Bar:
    tall, shade = FLAT, 0.0
    if one.mg is not None:
        most = levels[-1] if levels else 0.0
        tall = LEAST_BAR + (1 - LEAST_BAR) * one.mg / most if one.mg and most else 0.0
        shade = levels.index(one.mg) / max(1, len(levels) - 1) if one.mg and len(levels) > 1 else 0.5
    return Bar(
        since=max(one.since, since),
        until=min(one.until, until),
        labels=_labels(one, course, about=one.about_start and one.since >= since),
        tall=tall,
        mg=one.mg,
        shade=shade,
        begins=one.since >= since,
        about=one.about_start,
        ends=one.until < until and course.stretches[-1] is one,
    )


def _labels(one: Stretch, course: Course, *, about: bool) -> tuple[str, ...]:
    """What stands in a bar, the longest first: dose with reason, dose, number alone."""
    if one.step is None:
        return (say("treatments.lane.no_dose"),)
    if one.mg == 0:
        return (say("treatments.lane.none"),)
    if one.mg is None or seldom_words(one.step):
        dose, short = step_words(one.step, course.treatment), ""
    else:
        dose, short = say("treatments.mg", mg=mg_words(one.mg)), mg_words(one.mg)
    reason = one.step.reason.strip()
    said = [say("treatments.step_reason", dose=dose, reason=reason)] if reason else []
    found = [*said, dose]
    if about:
        found = [say("treatments.step_about", dose=words) for words in found] + [dose]
    return (*found, short) if short else tuple(found)


def _dose_lanes(used: AsNeeded, since: int, until: int) -> list[Lane]:
    days: dict[str, set[int]] = {}
    for uid, day in (*used.in_time, *used.late):
        if since <= day <= until:
            days.setdefault(uid, set()).add(day)
    return [
        DoseLane(
            name=lane_words(one),
            note=say("treatments.as_needed"),
            doses=tuple(
                (day, used.in_time.get((one.uid, day), 0), used.late.get((one.uid, day), 0))
                for day in sorted(days[one.uid])
            ),
            later=tuple(day for day in sorted(days[one.uid]) if (one.uid, day) in used.own_later),
        )
        for one in used.treatments
        if one.uid in days
    ]


def _mark(one: Procedure) -> Mark:
    when, by = rough_words(one.when), one.by.strip()
    return Mark(
        day=one.when.first.toordinal(),
        title=procedure_words(one),
        note=say("treatments.procedure_day", day=when, by=by) if by else when,
        about=not one.when.is_exact,
    )


def _when(one: Procedure) -> int:
    return one.when.first.toordinal()


def _pain(pain: MeasureNumbers | None, since: int, until: int) -> PanelPicture:
    """The panel of the day's average; an empty one where nothing was noted."""
    found = pain_panel({pain.measure.code: pain}, since, until) if pain is not None else None
    if found is None:
        found = _no_pain(since, until)
    days = bin_days(until - since + 1)
    average = say("treatments.lane.pain") if days == 1 else say_n("treatments.lane.pain_days", days)
    note = "" if pain is None else average
    return replace(found, note=note, ticks=found.few_ticks)


def _no_pain(since: int, until: int) -> PanelPicture:
    series = DailySeries(
        measure="pain_average", since=since, until=until, today=until, first_day=None, values=()
    )
    ticks = tuple((float(value), str(value)) for value in (0, 5, 10))
    return PanelPicture(
        code=PAIN,
        title=say("chart.pain"),
        note="",
        color=PAIN,
        low=0,
        high=10,
        ticks=ticks,
        few_ticks=ticks,
        lines=lines(series, ()),
    )


def ring_bins(lane: RingLane, since: int, until: int, most: float) -> list[tuple[int, int, int]]:
    """At most about `most` stretches of days, each its first and last day and its sessions; none without."""
    days = until - since + 1
    size = max(1, -(-days // max(1, int(most))))
    found: dict[int, int] = {}
    for day, _ in lane.rings:
        found[(day - since) // size] = found.get((day - since) // size, 0) + 1
    return [(since + at * size, min(since + at * size + size - 1, until), found[at]) for at in sorted(found)]


def dose_bins(lane: DoseLane, since: int, until: int, width: float) -> tuple[int, np.ndarray, np.ndarray]:
    """Days to a bin so that a bin is at least 3 px wide on `width` px, and doses in time and late by bin."""
    days = until - since + 1
    size = 1 if width / days >= 1.5 else -(-3 * days // max(1, int(width)))
    count = -(-days // size)
    soon, late = np.zeros(count, dtype=int), np.zeros(count, dtype=int)
    for day, n, n_late in lane.doses:
        soon[(day - since) // size] += n
        late[(day - since) // size] += n_late
    return size, soon, late

"""What changed and when: starts, stops, dose steps, procedures, therapy that begins, and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from diary.insight.doses import Course, Stretch, course
from diary.insight.findings.days import Period
from diary.models.care import Procedure, Session, Treatment
from diary.models.finding_rows import FindingRows
from diary.models.rough import Rough
from diary.models.story import LifeEvent

MONTH_DAYS = 31
"""What is known to no better than a year is named, but does not stand between the days compared."""

THERAPY_PAUSE = 56
"""A therapy begins after so many days without a session of its kind, of which the diary must know."""

THERAPY_SESSIONS, THERAPY_DAYS = 3, 28
"""So many sessions of a kind within so many days are a therapy; a single one changes too little to count."""


class Changed(StrEnum):
    """What happened on a day beside the entries."""

    START = "start"
    STOP = "stop"
    RAISED = "raised"
    LOWERED = "lowered"
    DOSE = "dose"
    PROCEDURE = "procedure"
    THERAPY = "therapy"
    LIFE_EVENT = "life_event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that changed: `uid` and `name` of its record, `when` as it is known, ready for words.

    `first` to `last` are the days (ordinals) it can have been. `treatment` is its uid for starts, stops and
    dose steps; `code` is the plain code of a procedure or a therapy. `mg_before` and `mg_after` are mg a day,
    None where they cannot be told (`mg_before` 0 at a start).
    """

    kind: Changed
    uid: str
    name: str
    when: Rough
    first: int
    last: int
    treatment: str | None = None
    code: str = ""
    mg_before: float | None = None
    mg_after: float | None = None

    @property
    def is_exact(self) -> bool:
        """Whether its day is known."""
        return self.when.is_exact

    @property
    def disturbs(self) -> bool:
        """Whether its day is known well enough, a month at least, to keep days apart by it."""
        return self.last - self.first < MONTH_DAYS

    def within(self, period: Period) -> bool:
        """Whether it can have happened on one of these days."""
        return self.first <= period.until and self.last >= period.since

    def days_from(self, day: int) -> int:
        """How many days lie between it and a day, at the least."""
        return max(self.first - day, day - self.last, 0)


def happenings(rows: FindingRows) -> tuple[Happening, ...]:
    """Everything that changed up to today, by date; what is planned for later is not among it."""
    today = rows.period.today
    found = [one for each in rows.treatments for one in _of_treatment(each, rows, today)]
    found += [_procedure(one) for one in rows.procedures]
    found += list(_therapies(rows.sessions, rows.period.first))
    found += [_event(one) for one in rows.life_events]
    return tuple(sorted((one for one in found if one.first <= today), key=_order))


def near(
    found: Iterable[Happening], period: Period, day: int, *, without: Iterable[Happening] = ()
) -> tuple[Happening, ...]:
    """What can have happened in a period, the nearest to `day` first."""
    left_out = tuple(without)
    inside = [one for one in found if one.within(period) and one not in left_out]
    return tuple(sorted(inside, key=lambda one: (one.days_from(day), *_order(one))))


def _order(one: Happening) -> tuple[int, int, str, str]:
    return (one.first, one.last, str(one.kind), one.uid)


def _of_treatment(treatment: Treatment, rows: FindingRows, today: int) -> Iterator[Happening]:
    whole = course(treatment, rows.steps, today)
    yield from _doses(whole)
    if not whole.stretches and treatment.started is not None:
        yield _happening(Changed.START, treatment.uid, treatment, treatment.started, mg_before=0.0)
    if treatment.stopped is not None:
        last = whole.stretches[-1].mg if whole.stretches else None
        yield _happening(
            Changed.STOP, treatment.uid, treatment, treatment.stopped, mg_before=last, mg_after=0.0
        )


def _doses(whole: Course) -> Iterator[Happening]:
    """The start of a course and every change of its dose; a dose only said later changes nothing."""
    treatment, before = whole.treatment, None
    for one in _from_start(whole):
        when = one.step.since if one.step else treatment.started
        if when is None:
            continue
        if before is None:
            yield _happening(Changed.START, treatment.uid, treatment, when, mg_before=0.0, mg_after=one.mg)
        elif one.step is not None and before.step is None:
            pass
        elif one.step is not None and (kind := _direction(before, one)) is not None:
            yield _happening(kind, one.step.uid, treatment, when, mg_before=before.mg, mg_after=one.mg)
        before = one


def _from_start(whole: Course) -> tuple[Stretch, ...]:
    """The stretches of a course; a rough start is its first step's where it can have been that day."""
    started, found = whole.treatment.started, whole.stretches
    if started is None or started.is_exact or len(found) < 2 or found[0].step is not None:
        return found
    step = found[1].step
    return found[1:] if step and started.first <= step.since.first <= started.last else found


def _direction(before: Stretch, after: Stretch) -> Changed | None:
    """How a step changes the dose; None where it is the same in other pieces."""
    if before.step is None or after.step is None:
        return None
    one, other = before.mg, after.mg
    if one is None or other is None:
        if before.step.unit != after.step.unit:
            return Changed.DOSE
        one, other = before.step.amount * before.step.times, after.step.amount * after.step.times
    if abs(one - other) < 1e-9 * max(one, other, 1.0):
        return None
    return Changed.RAISED if other > one else Changed.LOWERED


def _happening(
    kind: Changed,
    uid: str,
    treatment: Treatment,
    when: Rough,
    *,
    mg_before: float | None = None,
    mg_after: float | None = None,
) -> Happening:
    return Happening(
        kind=kind,
        uid=uid,
        name=treatment.name,
        when=when,
        first=when.first.toordinal(),
        last=when.last.toordinal(),
        treatment=treatment.uid,
        mg_before=mg_before,
        mg_after=mg_after,
    )


def _procedure(one: Procedure) -> Happening:
    return Happening(
        kind=Changed.PROCEDURE,
        uid=one.uid,
        name=one.name,
        when=one.when,
        first=one.when.first.toordinal(),
        last=one.when.last.toordinal(),
        code=str(one.kind),
    )


def _event(one: LifeEvent) -> Happening:
    return Happening(
        kind=Changed.LIFE_EVENT,
        uid=one.uid,
        name=one.text,
        when=one.when,
        first=one.when.first.toordinal(),
        last=one.when.last.toordinal(),
    )


def _therapies(sessions: Iterable[Session], first: int | None) -> Iterator[Happening]:
    """Where a therapy begins; one going on when the diary (`first` is its first day) began did not begin."""
    kinds: dict[tuple[str, str], list[Session]] = {}
    for one in sorted(sessions, key=lambda each: (each.day, each.uid)):
        kinds.setdefault((str(one.kind), one.name.strip().casefold()), []).append(one)
    for found in kinds.values():
        days = [one.day.toordinal() for one in found]
        known_since = [days[0] if first is None else min(first, days[0]) - 1, *days]
        for at, one in enumerate(found):
            several = days[at : at + THERAPY_SESSIONS]
            often = len(several) == THERAPY_SESSIONS and several[-1] - several[0] < THERAPY_DAYS
            if often and days[at] - known_since[at] > THERAPY_PAUSE:
                yield Happening(
                    kind=Changed.THERAPY,
                    uid=one.uid,
                    name=one.name,
                    when=Rough.of(one.day),
                    first=days[at],
                    last=days[at],
                    code=str(one.kind),
                )

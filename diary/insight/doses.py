"""What is planned of a medicine over time, and how many milligrams a day that is where its units tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from diary.insight.in_use import last_day
from diary.models.care import DoseStep, Treatment
from diary.models.codes import Form, Unit, Use
from diary.models.units import unit_of

IN_MG: Mapping[Unit, float] = {Unit.MG: 1.0, Unit.G: 1000.0, Unit.UG: 0.001}
"""Milligrams in one of each unit of mass."""


class NoMg(StrEnum):
    """Why milligrams a day cannot be said; nothing is guessed."""

    NO_STRENGTH = "no_strength"
    PATCH = "patch"
    CREAM = "cream"
    LIQUID = "liquid"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One dose step as it was in force: from day `since` to `until` (ordinals, both included).

    `mg` a day, or None with the reason in `why`; `step` is absent where no dose was said. `about_start` and
    `about_end`: the day at that end is not known exactly.
    """

    since: int
    until: int
    step: DoseStep | None = None
    mg: float | None = None
    why: NoMg | None = None
    about_start: bool = False
    about_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A treatment with its stretches by date; two of the same name are two courses."""

    treatment: Treatment
    stretches: tuple[Stretch, ...]

    @property
    def most(self) -> float | None:
        """The highest milligrams a day, or None where no stretch can be told in them."""
        return max((one.mg for one in self.stretches if one.mg is not None), default=None)

    def on(self, day: int) -> Stretch | None:
        """The stretch that holds a day (ordinal)."""
        return next((one for one in self.stretches if one.since <= day <= one.until), None)

    def between(self, since: int, until: int) -> tuple[Stretch, ...]:
        """The stretches that touch these days (ordinals), whole."""
        return tuple(one for one in self.stretches if one.until >= since and one.since <= until)


def mg_a_day(step: DoseStep, treatment: Treatment) -> float | NoMg:
    """Milligrams a day of a step where its units tell it, else why they do not."""
    each = _mg_each(step.unit, treatment)
    return each if isinstance(each, NoMg) else step.amount * each * step.times


def _mg_each(unit: str, treatment: Treatment) -> float | NoMg:
    """Milligrams in one of `unit` of a treatment.

    The form comes first: what a patch gives in an hour, and how much of a cream is medicine, is unknown.
    """
    code, holds = unit_of(unit), treatment.strength_unit
    if code is Unit.PATCHES or treatment.form is Form.PATCH:
        return NoMg.PATCH
    if treatment.form is Form.CREAM:
        return NoMg.CREAM
    if code is not None and code in IN_MG:
        return NoMg.UNIT if "%" in holds else IN_MG[code]
    if code not in (Unit.PIECES, Unit.ML):
        return NoMg.UNIT
    held, _, per = holds.partition("/")
    liquid, mass = code is Unit.ML, IN_MG.get(unit_of(held) or Unit.UNITS)
    if treatment.strength is None or mass is None or per.strip().lower() != ("ml" if liquid else ""):
        return NoMg.LIQUID if liquid else NoMg.NO_STRENGTH
    return treatment.strength * mass


def course(treatment: Treatment, steps: Iterable[DoseStep], today: int) -> Course:
    """What was planned of one treatment up to `today` (ordinal); steps to come are left out.

    Of several steps that begin on one day the one noted last holds, as `steps` come in that order.
    """
    by_day = {one.since.first.toordinal(): one for one in steps if one.treatment == treatment.uid}
    by_day = {day: step for day, step in by_day.items() if day <= today}
    end, about_end = _end(treatment, today)
    started = treatment.started
    first = min(by_day, default=None)
    if started is not None and (first is None or started.first.toordinal() < first):
        first = started.first.toordinal()
    if first is None or first > end:
        return Course(treatment=treatment, stretches=())
    starts = sorted(day for day in {first, *by_day} if day <= end)
    stretches = []
    for at, day in enumerate(starts):
        following = by_day[starts[at + 1]] if at + 1 < len(starts) else None
        stretches.append(
            _stretch(
                treatment,
                by_day.get(day),
                since=day,
                until=end if following is None else starts[at + 1] - 1,
                about_end=about_end if following is None else not following.since.is_exact,
            )
        )
    return Course(treatment=treatment, stretches=tuple(stretches))


def _stretch(
    treatment: Treatment, step: DoseStep | None, *, since: int, until: int, about_end: bool
) -> Stretch:
    start = step.since if step is not None else treatment.started
    found = None if step is None else mg_a_day(step, treatment)
    return Stretch(
        since=since,
        until=until,
        step=step,
        mg=None if isinstance(found, NoMg) else found,
        why=found if isinstance(found, NoMg) else None,
        about_start=start is not None and not start.is_exact,
        about_end=about_end,
    )


def _end(treatment: Treatment, today: int) -> tuple[int, bool]:
    """The last day (ordinal) on which a treatment was in use up to today, and whether that is only about."""
    stopped, last = treatment.stopped, last_day(treatment)
    if stopped is None or last is None or last.toordinal() > today:
        return today, False
    return last.toordinal(), not stopped.is_exact


def courses(treatments: Iterable[Treatment], steps: Iterable[DoseStep], today: int) -> tuple[Course, ...]:
    """The courses of all regular treatments, in the order they are given; each uid is one of its own."""
    steps = list(steps)
    return tuple(course(one, steps, today) for one in treatments if one.use is Use.REGULAR)


def next_step(treatment: Treatment, steps: Iterable[DoseStep], day: int) -> DoseStep | None:
    """The first step that begins after a day (ordinal)."""
    later = [one for one in steps if one.treatment == treatment.uid and one.since.first.toordinal() > day]
    return min(later, key=_since, default=None)


def _since(step: DoseStep) -> int:
    return step.since.first.toordinal()

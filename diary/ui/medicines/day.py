"""What the card of medicines shows of one day, and the steps that record it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from diary.insight.in_use import day_amount, is_in_use, step_on
from diary.models.care import Dose, DoseStep, Relief, Session, SideEffect, Treatment
from diary.models.codes import Answered, AnswerList, TreatmentKind, Use
from diary.models.records import Replace
from diary.store.store import Store

PLANNED, NONE, OTHER = "planned", "none", "other"
"""What can be said of a medicine of every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regular:
    """A medicine of every day: the step in force, and what was said of it (`dose` without a time)."""

    treatment: Treatment
    step: DoseStep | None = None
    dose: Dose | None = None

    @property
    def said(self) -> str | None:
        """PLANNED, NONE or OTHER, or None where nothing was said."""
        if self.dose is None:
            return None
        if self.dose.amount == 0:
            return NONE
        planned = (None, "") if self.step is None else (day_amount(self.step), self.step.unit)
        as_planned = self.dose.amount is None or (self.dose.amount, self.dose.unit) == planned
        return PLANNED if as_planned else OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class AsNeeded:
    """A medicine taken when needed, with the day's doses in their order."""

    treatment: Treatment
    doses: tuple[Dose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineDay:
    """All that the card shows of one day."""

    regular: tuple[Regular, ...] = ()
    as_needed: tuple[AsNeeded, ...] = ()
    effects: tuple[SideEffect, ...] = ()
    sessions: tuple[Session, ...] = ()

    @property
    def doses(self) -> int:
        """How many doses as needed the day has."""
        return sum(len(one.doses) for one in self.as_needed)

    @property
    def is_bare(self) -> bool:
        """Whether there is no medicine to say anything of."""
        return not self.regular and not self.as_needed

    @property
    def treatments(self) -> list[Treatment]:
        """The medicines of the day, those of every day first."""
        return [*(one.treatment for one in self.regular), *(one.treatment for one in self.as_needed)]

    def answers(self, given: Mapping[AnswerList, Answered]) -> dict[AnswerList, Answered]:
        """What is answered, with what was given by tap: doses and amounts of the day outweigh the taps."""
        found = dict(given)
        if self.doses:
            found[AnswerList.DOSES] = Answered.SOME
        elif found.get(AnswerList.DOSES) is Answered.SOME:
            del found[AnswerList.DOSES]
        said = [one.said for one in self.regular]
        if said and all(one == PLANNED for one in said):
            found[AnswerList.PLANNED] = Answered.ALL
            return found
        differs = any(one in (NONE, OTHER) for one in said)
        if differs or (PLANNED in said and found.get(AnswerList.PLANNED) is not Answered.ALL):
            nothing = all(one == NONE for one in said)
            found[AnswerList.PLANNED] = Answered.NONE if nothing else Answered.SOME
        return found


def read_day(store: Store, day: date) -> MedicineDay:
    """Reads what the card shows of a day."""
    from diary.storage.life_queries import all_of, between
    from diary.storage.treatment_queries import steps_as_written

    treatments = [one for one in store.ask(all_of, Treatment) if one.kind is TreatmentKind.MEDICINE]
    treatments.sort(key=lambda one: (one.position, one.name.casefold()))
    steps, doses = store.ask(steps_as_written), store.ask(between, Dose, day, day)
    return MedicineDay(
        regular=tuple(_regular(treatments, steps, doses, day)),
        as_needed=tuple(_as_needed(treatments, doses, day)),
        effects=tuple(store.ask(between, SideEffect, day, day)),
        sessions=tuple(store.ask(between, Session, day, day)),
    )


def _is_whole_day(dose: Dose, treatment: Treatment) -> bool:
    return dose.treatment == treatment.uid and treatment.use is Use.REGULAR and dose.at is None


def _regular(
    treatments: Sequence[Treatment], steps: Sequence[DoseStep], doses: Sequence[Dose], day: date
) -> list[Regular]:
    found = []
    for one in treatments:
        step = step_on(steps, one.uid, day)
        dose = next((dose for dose in doses if _is_whole_day(dose, one)), None)
        paused = step is not None and step.amount == 0
        if one.use is Use.REGULAR and (dose is not None or (is_in_use(one, day) and not paused)):
            found.append(Regular(treatment=one, step=step, dose=dose))
    return found


def _as_needed(treatments: Sequence[Treatment], doses: Sequence[Dose], day: date) -> list[AsNeeded]:
    """Those in use, and all others that have single doses on this day, so that these can be corrected."""
    found = []
    for one in treatments:
        taken = [dose for dose in doses if dose.treatment == one.uid and not _is_whole_day(dose, one)]
        if taken or (one.use is Use.AS_NEEDED and is_in_use(one, day)):
            found.append(AsNeeded(treatment=one, doses=tuple(sorted(taken, key=_when))))
    return found


def _when(dose: Dose) -> tuple[bool, str, str]:
    return dose.at is None, "" if dose.at is None else dose.at.local.isoformat(), dose.uid


def said_steps(row: Regular, said: str | None, day: date, uid: str) -> list[Replace]:
    """Records that a medicine of every day was used as planned, not at all, or (None) was not answered."""
    if said is None:
        return [] if row.dose is None else [Replace(before=row.dose, after=None)]
    unit = row.treatment.unit if row.step is None else row.step.unit
    planned = None if row.step is None else day_amount(row.step)
    return amount_steps(row, planned if said == PLANNED else 0.0, unit, day, uid)


def amount_steps(row: Regular, amount: float | None, unit: str, day: date, uid: str) -> list[Replace]:
    """Records the amount of a whole day; `uid` is that of a new dose."""
    dose = row.dose or Dose(uid=uid, treatment=row.treatment.uid, day=day)
    return [Replace(before=row.dose, after=replace(dose, amount=amount, unit=unit))]


def removing_steps(store: Store, doses: Sequence[Dose]) -> list[Replace]:
    """Deletes doses and what was said of their relief."""
    from diary.storage.life_queries import naming

    steps = [Replace(before=one, after=None) for one in doses]
    for dose in doses:
        reliefs = store.ask(naming, Relief, "dose", dose.uid)
        steps += [Replace(before=one, after=None) for one in reliefs]
    return steps


def earlier_effects(store: Store) -> list[str]:
    """The words of earlier side effects, the latest first."""
    from diary.storage.life_queries import all_of

    known = sorted(store.ask(all_of, SideEffect), key=lambda one: one.day, reverse=True)
    return list(dict.fromkeys(one.name for one in known))

"""All that the page Treatments and the list of current treatment show, read in one piece."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from sqlalchemy import select

from diary.models import tables
from diary.models.care import (
    DoseStep,
    Implant,
    Intolerance,
    Procedure,
    Session,
    SideEffect,
    Treatment,
    TriedBefore,
)
from diary.models.codes import Lateness, Noun
from diary.models.records import Person
from diary.models.story import Condition
from diary.models.views import DoseRow, PeriodRows, ReliefRow
from diary.storage import queries
from diary.storage.life_queries import all_of, classes, doses_between, reliefs_between
from diary.storage.period_queries import period
from diary.storage.reading import Reader, is_sample

T = TypeVar("T", DoseStep, SideEffect)

PAIN_CODES = ("pain_average", "pain_worst", "pain_least", "pain_now")


class TreatmentRows(NamedTuple):
    """Every treatment with its steps, doses, reliefs, side effects; sessions and procedures; the pain rows.

    `session_classes` has the lateness class of each session by uid.
    """

    period: PeriodRows
    treatments: Sequence[Treatment]
    steps: Sequence[DoseStep]
    doses: Sequence[DoseRow]
    reliefs: Sequence[ReliefRow]
    side_effects: Sequence[SideEffect]
    sessions: Sequence[Session]
    session_classes: dict[str, tuple[Lateness, bool]]
    procedures: Sequence[Procedure]
    tried: Sequence[TriedBefore]
    intolerances: Sequence[Intolerance]
    implants: Sequence[Implant]


class CurrentRows(NamedTuple):
    """What the list of current treatment says: who, what is taken, what is not borne, what is implanted."""

    person: Person | None
    treatments: Sequence[Treatment]
    steps: Sequence[DoseStep]
    intolerances: Sequence[Intolerance]
    implants: Sequence[Implant]
    conditions: Sequence[Condition]
    is_sample: bool


def treatment_rows(reader: Reader, today: date) -> TreatmentRows:
    """The whole diary as far as treatments need it, from its first entry or dose up to `today`."""
    whole = queries.span(reader)
    doses = doses_between(reader, date.min, date.max)
    began = [today - timedelta(days=1)]
    began += [whole[0]] if whole else []
    began += [date.fromordinal(doses[0].day)] if doses else []
    until = max(today, whole[1] if whole else today)
    return TreatmentRows(
        period=period(reader, min(began), until, today, PAIN_CODES, with_regions=False),
        treatments=all_of(reader, Treatment),
        steps=steps_as_written(reader),
        doses=doses,
        reliefs=reliefs_between(reader, date.min, date.max),
        side_effects=_as_written(reader, all_of(reader, SideEffect)),
        sessions=all_of(reader, Session),
        session_classes=classes(reader, Noun.SESSION, date.min, date.max),
        procedures=all_of(reader, Procedure),
        tried=all_of(reader, TriedBefore),
        intolerances=all_of(reader, Intolerance),
        implants=all_of(reader, Implant),
    )


def current_rows(reader: Reader) -> CurrentRows:
    """What the list of current treatment is made of."""
    return CurrentRows(
        person=queries.person(reader),
        treatments=all_of(reader, Treatment),
        steps=steps_as_written(reader),
        intolerances=all_of(reader, Intolerance),
        implants=all_of(reader, Implant),
        conditions=all_of(reader, Condition),
        is_sample=is_sample(reader),
    )


def steps_as_written(reader: Reader) -> list[DoseStep]:
    """Every step of every treatment in the order in which they were first written."""
    return _as_written(reader, all_of(reader, DoseStep))


def _as_written(reader: Reader, records: list[T]) -> list[T]:
    """Records in the order in which they were first written: of two of one day the later holds."""
    if not records:
        return records
    table = tables.PLAIN_TABLES[records[0].noun]
    ranks = {
        uid: rank
        for rank, uid in enumerate(reader.connection.scalars(select(table.c.uid).order_by(table.c.id)))
    }
    return sorted(records, key=lambda one: ranks[one.uid])

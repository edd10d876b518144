"""What treatments, the story and the plan must satisfy before they are kept."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

from diary.models.care import Dose, DoseStep, Relief, Session, Treatment
from diary.models.codes import Noun
from diary.models.inquiry_rules import check_inquiry
from diary.models.nouns import PLAIN
from diary.models.problems import Problem
from diary.models.records import Record
from diary.models.story import Response

NAMED: dict[Noun, str] = {
    Noun.TREATMENT: "name",
    Noun.SIDE_EFFECT: "name",
    Noun.TRIED_BEFORE: "name",
    Noun.INTOLERANCE: "substance",
    Noun.IMPLANT: "name",
    Noun.CONDITION: "label",
    Noun.LIFE_EVENT: "text",
    Noun.SITE: "name",
    Noun.GOAL: "text",
    Noun.QUESTION: "text",
    Noun.TRIAL: "name",
}
"""The field that says what a record is: it may not be empty."""

NOT_AHEAD = (Noun.DOSE, Noun.SIDE_EFFECT, Noun.SESSION, Noun.ATTAINMENT, Noun.RESPONSE, Noun.ATTRIBUTION)
"""Nouns that tell of a day that has come."""

ZERO_TO_TEN = {Noun.SIDE_EFFECT: "severity", Noun.ATTAINMENT: "value", Noun.RELIEF: "pain"}
"""Fields that take a whole number from 0 to 10."""

RELIEF_MINUTES = (0, 30, 60, 120)
"""When pain is asked around a dose: before it, and minutes after it."""

LARGEST_AMOUNT = 1_000_000.0


def check_life(record: Record, today: date) -> Iterator[Problem]:
    """Problems of a record of `models.nouns.PLAIN`; `today` is the diary day of now."""
    noun = record.noun
    name = NAMED.get(noun)
    if name is not None and not str(getattr(record, name)).strip():
        yield Problem(field=name, key="problem.empty_name", values={"noun": noun})
    day = getattr(record, "day", None)
    if noun in NOT_AHEAD and isinstance(day, date) and day > today:
        yield Problem(field="day", key="problem.future", values={"day": day})
    scale = ZERO_TO_TEN.get(noun)
    if scale is not None and not 0 <= getattr(record, scale) <= 10:
        yield Problem(field=scale, key="problem.severity")
    yield from _check_amounts(record)
    if isinstance(record, Treatment) and _stops_before_start(record):
        yield Problem(field="stopped", key="problem.stop_before_start")
    if isinstance(record, Relief) and record.after_min not in RELIEF_MINUTES:
        yield Problem(field="after_min", key="problem.relief_minutes")
    if isinstance(record, Response):
        yield from _check_response(record)
    yield from check_inquiry(record)


def _stops_before_start(treatment: Treatment) -> bool:
    started, stopped = treatment.started, treatment.stopped
    return started is not None and stopped is not None and stopped.last < started.first


def _check_amounts(record: Any) -> Iterator[Problem]:
    names: tuple[str, ...] = ()
    if isinstance(record, Treatment):
        names = ("strength", "usual")
    elif isinstance(record, DoseStep):
        names = ("amount", "times")
    elif isinstance(record, Dose):
        names = ("amount",)
    elif isinstance(record, Session):
        names = ("minutes",)
    for name in names:
        value = getattr(record, name)
        if value is not None and not (math.isfinite(value) and 0 <= value <= LARGEST_AMOUNT):
            yield Problem(field=name, key="problem.amount")


def _check_response(response: Response) -> Iterator[Problem]:
    items = [one.item for one in response.answers]
    if len(items) != len(set(items)):
        yield Problem(field="answers", key="problem.item_twice")
    if not items:
        yield Problem(field="answers", key="problem.no_answers")
    if response.until < response.since:
        yield Problem(field="until", key="problem.window")


def named_records(record: Record) -> dict[str, tuple[Noun, str]]:
    """The other records that this one names: field to noun and uid; the diary may have deleted them since."""
    fields = {
        Noun.DOSE_STEP: {"treatment": Noun.TREATMENT},
        Noun.DOSE: {"treatment": Noun.TREATMENT},
        Noun.RELIEF: {"dose": Noun.DOSE},
        Noun.SIDE_EFFECT: {"treatment": Noun.TREATMENT},
        Noun.ATTAINMENT: {"goal": Noun.GOAL},
        Noun.QUESTION: {"consult": Noun.CONSULT},
        Noun.ATTRIBUTION: {"entry": Noun.ENTRY},
    }
    if record.noun not in PLAIN:
        return {}
    named = ((field, noun, getattr(record, field)) for field, noun in fields.get(record.noun, {}).items())
    return {field: (noun, uid) for field, noun, uid in named if uid is not None}

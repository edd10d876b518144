"""Treatments, steps and doses, short to write; days count from `MONDAY`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from diary.insight.as_needed import TakenAsNeeded
from diary.models.care import DoseStep, Treatment
from diary.models.codes import Use
from diary.models.rough import Rough
from diary.models.views import AnswerRow, ReliefRow
from tests.insight.rows import MONDAY


def on(day: int) -> date:
    """The date `day` days after `MONDAY`."""
    return date.fromordinal(MONDAY) + timedelta(days=day)


def exact(day: int) -> Rough:
    """An exact day."""
    return Rough.of(on(day))


def medicine(uid: str = "m", name: str = "Pregabalin", **more: Any) -> Treatment:
    """A regular medicine."""
    return Treatment(uid=uid, name=name, **more)


def as_needed_one(uid: str = "t", name: str = "Tramadol", **more: Any) -> Treatment:
    """An as-needed medicine."""
    return Treatment(uid=uid, name=name, use=Use.AS_NEEDED, **more)


def step(day: int | Rough, amount: float, unit: str = "mg", *, treatment: str = "m", **more: Any) -> DoseStep:
    """A dose step that begins on a day."""
    since = day if isinstance(day, Rough) else exact(day)
    return DoseStep(
        uid=f"{treatment}-{since}-{amount}",
        treatment=treatment,
        since=since,
        amount=amount,
        unit=unit,
        **more,
    )


def dose(day: int, treatment: str = "t", late: str = "same_day", amount: float | None = 50) -> TakenAsNeeded:
    """A dose as the month sheet takes it."""
    return TakenAsNeeded(day=MONDAY + day, treatment=treatment, lateness=late, amount=amount)


def answer(day: int, answered: str = "none", late: str = "same_day") -> AnswerRow:
    """As-needed use answered in a day entry."""
    return AnswerRow(MONDAY + day, "day", "doses", answered, late)


def relief_of(dose_uid: str, after_min: int, pain: int, late: str = "same_day") -> ReliefRow:
    """Pain around a dose, and the class of the answer."""
    return ReliefRow(dose_uid, after_min, pain, late)

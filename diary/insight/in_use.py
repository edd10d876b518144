"""Which treatments are in use on a day, and what is planned of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from diary.models.care import DoseStep, Treatment


def is_in_use(treatment: Treatment, day: date) -> bool:
    """Whether it has begun by that day and was not stopped before it; without dates it is in use."""
    started, stopped = treatment.started, treatment.stopped
    return (started is None or started.first <= day) and (stopped is None or day <= stopped.first)


def step_on(steps: Iterable[DoseStep], treatment: str, day: date) -> DoseStep | None:
    """The step in force on a day for the treatment of that uid, or None where none was planned by then."""
    begun = [one for one in steps if one.treatment == treatment and one.since.first <= day]
    return max(begun, key=lambda one: (one.since.first, one.uid), default=None)


def day_amount(step: DoseStep) -> float | None:
    """What a step plans for one whole day, in its unit; None where not every day is alike."""
    return step.amount * step.times if step.times >= 1 else None

"""Which treatments are in use on a day, and what is planned of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from diary.models.care import DoseStep, Treatment


def last_day(treatment: Treatment) -> date | None:
    """The last day on which a treatment is in use, or None where no stop is noted.

    It is in use through the day of its stop. A rough stop ends on its last possible day: "2026-10" on
    31 October 2026, so that nothing leaves a list before it is certain.
    """
    return None if treatment.stopped is None else treatment.stopped.last


def has_begun(treatment: Treatment, day: date) -> bool:
    """Whether a treatment is there by that day; a rough start begins on its first possible day."""
    return treatment.started is None or treatment.started.first <= day


def has_ended(treatment: Treatment, day: date) -> bool:
    """Whether its last day is over."""
    last = last_day(treatment)
    return last is not None and last < day


def is_in_use(treatment: Treatment, day: date) -> bool:
    """Whether it has begun by that day and has not ended before it; without dates it is in use."""
    return has_begun(treatment, day) and not has_ended(treatment, day)


def step_on(steps: Iterable[DoseStep], treatment: str, day: date) -> DoseStep | None:
    """The step in force on a day for the treatment of that uid, or None where none was planned by then.

    Of several that begin on one day the one written last holds; `steps` come in the order written.
    """
    begun = [one for one in steps if one.treatment == treatment and one.since.first <= day]
    return max(reversed(begun), key=_since, default=None)


def _since(step: DoseStep) -> date:
    return step.since.first


def day_amount(step: DoseStep) -> float | None:
    """What a step plans for one whole day, in its unit; None where not every day is alike."""
    return step.amount * step.times if step.times >= 1 else None

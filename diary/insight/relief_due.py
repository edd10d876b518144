"""Which question about relief is due now: the pain at a dose, and about 30, 60 and 120 minutes after it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from diary.models.care import Dose

WINDOWS = ((0, 0, 5), (30, 20, 45), (60, 46, 90), (120, 91, 180))
"""What is recorded as minutes after the dose, and from which to which whole minute it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefDue:
    """A question that is due: about which dose, and under which of 0, 30, 60, 120 minutes it is recorded."""

    dose: Dose
    after_min: int


def relief_due(
    doses: Iterable[Dose], settled: Collection[tuple[str, int]], now: datetime
) -> tuple[ReliefDue, ...]:
    """What is due at `now` (aware), the latest dose first; one question a dose at most.

    Only the latest dose with a time of each treatment is asked about. `settled` holds (uid of the dose,
    minutes) of what was answered, or put aside; a dose of amount 0 was none.
    """
    due = []
    for at, dose in sorted(_latest(doses).values(), key=lambda one: one[0], reverse=True):
        slot = _slot(int((now - at).total_seconds() // 60))
        if slot is not None and (dose.uid, slot) not in settled:
            due.append(ReliefDue(dose=dose, after_min=slot))
    return tuple(due)


def _latest(doses: Iterable[Dose]) -> dict[str, tuple[datetime, Dose]]:
    latest: dict[str, tuple[datetime, Dose]] = {}
    for dose in doses:
        at = None if dose.at is None or dose.amount == 0 else dose.at.utc
        if at is not None and (dose.treatment not in latest or latest[dose.treatment][0] < at):
            latest[dose.treatment] = (at, dose)
    return latest


def _slot(minutes: int) -> int | None:
    return next((slot for slot, least, most in WINDOWS if least <= minutes <= most), None)

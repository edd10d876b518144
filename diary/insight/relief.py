"""Pain before and after doses: median and middle half by medicine, each with its n."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from diary.insight.series import MEMORY
from diary.models.views import ReliefRow

MINUTES = (0, 30, 60, 120)
"""When pain is asked around a dose: before it, and minutes after it."""

HALF_FROM = 4
"""Fewer answers have no middle half: it would be drawn from two or three numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefAt:
    """The answers at one time around doses: how many, their median, the ends of their middle half."""

    after_min: int
    n: int
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliefNumbers:
    """The pain around the doses of one medicine: `n` doses with an answer after them, of `taken`.

    `n_memory` doses with answers were noted over 3 days later; they are in no number unless asked for.
    """

    treatment: str
    taken: int
    n: int
    times: tuple[ReliefAt, ...]
    n_memory: int = 0

    @property
    def any(self) -> bool:
        """Whether there is any answer that counts."""
        return any(one.n for one in self.times)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenDose:
    """One dose as relief needs it: ordinal day, its treatment, its class."""

    uid: str
    treatment: str
    day: int
    lateness: str


def relief(
    doses: Iterable[TakenDose], reliefs: Iterable[ReliefRow], *, with_memory: bool = False
) -> dict[str, ReliefNumbers]:
    """The numbers of each medicine that was taken; a time counts only the doses with an answer at it."""
    by_uid = {one.uid: one for one in doses}
    answers: dict[str, dict[str, dict[int, ReliefRow]]] = {}
    for one in reliefs:
        dose = by_uid.get(one.dose)
        if dose is not None:
            answers.setdefault(dose.treatment, {}).setdefault(dose.uid, {})[one.after_min] = one
    taken: dict[str, list[TakenDose]] = {}
    for dose in by_uid.values():
        taken.setdefault(dose.treatment, []).append(dose)
    return {
        uid: _numbers(uid, found, answers.get(uid, {}), with_memory=with_memory)
        for uid, found in taken.items()
    }


def _numbers(
    treatment: str,
    doses: Sequence[TakenDose],
    answers: Mapping[str, Mapping[int, ReliefRow]],
    *,
    with_memory: bool,
) -> ReliefNumbers:
    counted, late = [], 0
    for dose in doses:
        if with_memory or dose.lateness != MEMORY:
            counted.append(dose)
        elif dose.uid in answers:
            late += 1
    pains: dict[int, list[int]] = {minutes: [] for minutes in MINUTES}
    answered = 0
    for dose in counted:
        heard = [one for one in answers.get(dose.uid, {}).values() if with_memory or one.lateness != MEMORY]
        late += len(heard) < len(answers.get(dose.uid, {})) and not heard
        answered += any(one.after_min > 0 for one in heard)
        for one in heard:
            pains[one.after_min].append(one.pain)
    return ReliefNumbers(
        treatment=treatment,
        taken=len(counted),
        n=answered,
        times=tuple(_at(minutes, found) for minutes, found in pains.items()),
        n_memory=late,
    )


def _at(minutes: int, found: list[int]) -> ReliefAt:
    if not found:
        return ReliefAt(after_min=minutes, n=0)
    low = high = None
    if len(found) >= HALF_FROM:
        low, high = quantile(found, 0.25), quantile(found, 0.75)
    return ReliefAt(after_min=minutes, n=len(found), median=float(median(found)), low=low, high=high)


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of them lie, between neighbours in proportion (R's type 7)."""
    ranked = sorted(values)
    place = share * (len(ranked) - 1)
    below = int(place)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (ranked[above] - ranked[below]) * (place - below)

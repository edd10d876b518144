"""A day's worst: the largest of its worst, its moments' now and its places' severities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from diary.insight.series import MEMORY
from diary.models.codes import Answered, AnswerList
from diary.models.views import AnswerRow, AreaRow, ValueRow

SEVERE = 7
"""Days with worst pain of this or more are counted (clinical.md section 2)."""

TELLING = frozenset({"pain_worst", "pain_now"})
"""Measures that tell of a day's worst."""


class WorstFrom(StrEnum):
    """What the day's worst was taken from; earlier ones win where they are equal."""

    WORST = "worst"
    MOMENT = "moment"
    PLACE = "place"
    NOTHING_HURTS = "nothing_hurts"


@dataclass(frozen=True, slots=True)
class DayWorst:
    """The worst pain of one day (ordinal), where it comes from, and whether only memory notes say so.

    `given`: a worst pain was given for the day itself; otherwise only moments or places tell of it.
    """

    day: int
    value: float
    source: WorstFrom
    memory: bool
    given: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstDays:
    """The days of a period that have a worst, by day; memory notes count only when asked for."""

    days: tuple[DayWorst, ...]
    with_memory: bool = False

    def counted(self) -> tuple[DayWorst, ...]:
        """The days that enter counts."""
        return tuple(one for one in self.days if self.with_memory or not one.memory)

    def at_least(self, severity: float = SEVERE) -> int:
        """How many of the counted days reach `severity`."""
        return sum(one.value >= severity for one in self.counted())

    def between(self, since: int, until: int) -> WorstDays:
        """The same on fewer days."""
        low = bisect_left(self.days, since, key=_day)
        return replace(self, days=self.days[low : bisect_right(self.days, until, key=_day)])

    @property
    def n(self) -> int:
        """The days with a worst that counts."""
        return len(self.counted())

    @property
    def n_told_by_others(self) -> int:
        """The counted days without a worst pain of their own: moments or places tell of it."""
        return sum(not one.given for one in self.counted())

    @property
    def n_memory(self) -> int:
        """The days of which only memory notes tell."""
        return sum(one.memory for one in self.days)


def worst_days(
    values: Iterable[ValueRow],
    areas: Iterable[AreaRow],
    answers: Iterable[AnswerRow] = (),
    *,
    with_memory: bool = False,
) -> WorstDays:
    """The worst of each day that says anything of it; a day on which nothing hurts has 0.

    Where the person says anything of a day's pain, a helper's words about it do not count.
    """
    values, areas, answers = _own_first(values, areas, answers)
    found: list[DayWorst] = []
    given: set[tuple[int, bool]] = set()
    for row in values:
        if row.value is not None:
            source = WorstFrom.WORST if row.measure == "pain_worst" else WorstFrom.MOMENT
            found.append(DayWorst(row.day, row.value, source, row.lateness == MEMORY))
            if source is WorstFrom.WORST:
                given.add((row.day, row.lateness == MEMORY))
    found += [
        DayWorst(row.day, row.severity, WorstFrom.PLACE, row.lateness == MEMORY)
        for row in areas
        if row.severity is not None
    ]
    found += [DayWorst(row.day, 0, WorstFrom.NOTHING_HURTS, row.lateness == MEMORY) for row in answers]
    best: dict[int, DayWorst] = {}
    for one in found:
        held = best.get(one.day)
        if held is None or _rank(one) > _rank(held):
            best[one.day] = one
    days = (best[day] for day in sorted(best))
    return WorstDays(
        days=tuple(one if _is_given(one, given) else replace(one, given=False) for one in days),
        with_memory=with_memory,
    )


def _own_first(
    values: Iterable[ValueRow], areas: Iterable[AreaRow], answers: Iterable[AnswerRow]
) -> tuple[list[ValueRow], list[AreaRow], list[AnswerRow]]:
    pain = [row for row in values if row.value is not None and row.measure in TELLING]
    hurting = [row for row in areas if row.severity is not None]
    free = [row for row in answers if row.list == AnswerList.PLACES and row.answered == Answered.NONE]
    own = {row.day for rows in (pain, hurting, free) for row in rows if not row.author}
    return (
        [row for row in pain if not row.author or row.day not in own],
        [row for row in hurting if not row.author or row.day not in own],
        [row for row in free if not row.author or row.day not in own],
    )


def _is_given(one: DayWorst, given: set[tuple[int, bool]]) -> bool:
    """A day that counts is not told by a worst pain that was only remembered."""
    return (one.day, one.memory) in given


def _rank(one: DayWorst) -> tuple[bool, float]:
    return (not one.memory, one.value)


def _day(one: DayWorst) -> int:
    return one.day

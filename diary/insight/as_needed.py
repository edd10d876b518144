"""The month sheet of what is taken as needed: doses by day, and days on which none were or nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from diary.insight.series import MEMORY
from diary.models.care import Treatment
from diary.models.codes import Answered, AnswerList, EntryKind, Use
from diary.models.views import AnswerRow


class Known(StrEnum):
    """What is known of a medicine's doses on a day.

    `some`: something was taken as needed that day, but no dose says what. `outside`: before its start, after
    its stop, or a day to come.
    """

    DOSES = "doses"
    NONE = "none"
    SOME = "some"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAsNeeded:
    """One dose as the sheet needs it; an `amount` of 0 says that nothing of it was taken that day."""

    day: int
    treatment: str
    lateness: str
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One medicine on one day: what is known, how many doses, and whether only memory notes tell of it."""

    known: Known
    doses: int = 0
    memory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSum:
    """A medicine's doses in a month: `doses` on `days` days, of `answered` days on which it was said."""

    month: date
    doses: int
    days: int
    answered: int
    memory: int = 0
    unsaid: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineMonth:
    """One medicine's row of the sheet, a cell for each day of the month, and its sum."""

    treatment: Treatment
    cells: tuple[Cell, ...]
    sum: MonthSum


@dataclass(frozen=True, slots=True, kw_only=True)
class AsNeeded:
    """All as-needed use of a diary by day (ordinals), worked out once for every month.

    `told` has the days on which as-needed use was answered in time, `told_late` those told by memory alone;
    `some` those answered with *some* on which no dose is noted.
    """

    treatments: tuple[Treatment, ...]
    today: int
    in_time: Mapping[tuple[str, int], int] = field(default_factory=dict)
    late: Mapping[tuple[str, int], int] = field(default_factory=dict)
    told: frozenset[int] = frozenset()
    told_late: frozenset[int] = frozenset()
    some: frozenset[int] = frozenset()
    with_memory: bool = False

    @property
    def any_memory(self) -> bool:
        """Whether any dose or answer was noted over 3 days later."""
        return bool(self.late or self.told_late)

    def shown(self, month: date) -> tuple[MedicineMonth, ...]:
        """The rows of a month: the medicines that were there in it, or have a dose in it."""
        days = days_of(month)
        return tuple(
            self._row(one, month, days) for one in self.treatments if self._belongs(one, days[0], days[-1])
        )

    def sum_of(self, treatment: Treatment, month: date) -> MonthSum:
        """The sum of one medicine in one month."""
        return self._row(treatment, month, days_of(month)).sum

    def doses_on(self, treatment: str, day: int) -> Cell:
        """A day's doses of a medicine: those in time with those noted late, which alone are `memory`."""
        soon, late = self.in_time.get((treatment, day), 0), self.late.get((treatment, day), 0)
        return Cell(Known.DOSES if soon + late else Known.NONE, soon + late, memory=bool(late) and not soon)

    def _belongs(self, treatment: Treatment, first: int, last: int) -> bool:
        since, until = _life(treatment, self.today)
        if since <= last and until >= first and first <= self.today:
            return True
        return any(
            uid == treatment.uid and first <= day <= last
            for found in (self.in_time, self.late)
            for uid, day in found
        )

    def _row(self, treatment: Treatment, month: date, days: Sequence[int]) -> MedicineMonth:
        cells = tuple(self._cell(treatment, day) for day in days)
        counted = [one for one in cells if self.with_memory or not one.memory]
        soon = [self._counted(treatment.uid, day) for day in days]
        return MedicineMonth(
            treatment=treatment,
            cells=cells,
            sum=MonthSum(
                month=month,
                doses=sum(soon),
                days=sum(bool(one) for one in soon),
                answered=sum(one.known in (Known.DOSES, Known.NONE, Known.SOME) for one in counted),
                memory=sum(self.late.get((treatment.uid, day), 0) for day in days),
                unsaid=sum(one.known is Known.SOME for one in counted),
            ),
        )

    def _counted(self, uid: str, day: int) -> int:
        late = self.late.get((uid, day), 0) if self.with_memory else 0
        return self.in_time.get((uid, day), 0) + late

    def _cell(self, treatment: Treatment, day: int) -> Cell:
        found = self.doses_on(treatment.uid, day)
        since, until = _life(treatment, self.today)
        told, late = day in self.told, day in self.told_late
        if found.doses:
            return Cell(Known.DOSES, found.doses, memory=found.memory and not told)
        if day > self.today or not since <= day <= until:
            return Cell(Known.OUTSIDE)
        if not told and not late:
            return Cell(Known.UNKNOWN)
        return Cell(Known.SOME if day in self.some else Known.NONE, memory=not told)


def as_needed(
    treatments: Iterable[Treatment],
    doses: Iterable[TakenAsNeeded],
    answers: Iterable[AnswerRow],
    today: int,
    *,
    with_memory: bool = False,
) -> AsNeeded:
    """The as-needed use of the whole diary; a day counts as answered by its list or by a dose noted on it."""
    wanted = tuple(one for one in treatments if one.use is Use.AS_NEEDED)
    known = {one.uid for one in wanted}
    soon: dict[tuple[str, int], int] = {}
    late: dict[tuple[str, int], int] = {}
    told: dict[bool, set[int]] = {False: set(), True: set()}
    taken: set[int] = set()
    some: set[int] = set()
    for one in doses:
        if one.treatment not in known:
            continue
        memory = one.lateness == MEMORY
        told[memory].add(one.day)
        taken.add(one.day)
        if one.amount != 0:
            into = late if memory else soon
            into[one.treatment, one.day] = into.get((one.treatment, one.day), 0) + 1
    for row in answers:
        if row.list == AnswerList.DOSES and row.kind == EntryKind.DAY:
            told[row.lateness == MEMORY].add(row.day)
            if row.answered != Answered.NONE:
                some.add(row.day)
    return AsNeeded(
        treatments=wanted,
        today=today,
        in_time=soon,
        late=late,
        told=frozenset(told[False]),
        told_late=frozenset(told[True] - told[False]),
        some=frozenset(some - taken),
        with_memory=with_memory,
    )


def days_of(month: date) -> range:
    """The days (ordinals) of the month that holds a day."""
    first = month.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return range(first.toordinal(), following.toordinal())


def months_back(month: date, count: int) -> tuple[date, ...]:
    """The `count` months that end with the one of a day, by date, each by its first day."""
    found = [month.replace(day=1)]
    while len(found) < count and found[-1] > date(1, 1, 31):
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return tuple(reversed(found))


def _life(treatment: Treatment, today: int) -> tuple[int, int]:
    """From which day to which (ordinals) a treatment is there; what is not said is not a bound."""
    started, stopped = treatment.started, treatment.stopped
    since = 0 if started is None else started.first.toordinal()
    until = today if stopped is None else stopped.last.toordinal()
    return since, until

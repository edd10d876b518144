"""The month sheet of what is taken as needed: doses by day, and days on which none were or nobody knows."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from diary.insight.in_use import last_day
from diary.insight.series import MEMORY
from diary.models.care import Treatment
from diary.models.codes import Answered, AnswerList, EntryKind, Lateness, Use
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


DAYS_LATER = frozenset((Lateness.NEXT_DAY, Lateness.LATER))
"""The classes of what was noted 1 to 3 days later."""

SAID = frozenset((Known.DOSES, Known.NONE, Known.SOME))
"""What makes a day an answered one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAsNeeded:
    """One dose as the sheet needs it; an `amount` of 0 says that nothing of it was taken that day."""

    day: int
    treatment: str
    lateness: str
    amount: float | None = None


class DoseOfDay(Protocol):
    """A dose as it is read or written: its day (ordinal), treatment, class and amount."""

    @property
    def day(self) -> int:
        """The day (ordinal)."""

    @property
    def treatment(self) -> str:
        """The uid of its treatment."""

    @property
    def lateness(self) -> str:
        """Its class."""

    @property
    def amount(self) -> float | None:
        """How much; 0 says that nothing of it was taken that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseSum:
    """All as-needed use of some days: `doses` on `days` days, of `answered` days on which it was said.

    `unsaid`: further days on which something was taken, not noted which.
    """

    doses: int = 0
    days: int = 0
    answered: int = 0
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One medicine on one day: what is known, how many doses, and whether only memory notes tell of it.

    `later`: something of it was noted 1 to 3 days later, which counts like the rest.
    """

    known: Known
    doses: int = 0
    memory: bool = False
    later: bool = False


OUTSIDE, UNKNOWN = Cell(Known.OUTSIDE), Cell(Known.UNKNOWN)
"""The cells without anything in them."""


class DayUse(NamedTuple):
    """One day's doses that count, whether it was said, and whether only that something was taken."""

    doses: int
    said: bool
    some: bool


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

    `told` has the days whose entry answered for all medicines in time, `told_late` those of memory alone;
    `own` and `own_late` the medicines and days that a dose answers; `some` days answered with *some* on which
    no dose is noted. `own_later` and `told_later`: those noted 1 to 3 days later, which count.
    """

    treatments: tuple[Treatment, ...]
    today: int
    in_time: Mapping[tuple[str, int], int] = field(default_factory=dict)
    late: Mapping[tuple[str, int], int] = field(default_factory=dict)
    told: frozenset[int] = frozenset()
    told_late: frozenset[int] = frozenset()
    own: frozenset[tuple[str, int]] = frozenset()
    own_late: frozenset[tuple[str, int]] = frozenset()
    some: frozenset[int] = frozenset()
    own_later: frozenset[tuple[str, int]] = frozenset()
    told_later: frozenset[int] = frozenset()
    with_memory: bool = False

    @property
    def any_memory(self) -> bool:
        """Whether any dose or answer was noted over 3 days later."""
        return bool(self.late or self.told_late or self.own_late)

    def shown(self, month: date) -> tuple[MedicineMonth, ...]:
        """The rows of a month: the medicines that were there in it, or have a dose in it."""
        days = days_of(month)
        return tuple(
            self._row(one, month, days) for one in self.treatments if self._belongs(one, days[0], days[-1])
        )

    def sum_of(self, treatment: Treatment, month: date) -> MonthSum:
        """The sum of one medicine in one month."""
        return self._row(treatment, month, days_of(month)).sum

    def between(self, since: int, until: int) -> UseSum:
        """The sum of all medicines from day to day (ordinals), counted as the months are."""
        last = min(until, self.today)
        return sum_of(combined([self.by_day(one, since, last) for one in self.treatments]))

    def by_day(self, treatment: Treatment, since: int, until: int) -> list[DayUse]:
        """The doses of a medicine on each day from `since` to `until` (ordinals), and what is known of it."""
        life = _life(treatment, self.today)
        found = []
        for day in range(since, until + 1):
            cell = self._cell_in(treatment.uid, day, life)
            known = cell.known if self.with_memory or not cell.memory else None
            found.append(DayUse(self._counted(treatment.uid, day), known in SAID, known is Known.SOME))
        return found

    def doses_on(self, treatment: str, day: int) -> Cell:
        """A day's doses of a medicine: those in time with those noted late, which alone are `memory`."""
        soon, late = self.in_time.get((treatment, day), 0), self.late.get((treatment, day), 0)
        return Cell(
            Known.DOSES if soon + late else Known.NONE,
            soon + late,
            memory=bool(late) and not soon,
            later=(treatment, day) in self.own_later,
        )

    def known_on(self, treatment: str, day: int) -> Cell:
        """What is known of a medicine on a day."""
        found = next(one for one in self.treatments if one.uid == treatment)
        return self._cell(found, day)

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
                answered=sum(one.known in SAID for one in counted),
                memory=sum(self.late.get((treatment.uid, day), 0) for day in days),
                unsaid=sum(one.known is Known.SOME for one in counted),
            ),
        )

    def _counted(self, uid: str, day: int) -> int:
        late = self.late.get((uid, day), 0) if self.with_memory else 0
        return self.in_time.get((uid, day), 0) + late

    def _cell(self, treatment: Treatment, day: int) -> Cell:
        return self._cell_in(treatment.uid, day, _life(treatment, self.today))

    def _cell_in(self, uid: str, day: int, life: tuple[int, int]) -> Cell:
        itself, (since, until) = (uid, day), life
        told = day in self.told or itself in self.own
        late = day in self.told_late or itself in self.own_late
        if itself in self.in_time or itself in self.late:
            found = self.doses_on(uid, day)
            return replace(found, memory=found.memory and not told)
        if day > self.today or not since <= day <= until:
            return OUTSIDE
        if not told and not late:
            return UNKNOWN
        own = itself in self.own or itself in self.own_late
        known = Known.NONE if own or day not in self.some else Known.SOME
        later = itself in self.own_later if own else day in self.told_later
        return Cell(known, memory=not told, later=told and later)


def as_needed(
    treatments: Iterable[Treatment],
    doses: Iterable[DoseOfDay],
    answers: Iterable[AnswerRow],
    today: int,
    *,
    with_memory: bool = False,
) -> AsNeeded:
    """The as-needed use of the whole diary.

    A dose answers its day for its own medicine; a saved day entry answers for all, but *some* of today does
    not yet: the day is not over.
    """
    wanted = {one.uid: one for one in treatments if one.use is Use.AS_NEEDED}
    doses = [one for one in doses if one.treatment in wanted]
    counts: dict[bool, dict[tuple[str, int], int]] = {False: {}, True: {}}
    own: dict[bool, set[tuple[str, int]]] = {False: set(), True: set()}
    for one in doses:
        memory, itself = one.lateness == MEMORY, (one.treatment, one.day)
        own[memory].add(itself)
        if one.amount != 0:
            counts[memory][itself] = counts[memory].get(itself, 0) + 1
    taken = {day for into in counts.values() for _, day in into}
    said = [row for row in answers if row.list == AnswerList.DOSES and row.kind == EntryKind.DAY]
    some = {row.day for row in said if row.answered != Answered.NONE}
    told = _told(said, taken, today)
    return AsNeeded(
        treatments=tuple(wanted.values()),
        today=today,
        in_time=counts[False],
        late=counts[True],
        told=frozenset(told[False]),
        told_late=frozenset(told[True] - told[False]),
        own=frozenset(own[False]),
        own_late=frozenset(own[True] - own[False]),
        some=frozenset(some - taken),
        own_later=frozenset((one.treatment, one.day) for one in doses if one.lateness in DAYS_LATER),
        told_later=frozenset(row.day for row in said if row.lateness in DAYS_LATER),
        with_memory=with_memory,
    )


def combined(medicines: Sequence[Sequence[DayUse]]) -> list[DayUse]:
    """The use of several medicines together, day by day, for the same days of each."""
    return [
        DayUse(sum(one.doses for one in day), any(one.said for one in day), any(one.some for one in day))
        for day in zip(*medicines, strict=True)
    ]


def sum_of(days: Sequence[DayUse]) -> UseSum:
    """The sum of some days."""
    return UseSum(
        doses=sum([one.doses for one in days]),
        days=sum([one.doses > 0 for one in days]),
        answered=sum([one.said for one in days]),
        unsaid=sum([one.some and not one.doses for one in days]),
    )


def _told(said: Iterable[AnswerRow], taken: Container[int], today: int) -> dict[bool, set[int]]:
    """The days that an entry answered for all medicines: in time, and (True) by memory."""
    told: dict[bool, set[int]] = {False: set(), True: set()}
    for row in said:
        if row.day != today or row.answered == Answered.NONE or row.day not in taken:
            told[row.lateness == MEMORY].add(row.day)
    return told


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
    started, last = treatment.started, last_day(treatment)
    since = 0 if started is None else started.first.toordinal()
    return since, today if last is None else last.toordinal()

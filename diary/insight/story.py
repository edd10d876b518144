"""The story on one line, how long a place has lasted, and how far goals are week by week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from diary.insight.weeks import monday_of
from diary.models.codes import Lateness, Noun
from diary.models.records import Record
from diary.models.rough import Rough
from diary.models.story import Attainment, Consult, Goal, Question, Site

CHRONIC_MONTHS = 3
"""Pain that lasts or comes back for so many months is called chronic [Scholz19]."""

NOBODY: Mapping[str, str] = MappingProxyType({})
"""No record is by a helper."""

YEARS_FROM_MONTHS = 24
"""From so many months on a length of time is told in years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing of the story: its noun and uid, name, and when it was, as far as that is known."""

    noun: Noun
    uid: str
    name: str
    when: Rough | None = None
    told: str = ""


def place_in_order(one: Site | Goal) -> tuple[int, str]:
    """Where a lasting place or a goal stands in the person's own order."""
    return one.position, one.uid


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks by date, those without one at the end."""
    return tuple(sorted(marks, key=_when))


def _when(mark: Mark) -> tuple[bool, date, date, str]:
    when = mark.when
    if when is None:
        return (True, date.max, date.max, mark.name)
    return (False, when.first, when.last, mark.name)


def extent(marks: Iterable[Mark], today: date) -> tuple[date, date]:
    """First and last day of a line that holds all dated marks and today; at least one whole year."""
    dated = [mark.when for mark in marks if mark.when is not None]
    first = min([when.first for when in dated] + [today])
    last = max([when.last for when in dated if when.first > today] + [today])
    if (last - first).days < 365:
        first = last - timedelta(days=365)
    return first, last


# --- how long a place has lasted


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """How long something has been there: from `least` to `most` whole months, as its date allows.

    `about` where the person was not sure of the date.
    """

    least: int
    most: int
    about: bool = False

    @property
    def is_chronic(self) -> bool | None:
        """Whether it lasts three months or more; None where its date does not tell."""
        if self.least >= CHRONIC_MONTHS:
            return None if self.about and self.least == CHRONIC_MONTHS else True
        return None if self.most >= CHRONIC_MONTHS or self.about else False

    @property
    def in_years(self) -> bool:
        """Whether it is told in years."""
        return self.least >= YEARS_FROM_MONTHS


def lasting(onset: Rough, until: date) -> Lasting | None:
    """How long something that began at `onset` has lasted by `until`; None where it begins later."""
    if onset.first > until:
        return None
    least = months_between(onset.last, until) if onset.last <= until else 0
    return Lasting(least=least, most=months_between(onset.first, until), about=onset.about)


def months_between(since: date, until: date) -> int:
    """Whole months from one day to a later one."""
    whole = (until.year - since.year) * 12 + until.month - since.month
    return whole - (until.day < since.day)


# --- goals week by week


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWeek:
    """What stands for one week: its number, whether it is a late note, and the helper who told it, or ""."""

    value: int
    late: bool
    helper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWeeks:
    """Attainment by week from the first to this one; None in a week without one."""

    weeks: tuple[GoalWeek | None, ...]

    @property
    def values(self) -> tuple[int | None, ...]:
        """The numbers told in time, None in the other weeks."""
        return tuple(None if one is None or one.late else one.value for one in self.weeks)

    @property
    def late_values(self) -> tuple[int | None, ...]:
        """The numbers of late notes, None in the other weeks: shown hollow, and not counted."""
        return tuple(one.value if one is not None and one.late else None for one in self.weeks)

    @property
    def n(self) -> int:
        """In how many weeks it was told in time."""
        return sum(1 for value in self.values if value is not None)

    @property
    def late_n(self) -> int:
        """In how many weeks there is a late note only."""
        return sum(1 for value in self.late_values if value is not None)

    @property
    def helpers(self) -> Mapping[str, int]:
        """How many of the weeks each helper told."""
        return Counter(one.helper for one in self.weeks if one is not None and one.helper)


def goal_weeks(
    rows: Iterable[tuple[Record, Lateness, bool]], today: date, helped: Mapping[str, str] = NOBODY
) -> GoalWeeks:
    """The weeks, Monday to Sunday, from the first with an attainment to that of `today`.

    For a week stands what the person told; a helper's only where there is no such; a late note (from
    memory) only where the same hand left nothing else; the latest of those. `helped` gives helpers by uid.
    """
    of_week: dict[int, list[tuple[Attainment, bool]]] = {}
    for one, lateness, _changed in rows:
        if isinstance(one, Attainment):
            week = of_week.setdefault(monday_of(one.day.toordinal()), [])
            week.append((one, lateness is Lateness.MEMORY))
    standing: dict[int, GoalWeek] = {}
    for monday, told in of_week.items():
        own_first = [(one.uid not in helped, not late, one.day, one.uid) for one, late in told]
        one, late = told[own_first.index(max(own_first))]
        standing[monday] = GoalWeek(value=one.value, late=late, helper=helped.get(one.uid, ""))
    this = monday_of(today.toordinal())
    mondays = range(min(standing, default=this), this + 1, 7)
    return GoalWeeks(weeks=tuple(standing.get(monday) for monday in mondays))


def told_this_week(
    attainments: Iterable[Attainment], today: date, helped: Mapping[str, str], writer: str
) -> Attainment | None:
    """What who writes now told in the week of `today`, the latest; `writer` is "" for the person."""
    this = monday_of(today.toordinal())
    mine = [
        one
        for one in attainments
        if monday_of(one.day.toordinal()) == this and helped.get(one.uid, "") == writer
    ]
    return max(mine, key=_day, default=None)


def _day(one: Attainment) -> date:
    return one.day


# --- visits and questions


def next_and_past(
    consults: Iterable[Consult], today: date
) -> tuple[tuple[Consult, ...], tuple[Consult, ...]]:
    """Visits from today on, the nearest first, and those before, the latest first."""
    by_day = sorted(consults, key=_consult_day)
    ahead = tuple(one for one in by_day if one.day >= today)
    return ahead, tuple(one for one in reversed(by_day) if one.day < today)


def _consult_day(one: Consult) -> tuple[date, str]:
    return one.day, one.uid


def running(questions: Iterable[Question], past: Sequence[Consult]) -> tuple[Question, ...]:
    """The list for the next visit: open questions in order, then those answered and of no past visit."""
    gone = {one.uid for one in past}
    shown = [one for one in questions if not one.done or one.consult not in gone]
    return tuple(sorted(shown, key=_place))


def _place(one: Question) -> tuple[bool, int, str]:
    return one.done, one.position, one.uid


def moved(questions: Sequence[Question], uid: str, by: int) -> Mapping[str, int]:
    """New positions, by uid, after one question moved up (-1) or down (1) among the open ones of a list."""
    order = [one.uid for one in questions if not one.done]
    at = order.index(uid)
    to = min(max(at + by, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    kept = {one.uid: one.position for one in questions}
    return {one: place for place, one in enumerate(order) if kept[one] != place}

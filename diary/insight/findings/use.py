"""What is taken as needed: on how many days of each month, of those on which it was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from diary.insight.as_needed import DayUse, DoseOfDay, as_needed, combined, days_of, sum_of
from diary.models.care import Treatment
from diary.models.views import AnswerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class UseMonth:
    """One month by its first day: `doses` on `days` days of `answered` answered ones, of `calendar_days`.

    `calendar_days` are those of the month within the period; `unsaid` further days on which something was
    taken, not noted which.
    """

    month: date
    doses: int
    days: int
    answered: int
    calendar_days: int
    unsaid: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineUse:
    """One as-needed medicine by its uid and name, or all together (`treatment` None), month by month."""

    treatment: str | None
    name: str
    months: tuple[UseMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """As-needed use of the days `since` to `until` (ordinals); `n_memory` doses noted late are out."""

    since: int
    until: int
    n_memory: int
    together: MedicineUse
    medicines: tuple[MedicineUse, ...]


def use(
    treatments: Sequence[Treatment],
    doses: Iterable[DoseOfDay],
    answers: Iterable[AnswerRow],
    *,
    since: int,
    until: int,
    today: int,
    tick: Callable[[], None] | None = None,
) -> Use | None:
    """As-needed use of the days `since` to `until` by month; None where no medicine is taken as needed.

    `doses` and `answers` may hold other days too. A medicine is there in the months in which it was answered.
    """
    if tick:
        tick()
    found = as_needed(treatments, doses, answers, today)
    last = min(until, today)
    if not found.treatments or last < since:
        return None
    late = sum(n for (_, day), n in found.late.items() if since <= day <= last)
    each = []
    for one in found.treatments:
        if tick:
            tick()
        each.append(found.by_day(one, since, last))
    months = tuple(_months(since, last))
    by_month = [_by_month(days, months, since, last) for days in each]
    together = each[0] if len(each) == 1 else combined(each)
    return Use(
        since=since,
        until=last,
        n_memory=late,
        together=MedicineUse(treatment=None, name="", months=_by_month(together, months, since, last)),
        medicines=tuple(
            MedicineUse(treatment=one.uid, name=one.name, months=told)
            for one, told in zip(found.treatments, by_month, strict=True)
            if told
        ),
    )


def _by_month(used: Sequence[DayUse], months: Sequence[date], since: int, until: int) -> tuple[UseMonth, ...]:
    """The months in which anything is known; `used` are the days from `since` to `until`."""
    told = []
    for month in months:
        days = days_of(month)
        first, last = max(since, days[0]), min(until, days[-1])
        one = sum_of(used[first - since : last - since + 1])
        if one.answered:
            told.append(
                UseMonth(
                    month=month,
                    doses=one.doses,
                    days=one.days,
                    answered=one.answered,
                    calendar_days=last - first + 1,
                    unsaid=one.unsaid,
                )
            )
    return tuple(told)


def _months(since: int, until: int) -> Iterator[date]:
    month = date.fromordinal(since).replace(day=1)
    while month.toordinal() <= until:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)

"""What is taken as needed: on how many days of each month, of those on which it was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from diary.insight.as_needed import AsNeeded, DoseOfDay, as_needed, days_of
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
    found = as_needed(treatments, doses, answers, today)
    last = min(until, today)
    if not found.treatments or last < since:
        return None
    months = tuple(_months(since, last))
    late = sum(n for (_, day), n in found.late.items() if since <= day <= last)
    each = [
        _medicine(replace(found, treatments=(one,)), months, since, last, tick) for one in found.treatments
    ]
    return Use(
        since=since,
        until=last,
        n_memory=late,
        together=MedicineUse(treatment=None, name="", months=_medicine(found, months, since, last, tick)),
        medicines=tuple(
            MedicineUse(treatment=one.uid, name=one.name, months=told)
            for one, told in zip(found.treatments, each, strict=True)
            if told
        ),
    )


def _medicine(
    found: AsNeeded, months: Sequence[date], since: int, until: int, tick: Callable[[], None] | None
) -> tuple[UseMonth, ...]:
    """The months in which anything is known of the medicines of `found`."""
    told = []
    for month in months:
        if tick:
            tick()
        days = days_of(month)
        first, last = max(since, days[0]), min(until, days[-1])
        one = found.between(first, last)
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

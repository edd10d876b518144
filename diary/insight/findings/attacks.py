"""Attacks and flares: how many a day and a week, and how long they last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from diary.insight.findings.kinds import ROWS_TO_A_TICK
from diary.insight.series import MEMORY, MOMENT, DailySeries
from diary.insight.weeks import monday_of
from diary.models.codes import Answered, AnswerList
from diary.models.moments import Moment, time_between
from diary.models.views import AreaRow, PeriodRows, ValueRow

HURTS = ("pain_now", "pain_peak", "attacks_now")
"""Measures of a moment of which any above 0 makes it a flare, as `insight.flares.is_flare` has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackDay:
    """One day (ordinal) with an answer: `attacks` as counted for the day (None: not said), `flares` noted."""

    day: int
    attacks: int | None
    flares: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackWeek:
    """One week by its Monday: `attacks` on `n` answered days of `days`, `flares` noted."""

    monday: int
    attacks: int
    flares: int
    n: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacks:
    """Attacks of the days `since` to `until` (ordinals): `total` on `n_with` of `n` answered days, of `days`.

    `per_day` is `total` / `n`. `flares` are single moments with pain; `lengths_min` of those with an end, in
    order of time, with their median, shortest and longest; `n_open` have none. `attack_s` is the usual length
    of one attack in seconds, the median of the days that say it (`n_attack_s`).
    """

    since: int
    until: int
    days: int
    n: int
    n_with: int
    total: int
    n_memory: int
    per_day: float | None
    flares: int
    days_with_flares: int
    n_open: int
    lengths_min: tuple[int, ...]
    median_min: float | None
    attack_s: float | None
    n_attack_s: int
    by_day: tuple[AttackDay, ...]
    weeks: tuple[AttackWeek, ...]


def attacks(
    rows: PeriodRows,
    series: Mapping[str, DailySeries],
    ends: Mapping[str, str],
    *,
    since: int,
    until: int,
    tick: Callable[[], None] | None = None,
) -> Attacks | None:
    """Attacks and flares of the days `since` to `until`, memory notes left out; None where none was answered.

    N counts from the diary's first such answer. `ends` is when a moment was over (RFC 9557) by its entry. A
    list of attacks answered with none is 0; flares are moments with pain or attacks, as `insight.flares` has.
    """
    said, late = _said(rows, series.get("attacks"), since, until)
    found = _flares(rows, since, until, tick)
    if not said and not found:
        return None
    lengths, seconds = _lengths(found, ends), _seconds(series.get("attack_s"), since, until)
    by_day = Counter(row.day for row in found)
    first, last = max(since, min((*said, *by_day, *_first_answers(rows)))), min(until, rows.today)
    return Attacks(
        since=first,
        until=last,
        days=max(0, last - first + 1),
        n=len(said),
        n_with=sum(bool(count) for count in said.values()),
        total=sum(said.values()),
        n_memory=late,
        per_day=sum(said.values()) / len(said) if said else None,
        flares=len(found),
        days_with_flares=len(by_day),
        n_open=len(found) - len(lengths),
        lengths_min=tuple(lengths),
        median_min=median(lengths) if lengths else None,
        attack_s=median(seconds) if seconds else None,
        n_attack_s=len(seconds),
        by_day=_days(said, by_day),
        weeks=tuple(_weeks(said, by_day, first, last)),
    )


def _first_answers(rows: PeriodRows) -> list[int]:
    """The days of the whole diary from which attacks and what hurts in a moment were answered."""
    firsts = [rows.first_days[code] for code in ("attacks", *HURTS) if code in rows.first_days]
    return firsts + [row.day for row in rows.answers if row.list == AnswerList.ATTACKS]


def _said(rows: PeriodRows, series: DailySeries | None, since: int, until: int) -> tuple[dict[int, int], int]:
    """Attacks by day where it was said how many, and on how many further days only a memory note says so."""
    counted = () if series is None else series.between(since, until).counted()
    none = {
        row.day
        for row in rows.answers
        if row.list == AnswerList.ATTACKS and row.answered == Answered.NONE and row.lateness != MEMORY
    }
    said = {day: 0 for day in none if since <= day <= until}
    said |= {row.day: round(row.value) for row in counted if row.value is not None}
    late = () if series is None else series.between(since, until).values
    return said, len({row.day for row in late if row.lateness == MEMORY} - said.keys())


def _flares(
    rows: PeriodRows, since: int, until: int, tick: Callable[[], None] | None
) -> list[ValueRow | AreaRow]:
    """One row of each moment that hurts, by day and start; a helper's only on days without one's own."""
    found: dict[str, ValueRow | AreaRow] = {}
    hurting: list[ValueRow | AreaRow] = []
    for at in range(0, len(rows.values), ROWS_TO_A_TICK):
        if tick:
            tick()
        some = rows.values[at : at + ROWS_TO_A_TICK]
        hurting += [row for row in some if row.kind == MOMENT and row.measure in HURTS and row.value]
    hurting += [row for row in rows.areas if row.kind == MOMENT and row.severity]
    hurting = [one for one in hurting if since <= one.day <= until and one.lateness != MEMORY]
    own = {one.day for one in hurting if not one.author}
    for one in hurting:
        if not one.author or one.day not in own:
            found.setdefault(one.entry, one)
    return sorted(found.values(), key=lambda row: (row.day, row.at or ""))


def _lengths(found: Sequence[ValueRow | AreaRow], ends: Mapping[str, str]) -> list[int]:
    """Minutes of the flares that have an end, in order of time."""
    lengths = (_length(row.at, ends.get(row.entry)) for row in found)
    return [length for length in lengths if length is not None]


def _seconds(series: DailySeries | None, since: int, until: int) -> list[float]:
    """The usual lengths of an attack on the days that say one."""
    if series is None:
        return []
    return [row.value for row in series.between(since, until).counted() if row.value]


def _length(at: str | None, until: str | None) -> int | None:
    """Whole minutes from start to end; None where one is absent or the end lies before the start."""
    if at is None or until is None:
        return None
    length = round(time_between(Moment.parse(at), Moment.parse(until)).total_seconds() / 60)
    return length if length >= 0 else None


def _days(said: Mapping[int, int], flares: Counter[int]) -> tuple[AttackDay, ...]:
    days = sorted(said.keys() | flares.keys())
    return tuple(AttackDay(day=day, attacks=said.get(day), flares=flares[day]) for day in days)


def _weeks(
    said: Mapping[int, int], flares: Mapping[int, int], since: int, until: int
) -> Iterator[AttackWeek]:
    for monday in range(monday_of(since), until + 1, 7):
        days = range(max(since, monday), min(until, monday + 6) + 1)
        yield AttackWeek(
            monday=monday,
            attacks=sum(said.get(day, 0) for day in days),
            flares=sum(flares.get(day, 0) for day in days),
            n=sum(day in said for day in days),
            days=len(days),
        )

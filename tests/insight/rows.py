"""Rows as queries return them, short to write."""

from __future__ import annotations

from datetime import date, timedelta

from diary.models.measures import BY_CODE
from diary.models.records import Measure
from diary.models.views import AnswerRow, AreaRow, EntryRow, PeriodRows, ValueRow

MONDAY = date(2026, 9, 7).toordinal()
"""A Monday to count from."""


def value(
    day: int,
    number: float | None,
    measure: str = "pain_average",
    *,
    kind: str = "day",
    late: str = "same_day",
    source: str = "",
    text: str | None = None,
    changed: bool = False,
    entry: str = "",
    hour: int = 12,
) -> ValueRow:
    """One reading, `day` days after `MONDAY`."""
    at = None
    if kind == "moment":
        at = f"{date.fromordinal(MONDAY + day).isoformat()}T{hour:02}:00:00"
    return ValueRow(
        MONDAY + day, kind, measure, number, text, late, changed, source, at, entry or f"{kind}{day}{source}"
    )


def area(
    day: int,
    severity: int | None,
    qualities: tuple[str, ...] = ("burning",),
    region: str = "foot_L",
    late: str = "same_day",
) -> AreaRow:
    """One place."""
    return AreaRow(MONDAY + day, "day", f"day{day}", severity, qualities, (), ((region, 1.0),), late)


def places(day: int, answered: str = "some", late: str = "same_day") -> AnswerRow:
    """Places answered with some or none."""
    return AnswerRow(MONDAY + day, "day", "places", answered, late)


def entry(day: int, kind: str = "day", late: str = "same_day", *, changed: bool = False) -> EntryRow:
    """One entry's own facts."""
    return EntryRow(MONDAY + day, kind, f"{kind}{day}", late, changed, "", "", "author-self")


def period(
    values: list[ValueRow],
    days: int,
    *,
    today: int | None = None,
    areas: tuple[AreaRow, ...] = (),
    answers: tuple[AnswerRow, ...] = (),
    entries: tuple[EntryRow, ...] | None = None,
    measures: tuple[Measure, ...] = (),
) -> PeriodRows:
    """The rows of `days` days from `MONDAY`; entries follow from the values unless given."""
    firsts: dict[str, int] = {}
    for row in values:
        firsts[row.measure] = min(row.day, firsts.get(row.measure, row.day))
    if entries is None:
        pairs = sorted({(row.day - MONDAY, row.kind, row.lateness) for row in values})
        entries = tuple(entry(day, kind, late) for day, kind, late in pairs)
    return PeriodRows(
        since=MONDAY,
        until=MONDAY + days - 1,
        today=MONDAY + (days - 1 if today is None else today),
        first=min((row.day for row in entries), default=None),
        last=max((row.day for row in entries), default=None),
        measures=dict(BY_CODE) | {one.code: one for one in measures},
        first_days=firsts,
        values=values,
        areas=areas,
        answers=answers,
        entries=entries,
    )


def day_of(day: int) -> str:
    """The ISO date `day` days after `MONDAY`."""
    return (date.fromordinal(MONDAY) + timedelta(days=day)).isoformat()

"""A diary of few rows, without a file, for pictures of one measure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from diary.insight.held import Held
from diary.models.codes import EntryKind, Lateness
from diary.models.measures import BUILT_IN
from diary.models.views import EntryRow, PeriodRows, ValueRow

LAST = date(2026, 11, 20)


def value(ago: int, measure: str, number: float, lateness: Lateness = Lateness.SAME_DAY) -> ValueRow:
    """Return what was given so many days before the last."""
    day = (LAST - timedelta(days=ago)).toordinal()
    kind = EntryKind.NIGHT if measure == "sleep_min" else EntryKind.DAY
    return ValueRow(day, str(kind), measure, number, None, str(lateness), False, "", None, f"{measure}-{day}")


def held_of(values: Iterable[ValueRow], empty: Iterable[int] = ()) -> Held:
    """Return the rows of a diary whose last day is today; `empty` are days with an entry and no value."""
    values = sorted(values)
    days = {row.day: row.lateness for row in values}
    days |= {(LAST - timedelta(days=ago)).toordinal(): str(Lateness.SAME_DAY) for ago in empty}
    firsts: dict[str, int] = {}
    for row in values:
        firsts.setdefault(row.measure, row.day)
    today = LAST.toordinal()
    return Held(
        PeriodRows(
            since=min(days, default=today),
            until=today,
            today=today,
            first=min(days, default=None),
            measures={one.code: one for one in BUILT_IN},
            first_days=firsts,
            values=values,
            areas=(),
            answers=(),
            entries=[
                EntryRow(day, str(EntryKind.DAY), f"e{day}", late, False, "", "", "self")
                for day, late in sorted(days.items())
            ],
            last=max(days, default=None),
        )
    )

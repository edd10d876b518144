"""The rows at hand, cut to any period without asking the diary again: what keeps Trends quick."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from diary.insight.completeness import Completeness, completeness
from diary.insight.nights import with_computed
from diary.insight.period import MeasureNumbers, all_series, measure_numbers
from diary.insight.series import DailySeries, summary
from diary.insight.worst import WorstDays, worst_days
from diary.models.views import EntryRow, PeriodRows


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendNumbers:
    """The numbers of some measures on the days `since` to `until` (ordinals)."""

    since: int
    until: int
    today: int
    measures: Mapping[str, MeasureNumbers]
    worst: WorstDays
    completeness: Completeness


class Held:
    """Rows of some days as series, worked out once; make a new one when the diary changes."""

    def __init__(self, rows: PeriodRows) -> None:
        self.rows = rows = with_computed(rows)
        self._series = all_series(rows)
        self._worst = worst_days(rows.values, rows.areas, rows.answers)

    @property
    def codes(self) -> tuple[str, ...]:
        """The measures that have any value in the whole diary, in its order."""
        known = self.rows.measures
        return tuple(code for code in known if code in self.rows.first_days)

    @property
    def first(self) -> int | None:
        """The diary's first day, None where it is empty."""
        return self.rows.first

    def covers(self, since: int, until: int) -> bool:
        """Whether all there is about these days is at hand."""
        if self.rows.first is None:
            return True
        return (
            max(since, self.rows.first) >= self.rows.since and min(until, self.rows.today) <= self.rows.until
        )

    def numbers(self, since: int, until: int, codes: Iterable[str]) -> TrendNumbers:
        """The numbers of these measures on these days."""
        found = {
            code: measure_numbers(self.rows.measures[code], self.series(code, since, until))
            for code in codes
            if code in self._series
        }
        return TrendNumbers(
            since=since,
            until=until,
            today=self.rows.today,
            measures={code: one for code, one in found.items() if one.series.values or one.series.moments},
            worst=self._worst.between(since, until),
            completeness=completeness(
                _cut(self.rows.entries, since, until), since, until, self.rows.today, self.rows.first
            ),
        )

    def series(self, code: str, since: int, until: int) -> DailySeries:
        """One measure on these days; KeyError for a measure that has no value at hand."""
        return self._series[code].between(since, until)


def with_memory(one: MeasureNumbers) -> float | None:
    """The mean with memory notes counted, beside the one without."""
    return summary(replace(one.series, with_memory=True)).mean


def _cut(rows: Sequence[EntryRow], since: int, until: int) -> Sequence[EntryRow]:
    low = bisect_left(rows, since, key=_day)
    return rows[low : bisect_right(rows, until, key=_day)]


def _day(row: EntryRow) -> int:
    return row.day

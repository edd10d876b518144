"""The days that findings look at: each measure as a series and as an array, and the one fixed period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.insight.nights import with_computed
from diary.insight.period import all_series
from diary.insight.series import DailySeries
from diary.models.codes import MeasureKind
from diary.models.records import Measure
from diary.models.views import PeriodRows

if TYPE_CHECKING:
    from diary.insight.statistics.day_array import Array

FIXED_DAYS = 365
"""Everything that is tested looks at so many days up to the last with an entry, whatever range is shown."""

NUMBERS = frozenset((MeasureKind.SCALE, MeasureKind.COUNT, MeasureKind.MINUTES, MeasureKind.NUMBER))
"""The kinds of measure whose values can be averaged."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until` (ordinals), both included."""

    since: int
    until: int

    @property
    def days(self) -> int:
        """How many they are."""
        return max(0, self.until - self.since + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The rows at hand and their series by code, in the diary's order."""

    rows: PeriodRows
    series: Mapping[str, DailySeries]

    def measure(self, code: str) -> Measure | None:
        """What is known of a measure."""
        return self.rows.measures.get(code)

    def array(self, code: str, period: Period, *, with_memory: bool = False) -> Array:
        """One measure on these days, NaN where it has no value that counts."""
        return array_of(self.series.get(code), period, with_memory=with_memory)


def days_of(rows: PeriodRows, tick: Callable[[], None] | None = None) -> Days:
    """Every measure of `rows` as a series; computed nights are worked out first."""
    rows = with_computed(rows)
    return Days(rows=rows, series=all_series(rows, tick=tick))


def array_of(series: DailySeries | None, period: Period, *, with_memory: bool = False) -> Array:
    """A series as an array of these days, NaN where it has no value that counts."""
    from diary.insight.statistics.day_array import dense

    if series is None:
        return dense((), period.since, period.until)
    rows = series.values if with_memory else series.counted()
    pairs: Iterator[tuple[int, float]] = ((row.day, row.value) for row in rows if row.value is not None)
    return dense(pairs, period.since, period.until)


def fixed_period(rows: PeriodRows) -> Period | None:
    """The days that are tested: the last 365 up to the last day with an entry, None in an empty diary."""
    if rows.first is None or rows.last is None:
        return None
    until = min(rows.last, rows.today)
    return Period(max(rows.first, until - FIXED_DAYS + 1), until)

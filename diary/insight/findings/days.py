"""The days that findings look at: each measure as a series and as an array, and the one fixed period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.insight.nights import with_computed
from diary.insight.period import all_series
from diary.insight.series import MEMORY, DailySeries
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
class Column:
    """One measure on every day of the rows: what counts, and what only memory notes say; NaN elsewhere."""

    counted: Array
    memory: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The rows at hand, their series by code in the diary's order, and the same numbers day by day."""

    rows: PeriodRows
    series: Mapping[str, DailySeries]
    columns: Mapping[str, Column]

    def measure(self, code: str) -> Measure | None:
        """What is known of a measure."""
        return self.rows.measures.get(code)

    def array(self, code: str, period: Period) -> Array:
        """One measure on these days, NaN where it has no value that counts; days may lie outside the rows."""
        found = self.columns.get(code)
        return self._cut(found.counted if found else None, period)

    def memory(self, code: str, period: Period) -> Array:
        """The memory notes of one measure on these days, NaN elsewhere."""
        found = self.columns.get(code)
        return self._cut(found.memory if found else None, period)

    def whole(self) -> Period:
        """From the diary's first day to its last that is not to come, as far as the rows reach."""
        first, last = self.rows.first, self.rows.last
        if first is None or last is None:
            return Period(self.rows.since, self.rows.since - 1)
        return Period(max(first, self.rows.since), min(last, self.rows.until, self.rows.today))

    def _cut(self, column: Array | None, period: Period) -> Array:
        import numpy as np

        found = np.full(period.days, np.nan)
        since, until = max(period.since, self.rows.since), min(period.until, self.rows.until)
        if column is not None and since <= until:
            inside = column[since - self.rows.since : until - self.rows.since + 1]
            found[since - period.since : until - period.since + 1] = inside
        return found


def days_of(rows: PeriodRows, tick: Callable[[], None] | None = None) -> Days:
    """Every measure of `rows` as a series and as columns; computed nights are worked out first."""
    rows = with_computed(rows, tick)
    series = all_series(rows, tick=tick)
    columns = {}
    for code, one in series.items():
        if tick:
            tick()
        columns[code] = column_of(one)
    return Days(rows=rows, series=series, columns=columns)


def column_of(series: DailySeries) -> Column:
    """The values of a series on each of its days."""
    import numpy as np

    at = np.array([row.day for row in series.values], dtype=np.int64) - series.since
    values = np.array([row.value for row in series.values], dtype=np.float64)  # NaN for None
    late = np.array([row.lateness == MEMORY for row in series.values], dtype=np.bool_)
    counted, memory = (np.full(max(0, series.until - series.since + 1), np.nan) for _ in range(2))
    counted[at[~late]], memory[at[late]] = values[~late], values[late]
    return Column(counted=counted, memory=memory)


def fixed_period(days: Days) -> Period | None:
    """The days that are tested: the last 365 up to the last day with an entry, None in an empty diary."""
    whole = days.whole()
    return Period(max(whole.since, whole.until - FIXED_DAYS + 1), whole.until) if whole.days else None

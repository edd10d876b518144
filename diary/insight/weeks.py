"""Weekly means: Monday to Sunday, at least four of seven days [Stone10; clinical.md section 2]."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diary.insight.series import DailySeries

ENOUGH_DAYS = 4
"""A week with fewer days is not averaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of one measure; `mean` is absent below four days. `monday` is an ordinal."""

    monday: int
    n: int
    mean: float | None

    @property
    def sunday(self) -> int:
        """The ordinal of its last day."""
        return self.monday + 6


def monday_of(day: int) -> int:
    """The ordinal of the Monday of the week in which ordinal `day` lies."""
    return day - (day - 1) % 7


def weekly(series: DailySeries) -> tuple[Week, ...]:
    """The weeks of the series that have any value that counts, by date."""
    sums: dict[int, list[float]] = {}
    for row in series.counted():
        if row.value is not None:
            sums.setdefault(monday_of(row.day), []).append(row.value)
    return tuple(
        Week(
            monday=monday,
            n=len(numbers),
            mean=sum(numbers) / len(numbers) if len(numbers) >= ENOUGH_DAYS else None,
        )
        for monday, numbers in sorted(sums.items())
    )


def averaged(weeks: Sequence[Week]) -> tuple[Week, ...]:
    """The weeks with enough days."""
    return tuple(week for week in weeks if week.mean is not None)


def too_few(weeks: Sequence[Week]) -> int:
    """How many weeks have a value but too few days to be averaged."""
    return sum(week.mean is None for week in weeks)

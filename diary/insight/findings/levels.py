"""The one lasting change of level of the fixed period, and what else changed around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.insight.findings.concurrent import Happening, near
from diary.insight.findings.days import Days, Period

if TYPE_CHECKING:
    from diary.insight.statistics.shift import Shift

DATED_DAYS = 31
"""With more days of give or take a change of level has no date worth naming other things by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChange:
    """One measure from `since` to `until` (ordinals) and its one change of level, or none.

    `since` is the measure's first day where that is later than the fixed period's. `day` is the first day
    of the new level (ordinal; `shift.at` counts from `since`), None where none was found. `concurrent` can
    have happened within its give-or-take days: named, never as its cause, and only where its date is known to
    a month (`is_dated`): over a longer time almost everything lies. `n_memory` memory notes are out.
    """

    measure: str
    since: int
    until: int
    shift: Shift
    n_memory: int = 0
    day: int | None = None
    concurrent: tuple[Happening, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether a change was found and its date is known to a month or better either way."""
        give_or_take = self.shift.give_or_take_days
        return self.day is not None and give_or_take is not None and give_or_take <= DATED_DAYS


def level_change(
    days: Days,
    code: str,
    tested: Period,
    happened: Iterable[Happening] = (),
    tick: Callable[[], None] | None = None,
) -> LevelChange:
    """Search a measure for its one change of level on the days of the fixed period."""
    from diary.insight.statistics.day_array import observed
    from diary.insight.statistics.shift import shift

    series = days.series.get(code)
    if series is not None:
        tested = Period(series.between(tested.since, tested.until).from_day, tested.until)
    found = shift(days.array(code, tested), tick)
    plain = LevelChange(
        measure=code,
        since=tested.since,
        until=tested.until,
        shift=found,
        n_memory=len(observed(days.memory(code, tested))),
    )
    if not found.found or found.at is None:
        return plain
    day, around = tested.since + found.at, found.give_or_take_days or 0
    dated = replace(plain, day=day)
    if not dated.is_dated:
        return dated
    return replace(dated, concurrent=near(happened, Period(day - around, day + around), day))

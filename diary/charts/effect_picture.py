"""Before and after one start, worked out before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.charts.picture import PanelPicture, Picture, measure_panel
from diary.insight.series import MEMORY
from diary.models.codes import Lateness

if TYPE_CHECKING:
    from diary.insight.findings.concurrent import Happening
    from diary.insight.findings.effects import Outcome, TreatmentEffect
    from diary.insight.period import MeasureNumbers

WEEK, SETTLING, SIDE, LEAST = 7, 14, 84, 28
"""Days before a start and after it that are not tested; most and least days of a side."""


class Zone(StrEnum):
    """What the days of a stretch are: compared on a side, or shown alone."""

    BEFORE = "before"
    SHOWN = "shown"
    AFTER = "after"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Dot:
    """A day's value; `mark` is "same_day", "later" (the next days or imported) or "memory"."""

    day: int
    value: float
    mark: str
    zone: Zone


@dataclass(frozen=True, slots=True)
class SideBar:
    """The mean of one side over `n` of `days` days."""

    since: int
    until: int
    mean: float | None
    n: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectPicture(Picture):
    """One panel around day `start`; `shown` is the first and last day that is not tested."""

    start: int
    name: str
    shown: tuple[int, int]
    dots: tuple[Dot, ...]
    sides: tuple[SideBar, ...]
    others: tuple[tuple[int, str], ...]


def reach(effect: TreatmentEffect, outcome: Outcome | None, first: int, last: int) -> tuple[int, int]:
    """The first and last day to show: those compared, else the most that could be, within the diary."""
    result = outcome.result if outcome else None
    since, until = effect.day - WEEK - SIDE, effect.last_step + SETTLING + SIDE - 1
    if result is not None and result.before_days >= LEAST:
        since, until = result.before_since or since, result.after_until or until
    return max(first, since), max(min(last, until), max(first, since) + 1)


def effect_picture(
    effect: TreatmentEffect,
    outcome: Outcome,
    numbers: MeasureNumbers,
    others: Sequence[tuple[Happening, str]],
    name: str,
) -> EffectPicture:
    """The picture of one measure on the days of `numbers`; `others` come with their words."""
    series, result = numbers.series, outcome.result
    sides = []
    if None not in (result.before_since, result.after_since) and result.before_mean is not None:
        pairs = (
            (
                result.before_since,
                result.before_until,
                result.before_mean,
                result.before_n,
                result.before_days,
            ),
            (result.after_since, result.after_until, result.after_mean, result.after_n, result.after_days),
        )
        sides = [SideBar(int(a or 0), int(b or 0), mean, n, days) for a, b, mean, n, days in pairs]
    shown = (effect.day - WEEK, effect.last_step + SETTLING - 1)
    dots = [
        Dot(row.day, row.value, _mark(row.lateness), _zone(row.day, shown, sides))
        for row in series.values
        if row.value is not None
    ]
    marks = [(one.first, words) for one, words in others if series.since <= one.first <= series.until]
    return EffectPicture(
        since=series.since,
        until=series.until,
        panels=(panel_of(numbers),),
        start=effect.day,
        name=name,
        shown=shown,
        dots=tuple(dots),
        sides=tuple(sides),
        others=tuple(marks),
    )


def panel_of(numbers: MeasureNumbers) -> PanelPicture:
    """The name and scale of a measure."""
    return measure_panel(numbers)


def _mark(lateness: str) -> str:
    if lateness == MEMORY:
        return "memory"
    return "same_day" if lateness == Lateness.SAME_DAY else "later"


def _zone(day: int, shown: tuple[int, int], sides: Sequence[SideBar]) -> Zone:
    if shown[0] <= day <= shown[1]:
        return Zone.SHOWN
    for side, zone in zip(sides, (Zone.BEFORE, Zone.AFTER), strict=False):
        if side.since <= day <= side.until:
            return zone
    return Zone.BESIDE

"""Days and their values in words, and the ends of a scale, for pictures of one measure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from diary.insight.day_values import WORST, WORST_IS
from diary.models.codes import MeasureKind
from diary.models.records import Measure, Reading
from diary.wording import say
from diary.wording.answers import answer_words, measure_words

if TYPE_CHECKING:
    from diary.insight.day_values import DayValue

MINUTES = 60


def name_words(code: str, measures: Mapping[str, Measure]) -> str:
    """What a measure is called; `WORST` is the worst pain."""
    return measure_words(WORST_IS.code if code == WORST else code, measures)


def value_words(value: float, measure: Measure) -> str:
    """A value as it is read: "6 h 10", "yes", "5.5"."""
    return answer_words(Reading(measure=measure.code, value=round(value, 1)), measure)


def short_words(value: float, measure: Measure) -> str:
    """A value as short as can be, for an axis: "6 h", "30 min", "5"."""
    if measure.kind is MeasureKind.MINUTES and value % MINUTES == 0 and value:
        return say("chart.hours", hours=round(value / MINUTES))
    if measure.kind is MeasureKind.MINUTES and value < MINUTES:
        return say("factor.minutes", minutes=round(value))
    return value_words(value, measure)


def mean_words(mean: float, measure: Measure) -> str:
    """A mean as it is read: always one decimal, lengths of time as such."""
    if measure.kind is MeasureKind.MINUTES or measure.unit == "s":
        return value_words(mean, measure)
    return f"{mean:.1f}"


def range_words(low: float, high: float, measure: Measure) -> str:
    """A bin: its number, or from where it goes to under where."""
    if low == high:
        return value_words(low, measure)
    return say("spread.bin", low=short_words(low, measure), high=short_words(high, measure))


def day_title(day: int) -> str:
    """A day in words, "Thursday 12 November 2026"."""
    found = date.fromordinal(day)
    names = {"weekday": say(f"weekday.long.{found.weekday()}"), "month": say(f"month.long.{found.month}")}
    return say("trends.day_title", day=found.day, year=found.year, **names)


def notes_of(one: DayValue) -> list[str]:
    """How a value was written, one phrase each; nothing where it was written in time by the person."""
    said = [say("trends.told_late")] if one.memory else []
    said += [say("trends.told_imported")] if one.imported and not one.memory else []
    said += [say("trends.told_changed")] if one.changed else []
    return [*said, say("trends.told_by", name=one.by)] if one.by else said


def told_words(one: DayValue, measure: Measure) -> str:
    """A value and how it was written."""
    phrases = [value_words(one.value, measure), *notes_of(one)]
    return reduce(lambda first, rest: say("trends.told_all", first=first, rest=rest), phrases)


def end_words(measure: Measure) -> tuple[str, str]:
    """The words at both ends of a scale from 0 to 10; empty where it has none."""
    if measure.kind is not MeasureKind.SCALE:
        return ("", "")
    if measure.label:
        return (measure.low_words or "", measure.high_words or "")
    if measure.code.startswith("pain"):
        return (say("measure.pain.low"), say("measure.pain.high_short"))
    return (say(f"measure.{measure.code}.low"), say(f"measure.{measure.code}.high"))

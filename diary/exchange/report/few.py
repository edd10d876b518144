"""Pain on so few days that a chart would hold a dot or two: the days are told in words instead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.words import day_words, number_words, sentences
from diary.models.codes import Lateness
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.insight.period import MeasureNumbers
    from diary.models.views import ValueRow

FEW_DAYS = 2
"""Up to this many days with a number are told, not drawn."""

SAID = ("pain_average", "pain_worst", "pain_least", "pain_now")


def are_few(series: Mapping[str, MeasureNumbers]) -> bool:
    """Whether all pain numbers together fall on `FEW_DAYS` days or fewer."""
    return len(_days(series)) <= FEW_DAYS


def few_words(series: Mapping[str, MeasureNumbers]) -> str:
    """What each day says, as "21 Nov 2026: average 4, worst 6, least 2."."""
    return sentences(*(_day(day, series) for day in _days(series)))


def _days(series: Mapping[str, MeasureNumbers]) -> list[int]:
    return sorted({row.day for one in series.values() for row in one.series.values + one.series.moments})


def _day(day: int, series: Mapping[str, MeasureNumbers]) -> str:
    told, late = [], False
    for code in SAID:
        if code in series:
            one = series[code].series
            rows = one.moments if code == "pain_now" else one.values
            there = [row for row in rows if row.day == day and row.value is not None]
            numbers = [_number(row) for row in there]
            late = late or any(row.lateness == Lateness.MEMORY for row in there)
            if numbers:
                told.append(say(f"report.few.{code}", number=", ".join(numbers)))
    words = {"day": day_words(date.fromordinal(day)), "numbers": ", ".join(told)}
    return say("report.few_day_late", **words) if late else say("report.few_day", **words)


def _number(row: ValueRow) -> str:
    value = row.value or 0.0
    return number_words(value, 0 if value == int(value) else 1)

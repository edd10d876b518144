"""Measures and what was answered to them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.codes import MeasureKind
from diary.models.measures import BY_CODE, SLEEP_EFFICIENCY
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from diary.models.records import Measure, Reading

DAY_MIN = 24 * 60

TEXTS: dict[str, str | tuple[str, str]] = {
    "answers.yes": "yes",
    "answers.no": "no",
    "answers.percent": "{n} %",
}


def minutes_words(minutes: float) -> str:
    """A length of time as it is read, "6 h 10"; parts of a minute are rounded."""
    hours, rest = divmod(round(minutes), 60)
    return say("stepper.minutes", hours=hours, minutes=rest)


def seconds_words(seconds: float) -> str:
    """A length of time as it is read: "20 s", "2 min", "2 min 30 s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return say("factor.seconds", seconds=rest)
    if not rest:
        return say("factor.minutes", minutes=minutes)
    return say("factor.minutes_seconds", minutes=minutes, seconds=rest)


def length_words(length: timedelta) -> str:
    """How long a flare lasted: "20 min", "1 h 05", "2 days 3 h 00"."""
    days, minutes = divmod(max(0, round(length.total_seconds() / 60)), DAY_MIN)
    hours, rest = divmod(minutes, 60)
    words = say("flare.hours", hours=hours, minutes=rest) if hours else say("flare.minutes", minutes=rest)
    return say_n("flare.days", days, rest=words) if days else words


def measure_words(code: str, measures: Mapping[str, Measure], *, short: bool = False) -> str:
    """What a measure is called: its own label, the catalogue's name, or its code where it is unknown."""
    measure = measures.get(code)
    if measure is not None and measure.label:
        return measure.label
    if code in BY_CODE or code == SLEEP_EFFICIENCY.code:
        return say(f"measure.{code}.short" if short else f"measure.{code}.name")
    return code


def answer_words(reading: Reading, measure: Measure | None) -> str:
    """What was answered: the word of a choice, "6 h 45", "yes", or the number."""
    if reading.text:
        return reading.text
    value = reading.value
    if value is None:
        return say("not_answered")
    if measure is not None and measure.kind is MeasureKind.MINUTES:
        return minutes_words(value)
    if measure is not None and measure.unit == "s":
        return seconds_words(value)
    if measure is not None and measure.kind is MeasureKind.YES_NO:
        return say("answers.yes" if value else "answers.no")
    return (
        say("answers.percent", n=f"{value:g}") if reading.measure == SLEEP_EFFICIENCY.code else f"{value:g}"
    )

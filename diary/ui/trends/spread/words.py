"""How often each value came in sentences and rows, and how it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.charts.value_words import mean_words, value_words
from diary.insight.day_values import WORST, DayValues
from diary.insight.worst import SEVERE
from diary.ui.parts.how_known import Known
from diary.ui.trends.block import Told
from diary.ui.trends.spans import period_words
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.charts.spread_picture import Half, SpreadPicture
    from diary.insight.statistics.mean import Mean
    from diary.models.records import Measure

COLUMNS: Final = ("value", "days", "share")
HALF_COLUMNS: Final = ("earlier", "later")
LEAST_RANGE: Final = 42
LEAST_MIDDLE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The mean of the counted days and what the analysis adds; `waits` is said while it is not there."""

    mean: float | None
    more: Mean | None = None
    waits: str = ""


def level_of(values: DayValues, more: Mean | None, waits: str) -> Level:
    """The mean of the days that count; none for yes or no."""
    counted = [one.value for one in values.counted()]
    mean = None if values.is_yes_no or not counted else sum(counted) / len(counted)
    return Level(mean=mean, more=more if mean is not None else None, waits=waits)


def nothing_told(title: str) -> Told:
    """What is said where there is no value."""
    return Told(headline=title or say("spread.nothing"), sentences=(say("spread.nothing_text"),))


def picture_of(values: DayValues, measures: Mapping[str, Measure], level: Level) -> SpreadPicture:
    """The bars of these days."""
    from diary.charts.spread_picture import halves_of, spread_picture

    said = "" if level.mean is None else say("spread.mean_said", mean=mean_words(level.mean, values.measure))
    interval = level.more.interval if level.more is not None else None
    if interval is not None and values.is_scale:
        interval = interval.within(0.0, 10.0)
    halves = [period_words(one.since, one.until) for one in halves_of(values)]
    return spread_picture(values, measures, level.mean, interval, said, halves)


def spread_told(picture: SpreadPicture, level: Level) -> Told:
    """What is shown of the bars."""
    columns = [*COLUMNS, *(HALF_COLUMNS if picture.halves else ()), *(("late",) if picture.n_late else ())]
    return Told(
        headline=picture.title,
        sentences=_sentences(picture, level),
        known=_known(picture, level),
        part=picture,
        columns=[say(f"spread.column.{one}") for one in columns],
        rows=_rows(picture),
    )


def _sentences(picture: SpreadPicture, level: Level) -> list[str]:
    values = picture.values
    said = [_first(picture, level)]
    if level.mean is not None:
        said += _range(picture, level)
    if values.code == WORST and picture.n:
        severe = sum(one.value >= SEVERE for one in values.counted())
        said.append(say_n("spread.severe", severe, severity=SEVERE, of=picture.n))
    if level.mean is not None:
        said += _around(picture, level)
    if picture.halves:
        said += [_halves(picture), say("spread.halves_are")]
    return [*said, say_n("spread.late", picture.n_late)] if picture.n_late else said


def _first(picture: SpreadPicture, level: Level) -> str:
    values = picture.values
    if not picture.n:
        return say("spread.only_late")
    if level.mean is None:
        return say_n("spread.yes", sum(bool(one.value) for one in values.counted()), of=picture.n)
    mean = mean_words(level.mean, values.measure)
    return say_n("spread.mean", values.days, mean=mean, some=picture.n)


def _range(picture: SpreadPicture, level: Level) -> list[str]:
    if picture.interval is not None:
        low, high = (
            mean_words(end, picture.values.measure) for end in (picture.interval.low, picture.interval.high)
        )
        return [say("spread.range", low=low, high=high)]
    if picture.n < LEAST_RANGE:
        return [say("spread.range_later")]
    return [level.waits] if level.waits else []


def _around(picture: SpreadPicture, level: Level) -> list[str]:
    """How the days lie about their mean."""
    measure, said = picture.values.measure, []
    most = max(picture.bars, key=_count)
    said.append(say_n("spread.often", most.count, value=most.title))
    told = sorted(one.value for one in picture.values.counted())
    if len(told) >= LEAST_MIDDLE:
        low, high = told[len(told) // 4], told[(3 * len(told) - 1) // 4]
        said.append(say("spread.middle", low=value_words(low, measure), high=value_words(high, measure)))
    more = level.more
    if more is not None and more.sd is not None:
        said.append(say("spread.sd", sd=mean_words(more.sd, measure)))
    if more is not None and more.day_to_day is not None:
        said.append(say_n("spread.change", more.pairs, size=mean_words(more.day_to_day, measure)))
    return said


def _count(bar: object) -> int:
    from diary.charts.spread_picture import SpreadBin

    assert isinstance(bar, SpreadBin)  # the only kind there is
    return bar.count


def _halves(picture: SpreadPicture) -> str:
    first, second = picture.halves
    told = {"a": _half_value(picture, first), "b": _half_value(picture, second)}
    counts = {"first": _half_of(first), "second": _half_of(second)}
    return say("spread.halves", **told, **counts)


def _half_value(picture: SpreadPicture, half: Half) -> str:
    assert half.mean is not None  # a half without a value is not there
    if picture.values.is_yes_no:
        return say("answers.percent", n=round(100 * half.mean))
    return mean_words(half.mean, picture.values.measure)


def _half_of(half: Half) -> str:
    return say_n("n_of_days", half.days, some=half.n)


def _known(picture: SpreadPicture, level: Level) -> Known:
    values = picture.values
    until = values.from_day + values.days - 1
    n = [_first(picture, level)]
    if picture.n_late and not values.is_yes_no:
        mean = sum(one.value for one in values.values) / len(values.values)
        n.append(say("spread.late_mean", mean=mean_words(mean, values.measure)))
    method = [say("spread.worst_how")] if values.code == WORST else []
    method += [say("spread.moments_how")] if values.by_moment else []
    method.append(say("spread.how"))
    method += [say("spread.range_how")] if picture.interval is not None else []
    return Known(
        data=say("trends.known.days", period=period_words(values.from_day, max(until, values.from_day))),
        n=" ".join(n),
        method=" ".join(method),
        topic="worst" if values.code == WORST else "mean",
    )


def _rows(picture: SpreadPicture) -> list[list[str]]:
    return [
        [
            bar.title,
            str(bar.count),
            say("answers.percent", n=round(100 * bar.share)),
            *(str(one) for one in bar.halves),
            *([str(bar.late)] if picture.n_late else []),
        ]
        for bar in picture.bars
    ]

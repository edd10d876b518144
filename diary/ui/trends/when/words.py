"""Weekdays and parts of the day in sentences and rows, and how they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.when_picture import SATURDAY, hour_picture, signed, weekday_picture
from diary.ui.parts.how_known import Known
from diary.ui.trends.block import Told
from diary.ui.trends.spans import period_words
from diary.wording import say, say_n
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.insight.findings.days import Period
    from diary.insight.findings.patterns import Hours, WeekdayEntries, Weekdays
    from diary.insight.statistics.hours import Part
    from diary.insight.statistics.weekdays import Weekday, Weekend

YEAR = 365

WEEKDAY_COLUMNS = ("weekday", "mean", "range", "days", "apart", "apart_range", "p")
HOUR_COLUMNS = ("part", "mean", "moments", "moment_days", "compared", "apart", "apart_range", "p")


def weekdays_told(found: Weekdays | None, tested: Period | None) -> Told:
    """What is shown of the weekdays."""
    if found is None or tested is None:
        return Told(headline=say("when.none"), sentences=(say("when.none_text"),))
    headline, said = _weekday_sentences(found)
    return Told(
        headline=headline,
        sentences=(*said, *_entries(found), _period(tested)),
        known=_weekdays_known(found, tested),
        part=weekday_picture(found),
        columns=[say(f"when.column.{one}") for one in WEEKDAY_COLUMNS],
        rows=_weekday_rows(found),
    )


def _weekday_sentences(found: Weekdays) -> tuple[str, list[str]]:
    """The headline, and what follows it."""
    pattern = found.pattern
    if not pattern.enough:
        lacking = pattern.days_lacking
        need = say_n("when.few_days", lacking) if lacking else say("when.few_of_one", n=pattern.least_n)
        return say("when.few"), [need]
    if not pattern.pattern:
        return say("when.nothing"), [say("when.nothing_text")]
    said = [_day_words(one) for one in pattern.weekdays if one.named]
    names = {one.weekday for one in pattern.weekdays if one.named}
    weekend = pattern.weekend
    if weekend and _clear(weekend.low, weekend.high) and not any(day < SATURDAY for day in names):
        said.insert(0, _weekend_words(weekend))
    return say("when.weekdays_differ"), [*(said or [say("when.differs_text")]), say("when.not_cause")]


def _clear(low: float, high: float) -> bool:
    return low > 0 or high < 0


def _weekend_words(one: Weekend) -> str:
    """How far weekends lie from the other days; a range below nought is turned with its words."""
    if one.difference > 0:
        return say("when.weekend_higher", **_sizes(one.difference, one.low, one.high))
    return say("when.weekend_lower", **_sizes(-one.difference, -one.high, -one.low))


def _day_words(one: Weekday) -> str:
    day = say(f"weekday.long.{one.weekday}")
    assert one.difference is not None  # named only with all of it
    assert one.difference_low is not None
    assert one.difference_high is not None
    if one.difference > 0:
        sizes = _sizes(one.difference, one.difference_low, one.difference_high)
        return say("when.day_higher", day=day, **sizes)
    sizes = _sizes(-one.difference, -one.difference_high, -one.difference_low)
    return say("when.day_lower", day=day, **sizes)


def _sizes(size: float, low: float, high: float) -> dict[str, str]:
    ends = {"low": low, "high": high}
    return {"size": f"{size:.1f}", **{name: signed(end).lstrip("+") for name, end in ends.items()}}


def _entries(found: Weekdays) -> list[str]:
    """How complete each weekday is, where that differs; and what is left out."""
    said = [
        say_n(
            "when.days_n",
            found.days,
            some=found.n,
            measure=measure_words(found.measure, {}),
        )
    ]
    if found.entries_differ:
        least = min(found.entries, key=_share)
        day = say(f"weekday.long.{least.weekday}")
        said.append(say("when.entries_rarer", day=day, some=least.n, n=least.days))
    elif found.entries_differ is False:
        said.append(say("when.entries_even"))
    return said


def _share(one: WeekdayEntries) -> float:
    return one.share


def _period(tested: Period) -> str:
    period = period_words(tested.since, tested.until)
    return say("when.period" if tested.until - tested.since + 1 >= YEAR else "when.period_all", period=period)


def _weekdays_known(found: Weekdays, tested: Period) -> Known:
    pattern, method = found.pattern, [say("when.weekdays_how")]
    if pattern.p is not None:
        tested_words = say(
            "when.weekdays_tested",
            df_a=6,
            df_b=round(pattern.df or 0),
            f=f"{pattern.f or 0:.2f}",
            p=p_words(pattern.p),
            phi=f"{pattern.phi or 0:.2f}",
        )
        method.append(tested_words)
    n = [_entries(found)[0]]
    if found.n_memory:
        n.append(say_n("when.memory", found.n_memory))
    return Known(data=_period(tested), n=" ".join(n), method=" ".join(method), topic="patterns")


def p_words(p: float) -> str:
    """A p with three decimals, never nought."""
    return say("when.p_below") if p < 0.001 else f"{p:.3f}"


def _weekday_rows(found: Weekdays) -> list[list[str]]:
    return [
        [
            say(f"weekday.long.{one.weekday}"),
            _number(one.mean),
            _range(one.low, one.high),
            say("when.of", some=entries.n, n=entries.days),
            _signed(one.difference),
            _range(one.difference_low, one.difference_high, sign=True),
            _p(one.p),
        ]
        for one, entries in zip(found.pattern.weekdays, found.entries, strict=True)
    ]


def _number(value: float | None) -> str:
    return say("when.absent") if value is None else f"{value:.1f}"


def _signed(value: float | None) -> str:
    return say("when.absent") if value is None else signed(value)


def _range(low: float | None, high: float | None, *, sign: bool = False) -> str:
    if low is None or high is None:
        return say("when.absent")
    ends = [signed(one) if sign else f"{one:.1f}" for one in (low, high)]
    return say("when.range", low=ends[0], high=ends[1])


def _p(p: float | None) -> str:
    return say("when.absent") if p is None else p_words(p)


# --- parts of the day


def hours_told(found: Hours | None, tested: Period | None) -> Told:
    """What is shown of the parts of the day."""
    if found is None or tested is None or not found.pattern.n_moments:
        said = [say("when.hours_none_text"), say("when.caution")]
        return Told(headline=say("when.hours_none"), sentences=said)
    headline, told = _hour_sentences(found)
    return Told(
        headline=headline,
        sentences=(*told, _moments(found), say("when.caution"), _period(tested)),
        known=_hours_known(found, tested),
        part=hour_picture(found),
        columns=[say(f"when.column.{one}") for one in HOUR_COLUMNS],
        rows=[_hour_row(one) for one in found.pattern.parts],
    )


def _hour_sentences(found: Hours) -> tuple[str, Sequence[str]]:
    pattern = found.pattern
    if not pattern.enough:
        compared = say_n("when.hours_moments", pattern.moments_compared)
        have = say_n("when.hours_have", pattern.days_compared, moments=compared)
        return say("when.hours_few"), [say("when.hours_need"), have]
    if not pattern.pattern:
        return say("when.hours_nothing"), [say("when.hours_nothing_text")]
    return say("when.hours_differ"), [_part_words(one) for one in pattern.parts if one.named]


def _part_words(one: Part) -> str:
    assert one.difference is not None  # named only with all of it
    assert one.low is not None
    assert one.high is not None
    at = say(f"when.at.{one.part}")
    if one.difference > 0:
        return say("when.part_higher", at=at, **_sizes(one.difference, one.low, one.high))
    return say("when.part_lower", at=at, **_sizes(-one.difference, -one.high, -one.low))


def _moments(found: Hours) -> str:
    one = found.pattern
    return say_n("when.hours_n", one.n_moments, days=one.n_days, compared=one.days_compared)


def _hours_known(found: Hours, tested: Period) -> Known:
    n, method = [_moments(found)], [say("when.hours_how")]
    if found.n_without_time:
        n.append(say_n("when.hours_untimed", found.n_without_time))
    if found.n_memory:
        n.append(say_n("when.hours_memory", found.n_memory))
    if found.pattern.p is not None:
        method.append(say("when.hours_tested", p=p_words(found.pattern.p)))
    return Known(data=_period(tested), n=" ".join(n), method=" ".join(method), topic="patterns")


def _hour_row(one: Part) -> list[str]:
    return [
        say("when.part_title", name=say(f"when.part.{one.part}"), clock=say(f"when.clock.{one.part}")),
        _number(one.mean),
        str(one.n_moments),
        str(one.n_days),
        str(one.n_compared),
        _signed(one.difference),
        _range(one.low, one.high, sign=True),
        _p(one.p),
    ]

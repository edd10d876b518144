"""The report's pain in words and numbers: headline numbers, and what the chart shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.charts.binning import bin_days
from diary.exchange.report.words import number_words, percent, sentences
from diary.exchange.report_data import BigNumber, PainSection
from diary.exchange.report_few import are_few, few_words
from diary.insight.completeness import GAP_DAYS
from diary.insight.series import summary
from diary.insight.weeks import averaged
from diary.models.codes import Lateness
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.insight.period import MeasureNumbers, PeriodNumbers
    from diary.insight.weeks import Week
    from diary.models.views import ValueRow

CODES = ("pain_average", "pain_worst", "pain_least", "pain_now")

NUMBERED_DAYS = 150
"""Up to this many days weekly bars have room for their number."""

WINDOW_DAYS = 28
"""Days at either end of a period that are set beside one another."""

SHARED_DAYS = 10
"""With fewer days than this a share in per cent says more than is known."""

STEADY = 0.5
"""Weekly means closer than this are called about the same."""


def headline(numbers: PeriodNumbers) -> tuple[BigNumber, ...]:
    """Average, worst, days with worst 7 or more, days on which nothing hurt; only what was recorded."""
    found: list[BigNumber] = []
    average, worst = numbers.numbers("pain_average"), numbers.numbers("pain_worst")
    if average is not None and average.summary.mean is not None:
        found.append(_mean("report.average", average))
    elif (now := numbers.numbers("pain_now")) is not None and now.summary.mean is not None:
        note = say_n("report.from_moments", now.summary.n_moments)
        label = say("report.average_moments")
        found.append(BigNumber(label=label, number=number_words(now.summary.mean), note=note))
    if worst is not None and worst.summary.mean is not None:
        found.append(_mean("report.worst", worst))
    if numbers.since == numbers.until:
        return tuple(found)  # one day has no count of days
    days = numbers.worst
    if days.n:
        severe = days.at_least()
        found.append(
            BigNumber(
                label=say("report.severe"),
                number=str(severe),
                after=say("report.of", n=days.n),
                note=_severe_note(severe, days.n, days.n_told_by_others),
            )
        )
    if numbers.places.n:
        found.append(
            BigNumber(
                label=say("report.nothing"),
                number=str(numbers.places.n_nothing),
                after=say("report.of", n=numbers.places.n),
                note=say("report.nothing_note"),
            )
        )
    return tuple(found)


def _severe_note(severe: int, days: int, alone: int) -> str:
    """The share of days, where they are enough for one, and how many only moments or places tell of."""
    if days < SHARED_DAYS:
        return say_n("report.alone", alone) if alone else ""
    share = percent(severe, days)
    if alone:
        return say_n("report.severe_alone", alone, percent=share)
    return say("report.severe_note", percent=share)


def _mean(key: str, one: MeasureNumbers) -> BigNumber:
    told = one.summary
    assert told.mean is not None  # callers ask first
    low, high = number_words(told.minimum or 0, 0), number_words(told.maximum or 0, 0)
    days = say_n("report.on_days", told.days, there=told.n)
    if told.n == 1 and key == "report.worst":
        return BigNumber(label=say("report.worst_one"), number=number_words(told.mean), note=days)
    note = days if low == high else say("report.range", days=days, low=low, high=high)
    label = say("report.average") if key == "report.average" else say("report.worst")
    return BigNumber(label=label, number=number_words(told.mean), note=note)


def pain_section(numbers: PeriodNumbers) -> PainSection:
    """What the chart of pain says, and the numbers behind it."""
    series = {code: one for code in CODES if (one := numbers.numbers(code)) is not None}
    if not series:
        return PainSection(title=say("report.pain"), alt="", finding="", caption=say("report.pain_none"))
    if are_few(series):
        return PainSection(title=say("report.pain"), alt="", finding="", caption=few_words(series))
    return PainSection(
        title=say("report.pain"),
        alt=_alt(numbers),
        finding=_finding(numbers),
        caption=_caption(numbers),
        series={code: _plain(one) for code, one in series.items()},
        gaps=tuple((gap.first, gap.last) for gap in numbers.completeness.gaps if gap.days > GAP_DAYS),
    )


def _plain(one: MeasureNumbers) -> dict[str, Any]:
    return {
        "first_day": one.series.first_day,
        "by_moment": one.series.by_moment,
        "values": [_row(row) for row in one.series.values],
        "moments": [_row(row) for row in one.series.moments],
    }


def _row(row: ValueRow) -> list[Any]:
    return [row.day, row.kind, row.value, row.lateness, row.at]


def _alt(numbers: PeriodNumbers) -> str:
    average, worst = numbers.numbers("pain_average"), numbers.numbers("pain_worst")
    if average is None or average.summary.mean is None:
        now = numbers.numbers("pain_now")
        return say("report.pain_alt_moments", n=now.summary.n if now is not None else 0)
    mean, told = number_words(average.summary.mean), average.summary
    trend = _trend(average.weeks)
    if worst is None or worst.summary.mean is None:
        return say("report.pain_alt_short", mean=mean, trend=trend, n=told.n, days=told.days)
    return say(
        "report.pain_alt",
        mean=mean,
        trend=trend,
        n=told.n,
        days=told.days,
        worst=number_words(worst.summary.mean),
    )


def _finding(numbers: PeriodNumbers) -> str:
    """The first four weeks of the period beside its last four; "" where they overlap or one is empty."""
    average = numbers.numbers("pain_average")
    until = min(numbers.until, numbers.today)
    if average is None or until - numbers.since + 1 < 2 * WINDOW_DAYS:
        return ""
    first = summary(average.series.between(numbers.since, numbers.since + WINDOW_DAYS - 1))
    last = summary(average.series.between(until - WINDOW_DAYS + 1, until))
    if first.mean is None or last.mean is None:
        return ""
    return say(
        "report.then_and_now",
        first=number_words(first.mean),
        first_n=first.n,
        last=number_words(last.mean),
        last_n=last.n,
        days=WINDOW_DAYS,
    )


def _trend(weeks: Sequence[Week]) -> str:
    means = [week.mean for week in averaged(weeks) if week.mean is not None]
    if len(means) < 2:
        return say("report.few_to_compare")
    first, last = means[0], means[-1]
    if abs(last - first) < STEADY:
        return say("report.steady")
    words = {"first": number_words(first), "last": number_words(last)}
    return say("report.falling", **words) if last < first else say("report.rising", **words)


def _caption(numbers: PeriodNumbers) -> str:
    """What the marks of the chart mean; only those that occur."""
    series = [numbers.measures[code].series for code in CODES if code in numbers.measures]
    average = numbers.numbers("pain_average")
    marks = {row.lateness for row in average.series.values} if average is not None else set()
    together = bin_days(numbers.until - numbers.since + 1)
    line = say("report.caption_line") if together == 1 else say("report.caption_binned", n=together)
    from diary.charts.arrays import DOTTED_DAYS

    later = {Lateness.NEXT_DAY, Lateness.LATER} & marks and numbers.until - numbers.since < DOTTED_DAYS
    spread = {"pain_worst", "pain_least"} <= numbers.measures.keys()
    return sentences(
        _weeks_words(numbers),
        line if average is not None else "",
        say("report.caption_band") if spread else "",
        say("report.caption_moments") if any(one.moments for one in series) else "",
        say("report.caption_later") if later else "",
        say("report.caption_imported") if Lateness.IMPORTED in marks else "",
        say("report.caption_memory") if Lateness.MEMORY in marks else "",
    )


def _weeks_words(numbers: PeriodNumbers) -> str:
    """What the bars are: with numbers where those have room; nothing where bars are too narrow."""
    from diary.charts.arrays import BARRED_DAYS

    average, days = numbers.numbers("pain_average"), numbers.until - numbers.since + 1
    if average is None or not averaged(average.weeks) or days > BARRED_DAYS:
        return ""
    return say("report.caption_numbers") if days <= NUMBERED_DAYS else say("report.caption_weeks")

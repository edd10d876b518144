"""The numbers beside the chart in sentences, each with how it is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from diary.insight.held import with_memory
from diary.insight.series import Summary, summary
from diary.insight.weeks import averaged
from diary.insight.worst import SEVERE, WorstFrom
from diary.models.codes import MeasureKind
from diary.ui.parts.how_known import Known
from diary.ui.trends.spans import period_words
from diary.ui.trends.view import PAIN_CODES, listed
from diary.wording import say, say_n
from diary.wording.answers import measure_words, minutes_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.insight.held import TrendNumbers
    from diary.insight.period import MeasureNumbers

FOUR_WEEKS = 28
SLEEP = "sleep_min"
SEVERE_DAYS = "severe"
"""Stands for the code of a measure in the sentence of severe days, which rests on several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A finding: title, one number, n of N, a line, and how it is known; empty pieces take no room.

    `known` tells more of how than `how` alone; `code` is the measure it is of, where it is of one.
    """

    title: str
    number: str = ""
    of: str = ""
    line: str = ""
    how: str = ""
    known: Known | None = None
    code: str = ""

    def words(self) -> str:
        """All it says at first sight."""
        if self.number and self.of:
            key = "trends.stat.n_of" if self.of[0].isdigit() else "trends.stat.of"
            first = say(key, title=self.title, number=self.number, of=self.of)
        elif self.number or self.of:
            first = say("trends.stat.number", title=self.title, number=self.number or self.of)
        else:
            first = self.title if self.title.endswith("?") else say("trends.stat.title", title=self.title)
        return " ".join(one for one in (first, self.line) if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that the cards say of a period; `late` is empty where nothing was written late."""

    findings: tuple[Sentence, ...]
    complete: Sentence
    late: str


def said_of(numbers: TrendNumbers, codes: Sequence[str]) -> Said:
    """The sentences of a period, worked out once and kept with its view."""
    days = say("trends.known.days", period=period_words(numbers.since, min(numbers.until, numbers.today)))
    told = [replace(one, known=_known(one, days)) for one in sentences(numbers, codes)]
    whole = complete(numbers)
    return Said(
        findings=tuple(told),
        complete=replace(whole, known=_known(whole, days, "completeness")),
        late=late_words(numbers),
    )


def _known(one: Sentence, days: str, topic: str = "") -> Known:
    """How a finding is known: its days, its n of N, its method, and where that is published."""
    topic = topic or {"pain_average": "mean", SLEEP: "mean", SEVERE_DAYS: "worst"}.get(one.code, "")
    n = say("trends.known.n", title=one.title, number=one.number, of=one.of) if one.of else ""
    return Known(data=days, n=n, method=one.how, topic=topic)


def sentences(numbers: TrendNumbers, codes: Sequence[str]) -> list[Sentence]:
    """What the period says: pain, severe days, sleep, and one other measure where there is no pain."""
    found = []
    measures = numbers.measures
    if "pain_average" in measures:
        found.append(average_pain(measures["pain_average"]))
    if numbers.worst.n:
        found.append(severe_days(numbers))
    if SLEEP in measures:
        found.append(sleep(measures[SLEEP]))
    others = [code for code in codes if code in measures and code not in (*PAIN_CODES, SLEEP)]
    room = max(0, 3 - len(found))
    found += [other(measures[code]) for code in others[:room]]
    return found


def average_pain(one: MeasureNumbers) -> Sentence:
    """The mean of the daily averages, its first and last four weeks, lowest and highest weekly mean."""
    told = one.summary
    return Sentence(
        code=one.measure.code,
        title=measure_words(one.measure.code, {one.measure.code: one.measure}),
        number="" if told.mean is None else _one(told.mean),
        of=n_of(told, "days"),
        line=lines(told, say("trends.only_late") if told.mean is None else _course(one)),
        how=say("trends.average.how"),
    )


def severe_days(numbers: TrendNumbers) -> Sentence:
    """On how many days the worst pain was 7 or more, and in the first and last four weeks."""
    worst = numbers.worst
    many, n = worst.at_least(), worst.n
    line = ""
    if numbers.until - numbers.since + 1 >= 2 * FOUR_WEEKS:
        early = worst.between(numbers.since, numbers.since + FOUR_WEEKS - 1)
        late = worst.between(numbers.until - FOUR_WEEKS + 1, numbers.until)
        if early.n and late.n:
            line = say("trends.severe.line", a=early.at_least(), b=early.n, c=late.at_least(), d=late.n)
    share = say("trends.percent", percent=round(100 * many / n)) if n >= 10 else ""
    of = say("trends.severe.of_share", n=n, share=share) if share else say_n("trends.severe.of", n)
    alone = say_n("trends.severe.alone", worst.n_told_by_others) if worst.n_told_by_others else ""
    parts = [
        say(f"trends.severe.from_{source}", n=count)
        for source in WorstFrom
        if (count := sum(one.source is source for one in worst.counted()))
    ]
    return Sentence(
        code=SEVERE_DAYS,
        title=say("trends.severe.title", severity=SEVERE),
        number=str(many),
        of=of,
        line=" ".join(one for one in (alone, line) if one),
        how=say("trends.severe.how", parts=listed(parts)),
    )


def sleep(one: MeasureNumbers) -> Sentence:
    """How long a night was on average, the shortest and the longest."""
    told = one.summary
    if told.mean is None or told.minimum is None or told.maximum is None:
        return Sentence(
            code=SLEEP, title=say("trends.sleep.title"), of=n_of(told, "nights"), line=say("trends.only_late")
        )
    return Sentence(
        code=SLEEP,
        title=say("trends.sleep.title"),
        number=minutes_words(told.mean),
        of=n_of(told, "nights"),
        line=lines(
            told, say("trends.between", low=minutes_words(told.minimum), high=minutes_words(told.maximum))
        ),
        how=" ".join(part for part in (say("trends.sleep.how"), computed_words(one)) if part),
    )


def computed_words(one: MeasureNumbers) -> str:
    """How many of the nights nobody gave a number for; empty where none."""
    n = sum(row.computed for row in one.series.counted())
    return say_n("trends.computed", n) if n else ""


def other(one: MeasureNumbers) -> Sentence:
    """Any other measure: a mean, or how often each word or yes was said."""
    told = one.summary
    code, title = one.measure.code, measure_words(one.measure.code, {one.measure.code: one.measure})
    if one.measure.kind is MeasureKind.YES_NO:
        return Sentence(
            code=code,
            title=title,
            number=str(told.n_yes),
            of=say_n("trends.yes_of", told.n),
            how=say("trends.yes.how"),
        )
    of = say_n("trends.moments", told.n_moments) if told.by_moment else n_of(told, "days")
    words = listed([say("trends.word_count", word=word, n=count) for word, count in told.words[:5]])
    if told.mean is None:
        return Sentence(
            code=code, title=title, of=of, line=words, how=say("trends.words.how") if words else ""
        )
    line = ""
    if told.minimum is not None and told.maximum is not None:
        line = say("trends.between", low=f"{told.minimum:g}", high=f"{told.maximum:g}")
    how = " ".join(part for part in (say("trends.mean.how"), computed_words(one)) if part)
    return Sentence(code=code, title=title, number=_one(told.mean), of=of, line=lines(told, line), how=how)


def complete(numbers: TrendNumbers) -> Sentence:
    """What was written when, and the longest gap."""
    found = numbers.completeness
    if not found.days:
        return Sentence(title=say("trends.complete.title"), line=say("trends.complete.before"))
    said = [say_n("trends.complete.in_time", found.in_time - found.imported)] if found.in_time else []
    if found.imported == found.in_time:
        said = []
    if found.imported:
        said.append(say_n("trends.complete.imported", found.imported))
    if found.memory:
        said.append(say_n("trends.complete.memory", found.memory))
    if found.only_nights:
        said.append(say_n("trends.complete.nights", found.only_nights))
    if found.only_moments:
        said.append(say_n("trends.complete.moments", found.only_moments))
    said.append(say_n("trends.complete.without", found.without))
    lines = [say_n("trends.complete.line", found.days, parts=listed(said))]
    gap = found.longest_gap
    if gap is not None and gap.days > 1:
        lines.append(say("trends.complete.gap", days=gap.days))
    if found.without:
        lines.append(say("trends.complete.differ"))
    return Sentence(
        title=say("trends.complete.title"),
        line=" ".join(lines),
        how=say("trends.complete.how", first=_date(found.from_day)),
    )


def late_words(numbers: TrendNumbers) -> str:
    """Average pain with the late entries counted, beside the one without; empty where there are none."""
    one = numbers.measures.get("pain_average")
    if one is None or not one.summary.n_memory:
        return ""
    mean = with_memory(one)
    if mean is None:
        return ""
    without = one.summary.mean
    if without is None:
        return say("trends.late_only", value=_one(mean), n=one.summary.n_memory)
    return say("trends.late", value=_one(mean), n=one.summary.n + one.summary.n_memory, without=_one(without))


def n_of(told: Summary, what: str) -> str:
    """n of N days or nights."""
    return say_n(f"trends.n_of_{what}", told.days, some=told.n)


def lines(told: Summary, *said: str) -> str:
    """Sentences one after another, with the first day where N begins later than the period."""
    first = say("trends.first_day", first=_date(told.from_day)) if told.from_first_day else ""
    return " ".join(one for one in (*said, first) if one)


def _course(one: MeasureNumbers) -> str:
    """Four weeks at either end, where the days shown hold both, and between which means all weeks lay."""
    said, series = [], one.series
    until = min(series.until, series.today)
    if until - series.since + 1 >= 2 * FOUR_WEEKS:
        early = summary(series.between(series.since, series.since + FOUR_WEEKS - 1))
        late = summary(series.between(until - FOUR_WEEKS + 1, until))
        if early.mean is not None and late.mean is not None:
            ends = {"a": _one(early.mean), "b": _one(late.mean)}
            said.append(say("trends.four_weeks", n=early.n, m=late.n, **ends))
    means = [week.mean for week in averaged(one.weeks) if week.mean is not None]
    if len(means) > 1:
        said.append(say("trends.weeks", low=_one(min(means)), high=_one(max(means))))
    return " ".join(said)


def _one(value: float) -> str:
    return f"{value:.1f}"


def _date(day: int) -> str:
    found = date.fromordinal(day)
    return say("trends.date", day=found.day, month=say(f"month.short.{found.month}"), year=found.year)

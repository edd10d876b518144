"""Pain of the last four weeks against the four weeks before: three numbers, each with its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.data import BigNumber, NowBefore
from diary.exchange.report.pain import pain_days, pain_numbers
from diary.exchange.report.since import short_words
from diary.exchange.report.stretches import Before, Stretches, main_measure, stretches
from diary.exchange.report.words import day_words, number_words, percent
from diary.insight.findings.days import Period
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.as_needed import UseSum
    from diary.insight.findings.change import Compared
    from diary.insight.findings.days import Days
    from diary.insight.worst import WorstDays

SHARED_DAYS = 10
"""With fewer days than this a share in per cent says more than is known."""

CLOSE = 0.05
"""Fewer points than this are written as 0.0: about the same."""

MEDICINE = 24
"""Letters of a medicine's name beside its doses."""


def now_before_section(rows: ReportRows, asked: Asked) -> NowBefore:
    """Average, worst and days with severe pain, now and before; of one stretch alone where days are few."""
    days = pain_days(rows.wide.period)
    found = stretches(rows, asked, days)
    code = main_measure(days)
    worst = pain_numbers(rows.wide.period).worst
    whole = Period(asked.since.toordinal(), asked.until.toordinal())
    if code is None or found.before is None:
        return _one_stretch(asked, days, worst, whole)
    note = say("course.now_and_before", now=_now(found, days, code), before=_before(found, days, code, asked))
    return NowBefore(
        title=say("course.now_against_before"),
        note=note,
        numbers=tuple(_compared(rows, days, worst, found, found.before, whole)),
    )


def _now(found: Stretches, days: Days, code: str) -> str:
    side = _n_of(days, code, found.now)
    return say("course.last_weeks" if found.now.days == 28 else "course.last_days", days=side)


def _before(found: Stretches, days: Days, code: str, asked: Asked) -> str:
    assert found.before is not None  # asked only where there is one
    side = _n_of(days, code, found.before)
    if found.kind is Before.CHANGE and found.change is not None:
        day = day_words(date.fromordinal(found.change.first), year=asked.since.year != asked.until.year)
        return say("course.before_change", days=side, what=short_words(found.change), day=day)
    if found.kind is Before.FIRST:
        return say("course.before_first", days=side)
    visit = asked.last_visit is not None
    return say("course.before_visit" if visit else "course.before_earlier", days=side)


def _n_of(days: Days, code: str, period: Period) -> str:
    from diary.insight.statistics.day_array import observed

    return say_n("report.on_days", period.days, there=len(observed(days.array(code, period))))


# --- two stretches


def _compared(
    rows: ReportRows, days: Days, worst: WorstDays, found: Stretches, before: Period, whole: Period
) -> Iterator[BigNumber]:
    from diary.insight.findings.change import compared

    for code in _codes(days):
        measure = days.measure(code)
        if measure is None:
            continue
        told = compared(days, measure, before, found.now)
        if told.after.mean is not None:
            yield BigNumber(
                label=_label(code),
                number=number_words(told.after.mean),
                after=_was(told),
                notes=tuple(_change(told, code, days, whole)),
            )
    now, then = worst.between(found.now.since, found.now.until), worst.between(before.since, before.until)
    if now.n:
        yield _severe(now, then, tuple(_doses(rows, found.now, before)))


def _codes(days: Days) -> tuple[str, ...]:
    """What has a number of its own: average and worst; pain at moments where there is nothing else."""
    there = tuple(code for code in ("pain_average", "pain_worst") if code in days.series)
    return there if "pain_average" in there or "pain_now" not in days.series else ("pain_now", *there)


def _label(code: str) -> str:
    return say(f"course.label.{code}")


def _was(told: Compared) -> str:
    mean = told.before.mean
    return say("course.was", was=number_words(mean)) if mean is not None else ""


def _change(told: Compared, code: str, days: Days, whole: Period) -> Iterator[str]:
    """Points and percent, the band, and how much a day differs from the next."""
    if told.points is None:
        yield say("course.too_few", before=told.before.n, now=told.after.n)
        return
    size = number_words(abs(told.points))
    if abs(told.points) < CLOSE:
        yield say("course.same")
    elif told.percent is None:
        yield say("course.lower" if told.points < 0 else "course.higher", points=size)
    else:
        key = "course.lower_percent" if told.points < 0 else "course.higher_percent"
        yield say(key, points=size, percent=int(abs(told.percent) + 0.5))
    if code != "pain_worst":
        yield from _band(told)
    else:
        yield from _noise(days, whole)


def _band(told: Compared) -> Iterator[str]:
    if told.band is not None and told.percent is not None:
        is_between = told.band == "minimal" and round(abs(told.percent), 6) > 20
        yield say("course.band.between") if is_between else say(f"course.band.{told.band}")


def _noise(days: Days, whole: Period) -> Iterator[str]:
    """How far the average of one day lies from the next day's: what changes without a lasting change."""
    from diary.insight.findings.change import change

    found = change(days, "pain_average", whole)
    if found is not None and found.noise is not None and found.noise_pairs >= SHARED_DAYS:
        yield say("course.noise", points=number_words(found.noise))


def _severe(now: WorstDays, then: WorstDays, notes: tuple[str, ...]) -> BigNumber:
    shares = []
    if now.n >= SHARED_DAYS:
        share = percent(now.at_least(), now.n)
        was = percent(then.at_least(), then.n)
        key = "course.share_was" if then.n >= SHARED_DAYS else "course.share"
        shares.append(say(key, percent=share, was=was))
    return BigNumber(
        label=say("report.severe"),
        number=say("course.of", n=now.at_least(), of=now.n),
        after=say("course.was", was=say("course.of", n=then.at_least(), of=then.n)) if then.n else "",
        notes=(*shares, *notes),
    )


def _doses(rows: ReportRows, now: Period, before: Period) -> Iterator[str]:
    """The as-needed medicine with most doses on both stretches, each of the days on which it was said."""
    from diary.insight.as_needed import as_needed, sum_of
    from diary.wording.treatment_words import own_words, shortened_name

    wide = rows.wide
    used = as_needed(wide.treatments, wide.doses, wide.period.answers, wide.period.today)
    best: tuple[int, str, UseSum, UseSum] | None = None
    for one in used.treatments:
        sums = [sum_of(used.by_day(one, period.since, period.until)) for period in (now, before)]
        doses = sums[0].doses + sums[1].doses
        if doses and (best is None or doses > best[0]):
            best = (doses, one.name.strip(), sums[0], sums[1])
    if best is None:
        return
    _, name, last, first = best
    said = {"name": own_words(shortened_name(name, MEDICINE, len)), "days": last.answered}
    if not last.answered:
        return
    if first.answered:
        yield say_n("course.doses_was", last.doses, **said, was=first.doses, was_days=first.answered)
    else:
        yield say_n("course.doses", last.doses, **said)


# --- one stretch


def _one_stretch(asked: Asked, days: Days, worst: WorstDays, whole: Period) -> NowBefore:
    """The numbers of the report's days without comparing."""
    found = [_mean(code, days, whole, asked) for code in _codes(days)]
    numbers = [one for one in found if one is not None]
    severe = worst.between(whole.since, whole.until)
    if severe.n and asked.days > 1:
        numbers.append(_severe(severe, severe.between(0, 0), ()))
    if not numbers:
        return NowBefore(title=say("course.in_days"), note="", none=say("report.pain_none"))
    note = say("course.no_comparison") if asked.days > 1 else day_words(asked.since)
    return NowBefore(title=say("course.in_days"), note=note, numbers=tuple(numbers[:3]))


def _mean(code: str, days: Days, whole: Period, asked: Asked) -> BigNumber | None:
    from diary.insight.series import summary

    series = days.series.get(code)
    told = summary(series.between(whole.since, whole.until)) if series is not None else None
    if told is None or told.mean is None:
        return None
    if asked.days == 1:
        label = say("report.worst_one") if code == "pain_worst" else _label(code)
        return BigNumber(label=label, number=number_words(told.mean))
    if told.by_moment:
        note = say_n("report.from_moments", told.n_moments)
    else:
        note = say_n("report.on_days", told.days, there=told.n)
    low, high = number_words(told.minimum or 0, 0), number_words(told.maximum or 0, 0)
    if low != high:
        note = say("report.range", days=note, low=low, high=high)
    return BigNumber(label=_label(code), number=number_words(told.mean), notes=(note,))

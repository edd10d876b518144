"""Pain of the last four weeks against the four weeks before: three numbers, each with its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.data import BigNumber, NowBefore
from diary.exchange.report.pain import pain_worst
from diary.exchange.report.since import short_words
from diary.exchange.report.stretches import Before, Stretches, main_measure, stretches
from diary.exchange.report.words import day_words, number_words
from diary.insight.findings.days import Period
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.as_needed import UseSum
    from diary.insight.findings.change import Compared
    from diary.insight.findings.days import Days
    from diary.insight.statistics.contrast import Band
    from diary.insight.worst import WorstDays

NOISE_PAIRS = 10
"""With fewer pairs of days than this nothing is said of the noise from day to day."""

CLOSE = 0.05
"""Fewer points than this are written as 0.0: about the same."""

MEDICINE = 24
"""Letters of a medicine's name beside its doses."""


def now_before_section(rows: ReportRows, asked: Asked) -> NowBefore:
    """Average, worst and days with severe pain, now and before; of one stretch alone where days are few."""
    days = rows.pain
    found = stretches(rows, asked, days)
    code = main_measure(days)
    worst = pain_worst(rows.wide.period)
    whole = Period(asked.since.toordinal(), asked.until.toordinal())
    if code is None or found.before is None:
        return _one_stretch(asked, days, worst, whole)
    return NowBefore(
        title=say("course.now_against_before"),
        note=_note(found, found.before, days, code, asked),
        numbers=tuple(_compared(rows, days, worst, found, found.before, whole)),
    )


def _note(found: Stretches, before: Period, days: Days, code: str, asked: Asked) -> str:
    """Both stretches with their days: "25 of last 28 days, was: 18 of 28 before Nerve block"."""
    said = {"n": _n(days, code, before), "days": before.days}
    if found.change is not None:
        then = say("course.before_change", what=short_words(found.change), **said)
    elif found.kind is Before.EARLIER and asked.last_visit is not None:
        then = say("course.before_visit", **said)
    else:
        then = say(f"course.before_{found.kind}", **said)
    return say("course.now_and_before", n=_n(days, code, found.now), days=found.now.days, before=then)


def _n(days: Days, code: str, period: Period) -> int:
    from diary.insight.statistics.day_array import observed

    return len(observed(days.array(code, period)))


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
        yield _severe(now, then, tuple(_taken(rows, found.now, before)))


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
    """Points, percent and band; under the average also how much a day differs from the next."""
    if told.points is None:
        yield say("course.too_few")
        return
    if abs(told.points) < CLOSE:
        said = say("course.same")
    else:
        size = number_words(abs(told.points))
        said = say("course.lower" if told.points < 0 else "course.higher", points=size)
    if told.percent is not None and abs(told.points) >= CLOSE:
        sign = say("course.minus") if told.points < 0 else say("course.plus")
        said = say("course.percent", change=said, sign=sign, percent=int(abs(told.percent) + 0.5))
        if code != "pain_worst" and told.band is not None:
            said = say("course.banded", change=said, band=_band(told.percent, told.band))
    yield said
    if code == "pain_average":
        yield from _noise(days, whole)


def _band(percent: float, band: Band) -> str:
    """The word of the band; from 20 to 30 per cent lies between two words (clinical.md section 2)."""
    is_between = band == "minimal" and round(abs(percent), 6) > 20
    return say("course.band.between") if is_between else say(f"course.band.{band}")


def _noise(days: Days, whole: Period) -> Iterator[str]:
    """How far the average of one day lies from the next day's: what changes without a lasting change."""
    from diary.insight.findings.change import change

    found = change(days, "pain_average", whole)
    if found is not None and found.noise is not None and found.noise_pairs >= NOISE_PAIRS:
        yield say("course.noise", points=number_words(found.noise))


def _severe(now: WorstDays, then: WorstDays | None, notes: tuple[str, ...] = ()) -> BigNumber:
    return BigNumber(
        label=say("course.label.severe"),
        number=say("course.of", n=now.at_least(), of=now.n),
        after=say("course.was", was=say("course.of", n=then.at_least(), of=then.n))
        if then and then.n
        else "",
        notes=notes,
    )


def _taken(rows: ReportRows, now: Period, before: Period) -> Iterator[str]:
    """The as-needed medicine taken on most days of both stretches, of the days on which it was said."""
    from diary.insight.as_needed import as_needed, sum_of
    from diary.wording.treatment_words import own_words, shortened_name

    wide = rows.wide
    used = as_needed(wide.treatments, wide.doses, wide.period.answers, wide.period.today)
    best: tuple[str, UseSum, UseSum] | None = None
    for one in used.treatments:
        last, first = (sum_of(used.by_day(one, part.since, part.until)) for part in (now, before))
        if last.answered and last.days + first.days > (best[1].days + best[2].days if best else 0):
            best = (one.name.strip(), last, first)
    if best is None:
        return
    name, last, first = best
    taken = say(
        "course.taken", name=own_words(shortened_name(name, MEDICINE, len)), n=last.days, of=last.answered
    )
    yield say("course.taken_was", taken=taken, n=first.days, of=first.answered) if first.answered else taken


# --- one stretch


def _one_stretch(asked: Asked, days: Days, worst: WorstDays, whole: Period) -> NowBefore:
    """The numbers of the report's days without comparing."""
    found = [_mean(code, days, whole, asked) for code in _codes(days)]
    numbers = [one for one in found if one is not None]
    severe = worst.between(whole.since, whole.until)
    if severe.n and asked.days > 1:
        numbers.append(_severe(severe, None))
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

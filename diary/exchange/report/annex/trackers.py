"""Own trackers and factors: how often answered and what was answered; and what the person said of them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from diary.exchange.report.data import AnnexPart, Figure, Paragraph, Picture, Table
from diary.exchange.report.words import number_words, period_words, sentences
from diary.models.codes import Group, MeasureKind
from diary.models.story import Attribution
from diary.wording import say, say_n
from diary.wording.answers import measure_words, minutes_words, seconds_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.exchange.report.data import Block, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.period import MeasureNumbers
    from diary.models.records import Measure
    from diary.storage.reading import Reader

CODE = "trackers"

FACTORS = frozenset((Group.FLOW, Group.SPACE, Group.MOVEMENT))
"""What was done or met on a day."""

BY_WEEK = 120
"""With more days than this a small line has weekly means."""

WIDTH, HEIGHT = 240.0, 39.0
"""Of a small line on paper, points."""

COLUMNS = ("name", "kind", "answered", "answer", "source")


def read(_reader: Reader, _asked: Asked) -> None:
    """Nothing besides the rows of the report."""


def part(rows: ReportRows, asked: Asked, _found: object) -> tuple[AnnexPart | None, Drawings]:
    """Own trackers, factors, and what was said of factors; None where there is nothing of it."""
    from diary.insight.held import Held

    held = Held(rows.period)
    numbers = held.numbers(asked.since.toordinal(), asked.until.toordinal(), held.codes).measures
    own = [one for one in numbers.values() if one.measure.group is Group.OWN]
    factors = [one for one in numbers.values() if one.measure.group in FACTORS]
    blocks: list[Block] = []
    drawings: dict[str, Any] = {}
    for name, found in (("own", own), ("factors", factors)):
        if found:
            blocks.append(_table(say(f"annex.trackers.{name}"), found))
            drawn, some = _lines(found)
            blocks += drawn
            drawings |= some
    late = sum(one.summary.n_memory for one in (*own, *factors))
    if blocks:
        about = [say("annex.trackers.about")]
        if late:
            about.append(say_n("annex.trackers.late", late))
        blocks.insert(0, Paragraph(words=sentences(*about), small=True))
    blocks += _said(rows, asked)
    if not blocks:
        return None, {}
    return AnnexPart(code=CODE, title=say("annex.trackers"), blocks=tuple(blocks)), drawings


def _table(caption: str, found: Sequence[MeasureNumbers]) -> Table:
    lines = tuple(
        (
            measure_words(one.measure.code, {one.measure.code: one.measure}),
            _kind(one.measure),
            say_n("n_of_days", one.summary.days, some=one.summary.n_answered),
            _answer(one),
            _source(one),
        )
        for one in found
    )
    header = tuple(say(f"annex.trackers.column.{one}") for one in COLUMNS)
    return Table(caption=caption, header=header, rows=lines, widths=(2.4, 1.2, 1.4, 2.6, 1.6))


def _kind(measure: Measure) -> str:
    words = say(f"annex.trackers.kind.{measure.kind}")
    has_unit = measure.unit and measure.kind is not MeasureKind.MINUTES
    return say("annex.trackers.unit", kind=words, unit=measure.unit) if has_unit else words


def _answer(one: MeasureNumbers) -> str:
    """Days with yes, the mean with its ends, or the words most often given."""
    told, measure = one.summary, one.measure
    if measure.kind is MeasureKind.YES_NO:
        return say_n("annex.trackers.yes", told.n_answered, some=told.n_yes)
    if told.mean is None or told.minimum is None or told.maximum is None:
        some = [say("annex.trackers.word", word=word, n=n) for word, n in told.words[:3]]
        return ", ".join(some) or say("annex.absent")
    low, high = (_value(value, measure).removesuffix(".0") for value in (told.minimum, told.maximum))
    return say("annex.trackers.mean", mean=_value(told.mean, measure), low=low, high=high)


def _value(value: float, measure: Measure) -> str:
    if measure.kind is MeasureKind.MINUTES:
        return minutes_words(value)
    return seconds_words(value) if measure.unit == "s" else number_words(value)


def _source(one: MeasureNumbers) -> str:
    """Where the answers come from, where not all were typed."""
    heard = one.series.moments if one.series.by_moment else one.series.values
    counts = Counter(source for source, _ in {(row.source, row.day) for row in heard if row.source})
    told = [say_n("report.imported_one", n, source=source) for source, n in counts.most_common()]
    return ", ".join(told) or say("annex.trackers.typed")


def _lines(found: Sequence[MeasureNumbers]) -> tuple[list[Block], dict[str, Any]]:
    """A small line for each measure from 0 to 10 that has at least two values."""
    blocks: list[Block] = []
    drawings: dict[str, Any] = {}
    for one in found:
        if one.measure.kind is not MeasureKind.SCALE or one.summary.n < 2:
            continue
        values, late, by_week = _course(one)
        code = one.measure.code
        name = measure_words(code, {code: one.measure})
        key = "annex.trackers.line_week" if by_week else "annex.trackers.line"
        series = one.series
        since, until = series.from_day, min(series.until, series.today)
        days = period_words(date.fromordinal(since), date.fromordinal(until))
        alt = sentences(
            say("annex.trackers.alt", name=name, answer=_answer(one)),
            say(key, days=days),
            say("annex.trackers.ends"),
        )
        picture = Picture(key=f"trackers.{code}", alt=alt, width=WIDTH, height=HEIGHT, numbers=[values, late])
        blocks.append(Figure(picture=picture, caption=alt))
        drawings[picture.key] = partial(_draw, values, late, one.measure.low or 0.0, one.measure.high or 10.0)
    return blocks, drawings


def _course(one: MeasureNumbers) -> tuple[list[float | None], list[float | None], bool]:
    """The values by day, or weekly means where they are many; late ones apart; whether by week."""
    series = one.series
    since, until = series.from_day, min(series.until, series.today)
    if until - since + 1 > BY_WEEK:
        means = {week.monday: week.mean for week in one.weeks}
        first = since - (since - 1) % 7
        return [_round(means.get(day)) for day in range(first, until + 1, 7)], [], True
    rows = {row.day: row for row in series.values}
    counted = {row.day: row.value for row in series.counted()}
    days = range(since, until + 1)
    values = [_round(counted.get(day)) for day in days]
    late = [_round(rows[day].value) if day in rows and day not in counted else None for day in days]
    return values, late if any(one is not None for one in late) else [], False


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _draw(values: Sequence[float | None], late: Sequence[float | None], low: float, high: float) -> str:
    from diary.charts.palette import load
    from diary.charts.small_line import small_line

    return small_line(values, low, high, load("print").color("ink"), hollow=late)


def _said(rows: ReportRows, asked: Asked) -> list[Block]:
    """What the person said of factors on the days of the report, apart from every number above."""
    from diary.charts.said_words import said_lines
    from diary.insight.attributions import all_said

    inside = [
        row
        for row in rows.wide.attributions
        if isinstance(row[0], Attribution) and asked.since <= row[0].day <= asked.until
    ]
    said = all_said(inside, rows.wide.attribution_helpers)
    lines = said_lines(said.factors, rows.period.measures, rows.period.writers)
    if said.late_n:
        lines.append(say_n("attribution.said_late", said.late_n))
    if not lines:
        return []
    return [
        Paragraph(words=say("attribution.said_title"), strong=True),
        Paragraph(words=say("annex.trackers.said"), small=True),
        *(Paragraph(words=line) for line in lines),
    ]

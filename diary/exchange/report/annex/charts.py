"""All charts of Trends that have something to say of the report's days, in black and white, as vectors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from diary.exchange.report.annex.drawn import WIDTH, Chart, panels_drawing, sheet_chart, span_words
from diary.exchange.report.annex.effect_charts import effect_charts
from diary.exchange.report.annex.kind_charts import kind_charts
from diary.exchange.report.data import AnnexPart, Figure, Paragraph, Picture
from diary.exchange.report.words import sentences
from diary.models.codes import MeasureKind
from diary.wording import say, say_n
from diary.wording.answers import measure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.charts.picture import Picture as PanelsPicture
    from diary.exchange.report.data import Block, Drawing, Drawings
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.day_values import DayValues
    from diary.insight.findings.days import Period
    from diary.insight.findings.patterns import Hours, Weekdays
    from diary.insight.held import Held
    from diary.insight.period import MeasureNumbers
    from diary.models.finding_rows import FindingRows
    from diary.storage.reading import Reader

CODE = "charts"

TOGETHER = 3
"""Panels in one picture over time."""

PAIN_TALL, PANEL_TALL, AXES_TALL = 150.0, 78.0, 62.0
"""Height of the panel of pain, of any other, and of dates and legend; points."""

LONGEST_NOTE = 17
"""A longer note has no room beside its panel."""

SPREADS = ("worst", "pain_average", "sleep_min", "mood", "fatigue")
"""The measures whose values are counted in bars."""

LEAST_SPREAD = 8
"""Fewer days than this have no bars worth a picture."""


def read(reader: Reader, asked: Asked) -> FindingRows | None:
    """The rows of the fixed period, which weekdays and hours look at whatever days the report has."""
    from diary.exchange.report.annex.links import read as fixed_rows

    return fixed_rows(reader, asked)


def part(rows: ReportRows, asked: Asked, found: FindingRows | None) -> tuple[AnnexPart | None, Drawings]:
    """Every chart with its caption, None where none has anything to say."""
    from diary.insight.held import Held

    if rows.period.first is None:
        return None, {}
    held = Held(rows.period)
    makers: tuple[Callable[[], Iterator[Chart]], ...] = (
        lambda: _over_time(held, asked),
        lambda: _spreads(held, asked),
        lambda: _when(found),
        lambda: kind_charts(rows, asked),
        lambda: effect_charts(rows, asked),
    )
    blocks: list[Block] = []
    drawings: dict[str, Drawing] = {}
    for maker in makers:
        for one in maker():
            picture = Picture(
                key=one.key,
                alt=sentences(say("annex.sentence", words=one.title), one.said),
                width=WIDTH,
                height=one.height,
                numbers=one.numbers,
            )
            blocks.append(Paragraph(words=one.title, strong=True))
            blocks.append(Figure(picture=picture, caption=sentences(one.said, one.how)))
            drawings[one.key] = one.drawn
    if not blocks:
        return None, {}
    return AnnexPart(code=CODE, title=say("annex.charts"), blocks=tuple(blocks)), drawings


# --- over time


def _over_time(held: Held, asked: Asked) -> Iterator[Chart]:
    """Pain, then every other measure with numbers, some panels to a picture."""
    from diary.charts.picture import PAIN, PAIN_CODES, picture

    since, until = asked.since.toordinal(), asked.until.toordinal()
    found = held.numbers(since, until, held.codes)
    numbers = {
        code: one
        for code, one in found.measures.items()
        if one.measure.kind not in (MeasureKind.YES_NO, MeasureKind.CHOICE)
    }
    usual = ("sleep_min", "mood", "fatigue")
    others = [*(one for one in usual if one in numbers), *(one for one in numbers if one not in usual)]
    panels = [one for one in others if one not in PAIN_CODES]
    if len(panels) < len(others):
        panels.insert(0, PAIN)
    for at in range(0, len(panels), TOGETHER):
        some = panels[at : at + TOGETHER]
        shown, notes = _without_long_notes(picture(numbers, some, since, until, found.completeness.gaps))
        if not shown.panels:
            continue
        codes = [code for one in some for code in (PAIN_CODES if one == PAIN else (one,)) if code in numbers]
        height = AXES_TALL + sum(PAIN_TALL if one == PAIN else PANEL_TALL for one in some)
        yield Chart(
            key=f"charts.time.{at // TOGETHER + 1}",
            title=say("annex.charts.time", names=", ".join(panel.title for panel in shown.panels)),
            said=sentences(*(_measure_told(numbers[code]) for code in codes), *notes),
            how=say("trends.mean.how") if at == 0 else "",
            numbers={code: _series(numbers[code]) for code in codes},
            drawn=panels_drawing(shown, height),
            height=height,
        )


def _without_long_notes(shown: PanelsPicture) -> tuple[PanelsPicture, list[str]]:
    """Notes that have no room beside their panel are said in the caption instead."""
    long = [one for one in shown.panels if len(one.note) > LONGEST_NOTE]
    panels = tuple(replace(one, note="") if one in long else one for one in shown.panels)
    told = [say("annex.charts.note", name=one.title, note=one.note) for one in long]
    return replace(shown, panels=panels), told


def _measure_told(one: MeasureNumbers) -> str:
    """ "Average pain: 5.2 on average, 60 of 90 days."."""
    from diary.charts.value_words import mean_words

    told, measure = one.summary, one.measure
    name = measure_words(measure.code, {measure.code: measure})
    if told.mean is None:
        return say("annex.charts.only_late", name=name)
    days = say_n("n_of_days", told.days, some=told.n)
    return say("annex.charts.mean", name=name, mean=mean_words(told.mean, measure), days=days)


def _series(one: MeasureNumbers) -> list[Any]:
    return [
        [
            date.fromordinal(row.day).isoformat(),
            None if row.value is None else round(row.value, 3),
            row.lateness,
        ]
        for row in (*one.series.values, *(() if one.series.by_moment else one.series.moments))
    ]


# --- spread


def _spreads(held: Held, asked: Asked) -> Iterator[Chart]:
    from diary.charts.spread_figure import SpreadFigure
    from diary.insight.day_values import WORST, day_values, offered
    from diary.insight.worst import TELLING

    known = {row.measure for row in held.rows.values}
    there = [
        one
        for one in offered(held)
        if one in known or (one == WORST and (known & TELLING or held.rows.areas))
    ]
    since, until = asked.since.toordinal(), asked.until.toordinal()
    for code in SPREADS:
        if code not in there:
            continue
        values = day_values(held, code, since, until)
        counted = values.counted()
        if len(counted) >= LEAST_SPREAD:
            shown, said = _spread(held, values)
            yield sheet_chart(
                f"charts.spread.{code}",
                say("annex.charts.spread", name=shown.title),
                said,
                say("spread.how"),
                [[bar.label, bar.count, bar.late] for bar in shown.bars],
                SpreadFigure,
                shown,
            )


def _spread(held: Held, values: DayValues) -> tuple[Any, str]:
    """The bars with their mean and its plausible range, as Trends has them; and the mean in words."""
    from diary.charts.spread_picture import halves_of, spread_picture
    from diary.charts.value_words import mean_words
    from diary.insight.statistics.day_array import dense
    from diary.insight.statistics.mean import mean_of

    counted = values.counted()
    mean = sum(one.value for one in counted) / len(counted)
    last = values.from_day + values.days - 1
    daily = not values.by_moment
    more = mean_of(dense(((one.day, one.value) for one in counted), values.from_day, last)) if daily else None
    interval = more.interval if more is not None else None
    if interval is not None and values.is_scale:
        interval = interval.within(0.0, 10.0)
    words = mean_words(mean, values.measure)
    halves = [span_words(one.since, one.until) for one in halves_of(values)]
    measures = held.rows.measures
    shown = spread_picture(values, measures, mean, interval, say("spread.mean_said", mean=words), halves)
    said = [say_n("spread.mean", values.days, mean=words, some=len(counted))]
    if interval is not None:
        low, high = (mean_words(end, values.measure) for end in (interval.low, interval.high))
        said.append(say("spread.range", low=low, high=high))
    if shown.n_late:
        said.append(say_n("spread.late", shown.n_late))
    return shown, sentences(*said)


# --- weekdays and hours


def _when(rows: FindingRows | None) -> Iterator[Chart]:
    from diary.insight.findings.analysis import BY_HOUR, main_pain
    from diary.insight.findings.days import days_of, fixed_period
    from diary.insight.findings.patterns import hours, weekdays

    days = None if rows is None else days_of(rows.period)
    tested = None if days is None else fixed_period(days)
    if days is None or tested is None:
        return
    pain = main_pain(days, tested)
    by_day = weekdays(days.series[pain], tested.since, tested.until) if pain is not None else None
    if by_day is not None and by_day.pattern.enough:
        yield _weekdays(by_day, tested)
    moments = [days.series[code] for code in BY_HOUR if code in days.series]
    by_hour = hours(moments, tested.since, tested.until)
    if by_hour is not None and by_hour.pattern.enough:
        yield _hours(by_hour, tested)


def _tested(tested: Period) -> str:
    key = "when.period" if tested.days >= 365 else "when.period_all"
    return say(key, period=span_words(tested.since, tested.until))


def _weekdays(found: Weekdays, tested: Period) -> Chart:
    from diary.charts.when_figure import WhenFigure
    from diary.charts.when_picture import weekday_picture

    differ = found.pattern.pattern
    key = "when.weekdays_differ" if differ else "when.nothing"
    counted = say_n("when.days_n", found.days, some=found.n, measure=measure_words(found.measure, {}))
    shown = weekday_picture(found)
    return sheet_chart(
        "charts.weekdays",
        shown.title,
        sentences(say("annex.sentence", words=say(key)), counted, _tested(tested)),
        sentences(say("when.not_cause") if differ else "", say("when.weekdays_how")),
        [[one.name, one.value, one.low, one.high, one.some, one.of] for one in shown.rows],
        WhenFigure,
        shown,
    )


def _hours(found: Hours, tested: Period) -> Chart:
    from diary.charts.when_figure import WhenFigure
    from diary.charts.when_picture import hour_picture

    one = found.pattern
    key = "when.hours_differ" if one.pattern else "when.hours_nothing"
    counted = say_n("when.hours_n", one.n_moments, days=one.n_days, compared=one.days_compared)
    shown = hour_picture(found)
    return sheet_chart(
        "charts.hours",
        shown.title,
        sentences(say("annex.sentence", words=say(key)), counted, _tested(tested)),
        sentences(say("when.caution"), say("when.hours_how")),
        [[row.name, row.value, row.low, row.high, row.some] for row in shown.rows],
        WhenFigure,
        shown,
    )

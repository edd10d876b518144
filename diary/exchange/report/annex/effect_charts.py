"""Before and after for paper: the starts of the report's days that have two means to compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.annex.drawn import Chart, effect_drawing
from diary.exchange.report.words import sentences
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.findings.effects import Outcome, TreatmentEffect
    from diary.insight.held import Held

TALL = 240.0
MOST = 6
"""Height of a picture in points, and how many starts are drawn: the newest."""


def effect_charts(rows: ReportRows, asked: Asked) -> Iterator[Chart]:
    """The starts with two means, each with both measures that were fixed beforehand, the newest first."""
    from diary.insight.findings.concurrent import happenings
    from diary.insight.findings.days import days_of
    from diary.insight.findings.effects import treatment_effects
    from diary.insight.held import Held

    found = treatment_effects(happenings(rows.wide), days_of(rows.wide.period))
    since, until = asked.since.toordinal(), asked.until.toordinal()
    told = [(one, compared) for one in found if since <= one.day <= until and (compared := _compared(one))]
    held, left = Held(rows.wide.period), len(told) - MOST
    for at, (effect, outcomes) in enumerate(told[:MOST], 1):
        for outcome in outcomes:
            chart = _chart(f"charts.effect.{at}.{outcome.measure}", effect, outcome, held, rows)
            if chart is not None:
                more = say_n("annex.charts.more_effects", left) if at == MOST and left > 0 else ""
                yield replace(chart, how=sentences(chart.how, more))


def _compared(effect: TreatmentEffect) -> list[Outcome]:
    """The measures that have a mean before and one after."""
    return [
        one
        for one in effect.outcomes.values()
        if one.result.before_mean is not None and one.result.after_mean is not None
    ]


def _chart(key: str, effect: TreatmentEffect, outcome: Outcome, held: Held, rows: ReportRows) -> Chart | None:
    from diary.charts import effect_words as words
    from diary.charts.effect_picture import effect_picture, reach

    period = rows.wide.period
    first, last = period.first or period.since, min(period.last or period.until, period.until)
    since, until = reach(effect, outcome, first, last)
    numbers = held.numbers(since, until, [outcome.measure]).measures.get(outcome.measure)
    if numbers is None or not numbers.series.values:
        return None
    title = words.title_words(effect)
    others = [(one, words.happening_words(one)) for one in words.others_of(effect)]
    shown = effect_picture(effect, outcome, numbers, others, title)
    data, n, method = words.method_words(outcome)
    measure = words.outcome_words(outcome.measure)
    finding, *more = words.sentences(effect, outcome, first, last)
    return Chart(
        key=key,
        title=say("annex.charts.effect", name=title, measure=measure),
        said=finding,
        how=sentences(*more, data, n, method),
        numbers=[
            [date.fromordinal(dot.day).isoformat(), round(dot.value, 3), dot.mark] for dot in shown.dots
        ],
        drawn=effect_drawing(shown, TALL),
        height=TALL,
    )

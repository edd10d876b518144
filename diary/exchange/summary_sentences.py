"""The main findings in plain lines: how sure the average is, what changed, what goes with pain and sleep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from diary.insight.findings.effects import EffectStanding
from diary.insight.findings.links import LinkStanding, Step
from diary.models.codes import EntryKind
from diary.models.records import Measure
from diary.wording import say, say_n
from diary.wording.answers import measure_words
from diary.wording.treatment_words import date_words, number

if TYPE_CHECKING:
    from diary.insight.findings.analysis import Analysis
    from diary.insight.findings.effects import TreatmentEffect
    from diary.insight.findings.links import LinkFound, Links
    from diary.insight.findings.trials import TrialFinding

PAIN = "pain_average"

MOST_EFFECTS = 3
"""How many starts are told of, the newest first."""


def finding_lines(analysis: Analysis, measures: Mapping[str, Measure]) -> Iterator[str]:
    """What was found and what was not, each with its days and its plausible range."""
    yield from _pain_lines(analysis)
    yield from _level_lines(analysis, measures)
    for one in analysis.effects[:MOST_EFFECTS]:
        yield from _effect_lines(one)
    yield from _weekday_lines(analysis, measures)
    if analysis.links is not None:
        yield from _link_lines(analysis.links, measures)
    for trial in analysis.trials:
        yield from _trial_lines(trial, measures)


def _pain_lines(analysis: Analysis) -> Iterator[str]:
    figures, change = analysis.figures.get(PAIN), analysis.changes.get(PAIN)
    if figures is not None and figures.mean is not None and figures.mean.interval is not None:
        yield say("exchange.finding.mean", **_range(figures.mean.interval.low, figures.mean.interval.high))
    since = None if change is None else change.from_baseline
    if since is not None and since.points is not None:
        before, after = (say_n("exchange.finding.days", one.n) for one in (since.before, since.after))
        yield say("exchange.finding.change", **_way(since.points, PAIN), before=before, after=after)


def _level_lines(analysis: Analysis, measures: Mapping[str, Measure]) -> Iterator[str]:
    level = analysis.level
    if level is None:
        return
    name, found = measure_words(level.measure, measures), level.shift
    if level.day is not None and found.points is not None:
        day = date_words(date.fromordinal(level.day))
        yield say("exchange.finding.level", name=name, day=day, **_way(found.points, level.measure))
    elif str(found.standing) == "searched":
        yield say("exchange.finding.level_none", name=name, n=found.n)


def _effect_lines(one: TreatmentEffect) -> Iterator[str]:
    outcome = one.outcomes.get(PAIN)
    if one.standing is not EffectStanding.TESTED or outcome is None or outcome.result.points is None:
        if one.standing is not EffectStanding.OUTSIDE:
            yield say("exchange.finding.effect_open", name=one.start.name)
        return
    found = outcome.result
    days = say("exchange.finding.n_of_both", before=found.before_n, after=found.after_n)
    key = (
        "exchange.finding.effect_same"
        if str(found.verdict) == "no_clear_change"
        else "exchange.finding.effect"
    )
    yield say(key, name=one.start.name, days=days, **_way(outcome.result.points, PAIN))
    if one.concurrent:
        yield say("exchange.finding.effect_other")


def _weekday_lines(analysis: Analysis, measures: Mapping[str, Measure]) -> Iterator[str]:
    found = analysis.weekdays
    if found is None or not found.pattern.enough:
        return
    name = measure_words(found.measure, measures)
    if not found.pattern.pattern:
        yield say("exchange.finding.weekday_none", name=name, n=found.n)
    for one in found.pattern.weekdays:
        if one.named and one.difference is not None:
            day = say(f"weekday.long.{one.weekday}")
            yield say("exchange.finding.weekday", name=name, day=day, **_way(one.difference, found.measure))


def _link_lines(links: Links, measures: Mapping[str, Measure]) -> Iterator[str]:
    looked_at = links.mine.tested + links.other.tested
    if not links.listed:
        return
    first, last = (date_words(date.fromordinal(day)) for day in (links.since, links.until))
    yield say_n("exchange.finding.links", looked_at, listed=len(links.listed))
    yield say("exchange.finding.links_days", first=first, last=last)
    found = (*links.found, *links.hints)
    for one in found:
        yield _link_line(one, measures)
        low, high = sorted(abs(bound) for bound in (one.low or 0.0, one.high or 0.0))
        key = "hint" if one.standing is LinkStanding.HINT else "range"
        yield say(f"exchange.finding.link_{key}", n=one.n, **_range(low, high))
    yield say("exchange.finding.links_cause" if found else "exchange.finding.links_none")


def _link_line(one: LinkFound, measures: Mapping[str, Measure]) -> str:
    """ "Average pain: 0.5 points higher the same day, per point of Stress." """
    return say(
        "exchange.finding.link",
        outcome=measure_words(one.outcome, measures),
        when=say(f"exchange.finding.when.{_from(one, measures)}.{one.lag}"),
        step=step_words(one, measures),
        **_way(one.coefficient or 0.0, one.outcome),
    )


def _from(one: LinkFound, measures: Mapping[str, Measure]) -> str:
    """What the days are counted from: a night before a day, a day before a night, or a day before a day."""
    if one.day_shift != one.lag:
        return "day_night"
    measure = measures.get(one.factor)
    return "night_day" if measure is not None and measure.kept_in is EntryKind.NIGHT else "day_day"


def step_words(one: LinkFound, measures: Mapping[str, Measure]) -> str:
    """What the coefficient is for: "per hour of …"."""
    name = measure_words(one.factor, measures)
    if one.step in (Step.YES_NO, Step.POINT, Step.HOUR):
        return say(f"exchange.finding.step.{one.step}", name=name)
    size = number(one.step_size)
    if one.unit:
        return say("exchange.finding.step.size_unit", name=name, size=size, unit=one.unit)
    return say("exchange.finding.step.size", name=name, size=size)


def _trial_lines(trial: TrialFinding, measures: Mapping[str, Measure]) -> Iterator[str]:
    found = trial.result
    if found.difference is None or found.low is None or found.high is None:
        return
    outcome = measure_words(trial.trial.outcome, measures)
    sides = {"a": trial.trial.a, "b": trial.trial.b}
    key = "exchange.finding.trial" if found.differs else "exchange.finding.trial_same"
    yield say(key, outcome=outcome, **sides, **_way(found.difference, trial.trial.outcome))
    bounds = {"low": number(round(found.low, 1)), "high": number(round(found.high, 1))}
    yield say("exchange.finding.trial_pairs", n=found.n_pairs, N=found.planned_pairs, **bounds)


def _way(points: float, measure: str) -> dict[str, str]:
    """How large a difference is in its unit, and which way."""
    size, unit = number(round(abs(points), 1)), "minutes" if measure.endswith("_min") else "points"
    return {
        "size": say(f"exchange.finding.{unit}", size=size),
        "way": say("exchange.finding.higher" if points > 0 else "exchange.finding.lower"),
    }


def _range(low: float, high: float) -> dict[str, str]:
    return {"low": number(round(low, 1)), "high": number(round(high, 1))}

"""The main findings in plain lines: how sure the average is, what changed, what goes with pain and sleep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from diary.insight.findings.effects import EffectStanding
from diary.insight.findings.links import LinkStanding, Step
from diary.models.codes import EntryKind
from diary.models.records import Measure
from diary.wording import say, say_n
from diary.wording.answers import measure_words
from diary.wording.happening_words import happened_words
from diary.wording.treatment_words import date_words, number, own_words, rough_words

if TYPE_CHECKING:
    from diary.insight.findings.analysis import Analysis
    from diary.insight.findings.effects import TreatmentEffect
    from diary.insight.findings.links import LinkFound, Links
    from diary.insight.findings.trials import TrialFinding

PAIN = "pain_average"

MOST_EFFECTS = 3
"""How many starts are told of, the newest first."""

UNTOLD = (EffectStanding.ROUGH_DATE, EffectStanding.OUTSIDE)
"""Nothing can be said of these: their day is not known, or the diary has no days around it."""


def finding_lines(analysis: Analysis, measures: Mapping[str, Measure]) -> Iterator[str]:
    """What was found and what was not, each with its days and its plausible range."""
    yield from _pain_lines(analysis)
    yield from _level_lines(analysis, measures)
    yield from _effect_lines(analysis.effects)
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


def _effect_lines(effects: Iterable[TreatmentEffect]) -> Iterator[str]:
    """The newest starts that days of the diary lie before and after, and what a fall may be."""
    told = [one for one in effects if one.standing not in UNTOLD][:MOST_EFFECTS]
    for one in told:
        yield from _effect(one)
    if any(one.standing is EffectStanding.TESTED for one in told):
        yield say("effect.mean_drop")


def _effect(one: TreatmentEffect) -> Iterator[str]:
    start, outcome = one.start, one.outcomes.get(PAIN)
    what = happened_words(start.kind, own_words(start.name), start.code)
    name = say("effect.named", name=what, when=rough_words(start.when))
    found = outcome.result if outcome is not None else None
    if found is None or found.verdict is None or found.points is None:
        near = one.standing is EffectStanding.DISTURBED
        yield say("exchange.finding.effect_disturbed" if near else "exchange.finding.effect_open", name=name)
        return
    days = say("exchange.finding.n_of_both", before=found.before_n, after=found.after_n)
    same = found.verdict == "no_clear_change"
    key = "exchange.finding.effect_same" if same else "exchange.finding.effect"
    yield say(key, name=name, days=days, **_way(found.points, PAIN))
    if found.low is not None and found.high is not None:
        yield say("exchange.finding.effect_range", **_signed_range(found.low, found.high, PAIN))
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
    found, planned = trial.result, trial.trial
    name = own_words(planned.name)
    if found.difference is None or found.low is None or found.high is None:
        day = planned.start if str(found.standing.value) == "not_started" else date.fromordinal(found.ends)
        yield say(f"exchange.finding.trial_{found.standing.value}", name=name, day=date_words(day))
        return
    outcome, code = measure_words(planned.outcome, measures), planned.outcome
    key = "exchange.finding.trial" if found.differs else "exchange.finding.trial_same"
    yield say(key, name=name, outcome=outcome, **_way(found.difference, code))
    yield say("trial.a_is", a=own_words(planned.a), b=own_words(planned.b))
    bounds = _signed_range(found.low, found.high, code)
    yield say("exchange.finding.trial_pairs", n=found.n_pairs, N=found.planned_pairs, **bounds)


def _signed_range(low: float, high: float, measure: str) -> dict[str, str]:
    """Both ends of a range with their direction: "0.8 points lower"."""
    return {"low": _signed(low, measure), "high": _signed(high, measure)}


def _signed(points: float, measure: str) -> str:
    if not round(points, 1):
        return say("effect.range_same")
    return say("exchange.finding.signed", **_way(points, measure))


def _way(points: float, measure: str) -> dict[str, str]:
    """How large a difference is in its unit, and which way."""
    size, unit = number(round(abs(points), 1)), "minutes" if measure.endswith("_min") else "points"
    return {
        "size": say(f"exchange.finding.{unit}", size=size),
        "way": say("exchange.finding.higher" if points > 0 else "exchange.finding.lower"),
    }


def _range(low: float, high: float) -> dict[str, str]:
    return {"low": number(round(low, 1)), "high": number(round(high, 1))}

"""What the analysis adds to the sentences beside the chart, and all that is shown in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.charts import effect_words as effects
from diary.charts import link_words as links
from diary.insight.findings.links import Tier
from diary.ui.parts.how_known import Known
from diary.ui.trends.effects.words import known_of
from diary.ui.trends.links.words import known, known_all
from diary.ui.trends.sentences import Said, Sentence, other
from diary.ui.trends.spans import period_words
from diary.ui.trends.view import PAIN_CODES
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.insight.findings.analysis import Analysis
    from diary.insight.findings.change import Compared
    from diary.insight.findings.figures import Figures
    from diary.insight.findings.links import LinkFound, Links
    from diary.models.records import Measure
    from diary.ui.trends.view import View

SLEEP = ("sleep_min", "sleep_quality")

LEAST_FOR_TENTHS = 10
"""Fewer values have no lowest and highest tenth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The cards that need the analysis; None where there is nothing to say."""

    since: Sentence | None = None
    links: Sentence | None = None


def waiting(*, left: bool) -> Found:
    """The same cards while the analysis is under way, or after it was `left`."""
    line = say("trends.engine.cancelled" if left else "trends.found.waiting")
    return Found(links=Sentence(title=say("trends.found.links"), line=line))


def found_of(
    analysis: Analysis, measures: Mapping[str, Measure], first: int, last: int, *, looked: bool
) -> Found:
    """What the analysis says beside the chart; `first` and `last` are the diary's days with entries.

    Until all pairs were `looked` at, nothing but the person's own questions is told of links.
    """
    told = told_links(analysis, looked=looked)
    return Found(since=_latest(analysis, first, last), links=_links(analysis, measures, told, looked=looked))


def told_links(analysis: Analysis, *, looked: bool) -> tuple[LinkFound, ...]:
    """The links that may be told of: the clear ones, then early hints; questions alone before looking."""
    found = analysis.links
    if found is None:
        return ()
    stand = (*found.found, *found.hints)
    return stand if looked else tuple(one for one in stand if one.tier is Tier.MINE)


def enriched(said: Said, analysis: Analysis | None) -> Said:
    """The sentences with what the analysis knows of average pain: its range, its noise, what is missing."""
    figures = analysis.figures.get("pain_average") if analysis is not None else None
    if analysis is None or figures is None or figures.mean is None:
        return said
    change = analysis.changes.get("pain_average")
    halves = change.between_halves if change is not None else None
    added = tuple(
        _with_halves(_with_figures(one, figures), halves)
        if one.code == "pain_average" and one.number
        else one
        for one in said.findings
    )
    return replace(said, findings=added)


def _with_halves(one: Sentence, halves: Compared | None) -> Sentence:
    """The second half of the days shown against the first, where there is a range of the difference."""
    if halves is None or halves.interval is None or halves.points is None:
        return one
    low, high = halves.interval.low, halves.interval.high
    ends = {"low": effects.signed_words(one.code, low), "high": effects.signed_words(one.code, high)}
    line = say("trends.halves.unclear", **ends)
    if low > 0 or high < 0:
        size = effects.signed_words(one.code, halves.points)
        percent = "" if halves.percent is None else say("trends.percent", percent=round(abs(halves.percent)))
        line = say(
            "trends.halves.percent" if percent else "trends.halves", size=size, percent=percent, **ends
        )
    before, after = halves.before, halves.after
    means = {"a": f"{before.mean:.1f}", "n": before.n, "b": f"{after.mean:.1f}", "m": after.n}
    known = one.known or Known(method=one.how)
    told = say("trends.halves.n", days=before.days, **means)
    method = " ".join((known.method, say("trends.halves.how")))
    return replace(
        one,
        line=" ".join((one.line, line)),
        known=replace(known, n=" ".join((known.n, told)), method=method),
    )


def _with_figures(one: Sentence, figures: Figures) -> Sentence:
    assert figures.mean is not None  # enriched saw to it
    mean, said = figures.mean, list[str]()
    known = one.known or Known(method=one.how)
    if mean.interval is not None:
        low, high = (f"{end:.1f}" for end in (mean.interval.low, mean.interval.high))
        said.append(say("trends.average.range", low=low, high=high))
        told = "" if mean.n_eff is None else say("trends.average.like", n=round(mean.n_eff))
        known = replace(
            known, n=" ".join((known.n, told)), method=f"{known.method} {say('trends.average.range_how')}"
        )
    said.append(one.line)
    if mean.day_to_day is not None:
        said.append(say("trends.average.noise", size=f"{mean.day_to_day:.1f}"))
    if figures.bounds is not None and figures.n >= LEAST_FOR_TENTHS:
        ends = {"low": f"{figures.bounds.low:.1f}", "high": f"{figures.bounds.high:.1f}"}
        said.append(say_n("trends.average.bounds", figures.bounds.missing, **ends))
    return replace(one, line=" ".join(line for line in said if line), known=known)


def _latest(analysis: Analysis, first: int, last: int) -> Sentence | None:
    """Before and after the latest start or procedure that can be compared, else the latest of all."""
    comparable = [one for one in analysis.effects if one.outcomes]
    effect = next(iter(comparable or analysis.effects), None)
    if effect is None:
        return None
    outcome = effect.outcomes.get("pain_average") or next(iter(effect.outcomes.values()), None)
    said = effects.sentences(effect, outcome, first, last)
    return Sentence(
        title=say(
            "trends.found.since",
            what=effects.happening_words(effect.start),
            when=effects.when_words(effect.start),
        ),
        line=" ".join(said[:3]),
        known=known_of(outcome),
    )


def _links(
    analysis: Analysis, measures: Mapping[str, Measure], told: tuple[LinkFound, ...], *, looked: bool
) -> Sentence | None:
    """The first link that stands out; else that none does, of sleep and pain first of all."""
    found = analysis.links
    if found is None:
        return None
    if told:
        shown, more = told[0], len(told) - 1
        said = [*links.finding_words(shown, measures)[:2], links.not_cause_words(shown, measures)]
        if more:
            said.append(say_n("trends.found.more_links", more))
        return Sentence(
            title=links.title_words(shown, measures), line=" ".join(said), known=known(shown, found)
        )
    if not looked:
        asked = sum(one.tier is Tier.MINE for one in found.questions)
        line = say_n("trends.found.asked", asked) if asked else say("trends.found.not_asked")
        title = say("trends.found.no_links" if asked else "trends.found.links")
        return Sentence(title=title, line=line, how=say("links.gate_text"))
    nights = [one for one in found.listed if one.factor in SLEEP and one.outcome == "pain_average" and one.n]
    if nights:
        return Sentence(title=say("trends.found.no_sleep"), line=_looked(nights), known=known_all(found))
    return Sentence(title=say("trends.found.no_links"), line=_all_looked(found), known=known_all(found))


def _looked(nights: list[LinkFound]) -> str:
    """How many pairs of nights and days were looked at, and what would tell more."""
    most = max(nights, key=_n)
    said = [say_n("trends.found.nights", most.n)]
    lacking = min(one.days_lacking for one in nights)
    said.append(say_n("trends.found.lacking", lacking) if lacking else say("trends.found.small"))
    return " ".join(said)


def _n(one: LinkFound) -> int:
    return one.n


def _all_looked(found: Links) -> str:
    return " ".join(links.looked_words(found)[:2]) or say("trends.found.small")


def spoken_words(view: View, said: Said, found: Found | None) -> str:
    """All that the face shows in sentences: the days, the cards, each measure, treatments and events."""
    picture = view.picture
    lines = [say("trends.words.period", period=period_words(picture.since, picture.until))]
    cards = [*said.findings, *((found.since, found.links) if found else ()), said.complete]
    told = {one.code for one in said.findings}
    measures = view.numbers.measures
    shown = [code for code in view.panels if code in measures and code not in told and code not in PAIN_CODES]
    lines += [one.words() for one in (*cards, *(other(measures[code]) for code in shown)) if one is not None]
    if view.care is not None:
        from diary.charts.care_strip import events_between, treatments_between

        if treatments := treatments_between(view.care, picture.since, picture.until):
            lines.append(say("trends.words.treatments", all="; ".join(treatments)))
        if events := events_between(view.care, picture.since, picture.until):
            lines.append(say("trends.words.events", all="; ".join(events)))
    return "\n".join(lines)

"""What the report cannot say, in a few sentences at the foot of page one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.since import happened_in, short_words
from diary.exchange.report.stretches import Stretches, stretches
from diary.exchange.report.words import and_more
from diary.storage.reading import SELF
from diary.wording import say

if TYPE_CHECKING:
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.findings.days import Days

MOST_NAMES = 3
"""So many changes are named as not to be told apart; how many more there are is said."""


def limits_section(rows: ReportRows, asked: Asked) -> tuple[str, ...]:
    """Who wrote, what it is not, what cannot be told apart, the ends of the scale, what the code shows."""
    helped = any(row.author != SELF for row in rows.period.entries)
    days = rows.pain
    found = stretches(rows, asked, days)
    said = (
        say("course.written_with_helpers") if helped else say("course.written"),
        _apart(rows, asked, found),
        _began_worse(rows, found, days),
        say("course.scale", low=say("measure.pain.low"), high=say("measure.pain.high_short")),
        say("course.code"),
    )
    return tuple(one for one in said if one)


def _apart(rows: ReportRows, asked: Asked, found: Stretches) -> str:
    """What changed between the days set side by side, the latest first; "" where nothing did."""
    if found.before is None:
        return ""
    between = [
        one
        for one in happened_in(rows, asked)
        if one.disturbs and one.last >= found.before.since and one.first <= found.now.until
    ]
    names = list(dict.fromkeys(short_words(one) for one in reversed(between)))
    if not names:
        return ""
    return say("course.apart", names=and_more(names[:MOST_NAMES], len(names) - MOST_NAMES))


def _began_worse(rows: ReportRows, found: Stretches, days: Days) -> str:
    """That a change came in a bad week, where pain is lower since: it would likely have eased anyway."""
    from diary.insight.findings.change import compared
    from diary.insight.findings.concurrent import happenings
    from diary.insight.findings.effects import OUTCOMES, treatment_effect

    measure = days.measure(OUTCOMES[0])
    if found.change is None or found.before is None or measure is None:
        return ""
    told = compared(days, measure, found.before, found.now)
    if told.points is None or told.points >= 0:
        return ""
    effect = treatment_effect(found.change, (), happenings(rows.wide), days)
    outcome = effect.outcomes.get(OUTCOMES[0])
    if outcome is None or not outcome.began_worse:
        return ""
    return say("course.began_worse", name=short_words(found.change))

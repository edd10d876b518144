"""What the report cannot say, in a few sentences at the foot of page one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.pain import pain_days
from diary.exchange.report.since import happened_in, short_words
from diary.exchange.report.stretches import stretches
from diary.exchange.report.words import and_more
from diary.storage.reading import SELF
from diary.wording import say

if TYPE_CHECKING:
    from diary.exchange.report.rows import Asked, ReportRows

MOST_NAMES = 3
"""So many changes are named as not to be told apart; how many more there are is said."""


def limits_section(rows: ReportRows, asked: Asked) -> tuple[str, ...]:
    """Who wrote, what it is not, what cannot be told apart, the ends of the scale, what the code shows."""
    helped = any(row.author != SELF for row in rows.period.entries)
    apart = _apart(rows, asked)
    return (
        say("course.written_with_helpers") if helped else say("course.written"),
        *([apart] if apart else []),
        say("report.scale", low=say("measure.pain.low"), high=say("measure.pain.high")),
        say("course.code"),
    )


def _apart(rows: ReportRows, asked: Asked) -> str:
    """What changed between the days set side by side, the latest first; "" where nothing did."""
    found = stretches(rows, asked, pain_days(rows.wide.period))
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

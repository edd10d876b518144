"""Which days are "now" and which are "before": chosen once, for every section that sets them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.insight.findings.change import ENDS_DAYS, LEAST_VALUES
from diary.insight.findings.days import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.exchange.report.rows import Asked, ReportRows
    from diary.insight.findings.concurrent import Happening
    from diary.insight.findings.days import Days

MAIN = ("pain_average", "pain_worst", "pain_now")
"""What is set side by side first, where the diary has it."""


class Before(StrEnum):
    """What the days before are: before a change, the first of the report's days, or those ahead of them."""

    CHANGE = "change"
    FIRST = "first"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    """The last four weeks, `now`, and the stretch `before` it; no day is in both.

    `before` is None where none has 10 days with a number, or `now` has not. `change` is what it lies before.
    """

    now: Period
    before: Period | None = None
    kind: Before | None = None
    change: Happening | None = None


def main_measure(days: Days) -> str | None:
    """The measure of pain that is set side by side first; None in a diary without any."""
    return next((code for code in MAIN if code in days.series), None)


def stretches(rows: ReportRows, asked: Asked, days: Days) -> Stretches:
    """The latest start or dose change of a regular treatment, or procedure, has its four weeks before it.

    It lies in the report's days, so that its last step is followed by four weeks; its day is known. Without
    one: the first four weeks of the report, else the four weeks ahead of it. `days` hold pain.
    """
    until = asked.until.toordinal()
    now = Period(max(asked.since.toordinal(), until - ENDS_DAYS + 1), until)
    code = main_measure(days)
    if code is None or asked.days == 1 or _n(days, code, now) < LEAST_VALUES:
        return Stretches(now=now)
    for kind, change, before in _offered(rows, asked, days, now):
        if before.until < now.since and _n(days, code, before) >= LEAST_VALUES:
            return Stretches(now=now, before=before, kind=kind, change=change)
    return Stretches(now=now)


def _offered(
    rows: ReportRows, asked: Asked, days: Days, now: Period
) -> Iterator[tuple[Before, Happening | None, Period]]:
    whole, since = days.whole(), asked.since.toordinal()
    for start, last in reversed(_starts(rows)):
        before = Period(start.first - ENDS_DAYS, start.first - 1)
        if since <= start.first and last <= now.since and before.since >= whole.since:
            yield Before.CHANGE, start, before
    first = max(since, whole.since)
    yield Before.FIRST, None, Period(first, first + ENDS_DAYS - 1)
    yield Before.EARLIER, None, Period(since - ENDS_DAYS, since - 1)


def _starts(rows: ReportRows) -> list[tuple[Happening, int]]:
    """Starts of regular treatments and procedures whose day is known, with the day of their last step."""
    from diary.insight.findings.concurrent import happenings
    from diary.insight.findings.effects import starts
    from diary.models.codes import Use

    regular = {one.uid for one in rows.wide.treatments if one.use is Use.REGULAR}
    return [
        (start, steps[-1].first if steps else start.first)
        for start, steps in starts(happenings(rows.wide))
        if start.is_exact and (start.treatment is None or start.treatment in regular)
    ]


def _n(days: Days, code: str, period: Period) -> int:
    from diary.insight.statistics.day_array import observed

    return len(observed(days.array(code, period)))

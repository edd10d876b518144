"""The pain of a report's days alone: the same numbers as everywhere, without working out the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.picture import PAIN_CODES

if TYPE_CHECKING:
    from diary.insight.findings.days import Days
    from diary.insight.period import PeriodNumbers
    from diary.insight.worst import WorstDays
    from diary.models.views import PeriodRows


def pain_numbers(rows: PeriodRows) -> PeriodNumbers:
    """The numbers of the measures of pain, and completeness; worst days and places are left out."""
    from diary.insight.period import summarise

    return summarise(_pain_only(rows)._replace(areas=(), answers=()))


def pain_worst(rows: PeriodRows) -> WorstDays:
    """The worst of each day."""
    from diary.insight.worst import worst_days

    return worst_days(rows.values, rows.areas, rows.answers)


def pain_days(rows: PeriodRows) -> Days:
    """The measures of pain day by day."""
    from diary.insight.findings.days import days_of

    return days_of(_pain_only(rows))


def _pain_only(rows: PeriodRows) -> PeriodRows:
    return rows._replace(values=[row for row in rows.values if row.measure in PAIN_CODES], nights=())

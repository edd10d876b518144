"""The numbers behind Trends and Report as plain values, for scripts."""

from __future__ import annotations

from datetime import date

from diary.exchange.report import period_of
from diary.insight.period import period_summary, summarise
from diary.storage.diary import Diary
from diary.storage.period_queries import period


def summary(diary: Diary, since: date | None, until: date | None) -> dict[str, object]:
    """Per measure n, N, mean, least, most and the daily values; days absent as the report takes them."""
    today = diary.today()
    first, last = period_of(diary, since, until, today)
    return period_summary(summarise(diary.ask(period, first, last, today)))

"""The one question behind Trends, the report and the summary: all narrow rows of some days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from diary.models.views import PeriodRows
from diary.storage.night_queries import first_computed, nights_between
from diary.storage.queries import answers_between, areas_between, entry_rows, first_days, span, values_between
from diary.storage.reading import Reader, measures


def period(
    reader: Reader, since: date, until: date, today: date, codes: Iterable[str] | None = None
) -> PeriodRows:
    """The rows of the days from `since` to `until` for these measures (None: all that have a value)."""
    known = measures(reader)
    answered = first_days(reader)
    wanted = set(answered) if codes is None else set(codes)
    with_nights = codes is None or "sleep_min" in wanted
    if with_nights:
        for code, day in first_computed(reader).items():
            answered[code] = min(day, answered.get(code, day))
    whole = span(reader)
    return PeriodRows(
        since=since.toordinal(),
        until=until.toordinal(),
        today=today.toordinal(),
        first=None if whole is None else whole[0].toordinal(),
        last=None if whole is None else whole[1].toordinal(),
        measures=known,
        first_days={code: day.toordinal() for code, day in answered.items()},
        values=values_between(reader, wanted, since, until),
        areas=areas_between(reader, since, until),
        answers=answers_between(reader, since, until),
        entries=entry_rows(reader, since, until),
        nights=nights_between(reader, since, until) if with_nights else (),
    )

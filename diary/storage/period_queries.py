"""The one question behind Trends, the report and the summary: all narrow rows of some days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from diary.models.own_first import own_first_nights, own_first_places, own_first_values
from diary.models.views import AnswerRow, AreaRow, PeriodRows
from diary.storage.author_queries import helped_between
from diary.storage.night_queries import first_computed, nights_between
from diary.storage.queries import (
    answers_between,
    areas_between,
    authors,
    entry_rows,
    first_days,
    span,
    values_between,
)
from diary.storage.reading import SELF, Reader, measures


def period(
    reader: Reader,
    since: date,
    until: date,
    today: date,
    codes: Iterable[str] | None = None,
    *,
    with_regions: bool = True,
) -> PeriodRows:
    """The rows of the days from `since` to `until` for these measures (None: all that have a value).

    The person's own comes before a helper's (`models.own_first`). Without regions a place has its severity
    alone, which is read faster.
    """
    answered = first_days(reader)
    wanted = set(answered) if codes is None else set(codes)
    with_nights = codes is None or "sleep_min" in wanted
    for code, day in first_computed(reader).items() if with_nights else ():
        answered[code] = min(day, answered.get(code, day))
    first, last = span(reader) or (None, None)
    entries = entry_rows(reader, since, until)
    helped = {row.entry: row.author for row in entries if row.author != SELF}
    places = areas_between(reader, since, until, with_regions=with_regions)
    areas, answers = own_first_places(places, answers_between(reader, since, until), helped)
    nights = nights_between(reader, since, until) if with_nights else ()
    return PeriodRows(
        since=since.toordinal(),
        until=until.toordinal(),
        today=today.toordinal(),
        first=_number(first),
        last=_number(last),
        measures=measures(reader),
        first_days={code: day.toordinal() for code, day in answered.items()},
        values=own_first_values(values_between(reader, wanted, since, until), helped),
        areas=areas,
        answers=answers,
        entries=entries,
        writers=_writers(reader) if helped else {},
        nights=own_first_nights(nights, entries, helped),
    )


def _number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _writers(reader: Reader) -> dict[str, str]:
    """Who writes in the diary, by uid: the name, else the role."""
    return {uid: one.name or str(one.role) for uid, one in authors(reader).items()}


def places_of(reader: Reader, since: date, until: date) -> tuple[list[AreaRow], list[AnswerRow]]:
    """The places and answered lists of some days, the person's own first where a helper wrote as well."""
    areas, answers = areas_between(reader, since, until), answers_between(reader, since, until)
    return own_first_places(areas, answers, helped_between(reader, since, until))

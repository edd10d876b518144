"""All that the findings read, asked in one piece."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import select

from diary.models import tables
from diary.models.care import Procedure, Session, Treatment
from diary.models.codes import Noun
from diary.models.finding_rows import FindingRows
from diary.models.inquiry import SEEN, LinkQuestion, Trial
from diary.models.story import Attribution, LifeEvent, Site
from diary.storage.author_queries import helped_records
from diary.storage.life_queries import all_of, day_rows, doses_between, reliefs_between
from diary.storage.period_queries import period
from diary.storage.queries import span
from diary.storage.reading import Reader
from diary.storage.treatment_queries import steps_as_written


def finding_rows(
    reader: Reader, since: date | None = None, until: date | None = None, *, today: date
) -> FindingRows:
    """The rows of the days from `since` to `until`: from the diary's first day to `today` unless given.

    Baselines, before and after, and the fixed period look at days outside the range on the screen, so that
    an analysis is given the whole diary.
    """
    whole = span(reader)
    since = since or (min(whole[0], today) if whole else today)
    until = until or today
    return FindingRows(
        period=period(reader, since, until, today),
        treatments=all_of(reader, Treatment),
        steps=steps_as_written(reader),
        procedures=all_of(reader, Procedure),
        sessions=all_of(reader, Session),
        life_events=all_of(reader, LifeEvent),
        sites=all_of(reader, Site),
        attributions=day_rows(reader, Attribution, since, until),
        attribution_helpers=helped_records(reader, Noun.ATTRIBUTION),
        doses=doses_between(reader, since, until),
        reliefs=reliefs_between(reader, since, until),
        ends=_ends(reader, since, until),
        link_questions=all_of(reader, LinkQuestion),
        trials=all_of(reader, Trial),
        links_seen=links_seen(reader),
    )


def _ends(reader: Reader, since: date, until: date) -> dict[str, str]:
    """When the moments of these days were over, where that was said, by the uid of the entry."""
    entry = tables.entry.c
    wanted = select(entry.uid, entry.until).where(
        entry.until.is_not(None), entry.day.between(str(since), str(until))
    )
    return {row.uid: row.until for row in reader.connection.execute(wanted)}


def links_seen(reader: Reader) -> dict[str, str]:
    """Since which day (ISO) the numbers of a link were on the screen, by its key; empty if unreadable."""
    kept = reader.connection.execute(
        select(tables.setting.c.value).where(tables.setting.c.uid == SEEN)
    ).scalar_one_or_none()
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}  # which `check` tells of
    if not isinstance(found, dict):
        return {}
    return {str(key): day for key, day in found.items() if isinstance(day, str)}

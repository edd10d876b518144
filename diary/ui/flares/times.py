"""Times of flares as moments of this computer's zone, and the flares that have no end yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from diary.insight.flares import OPEN_FOR, open_flares
from diary.models.moments import Moment, time_between
from diary.models.records import Entry
from diary.store.store import Store

NONE = timedelta()


def same_minute(one: Moment, local: datetime) -> bool:
    """Whether a moment is at this local time, to the minute."""
    return one.local.replace(second=0, microsecond=0) == local


def moment_at(store: Store, local: datetime, after: Moment | None = None) -> Moment:
    """The moment of a local time to the minute; an hour that comes twice is the first not before `after`.

    The minute of now is taken with the offset of now.
    """
    now = store.now()
    if same_minute(now, local):
        return Moment(local, now.offset_min, now.zone)
    first = Moment.from_aware(local.replace(fold=0).astimezone(), now.zone)
    if after is None or time_between(after, first) >= NONE:
        return first
    second = Moment.from_aware(local.replace(fold=1).astimezone(), now.zone)
    return second if time_between(after, second) >= NONE else first


def flares_without_end(store: Store) -> list[Entry]:
    """The flares of the last 24 hours that have no end, the latest first; the store is open; DiaryError."""
    from diary.storage import queries

    now = store.now()
    # A day on each side: the diary's day ends past midnight, and a traveller's date may be ahead.
    since = (now.local - OPEN_FOR).date() - timedelta(days=1)
    entries = store.ask(queries.entries_between, since, now.local.date() + timedelta(days=1))
    return open_flares(entries, now, store.author)

"""Times of places: a clock time on a diary day as a moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from diary.models.moments import Moment, day_of
from diary.store.store import Store


def moment_on(store: Store, day: date) -> Callable[[int], Moment]:
    """Gives the moment of a time, in minutes after midnight, that belongs to the diary day `day`."""
    from diary.storage import queries

    day_end, zone = store.ask(queries.day_end), store.now().zone

    def moment(clock_min: int) -> Moment:
        at = datetime.combine(day, time(*divmod(clock_min, 60)))
        if day_of(at, day_end) != day:  # before the day's end past midnight: it is the next date by then
            at += timedelta(days=1)
        return Moment.from_aware(at.astimezone(), zone)

    return moment

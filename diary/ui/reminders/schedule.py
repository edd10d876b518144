"""When a reminder is due, by the clock on the wall: at most one, and none in quiet hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

EVERY_DAY = frozenset(range(7))
LATE = timedelta(hours=12)
"""A reminder that could not be given in time, as the computer slept, is given for so long."""

AHEAD = timedelta(days=1)
"""A last reminder further ahead than this came from a clock that was wrong; it holds nothing back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A time of day and the weekdays (Monday 0) on which it is wanted."""

    at: time
    weekdays: frozenset[int] = EVERY_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Hours without reminders, `since` included, `until` not; over midnight where `since` is the later.

    The same time twice is no time at all.
    """

    since: time
    until: time

    def holds(self, at: time) -> bool:
        """Whether a time of day lies in them."""
        if self.since <= self.until:
            return self.since <= at < self.until
        return at >= self.since or at < self.until


def due(
    now: datetime, last: datetime, reminders: Iterable[Reminder], quiet: Quiet | None = None
) -> datetime | None:
    """The set time that is due, the latest where there are several; None where none is, or in quiet hours.

    All are local times without a zone. `last` is the one that was given last, or when watching began: an hour
    that comes twice, when clocks are set back, reminds once; a time that never comes is due right after.
    """
    if quiet is not None and quiet.holds(now.time()):
        return None
    if last - now > AHEAD:
        last = now
    since = max(last, now - LATE)
    days = {since.date(), now.date()}
    times = (
        datetime.combine(day, one.at) for day in days for one in reminders if day.weekday() in one.weekdays
    )
    return max((at for at in times if since < at <= now), default=None)


def until_next_minute(now: datetime) -> int:
    """Milliseconds until just behind the next full minute: looking then never drifts."""
    return 60_000 - now.second * 1000 - now.microsecond // 1000 + 50

"""Times as the diary keeps them: local date-time, UTC offset and zone, and the day they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from diary.models.codes import Lateness

DAY_END = time(3, 0)
"""When a day ends unless set otherwise; clinical.md section 3."""

MEMORY_AFTER_DAYS = 3
"""Later than this many days after the end of its day, a value is a memory note [Broderick08]."""

_FORM = re.compile(r"^(?P<stamp>[0-9T:.+-]+)(\[(?P<zone>[^\]]+)\])?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A local date-time with its UTC offset in minutes and zone name; absent where a source gave none."""

    local: datetime
    offset_min: int | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.local.tzinfo is not None:
            raise ValueError("Moment.local is naive; the offset stands beside it")

    @classmethod
    def from_aware(cls, when: datetime, zone: str | None = None) -> Moment:
        """The moment of an aware date-time; ValueError if it is naive."""
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("a naive date-time has no offset")
        return cls(when.replace(tzinfo=None), round(offset.total_seconds() / 60), zone)

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Reads `2026-11-22T18:42:00+01:00[Europe/Berlin]` (RFC 9557); ValueError if it is not one."""
        match = _FORM.match(text)
        if match is None:
            raise ValueError(f"not a moment: {text!r}")
        when = datetime.fromisoformat(match["stamp"])
        if when.tzinfo is None:
            return cls(when, None, match["zone"])
        return cls.from_aware(when, match["zone"])

    def __str__(self) -> str:
        stamp = self.local if self.offset_min is None else self.local.replace(tzinfo=self._offset())
        zone = f"[{self.zone}]" if self.zone else ""
        return f"{stamp.isoformat()}{zone}"

    @property
    def utc(self) -> datetime | None:
        """The same moment as aware UTC, or None where the offset is unknown."""
        if self.offset_min is None:
            return None
        return self.local.replace(tzinfo=self._offset()).astimezone(UTC)

    def _offset(self) -> tzinfo:
        return timezone(timedelta(minutes=self.offset_min or 0))


def time_between(start: Moment, end: Moment) -> timedelta:
    """From one moment to another: by the world's clock where both are known, else by the clock on the wall.

    Negative where the end lies before the start, as after the clock was set back.
    """
    if start.utc is not None and end.utc is not None:
        return end.utc - start.utc
    return end.local - start.local


def day_of(local: datetime, day_end: time = DAY_END) -> date:
    """The diary day that a local date-time belongs to, when days end at `day_end` of the next date."""
    past_midnight = timedelta(hours=day_end.hour, minutes=day_end.minute)
    return (local - past_midnight).date()


def lateness(about: date, written_on: date) -> Lateness:
    """The class of a value about one day, first written on diary day `written_on` (see `day_of`)."""
    days = (written_on - about).days
    if days <= 0:
        return Lateness.SAME_DAY
    if days == 1:
        return Lateness.NEXT_DAY
    return Lateness.LATER if days <= MEMORY_AFTER_DAYS else Lateness.MEMORY

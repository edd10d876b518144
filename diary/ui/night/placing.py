"""Clock times of one night as moments: which date each belongs to, by the day that the night ends on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from diary.models.moments import DAY_END, Moment, day_of

Clock = time | None

DAY = timedelta(days=1)
HALF = timedelta(hours=12)
NOON = time(12)


def place_night(
    day: date, clocks: Sequence[Clock], now: datetime, day_end: time = DAY_END
) -> tuple[datetime | None, ...]:
    """Local date-times of bed, asleep, awake, up (in this order) of the night that ends on diary day `day`.

    All lie within a day before getting up; a time that only makes sense behind it is put there, to be asked
    about. Without getting up, waking ends the night; without both it ended by noon.
    """
    bed, asleep, awake, up = clocks
    ends = up if up is not None else awake
    end = datetime.combine(day, NOON) if ends is None else on_day(day, ends, now, day_end)
    went = None if bed is None else _latest(bed, end)
    slept = None if asleep is None else _between(asleep, went, end)
    low = slept if slept is not None else went
    woke = end if up is None else None if awake is None else _between(awake, low or end - HALF, end)
    return went, slept, None if awake is None else woke, None if up is None else end


def place_nap(
    day: date, clocks: Sequence[Clock], now: datetime, day_end: time = DAY_END
) -> tuple[datetime | None, datetime | None]:
    """Local date-times of a nap, from and to, that begins on diary day `day`."""
    since, until = clocks
    if since is None:
        return None, None if until is None else on_day(day, until, now, day_end)
    begun = on_day(day, since, now, day_end)
    if until is None:
        return begun, None
    ended = datetime.combine(begun.date(), until)
    return begun, ended if ended >= begun else ended + DAY


def on_day(day: date, clock: time, now: datetime, day_end: time) -> datetime:
    """The clock time on a diary day: after midnight on the next date, unless that is still to come."""
    at = datetime.combine(day, clock)
    if day_of(at, day_end) != day and at + DAY <= now:
        at += DAY
    return at


def moments(times: Sequence[datetime | None], now: Moment) -> tuple[Moment | None, ...]:
    """Local date-times in order as moments where the person is now, with the offsets of those dates.

    A time that clocks going forward leave out is as much later as they go: 02:30 is 03:30 on that night.
    An hour that comes twice, when clocks are set back, is the second where only that keeps the order.
    """
    zone, last = _zone(now), None
    found: list[Moment | None] = []
    for at in times:
        one = None if at is None else _moment(at, zone, now)
        if at is not None and one is not None and last is not None and _before(one, last):
            later = _moment(at.replace(fold=1), zone, now)
            one = one if _before(later, last) else later
        last = one or last
        found.append(one)
    return tuple(found)


def _moment(at: datetime, zone: tzinfo | None, now: Moment) -> Moment:
    if now.offset_min is None:
        return Moment(at)
    aware = at.astimezone() if zone is None else at.replace(tzinfo=zone)
    if aware.astimezone(UTC).astimezone(aware.tzinfo).replace(tzinfo=None) != at.replace(fold=0):
        aware = aware.astimezone(UTC).astimezone(aware.tzinfo)  # clocks went forward over this time
    made = Moment.from_aware(aware, now.zone)
    return Moment(made.local.replace(fold=0), made.offset_min, made.zone)


def _zone(now: Moment) -> tzinfo | None:
    """The time zone by its name; None where this computer does not know it: its own is taken then."""
    try:
        return ZoneInfo(now.zone) if now.zone else None
    except (LookupError, ValueError, OSError):
        return None


def _before(one: Moment, other: Moment) -> bool:
    first, second = one.utc, other.utc
    return first is not None and second is not None and first < second


def _latest(clock: time, end: datetime) -> datetime:
    at = datetime.combine(end.date(), clock)
    return at if at <= end else at - DAY


def _between(clock: time, low: datetime | None, end: datetime) -> datetime:
    """The clock time before `end`; where that is before `low`, the nearer of before `low` and after `end`."""
    at = _latest(clock, end)
    if low is None or at >= low:
        return at
    return at if low - at <= at + DAY - end else at + DAY

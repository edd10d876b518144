"""Fitbit's sleep records: each night one entry with its parts, naps beside it and never added to it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from diary.errors import DiaryError
from diary.exchange.importers.found import Found, Surroundings, Unreadable
from diary.models.codes import EntryKind, SourceKind
from diary.models.measures import BY_CODE
from diary.models.moments import Moment
from diary.models.records import Entry, Reading, SleepPiece, Source
from diary.wording import say

SOURCE = Source(kind=SourceKind.DEVICE, name="Fitbit")

DAYTIME = (time(9), time(20))
"""A record that is not the main sleep and begins between these is a nap ..."""

SAME_NIGHT = timedelta(minutes=60)
"""... unless it begins this soon after the night's last part ended."""


@dataclass(frozen=True, slots=True)
class _Log:
    place: str
    key: str
    day: date
    start: datetime
    end: datetime
    asleep_min: int
    main: bool


def recognises(data: bytes) -> bool:
    """Whether a file holds Fitbit's sleep records."""
    head = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] in {b"[", b"{"} and b'"dateOfSleep"' in data and b'"logId"' in data


def read(files: Sequence[tuple[str, bytes]], around: Surroundings) -> Found:
    """The nights in the named files' bytes; DiaryError where one holds no sleep records."""
    unreadable: list[Unreadable] = []
    logs: dict[str, _Log] = {}
    repeated = 0
    for place, plain in _records(files):
        try:
            log = _log(place, plain, around.today)
        except ValueError as error:
            unreadable.append(Unreadable(place, str(error)))
            continue
        first = logs.setdefault(log.key, log)
        if first is log:
            continue
        if (first.start, first.end, first.asleep_min) == (log.start, log.end, log.asleep_min):
            repeated += 1
        else:
            unreadable.append(Unreadable(place, say("import.said_otherwise")))
    nights: defaultdict[date, list[_Log]] = defaultdict(list)
    for log in sorted(logs.values(), key=lambda one: (one.start, one.key)):
        nights[log.day].append(log)
    entries = [_night(day, _apart(nights[day], unreadable), around) for day in sorted(nights)]
    return Found(entries=tuple(entries), unreadable=tuple(unreadable), repeated=repeated)


def _records(files: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, Any]]:
    for name, data in files:
        try:
            plain = json.loads(data.decode("utf-8-sig"))
        except json.JSONDecodeError as error:
            raise _refusal(say("exchange.at_line", line=error.lineno, why=error.msg)) from error
        except (ValueError, RecursionError) as error:
            raise _refusal(say("exchange.not_readable")) from error
        found = plain.get("sleep") if isinstance(plain, dict) else plain
        if not isinstance(found, list):
            raise _refusal(say("import.no_list"))
        for number, one in enumerate(found, 1):
            record = say("import.record", record=number)
            yield (record if len(files) == 1 else f"{name}, {record}"), one


def _refusal(why: str) -> DiaryError:
    what = say("import.cannot_read", source=SOURCE.name, why=why)
    return DiaryError(what, say("error.nothing_changed"), say("import.export_again"))


def _log(place: str, plain: Any, today: date) -> _Log:
    if not isinstance(plain, dict):
        raise ValueError(say("import.no_field", field="logId"))
    start, end = _local(plain, "startTime"), _local(plain, "endTime")
    length_min = (end - start).total_seconds() / 60
    asleep_min = plain.get("minutesAsleep")
    if not isinstance(asleep_min, int) or isinstance(asleep_min, bool) or asleep_min < 0:
        raise ValueError(say("import.no_field", field="minutesAsleep"))
    if not 0 < length_min <= 24 * 60 or asleep_min > length_min + 1:
        raise ValueError(say("import.dates_differ"))
    main = plain.get("mainSleep", plain.get("isMainSleep", True)) is not False
    day = _day(plain, end.date(), main=main)
    if day > today:
        raise ValueError(say("problem.future", day=day))
    key = plain.get("logId")
    if not isinstance(key, int | str) or isinstance(key, bool) or not str(key).isprintable() or key == "":
        raise ValueError(say("import.no_field", field="logId"))
    return _Log(place, str(key), day, start, end, asleep_min, main)


def _local(plain: Mapping[str, Any], field: str) -> datetime:
    try:
        when = datetime.fromisoformat(plain[field])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(say("import.no_field", field=field)) from error
    if when.tzinfo is not None:
        raise ValueError(say("import.no_field", field=field))
    return when


def _day(plain: Mapping[str, Any], ended: date, *, main: bool) -> date:
    """The day a night belongs to: the one it ends on; a part before midnight goes with the rest."""
    try:
        named = date.fromisoformat(plain["dateOfSleep"])
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(say("import.no_field", field="dateOfSleep")) from error
    if abs((named - ended).days) > 1:
        raise ValueError(say("import.dates_differ"))
    return named if not main and named - ended == timedelta(days=1) else ended


def _apart(logs: list[_Log], unreadable: list[Unreadable]) -> list[_Log]:
    """The records of a night without those that lie over another one: minutes are not counted twice."""
    kept: list[_Log] = []
    for log in sorted(logs, key=lambda one: not one.main):
        if any(log.start < other.end and other.start < log.end for other in kept):
            unreadable.append(Unreadable(log.place, say("import.overlaps")))
        else:
            kept.append(log)
    return sorted(kept, key=lambda one: one.start)


def _naps(logs: list[_Log]) -> set[str]:
    """The keys of the records that are naps: not the main sleep, begun by day, apart from the night."""
    naps: set[str] = set()
    before = {later.key: earlier.end for earlier, later in pairwise(logs)}
    for log in logs:
        joined = log.key in before and log.start - before[log.key] <= SAME_NIGHT
        if not log.main and DAYTIME[0] <= log.start.time() < DAYTIME[1] and not joined:
            naps.add(log.key)
    return naps


def _night(day: date, logs: list[_Log], around: Surroundings) -> Entry:
    naps = _naps(logs)
    own = [log for log in logs if log.key not in naps]
    reading = Reading(
        measure="sleep_min",
        value=float(sum(log.asleep_min for log in own)),
        wording=BY_CODE["sleep_min"].wording,
        original=" + ".join(str(log.asleep_min) for log in own),
        original_unit="min",
        source_key=" ".join(log.key for log in own),
    )
    return Entry(
        uid=around.make_uid(),
        kind=EntryKind.NIGHT,
        day=day,
        author=around.author,
        source=SOURCE,
        source_key=str(day),
        readings=(reading,) if own else (),
        sleep=tuple(
            SleepPiece(
                uid=around.make_uid(),
                bed=Moment(log.start),
                up=Moment(log.end),
                asleep_min=log.asleep_min,
                nap=log.key in naps,
                source_key=log.key,
            )
            for log in logs
        ),
    )

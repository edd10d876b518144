"""Small records and a clock that is set by hand, for tests of the record."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from diary.models.codes import Answered, AnswerList, EntryKind
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Reading, Replace, SleepPiece
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.reading import SELF

if TYPE_CHECKING:
    from diary.models.records import Changes, Record

NOON = Moment(datetime(2026, 11, 20, 12, 0), 60, "Europe/Berlin")  # noqa: DTZ001  Moment.local is naive
TODAY = date(2026, 11, 20)
YESTERDAY = date(2026, 11, 19)


class Clock:
    """A clock that stands until it is set; `at("2026-11-20T12:00+01:00")`."""

    def __init__(self, moment: Moment = NOON) -> None:
        self.moment = moment

    def __call__(self) -> Moment:
        """Return the present moment."""
        return self.moment

    def at(self, text: str) -> None:
        """Set the clock."""
        self.moment = Moment.parse(text)


@cache
def _empty() -> Path:
    file = Path(mkdtemp()) / "empty.sqlite3"
    Diary(file).close()
    return file


def empty_diary(file: Path) -> Path:
    """Put a new diary at `file`, a copy of one that was made once, and return where it is."""
    shutil.copy(_empty(), file)
    return file


def readings(**values: float) -> tuple[Reading, ...]:
    """Return readings by code, in the order the record keeps them."""
    return tuple(Reading(measure=code, value=values[code]) for code in sorted(values))


def day(uid: str = "day", about: date = YESTERDAY, note: str = "", **values: float) -> Entry:
    """Return a day entry with these readings."""
    return Entry(uid=uid, kind=EntryKind.DAY, day=about, author=SELF, note=note, readings=readings(**values))


def moment(uid: str, about: date = YESTERDAY, **values: float) -> Entry:
    """Return a moment entry."""
    return Entry(uid=uid, kind=EntryKind.MOMENT, day=about, author=SELF, readings=readings(**values))


def night(uid: str = "night", about: date = YESTERDAY, **values: float) -> Entry:
    """Return a night entry with one piece of sleep."""
    piece = SleepPiece(
        uid=f"{uid}-piece",
        asleep=Moment.parse("2026-11-18T23:10+01:00[Europe/Berlin]"),
        awake=Moment.parse("2026-11-19T06:40+01:00[Europe/Berlin]"),
        asleep_min=430,
    )
    return Entry(
        uid=uid, kind=EntryKind.NIGHT, day=about, author=SELF, readings=readings(**values), sleep=(piece,)
    )


def hurting(uid: str = "day", about: date = YESTERDAY, severity: int | None = 6, **values: float) -> Entry:
    """Return a day entry with one place that burns."""
    place = Area(
        uid=f"{uid}-foot",
        severity=severity,
        qualities=(AreaQuality(code="burning", strength=7), AreaQuality(own_word="wie Glasscherben")),
        regions=(AreaRegion(region="foot_sole_l", coverage=0.25), AreaRegion(region="toes_l")),
    )
    return Entry(
        uid=uid,
        kind=EntryKind.DAY,
        day=about,
        author=SELF,
        answered={AnswerList.PLACES: Answered.SOME},
        readings=readings(**values),
        areas=(place,),
    )


def add(diary: Diary, *records: Record) -> Changes:
    """Save new records as one change."""
    return diary.apply([Replace(before=None, after=one) for one in records])


def live(diary: Diary, uid: str = "day") -> Entry:
    """Return the entry as the diary holds it."""
    found = diary.ask(queries.entry, uid)
    assert found is not None
    return found


def uid_of(changes: Changes) -> str:
    """Return the uid of a change that took place."""
    assert changes.change is not None
    return changes.change

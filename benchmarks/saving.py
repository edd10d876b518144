"""Entries as they are saved here, and the same statements sent through bare sqlite3."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, event

from benchmarks.room import the_application
from diary.models.codes import Answered, AnswerList, EntryKind, Quality, Verb
from diary.models.measures import BUILT_IN
from diary.models.moments import Moment
from diary.models.records import Area, AreaQuality, AreaRegion, Entry, Reading, Replace
from diary.storage.diary import Diary
from diary.storage.queries import entry, span
from diary.store.looks import Looks
from diary.store.store import Store

Statement = tuple[str, Any, bool]
CODES: Final = [one.code for one in BUILT_IN if one.kept_in is EntryKind.DAY and one.high == 10][:8]
REGIONS: Final = (("scalp_top_R", "scalp_top_L"), ("forehead_R",), ("temple_R", "temple_L", "ear_R"))


class Clock:
    """Moments a second apart, so that two diaries write the same."""

    def __init__(self, start: datetime) -> None:
        self._seconds = count()
        self._start = start

    def __call__(self) -> Moment:
        """The next moment."""
        return Moment(self._start + timedelta(seconds=next(self._seconds)), 0)


class Saver:
    """Saves eight readings and three areas a day, going back in time from the diary's first day."""

    def __init__(self, path: Path, start: datetime) -> None:
        self._start = start
        self._application = the_application()
        self.store = Store(path, Looks(path.with_suffix(".ini")))
        self.store.open_now(self._open)
        whole = self.store.ask(span)
        assert whole is not None  # the sample diary is not empty
        self._day = whole[0]
        self._last: Entry | None = None

    def _open(self, path: Path) -> Diary:
        numbers = count()
        return Diary(path, clock=Clock(self._start), make_uid=lambda: f"{next(numbers):032x}")

    def new(self) -> Callable[[], object]:
        """What saves the next entry."""
        self._day -= timedelta(days=1)
        self._last = new_entry(self.store, self._day)
        return _Saving(self.store, Replace(before=None, after=self._last), Verb.SAVE)

    def edit(self) -> Callable[[], object]:
        """What saves the entry saved last, every number and the note changed."""
        assert self._last is not None  # `new` came before
        old = self.store.ask(entry, self._last.uid)
        assert old is not None  # it was saved
        return _Saving(self.store, Replace(before=old, after=edited(old)), Verb.EDIT)


class _Saving:
    """One save, ready to be timed."""

    def __init__(self, store: Store, step: Replace, verb: Verb) -> None:
        self._store = store
        self._step = step
        self._verb = verb

    def __call__(self) -> object:
        """Saves."""
        return self._store.save([self._step], text="", verb=self._verb)


class Bare:
    """The file with nothing between us and it but the standard library."""

    def __init__(self, path: Path) -> None:
        self._raw = sqlite3.connect(path, isolation_level=None)
        for pragma in (
            "busy_timeout = 2000",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
        ):
            self._raw.execute(f"PRAGMA {pragma}")

    def replay(self, statements: list[Statement]) -> None:
        """Sends what the engine sent, reads what it read, and commits."""
        for text, values, many in statements:
            if many:
                self._raw.executemany(text, values)
            else:
                self._raw.execute(text, values).fetchall()
        self._raw.execute("COMMIT")

    def close(self) -> None:
        """Lets go of the file."""
        self._raw.close()


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """The statements that any engine sends meanwhile, with their values."""
    sent: list[Statement] = []

    def hear(_c: Any, _cursor: Any, text: str, values: Any, _context: Any, many: bool) -> None:
        sent.append((text, list(values) if many else values, many))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def timed(work: Callable[[], object]) -> float:
    """How long `work` takes, ms."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def new_entry(store: Store, day: date) -> Entry:
    """An entry with eight readings and three areas."""
    areas = tuple(
        Area(
            uid=store.make_uid(),
            severity=5,
            qualities=(AreaQuality(code=str(Quality.BURNING)), AreaQuality(code=str(Quality.TINGLING))),
            regions=tuple(AreaRegion(region=region) for region in regions),
        )
        for regions in REGIONS
    )
    return Entry(
        uid=store.make_uid(),
        kind=EntryKind.DAY,
        day=day,
        author=store.author,
        note="a note of some length, as people write them in the evening",
        answered={AnswerList.PLACES: Answered.SOME},
        asked=tuple(CODES),
        readings=tuple(Reading(measure=code, value=5.0) for code in CODES),
        areas=areas,
    )


def edited(old: Entry) -> Entry:
    """The entry with every number and the note changed."""
    return replace(
        old,
        note=f"{old.note}, and a word more",
        readings=tuple(replace(one, value=(one.value or 0) + 1) for one in old.readings),
        areas=tuple(replace(one, severity=6) for one in old.areas),
    )

"""The diary: the only reader and writer of the file. No Qt, no screens."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, TypeVar

from sqlalchemy import delete, func, insert, select

from diary import __version__
from diary.errors import DiaryError, RefusedError
from diary.models import rules, tables
from diary.models.codes import Noun, Verb
from diary.models.moments import Moment, day_of
from diary.models.records import TYPED, Change, Changes, Entry, Erased, Measure, Record, Replace, Source
from diary.storage import acts, rows
from diary.storage import clock as system_clock
from diary.storage.connection import explained, open_engine
from diary.storage.raw import raw_connection
from diary.storage.read import ChangeNames
from diary.storage.reading import SELF, Reader, day_end, measures
from diary.storage.undoing import undoing
from diary.storage.write import Stamp
from diary.wording import say

if TYPE_CHECKING:
    from diary.storage.snapshot import Snapshot

T = TypeVar("T")
P = ParamSpec("P")


class Erasure(NamedTuple):
    """What an erasure changed, and whether the pages that held the words are overwritten by now."""

    changes: Changes
    overwritten: bool


class Diary:
    """One open diary file. Close it: a cleanly closed diary is one single file."""

    def __init__(
        self,
        path: Path,
        *,
        create: bool = True,
        author: str = SELF,
        clock: Callable[[], Moment] = system_clock.now,
        make_uid: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        """Opens the file at `path`, migrating it if behind; DiaryError with a way out where it cannot."""
        self.path = path
        self.author = author
        self.make_uid = make_uid
        self._clock = clock
        self._names = ChangeNames()
        self._engine, self.read_only = open_engine(path, create=create)
        self._newest_own = self.ask(_newest_change)
        self._overtook = False

    # --- reading

    def ask(self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `query` finds, read inside one transaction so that it is of one piece; DiaryError."""
        with explained(self.path), self._engine.connect() as connection, connection.begin():
            return query(Reader(connection, self._names), *args, **kwargs)

    def now(self) -> Moment:
        """The present moment by the clock the diary was opened with."""
        return self._clock()

    def today(self) -> date:
        """The diary day of now, by the day end in force."""
        return day_of(self.now().local, self.ask(day_end))

    # --- writing

    def apply(
        self,
        steps: Sequence[Replace],
        *,
        verb: Verb = Verb.SAVE,
        source: Source = TYPED,
        reason: str | None = None,
        drop_draft: str | None = None,
    ) -> Changes:
        """One act: all steps or none, each with its before-image. RefusedError, ConflictError, DiaryError.

        The draft named `drop_draft` goes in the same transaction. Steps that change nothing are left out.
        """
        with self._writing() as reader:
            found = acts.settled(reader.connection, reader.names, steps)
            now, end = self.now(), day_end(reader)
            self._refuse_broken(reader, found, now, end)
            if drop_draft is not None:
                reader.connection.execute(delete(tables.draft).where(tables.draft.c.key == drop_draft))
            change = self._change(reader, verb, source, reason, now, end)
            changes, number = self._carry_out(reader, found, change, keep=False)
        self._wrote(number)
        return changes

    def undo(self, change_uid: str) -> Changes:
        """Takes back one change as a new one; ConflictError where something was changed since."""
        with self._writing() as reader:
            steps = undoing(reader.connection, reader.names, change_uid)
            change = self._change(reader, Verb.UNDO, TYPED, None, self.now(), day_end(reader))
            changes, number = self._carry_out(reader, steps, change, keep=True)
        self._wrote(number)
        return changes

    def erase(self, noun: Noun, uid: str, what: Sequence[str] = ()) -> Erasure:
        """Erases a record, or parts of it, here and in every earlier version; DiaryError. No undo.

        The pages of the file that held the words are overwritten. Where another program holds the file, that
        waits until it is closed, as the answer says.
        """
        from diary.storage.erasing import erase

        with self._writing() as reader:
            now = self.now()
            change = self._change(reader, Verb.ERASE, TYPED, None, now, day_end(reader))
            number = _insert_change(reader, change)
            fact = Erased(uid=self.make_uid(), of=noun, record=uid, at=now)
            touched = erase(reader, noun, uid, what, number, fact)
        self._wrote(number)
        changes = Changes(change=change.uid, nouns=touched.nouns, days=touched.days)
        return Erasure(changes, self._overwrite())

    def _overwrite(self) -> bool:
        """Writes the file anew without its freed pages and empties its log; False where it is held."""
        raw = raw_connection(self.path, read_only=False)
        try:
            raw.execute("PRAGMA secure_delete = ON")
            raw.execute("VACUUM")
            (busy, _, _) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False  # held, or the disk is full: the record is empty, only traces may be left
        finally:
            raw.close()
        return not busy

    def restore(self, whole: Snapshot) -> Changes:
        """Writes a whole record into this empty diary as it was, adding nothing; DiaryError if not empty."""
        from diary.storage.snapshot import write_snapshot

        with self._writing() as reader:
            changes, self._newest_own = write_snapshot(reader, whole)
            return changes

    def keep_draft(self, key: str, content: str) -> None:
        """Keeps what is being typed in the form `key`; DiaryError where the disk refuses."""
        row = {"key": key, "content": content, "kept": str(self.now())}
        with self._writing() as reader:
            reader.connection.execute(insert(tables.draft).prefix_with("OR REPLACE"), [row])

    def drop_draft(self, key: str) -> None:
        """Forgets the draft of the form `key`."""
        with self._writing() as reader:
            reader.connection.execute(delete(tables.draft).where(tables.draft.c.key == key))

    def changed_outside(self) -> bool:
        """Whether another window or program has changed the record since this was last asked or written."""
        newest = self.ask(_newest_change)
        outside = self._overtook or newest != self._newest_own
        self._newest_own = newest
        self._overtook = False
        return outside

    def close(self) -> None:
        """Folds the write-ahead log into the file and lets go of it."""
        try:
            if not self.read_only:
                with explained(self.path), closing(self._engine.raw_connection()) as raw:
                    # Bare, since inside a transaction SQLite does not fold the log.
                    raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._engine.dispose()

    # --- inside

    @contextmanager
    def _writing(self) -> Iterator[Reader]:
        if self.read_only:
            raise DiaryError(say("error.read_only"), say("error.words_here"), say("error.read_only_do"))
        with explained(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield Reader(connection, self._names)

    def _refuse_broken(self, reader: Reader, steps: Sequence[Replace], now: Moment, end: time) -> None:
        known = dict(measures(reader))
        known |= {one.after.code: one.after for one in steps if isinstance(one.after, Measure)}
        today = day_of(now.local, end)
        problems: list[rules.Problem] = []
        for step in steps:
            if step.after is not None:
                # A day that had come has come, also where the clock was set back or the person flew west.
                come = acts.day_about(step.before) or today
                problems += rules.check(step.after, known, max(today, come))
            if isinstance(step.after, Entry) and _is_moved(step.before, step.after):
                problems += rules.check_time(step.after, now, end)
        if problems:
            told = " ".join(say(one.key, **one.values) for one in problems)
            raise RefusedError(problems, told, say("error.nothing_changed"), say("error.correct"))

    def _change(
        self, reader: Reader, verb: Verb, source: Source, reason: str | None, at: Moment, end: time
    ) -> Change:
        last = reader.connection.execute(
            select(tables.change.c.at).order_by(tables.change.c.id.desc()).limit(1)
        ).scalar_one_or_none()
        return Change(
            uid=self.make_uid(),
            at=at,
            day=day_of(at.local, end),
            clock_ok=last is None or not _before(at, Moment.parse(last)),
            author=self.author,
            source=source,
            app_version=__version__,
            verb=verb,
            reason=reason,
        )

    def _wrote(self, number: int | None) -> None:
        """After the commit: `number` is our newest change; a gap before it is somebody else's."""
        if number is not None:
            self._overtook |= number != self._newest_own + 1
            self._newest_own = number

    def _carry_out(
        self, reader: Reader, steps: Sequence[Replace], change: Change, *, keep: bool
    ) -> tuple[Changes, int | None]:
        if not steps:
            return acts.summary_of(None, ()), None
        connection = reader.connection
        number = _insert_change(reader, change)
        numbers = acts.change_numbers(connection, steps) if keep else None
        acts.carry_out(connection, steps, number, Stamp(number, numbers))
        return acts.summary_of(change.uid, steps), number


def _insert_change(reader: Reader, change: Change) -> int:
    """Writes a change and returns its row number."""
    key = reader.connection.execute(insert(tables.change), rows.change_row(change)).inserted_primary_key
    assert key is not None  # an integer primary key is always reported
    return int(key[0])


def _is_moved(before: Record | None, after: Entry) -> bool:
    """Whether an entry is new or about another time: what was right by an earlier day end stays right."""
    return not isinstance(before, Entry) or (before.at, before.day) != (after.at, after.day)


def _before(one: Moment, other: Moment) -> bool:
    if one.utc is None or other.utc is None:
        return one.local < other.local
    return one.utc < other.utc


def _newest_change(reader: Reader) -> int:
    return int(reader.connection.execute(select(func.coalesce(func.max(tables.change.c.id), 0))).scalar_one())

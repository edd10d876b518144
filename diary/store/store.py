"""The diary as screens see it: asked and saved on their thread, opened and worked on in another."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from diary.errors import ConflictError, DiaryError, UnreadableError
from diary.models.codes import Verb
from diary.models.moments import Moment
from diary.models.records import Changes, Draft, Replace, Setting
from diary.store.looks import Looks
from diary.store.undo import Take
from diary.store.worker import Worker
from diary.wording import say

if TYPE_CHECKING:
    from diary.storage.diary import Diary
    from diary.storage.reading import Reader

T = TypeVar("T")
P = ParamSpec("P")

OUTSIDE_MS = 1500
"""How often the file is looked at for changes by other windows and programs."""
BY = " by "
"""What stands in the key of a helper's draft, between the form and the helper's uid."""

EVERYTHING = Changes(change=None)
"""What `changed` says when all may look different."""


class Store(QObject):
    """One open diary for one window. `sqlalchemy` is imported by its thread, after the first paint."""

    opened = Signal()
    changed = Signal(object)
    trouble = Signal(object)
    saved = Signal(str)
    turned = Signal(str, bool)
    """The name of a change that was undone (True) or brought back (False)."""
    author_leaving = Signal()
    """Somebody else is about to write: what is being typed belongs to who typed it, and is kept now."""
    author_changed = Signal()

    def __init__(self, path: Path, looks: Looks, *, is_sample: bool = False) -> None:
        super().__init__()
        self.path = path
        self.looks = looks
        self.is_sample = is_sample
        self.undo_stack = QUndoStack(self)
        self._worker = Worker(self)
        self._aside = Worker(self, "aside")
        self._leaving = False
        self._diary: Diary | None = None
        self._opening: _Opening | None = None
        self._waiting_drafts: dict[str, str] = {}
        self._drafts_refused = False
        self._opened_as = ""
        self._outside = QTimer(self, interval=OUTSIDE_MS)
        self._outside.timeout.connect(self._on_look_outside)

    # --- opening and closing

    def open(self, make: Callable[[Path], Diary] | None = None) -> None:
        """Opens the diary in the thread; `opened` or `trouble` follows."""
        self._opening = _Opening(self.path, make)
        self._worker.run(self._opening, self._on_opened, self.trouble.emit)

    def open_now(self, make: Callable[[Path], Diary] | None = None) -> None:
        """Opens the diary here and now, for tests and pictures; DiaryError."""
        self._opening = _Opening(self.path, make)
        self._on_opened(self._opening())

    @Slot(object)
    def _on_opened(self, diary: Diary) -> None:
        if self._opening is None:
            return  # closed meanwhile
        self._diary = diary
        self._opened_as = diary.author
        self.is_sample = self.is_sample or self._opening.is_sample
        self._outside.start()
        self.opened.emit()
        for key, content in list(self._waiting_drafts.items())[-1:]:
            self.keep_draft(key, content)  # which keeps the others that wait as well

    def close(self) -> None:
        """Waits for work at hand and closes the file; DiaryError where the disk refuses."""
        self._leaving = True
        self._outside.stop()
        self._aside.close()
        self._worker.close()
        opening, self._opening, self._diary = self._opening, None, None
        if opening is None or (opening.diary is None and not self._waiting_drafts):
            return
        diary = opening.diary or opening()
        try:
            for key, content in self._waiting_drafts.items():
                diary.keep_draft(key, content)
        finally:
            diary.close()

    @property
    def is_open(self) -> bool:
        """Whether the diary can be asked."""
        return self._diary is not None

    @property
    def read_only(self) -> bool:
        """Whether the file cannot be written."""
        return self._diary is not None and self._diary.read_only

    @property
    def diary(self) -> Diary:
        """The open diary; RuntimeError before `opened`."""
        if self._diary is None:
            raise RuntimeError("the diary is not open yet")
        return self._diary

    # --- asking

    def ask(self, query: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a quick query finds, on this thread; DiaryError."""
        return self.diary.ask(query, *args, **kwargs)

    def today(self) -> date:
        """The diary day of now."""
        return self.diary.today()

    def now(self) -> Moment:
        """The present moment."""
        return self.diary.now()

    def make_uid(self) -> str:
        """A fresh uid, also while the diary is being opened."""
        if self._diary is not None:
            return self._diary.make_uid()
        from uuid import uuid4

        return uuid4().hex

    @property
    def author(self) -> str:
        """The uid of who writes here."""
        return self.diary.author

    @property
    def is_helped(self) -> bool:
        """Whether somebody else than the person writes here now."""
        return self._diary is not None and self._diary.author != self._opened_as

    def set_author(self, uid: str) -> None:
        """Lets a helper write in this window, or the person again; the next start is the person's."""
        if uid == self.diary.author:
            return
        self.author_leaving.emit()
        self.diary.author = uid
        self.author_changed.emit()
        self.changed.emit(EVERYTHING)

    def back_to_self(self) -> None:
        """The person writes again."""
        self.set_author(self._opened_as)

    # --- saving

    def save(
        self,
        steps: Sequence[Replace],
        *,
        text: str,
        verb: Verb = Verb.SAVE,
        drop_draft: str | None = None,
    ) -> Changes:
        """Saves all steps as one change that can be undone; DiaryError, ConflictError, RefusedError."""
        draft = None if drop_draft is None else self._of_author(drop_draft)
        changes = self.diary.apply(steps, verb=verb, drop_draft=draft)
        if draft is not None:
            self._waiting_drafts.pop(draft, None)
        self.took_place(changes, text)
        return changes

    def took_place(self, changes: Changes, text: str) -> None:
        """Tells of a change that is in the diary already, and lets it be undone; `text` names it."""
        if changes.change is None:
            return
        self.changed.emit(changes)
        self.undo_stack.push(Take(text, changes.change, self._take_back, self.turned.emit))
        self.saved.emit(text)

    def undo_change(self, uid: str) -> Changes:
        """Takes back any change of the record as a new change; ConflictError where it was changed since."""
        changes = self.diary.undo(uid)
        self.changed.emit(changes)
        return changes

    def erased(self, changes: Changes) -> None:
        """Tells of what was erased for good: it is no step of undo, nor is what was done to it before."""
        self.undo_stack.clear()
        self.changed.emit(changes)

    def _take_back(self, uid: str) -> str | None:
        try:
            return self.undo_change(uid).change
        except ConflictError as error:
            told = ("error.undo_changed", "error.nothing_changed", "error.undo_changed_do")
            self.trouble.emit(ConflictError(error.current, *(say(key) for key in told)))
        except DiaryError as error:
            self.trouble.emit(error)
        return None

    @Slot()
    def _on_look_outside(self) -> None:
        try:
            if self._diary is not None and self._diary.changed_outside():
                self.changed.emit(EVERYTHING)
        except DiaryError:
            return  # another program holds the file for a moment; the next look will tell

    # --- what is being typed

    def keep_draft(self, key: str, content: str) -> None:
        """Keeps what is being typed: in the file, or in memory while the disk refuses (said once)."""
        self._waiting_drafts[self._of_author(key)] = content
        if self._diary is None:
            return
        try:
            for one, waiting in list(self._waiting_drafts.items()):
                self._diary.keep_draft(one, waiting)
                del self._waiting_drafts[one]
        except DiaryError as error:
            if not self._drafts_refused:
                self._drafts_refused = True
                self.trouble.emit(error)
            return
        self._drafts_refused = False

    @property
    def holds_typing(self) -> bool:
        """Whether something typed is in memory only, and would go with the window."""
        return self._drafts_refused and bool(self._waiting_drafts)

    @property
    def drafts_refused(self) -> bool:
        """Whether what is being typed is in memory only, since the disk refuses."""
        return self._drafts_refused

    def drafts(self) -> dict[str, Draft]:
        """What who writes here was typing in each form, by key; what the disk refused to keep included."""
        from diary.storage import queries

        now = self.now()
        waiting = {
            key: Draft(key=key, content=content, kept=now) for key, content in self._waiting_drafts.items()
        }
        mark = self._of_author("")
        return {
            key.removesuffix(mark): replace(draft, key=key.removesuffix(mark))
            for key, draft in {**self.ask(queries.drafts), **waiting}.items()
            if (key.endswith(mark) if mark else BY not in key)
        }

    def typing_of_others(self) -> dict[str, Draft]:
        """The newest typing that each helper left unsaved, by the uid of who typed it."""
        from diary.storage import queries

        found: dict[str, Draft] = {}
        for key, draft in sorted(self.ask(queries.drafts).items(), key=lambda one: one[1].kept.local):
            form, by, uid = key.rpartition(BY)
            if by and uid != self.author:
                found[uid] = replace(draft, key=form)
        return found

    def _of_author(self, key: str) -> str:
        """The key under which a draft is kept: a helper's are apart from the person's own."""
        return f"{key}{BY}{self.author}" if self.is_helped else key

    def draft(self, key: str) -> Draft | None:
        """What was being typed in the form `key`, or None."""
        return self.drafts().get(key)

    def drop_draft(self, key: str) -> None:
        """Forgets what was being typed in the form `key`."""
        self._waiting_drafts.pop(self._of_author(key), None)
        if self._diary is not None and not self._diary.read_only:
            self._diary.drop_draft(self._of_author(key))

    # --- settings that travel with the diary

    def setting(self, key: str, default: T) -> T:
        """A setting that changes meaning, or `default` where it was never set or cannot be read."""
        from diary.storage import queries

        kept = self.ask(queries.settings).get(key)
        with suppress(ValueError):  # no diary wrote what cannot be read, as `check` tells
            return default if kept is None else cast("T", json.loads(kept.value))
        return default

    def set_setting(self, key: str, value: object, text: str = "") -> None:
        """Keeps a setting, undone like other changes. DiaryError."""
        self.save([self._setting(key, value)], text=text or key)

    def note_settings(self, values: Mapping[str, object]) -> None:
        """Keeps settings that nobody chose, without a step of undo. DiaryError."""
        changes = self.diary.apply([self._setting(key, value) for key, value in values.items()])
        if changes.change is not None:
            self.changed.emit(changes)

    def _setting(self, key: str, value: object) -> Replace:
        from diary.storage import queries

        words = json.dumps(value, ensure_ascii=False)
        return Replace(before=self.ask(queries.settings).get(key), after=Setting(uid=key, value=words))

    # --- long work

    def run(
        self,
        work: Callable[[Diary], T],
        done: Callable[[T], None],
        problem: Callable[[DiaryError], None] | None = None,
    ) -> None:
        """Runs `work` on the thread; `done` or `problem` (else `trouble`) is called here afterwards."""
        self._worker.run(_Work(self.diary, work), done, problem or self.trouble.emit)

    def run_aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        problem: Callable[[DiaryError], None] | None = None,
    ) -> None:
        """Runs `work`, which needs no diary, on a thread of its own: no reading or saving waits behind it.

        It looks at `leaving` often and ends early once that is so.
        """
        self._aside.run(work, done, problem or self.trouble.emit)

    @property
    def leaving(self) -> bool:
        """Whether the diary is being closed: long work ends, from any thread."""
        return self._leaving


class _Opening:
    """Opening a diary, as one piece of work."""

    def __init__(self, path: Path, make: Callable[[Path], Diary] | None) -> None:
        self._path = path
        self._make = make
        self.diary: Diary | None = None
        self.is_sample = False

    def __call__(self) -> Diary:
        make = self._make
        if make is None:
            from diary.storage.diary import Diary

            make = Diary
        self.diary = make(self._path)
        self.is_sample = _is_sample(self.diary)
        _read_ahead(self.diary)
        return self.diary


def _is_sample(diary: Diary) -> bool:
    from diary.storage.reading import is_sample

    return diary.ask(is_sample)


def _read_ahead(diary: Diary) -> None:
    """Reads what Today reads first, so that these statements are put together in the thread."""
    from diary.models.codes import EntryKind
    from diary.storage import queries

    today = diary.today()
    with suppress(UnreadableError):  # which Today tells of, where it stands
        diary.ask(queries.entry_on, today, EntryKind.DAY, diary.author)
        diary.ask(queries.last_entry_before, today, diary.author, with_places=True)
    for query in (queries.settings, queries.measures, queries.drafts):
        diary.ask(query)


class _Work:
    """A piece of long work on an open diary."""

    def __init__(self, diary: Diary, work: Callable[[Diary], Any]) -> None:
        self._diary = diary
        self._work = work

    def __call__(self) -> Any:
        return self._work(self._diary)

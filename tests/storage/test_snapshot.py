"""The whole record is read in one piece, and written into an empty file as it was."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.models.codes import EntryKind, Noun, Verb
from diary.models.moments import Moment
from diary.models.records import Entry, Person, Reading, Replace
from diary.storage.diary import Diary
from diary.storage.reading import SELF
from diary.storage.snapshot import Snapshot, is_empty, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = Moment(datetime(2026, 11, 20, 12, 0), 60, "Europe/Berlin")  # noqa: DTZ001  Moment.local is naive


def day(worst: float, uid: str = "day") -> Entry:
    """Return an entry about 19 November."""
    reading = Reading(measure="pain_worst", value=worst)
    return Entry(uid=uid, kind=EntryKind.DAY, day=date(2026, 11, 19), author=SELF, readings=(reading,))


@pytest.fixture
def lived_in(tmp_path: Path) -> Iterator[Diary]:
    """A diary in which an entry was written, corrected, deleted and brought back, and a draft kept."""
    diary = Diary(tmp_path / "old.sqlite3", clock=lambda: NOON)
    diary.apply([Replace(before=None, after=Person(uid="person", name="Jo"))])
    diary.apply([Replace(before=None, after=day(6.0))])
    before = diary.ask(snapshot).entries[0]
    diary.apply([Replace(before=before, after=day(7.0))], verb=Verb.EDIT)
    current = diary.ask(snapshot).entries[0]
    deleted = diary.apply([Replace(before=current, after=None)], verb=Verb.DELETE)
    assert deleted.change is not None
    diary.undo(deleted.change)
    diary.keep_draft("today", '{"note": "half a sen')
    yield diary
    diary.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Diary]:
    """A new diary."""
    diary = Diary(tmp_path / "new.sqlite3", clock=lambda: NOON)
    yield diary
    diary.close()


def test_a_restored_diary_holds_the_same_record(lived_in: Diary, empty: Diary) -> None:
    whole = lived_in.ask(snapshot)
    changes = empty.restore(whole)
    assert empty.ask(snapshot) == whole
    assert changes.change is None
    assert changes.nouns == {Noun.ENTRY, Noun.PERSON}
    assert changes.days == {date(2026, 11, 19)}


def test_changes_and_revisions_keep_their_order(lived_in: Diary, empty: Diary, tmp_path: Path) -> None:
    whole = lived_in.ask(snapshot)
    empty.restore(whole)
    raw = sqlite3.connect(tmp_path / "new.sqlite3")
    numbered = raw.execute("SELECT uid FROM change ORDER BY id").fetchall()
    revised = raw.execute(
        "SELECT change.uid FROM revision JOIN change ON change = change.id ORDER BY revision.id"
    )
    assert [uid for (uid,) in numbered] == [one.uid for one in whole.changes]
    assert [uid for (uid,) in revised] == [one.change for one in whole.revisions]
    raw.close()


def test_what_was_done_before_can_be_undone_after(lived_in: Diary, empty: Diary) -> None:
    whole = lived_in.ask(snapshot)
    empty.restore(whole)
    empty.undo(whole.changes[-1].uid)
    assert empty.ask(snapshot).entries == ()
    empty.undo(empty.ask(snapshot).changes[-1].uid)
    assert empty.ask(snapshot).entries[0].readings == whole.entries[0].readings


def test_own_restoring_is_no_change_from_outside(lived_in: Diary, empty: Diary) -> None:
    empty.restore(lived_in.ask(snapshot))
    assert not empty.changed_outside()


def test_a_diary_with_anything_in_it_is_not_empty(lived_in: Diary, empty: Diary) -> None:
    assert empty.ask(is_empty)
    with pytest.raises(DiaryError, match="already holds entries"):
        lived_in.restore(Snapshot())
    empty.keep_draft("today", "{}")
    assert not empty.ask(is_empty)
    with pytest.raises(DiaryError, match="already holds entries"):
        empty.restore(Snapshot())


def test_a_restore_that_breaks_off_leaves_nothing(lived_in: Diary, empty: Diary) -> None:
    from dataclasses import replace

    whole = lived_in.ask(snapshot)
    with pytest.raises(KeyError):
        empty.restore(replace(whole, changes=whole.changes[:1]))
    assert empty.ask(is_empty)

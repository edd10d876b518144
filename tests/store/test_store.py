"""The door between screens and the diary: what is told, taken back, kept while typing, and done meanwhile."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThread

from diary.errors import ConflictError, DiaryError, RefusedError
from diary.models.codes import Noun, Verb
from diary.models.records import Replace, Setting
from diary.storage import queries
from diary.storage.acts import same_content
from diary.storage.snapshot import snapshot
from diary.ui.page import Page
from diary.wording import say
from tests.storage.given import TODAY, YESTERDAY, add, day, live

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.models.records import Changes, Entry
    from diary.storage.diary import Diary
    from diary.store.store import Store


class Listener:
    """What a window would hear."""

    def __init__(self, store: Store) -> None:
        self.changes: list[Changes] = []
        self.troubles: list[DiaryError] = []
        self.words: list[str] = []
        store.changed.connect(self.changes.append)
        store.trouble.connect(self.troubles.append)
        store.saved.connect(self.words.append)


class Counting(Page):
    """A page that counts how often it shows itself anew."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, "Count", name="count")
        self.refreshed = 0

    def _refresh(self) -> None:
        self.refreshed += 1


def save(store: Store, entry: Entry, before: Entry | None = None) -> Changes:
    """Save an entry as a form does."""
    return store.save([Replace(before=before, after=entry)], text="Saved")


def held(store: Store, uid: str = "day") -> Entry | None:
    """Return what the diary holds."""
    return store.ask(queries.entry, uid)


def test_opening_is_told_when_the_diary_can_be_asked(
    qtbot: QtBot, closed: Store, make: Callable[[Path], Diary]
) -> None:
    assert not closed.is_open
    with pytest.raises(RuntimeError, match="not open"):
        closed.ask(queries.span)
    with qtbot.waitSignal(closed.opened):
        closed.open(make)
    assert closed.is_open
    assert closed.ask(queries.span) is None
    assert closed.today() == TODAY


def test_a_diary_that_cannot_be_opened_is_trouble(qtbot: QtBot, closed: Store) -> None:
    closed.path.write_bytes(b"Liebes Tagebuch, " * 500)
    with qtbot.waitSignal(closed.trouble) as told:
        closed.open()
    assert isinstance(told.args[0], DiaryError)
    assert not closed.is_open


def test_a_window_that_closes_while_the_diary_opens_leaves_one_file(
    qtbot: QtBot, closed: Store, make: Callable[[Path], Diary]
) -> None:
    heard = []
    closed.opened.connect(lambda: heard.append("opened"))
    closed.open(make)
    closed.close()
    qtbot.wait(1)
    assert not closed.is_open
    assert heard == []
    assert [one.name for one in closed.path.parent.glob("diary*")] == ["diary.sqlite3"]


def test_one_save_is_told_once_and_can_be_undone(store: Store) -> None:
    heard = Listener(store)
    changes = save(store, day(pain_worst=5.0))
    assert heard.changes == [changes]
    assert (changes.nouns, changes.days) == (frozenset({Noun.ENTRY}), frozenset({YESTERDAY}))
    assert heard.words == ["Saved"]
    assert store.undo_stack.undoText() == "Saved"
    assert heard.troubles == []


def test_a_save_that_changes_nothing_is_not_told(store: Store) -> None:
    save(store, day(pain_worst=5.0))
    heard = Listener(store)
    save(store, day(pain_worst=5.0), held(store))
    assert (heard.changes, heard.words, store.undo_stack.count()) == ([], [], 1)


def test_undo_and_redo_take_the_change_back_and_forth_and_tell_of_it(store: Store) -> None:
    save(store, day(pain_worst=5.0))
    save(store, day(pain_worst=6.0), held(store))
    heard = Listener(store)
    store.undo_stack.undo()
    assert same_content(held(store), day(pain_worst=5.0))
    store.undo_stack.undo()
    assert held(store) is None
    store.undo_stack.redo()
    store.undo_stack.redo()
    assert same_content(held(store), day(pain_worst=6.0))
    assert [one.days for one in heard.changes] == [frozenset({YESTERDAY})] * 4
    assert heard.troubles == []
    assert {one.verb for one in store.ask(snapshot).changes[2:]} == {Verb.UNDO}


def test_what_was_changed_elsewhere_is_not_undone_and_the_command_is_gone(store: Store, other: Diary) -> None:
    save(store, day(pain_worst=5.0))
    other.apply([Replace(before=live(other), after=day(pain_worst=8.0))])
    heard = Listener(store)
    store.undo_stack.undo()
    (trouble,) = heard.troubles
    assert isinstance(trouble, ConflictError)
    assert same_content(held(store), day(pain_worst=8.0))
    assert not store.undo_stack.canUndo()
    assert not store.undo_stack.canRedo()


def test_any_change_of_the_record_can_be_taken_back(store: Store, other: Diary) -> None:
    theirs = add(other, day(pain_worst=5.0))
    assert theirs.change is not None
    heard = Listener(store)
    store.undo_change(theirs.change)
    assert held(store) is None
    assert len(heard.changes) == 1


def test_a_conflict_and_a_refusal_reach_the_form_and_nobody_else(store: Store, other: Diary) -> None:
    add(other, day("theirs", pain_worst=5.0))
    heard = Listener(store)
    with pytest.raises(ConflictError) as conflict:
        save(store, day("mine", pain_worst=6.0))
    assert conflict.value.current == live(other, "theirs")
    with pytest.raises(RefusedError) as refused:
        save(store, day("mine", TODAY + timedelta(days=1)))
    assert refused.value.problems[0].field == "day"
    assert (heard.changes, heard.troubles, store.undo_stack.count()) == ([], [], 0)


def test_a_change_by_another_window_is_told_as_everything(qtbot: QtBot, store: Store, other: Diary) -> None:
    heard = Listener(store)
    add(other, day())
    qtbot.waitUntil(lambda: len(heard.changes) == 1, timeout=4000)
    (told,) = heard.changes
    assert (told.nouns, told.days) == (frozenset(), frozenset())


def test_twenty_saves_in_a_burst_are_one_refresh(qtbot: QtBot, store: Store) -> None:
    page = Counting(store)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.refreshed == 1)
    for number in range(20):
        save(store, day(f"d{number}", TODAY - timedelta(days=number)))
    assert page.refreshed == 1
    qtbot.waitUntil(lambda: page.refreshed == 2)
    qtbot.wait(20)
    assert page.refreshed == 2


def test_a_hidden_page_waits_until_it_is_seen(qtbot: QtBot, store: Store) -> None:
    page = Counting(store)
    qtbot.addWidget(page)
    save(store, day())
    qtbot.wait(20)
    assert page.refreshed == 0
    page.show()
    qtbot.waitUntil(lambda: page.refreshed == 1)
    page.hide()
    save(store, day("d2", TODAY))
    qtbot.wait(20)
    assert page.refreshed == 1
    page.show()
    qtbot.waitUntil(lambda: page.refreshed == 2)


def test_long_work_runs_elsewhere_and_its_result_comes_home(qtbot: QtBot, store: Store) -> None:
    threads = []
    results: list[int] = []

    def work(diary: Diary) -> int:
        threads.append(threading.get_ident())
        return len(diary.ask(snapshot).entries)

    def done(result: int) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    save(store, day())
    for _ in range(50):
        store.run(work, done)
    qtbot.waitUntil(lambda: len(results) == 50)
    here = threading.get_ident()
    assert results == [1] * 50
    assert threads.count(here) == 50
    assert len(set(threads)) == 2


def test_what_stands_in_the_way_of_long_work_comes_home_too(qtbot: QtBot, store: Store) -> None:
    def work(_: Diary) -> None:
        raise DiaryError("The disk is full.", do="Free some space.")

    problems: list[tuple[DiaryError, bool]] = []

    def problem(error: DiaryError) -> None:
        problems.append((error, QThread.currentThread() is store.thread()))

    store.run(work, lambda _: None, problem)
    qtbot.waitUntil(lambda: len(problems) == 1)
    assert problems[0][0].what == "The disk is full."
    assert problems[0][1]
    with qtbot.waitSignal(store.trouble) as told:
        store.run(work, lambda _: None)
    assert told.args[0].what == "The disk is full."


def test_a_bug_of_ours_ends_the_waiting_and_is_heard_of(qtbot: QtBot, store: Store) -> None:
    def broken(_: Diary) -> None:
        raise ZeroDivisionError

    done: list[None] = []
    told: list[DiaryError] = []
    with qtbot.capture_exceptions() as heard:
        store.run(broken, done.append, told.append)
        qtbot.waitUntil(lambda: bool(heard))
    assert [kind for kind, _, _ in heard] == [ZeroDivisionError]
    assert [one.what for one in told] == [say("error.not_finished")]
    assert done == []


def test_closing_waits_for_work_at_hand(store: Store) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(diary: Diary) -> None:
        begun.set()
        add(diary, *(day(f"d{number}", TODAY - timedelta(days=number)) for number in range(200)))
        ended.set()

    store.run(work, lambda _: None)
    assert begun.wait(5)
    store.close()
    assert ended.is_set()
    assert [one.name for one in store.path.parent.glob("diary*")] == ["diary.sqlite3"]


def test_no_work_is_taken_after_closing(store: Store) -> None:
    import gc

    store.close()
    with pytest.raises(RuntimeError):
        store.run(lambda _: None, lambda _: None)
    assert gc.isenabled()


def test_a_setting_is_a_change_like_any_other(store: Store) -> None:
    assert store.setting("asked", ["a"]) == ["a"]
    store.set_setting("asked", ["pain_worst", "mood"], text="What to ask")
    assert store.setting("asked", []) == ["pain_worst", "mood"]
    assert store.undo_stack.undoText() == "What to ask"
    store.undo_stack.undo()
    assert store.setting("asked", ["a"]) == ["a"]


def test_a_setting_that_cannot_be_read_is_as_if_never_set(store: Store, other: Diary) -> None:
    add(other, Setting(uid="day_end", value="nonsense"))
    assert store.setting("day_end", "03:00") == "03:00"

"""Taking back: each change, all changes, again and again; never what was changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from diary.errors import ConflictError
from diary.models.codes import Noun, Verb
from diary.models.records import Entry, Provenance, Replace
from diary.storage import queries
from diary.storage.acts import same_content
from diary.storage.diary import Diary
from diary.storage.snapshot import snapshot
from tests.storage.given import TODAY, YESTERDAY, Clock, add, day, empty_diary, hurting, live, moment, uid_of

if TYPE_CHECKING:
    from diary.models.records import Changes


def edit(diary: Diary, before: Entry, after: Entry) -> Changes:
    """Change what an entry says."""
    return diary.apply([Replace(before=before, after=after)], verb=Verb.EDIT)


def delete(diary: Diary, uid: str = "day") -> Changes:
    """Delete an entry."""
    return diary.apply([Replace(before=live(diary, uid), after=None)], verb=Verb.DELETE)


def test_a_saved_entry_is_gone_after_undo_and_back_after_redo(diary: Diary) -> None:
    saved = add(diary, hurting(pain_worst=7.0))
    whole = live(diary)
    undone = diary.undo(uid_of(saved))
    assert diary.ask(queries.entry, "day") is None
    diary.undo(uid_of(undone))
    assert same_content(live(diary), whole)


def test_undo_gives_values_back_to_who_wrote_them(diary: Diary) -> None:
    add(diary, hurting(pain_worst=7.0, mood=3.0))
    edit(diary, live(diary), hurting(pain_worst=8.0, mood=3.0))
    gone = delete(diary)
    diary.undo(uid_of(gone))
    back = live(diary)
    assert back.written == Provenance(first="c1", last="c4")
    worst, mood = back.reading("pain_worst"), back.reading("mood")
    assert worst is not None
    assert mood is not None
    assert worst.written == Provenance(first="c1", last="c2")
    assert mood.written == Provenance(first="c1", last="c1")
    assert back.areas[0].written == Provenance(first="c1", last="c1")


def test_changes_are_taken_back_one_after_the_other(diary: Diary) -> None:
    saved = add(diary, day(pain_worst=5.0))
    edited = edit(diary, live(diary), day(pain_worst=6.0))
    deleted = delete(diary)
    diary.undo(uid_of(deleted))
    assert same_content(live(diary), day(pain_worst=6.0))
    diary.undo(uid_of(edited))
    assert same_content(live(diary), day(pain_worst=5.0))
    diary.undo(uid_of(saved))
    assert diary.ask(queries.entry, "day") is None


def test_what_came_back_and_was_edited_and_undone_can_be_taken_back_again(diary: Diary) -> None:
    saved = add(diary, day(pain_worst=5.0))
    undone = diary.undo(uid_of(saved))
    redone = diary.undo(uid_of(undone))
    edited = edit(diary, live(diary), day(pain_worst=6.0))
    diary.undo(uid_of(edited))
    diary.undo(uid_of(redone))
    assert diary.ask(queries.entry, "day") is None


def test_an_edit_that_was_changed_since_is_not_taken_back(diary: Diary) -> None:
    add(diary, day(pain_worst=5.0))
    edited = edit(diary, live(diary), day(pain_worst=6.0))
    edit(diary, live(diary), day(pain_worst=7.0))
    with pytest.raises(ConflictError) as refused:
        diary.undo(uid_of(edited))
    assert refused.value.current == live(diary)
    assert same_content(live(diary), day(pain_worst=7.0))


def test_an_edit_of_what_was_deleted_since_does_not_bring_it_back(diary: Diary) -> None:
    add(diary, day(pain_worst=5.0))
    edited = edit(diary, live(diary), day(pain_worst=6.0))
    delete(diary)
    with pytest.raises(ConflictError) as refused:
        diary.undo(uid_of(edited))
    assert refused.value.current is None
    assert diary.ask(queries.entry, "day") is None


def test_a_new_entry_that_was_changed_since_is_not_taken_away(diary: Diary) -> None:
    saved = add(diary, day(pain_worst=5.0))
    edit(diary, live(diary), day(pain_worst=6.0))
    with pytest.raises(ConflictError):
        diary.undo(uid_of(saved))
    assert same_content(live(diary), day(pain_worst=6.0))


def test_a_deletion_is_not_taken_back_where_the_day_was_written_anew(diary: Diary) -> None:
    add(diary, day("old", pain_worst=5.0))
    deleted = delete(diary, "old")
    add(diary, day("new", pain_worst=2.0))
    with pytest.raises(ConflictError) as refused:
        diary.undo(uid_of(deleted))
    assert refused.value.current == live(diary, "new")
    assert diary.ask(queries.entry, "old") is None


def test_a_move_is_not_taken_back_where_the_old_day_was_written_anew(diary: Diary) -> None:
    add(diary, day("old", about=YESTERDAY, pain_worst=5.0))
    moved = edit(diary, live(diary, "old"), day("old", about=TODAY, pain_worst=5.0))
    add(diary, day("new", about=YESTERDAY, pain_worst=2.0))
    with pytest.raises(ConflictError) as refused:
        diary.undo(uid_of(moved))
    assert refused.value.current == live(diary, "new")


def test_taking_back_what_is_gone_already_changes_nothing(diary: Diary) -> None:
    saved = add(diary, day(pain_worst=5.0))
    delete(diary)
    before = diary.ask(snapshot)
    assert diary.undo(uid_of(saved)).change is None
    assert diary.ask(snapshot) == before


def test_one_act_over_many_records_is_taken_back_whole(diary: Diary) -> None:
    saved = add(diary, day("a", date(2026, 11, 1)), day("b", date(2026, 11, 2)), moment("m", pain_now=4.0))
    diary.undo(uid_of(saved))
    assert diary.ask(queries.span) is None


def test_one_part_changed_since_keeps_the_whole_act(diary: Diary) -> None:
    saved = add(diary, day("a", date(2026, 11, 1)), day("b", date(2026, 11, 2)))
    edit(diary, live(diary, "b"), day("b", date(2026, 11, 2), note="more"))
    before = diary.ask(snapshot)
    with pytest.raises(ConflictError):
        diary.undo(uid_of(saved))
    assert diary.ask(snapshot) == before


def test_a_setting_comes_back_as_it_was(diary: Diary) -> None:
    from diary.models.records import Setting

    add(diary, Setting(uid="day_end", value='"02:00"'))
    before = diary.ask(queries.settings)["day_end"]
    changed = diary.apply([Replace(before=before, after=Setting(uid="day_end", value='"05:30"'))])
    assert diary.ask(queries.day_end) == time(5, 30)
    assert changed.nouns == {Noun.SETTING}
    diary.undo(uid_of(changed))
    assert diary.ask(queries.day_end) == time(2)


DAYS = [date(2026, 11, number) for number in (17, 18, 19)]
VALUES = st.dictionaries(
    st.sampled_from(["pain_worst", "pain_average", "mood"]), st.integers(0, 10).map(float), max_size=2
)


class Undoing(RuleBasedStateMachine):
    """Adds, edits, deletes, undoes and redoes in one diary, beside a model of what it must hold.

    `done` holds (uid of the newest change of the pair, state before, state after), as the window does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        numbers = count(1)
        self.uids = count(1)
        path = empty_diary(Path(self.folder.name) / "diary.sqlite3")
        self.diary = Diary(path, clock=Clock(), make_uid=lambda: f"c{next(numbers)}")
        self.state: dict[str, Entry] = {}
        self.first: dict[str, str | None] = {}
        self.done: list[tuple[str, dict[str, Entry], dict[str, Entry]]] = []
        self.undone: list[tuple[str, dict[str, Entry], dict[str, Entry]]] = []

    def teardown(self) -> None:
        self.diary.close()
        self.folder.cleanup()

    def _did(self, changes: Changes, state: dict[str, Entry]) -> None:
        if changes.change is None:
            assert all(same_content(self.state.get(uid), state.get(uid)) for uid in {*self.state, *state})
            return
        self.done.append((changes.change, self.state, state))
        self.undone.clear()
        self.state = state

    @rule(about=st.sampled_from(DAYS), values=VALUES, severity=st.none() | st.integers(0, 10))
    def add(self, about: date, values: dict[str, float], severity: int | None) -> None:
        entry = hurting(f"e{next(self.uids)}", about, severity, **values)
        there = [one.uid for one in self.state.values() if one.day == about]
        if there:
            with pytest.raises(ConflictError):
                add(self.diary, entry)
            return
        changes = add(self.diary, entry)
        self.first[entry.uid] = changes.change
        self._did(changes, {**self.state, entry.uid: entry})

    @precondition(lambda self: self.state)
    @rule(data=st.data(), values=VALUES, note=st.sampled_from(["", "später 🌧"]), places=st.booleans())
    def edit(self, data: st.DataObject, values: dict[str, float], note: str, places: bool) -> None:
        uid = data.draw(st.sampled_from(sorted(self.state)))
        old = self.state[uid]
        other = hurting(uid, old.day, 3, **values) if places else day(uid, old.day, note, **values)
        new = replace(other, note=note)
        before = live(self.diary, uid)
        self._did(edit(self.diary, before, new), {**self.state, uid: new})

    @precondition(lambda self: self.state)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        uid = data.draw(st.sampled_from(sorted(self.state)))
        rest = {key: one for key, one in self.state.items() if key != uid}
        self._did(delete(self.diary, uid), rest)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        uid, before, after = self.done.pop()
        self.undone.append((uid_of(self.diary.undo(uid)), before, after))
        self.state = before

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        uid, before, after = self.undone.pop()
        self.done.append((uid_of(self.diary.undo(uid)), before, after))
        self.state = after

    @precondition(lambda self: self.done or self.undone)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        state = self.state
        steps = len(self.done)
        while self.done:
            self.undo()
        assert self.diary.ask(queries.span) is None
        for _ in range(steps):
            self.redo()
        assert self.state == state

    @invariant()
    def the_diary_holds_what_it_should(self) -> None:
        held = {one.uid: one for one in self.diary.ask(queries.entries_between, DAYS[0], DAYS[-1])}
        assert held.keys() == self.state.keys()
        for uid, entry in held.items():
            assert same_content(entry, self.state[uid])
            assert entry.written is not None
            assert entry.written.first == self.first[uid]


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=6, stateful_step_count=12, deadline=None)


@pytest.mark.slow
class TestUndoingLong(TestUndoing):  # type: ignore[misc,valid-type]  # hypothesis makes the class at run time
    """The same, longer."""

    settings = settings(max_examples=60, stateful_step_count=30, deadline=None)

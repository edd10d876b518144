"""Two windows on one file: nothing is overwritten that was not seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from diary.errors import ConflictError
from diary.models.codes import SourceKind, Verb
from diary.models.records import Person, Replace, Setting, Source
from diary.storage import queries
from diary.storage.acts import same_content
from diary.storage.snapshot import snapshot
from tests.storage.given import TODAY, YESTERDAY, add, day, live, moment, night, uid_of

if TYPE_CHECKING:
    from diary.storage.diary import Diary


def test_an_entry_edited_elsewhere_is_not_overwritten(diary: Diary, other: Diary) -> None:
    add(diary, day(pain_worst=5.0))
    read_here = live(diary)
    other.apply([Replace(before=live(other), after=day(pain_worst=8.0))])
    with pytest.raises(ConflictError) as refused:
        diary.apply([Replace(before=read_here, after=day(pain_worst=2.0))])
    assert refused.value.current == live(other)
    assert same_content(live(diary), day(pain_worst=8.0))


def test_after_choosing_the_other_version_can_be_replaced(diary: Diary, other: Diary) -> None:
    add(diary, day(pain_worst=5.0))
    read_here = live(diary)
    other.apply([Replace(before=live(other), after=day(pain_worst=8.0))])
    with pytest.raises(ConflictError) as refused:
        diary.apply([Replace(before=read_here, after=day(pain_worst=2.0))])
    diary.apply([Replace(before=refused.value.current, after=day(pain_worst=2.0))])
    assert same_content(live(other), day(pain_worst=2.0))


def test_an_entry_deleted_elsewhere_does_not_come_back_by_saving(diary: Diary, other: Diary) -> None:
    add(diary, day(pain_worst=5.0))
    read_here = live(diary)
    other.apply([Replace(before=live(other), after=None)], verb=Verb.DELETE)
    with pytest.raises(ConflictError) as refused:
        diary.apply([Replace(before=read_here, after=day(pain_worst=2.0))])
    assert refused.value.current is None
    assert diary.ask(queries.entry, "day") is None


def test_an_entry_edited_elsewhere_is_not_deleted(diary: Diary, other: Diary) -> None:
    add(diary, day(pain_worst=5.0))
    read_here = live(diary)
    other.apply([Replace(before=live(other), after=day(note="wichtig"))])
    with pytest.raises(ConflictError):
        diary.apply([Replace(before=read_here, after=None)], verb=Verb.DELETE)
    assert live(diary).note == "wichtig"


@pytest.mark.parametrize("make", [day, night])
def test_the_same_day_written_in_both_windows_is_asked_about(diary: Diary, other: Diary, make: type) -> None:
    add(other, make("theirs", sleep_quality=3.0) if make is night else make("theirs", pain_worst=3.0))
    mine = make("mine", sleep_quality=7.0) if make is night else make("mine", pain_worst=7.0)
    with pytest.raises(ConflictError) as refused:
        add(diary, mine)
    assert refused.value.current == live(other, "theirs")
    assert diary.ask(queries.entry, "mine") is None


def test_an_entry_does_not_move_onto_a_day_that_has_one(diary: Diary) -> None:
    add(diary, day("a", YESTERDAY, pain_worst=1.0), day("b", TODAY, pain_worst=2.0))
    with pytest.raises(ConflictError) as refused:
        diary.apply([Replace(before=live(diary, "a"), after=day("a", TODAY, pain_worst=1.0))])
    assert refused.value.current == live(diary, "b")
    assert live(diary, "a").day == YESTERDAY


def test_a_day_that_is_cleared_in_the_same_act_can_be_written(diary: Diary) -> None:
    add(diary, day("a", pain_worst=1.0))
    steps = [Replace(before=live(diary, "a"), after=None), Replace(before=None, after=day("b", mood=4.0))]
    diary.apply(steps)
    assert diary.ask(queries.entry, "a") is None
    assert same_content(live(diary, "b"), day("b", mood=4.0))


def test_any_number_of_moments_stand_side_by_side(diary: Diary, other: Diary) -> None:
    for number in range(5):
        add(diary if number % 2 else other, moment(f"m{number}", pain_now=float(number)))
    assert len(diary.ask(queries.entries_between, YESTERDAY, YESTERDAY)) == 5


def test_day_entries_of_several_authors_and_sources_stand_side_by_side(diary: Diary) -> None:
    device = Source(kind=SourceKind.DEVICE, name="watch")
    add(
        diary,
        day("mine"),
        replace(day("partner"), author="author-partner"),
        replace(day("watch"), source=device),
        night("night"),
    )
    assert len(diary.ask(queries.entries_between, YESTERDAY, YESTERDAY)) == 4
    with pytest.raises(ConflictError):
        add(diary, replace(day("watch-again"), source=device))


def test_the_same_record_of_a_source_comes_in_once(diary: Diary, other: Diary) -> None:
    app = Source(kind=SourceKind.APP, name="app")
    add(other, replace(moment("theirs"), source=app, source_key="key-1"))
    with pytest.raises(ConflictError) as refused:
        add(diary, replace(moment("mine"), source=app, source_key="key-1"))
    assert refused.value.current == live(other, "theirs")


def test_one_conflict_keeps_the_whole_act_out(diary: Diary, other: Diary) -> None:
    add(other, day("theirs", YESTERDAY))
    before = diary.ask(snapshot)
    with pytest.raises(ConflictError):
        add(diary, day("a", date(2026, 11, 1)), day("b", YESTERDAY), Person(uid="person", name="Jo"))
    assert diary.ask(snapshot) == before


def test_what_was_said_about_the_person_elsewhere_is_not_overwritten(diary: Diary, other: Diary) -> None:
    add(diary, Person(uid="person", name="Jo"))
    read_here = diary.ask(queries.person)
    other.apply([Replace(before=read_here, after=Person(uid="person", name="Josefine"))])
    with pytest.raises(ConflictError) as refused:
        diary.apply([Replace(before=read_here, after=Person(uid="person", name="J."))])
    assert refused.value.current == diary.ask(queries.person)
    with pytest.raises(ConflictError):
        add(diary, Person(uid="person", name="again"))


def test_a_setting_made_in_both_windows_is_asked_about(diary: Diary, other: Diary) -> None:
    add(other, Setting(uid="day_end", value='"04:00"'))
    with pytest.raises(ConflictError):
        add(diary, Setting(uid="day_end", value='"05:00"'))


def test_what_another_window_changed_since_is_not_undone(diary: Diary, other: Diary) -> None:
    saved = add(diary, day(pain_worst=5.0))
    other.apply([Replace(before=live(other), after=day(pain_worst=8.0))])
    with pytest.raises(ConflictError) as refused:
        diary.undo(uid_of(saved))
    assert refused.value.current == live(other)


def test_a_change_elsewhere_is_noticed_once(diary: Diary, other: Diary) -> None:
    assert not diary.changed_outside()
    add(other, day())
    assert diary.changed_outside()
    assert not diary.changed_outside()


def test_own_changes_and_drafts_are_not_changes_from_elsewhere(diary: Diary, other: Diary) -> None:
    saved = add(diary, day())
    diary.undo(uid_of(saved))
    other.keep_draft("today", "{}")
    assert not diary.changed_outside()


def test_a_change_elsewhere_is_noticed_though_one_was_saved_here_after_it(diary: Diary, other: Diary) -> None:
    add(other, day("theirs", date(2026, 11, 1)))
    add(diary, day("mine"))
    assert diary.changed_outside()
    assert not diary.changed_outside()


def test_a_save_that_broke_off_is_no_change_from_elsewhere(
    diary: Diary, other: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("diary.storage.write._answers", _break_off)
        with pytest.raises(RuntimeError):
            add(diary, day())
    assert not diary.changed_outside()
    add(other, day("theirs"))
    assert diary.changed_outside()


def _break_off(*_: object) -> None:
    raise RuntimeError("here it breaks off")

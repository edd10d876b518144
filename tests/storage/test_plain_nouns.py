"""Every noun that is one row is kept as it was written, changed, taken back and brought back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.models.codes import Noun, Verb
from diary.models.nouns import PLAIN, SECTION_OF
from diary.models.records import Replace
from diary.storage.check import check
from diary.storage.diary import Diary
from diary.storage.life_queries import one_of
from diary.storage.snapshot import snapshot
from diary.storage.undoing import FOR_GOOD
from tests.storage.given import Clock, add, empty_diary, uid_of
from tests.storage.whole_records import of_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


def fresh(folder: Path) -> Diary:
    """Return an empty diary in place of the one before."""
    return Diary(empty_diary(folder / "diary.sqlite3"), clock=Clock())


def held(diary: Diary, record: Any) -> Any:
    """Return the record as the diary holds it, without who wrote it."""
    found = diary.ask(one_of, type(record), record.uid)
    return None if found is None else replace(found, written=None)


@pytest.mark.parametrize("noun", PLAIN)
@FEW
@given(data=st.data())
def test_a_record_saved_is_the_same_record_read(folder: Path, noun: Noun, data: st.DataObject) -> None:
    record = data.draw(of_noun(noun))
    diary = fresh(folder)
    add(diary, record)
    assert held(diary, record) == record
    assert diary.ask(snapshot).section(SECTION_OF[noun])[0].uid == record.uid
    diary.close()


@pytest.mark.parametrize("noun", [noun for noun in PLAIN if noun not in FOR_GOOD])
@FEW
@given(data=st.data())
def test_all_undone_and_all_redone_is_the_same(folder: Path, noun: Noun, data: st.DataObject) -> None:
    first = data.draw(of_noun(noun))
    second = replace(data.draw(of_noun(noun)), uid=first.uid)
    diary = fresh(folder)
    done = [uid_of(add(diary, first))]
    states: list[Any] = [None, first]
    for after, verb in ((second, Verb.EDIT), (None, Verb.DELETE)):
        before = diary.ask(one_of, type(first), first.uid)
        changes = diary.apply([Replace(before=before, after=after)], verb=verb)
        if changes.change is not None:  # the same once more is no change
            done.append(changes.change)
            states.append(after)
    back = []
    for change, state in zip(reversed(done), reversed(states[:-1]), strict=True):
        back.append(uid_of(diary.undo(change)))
        assert held(diary, first) == state
    for change, state in zip(reversed(back), states[1:], strict=True):
        diary.undo(change)
        assert held(diary, first) == state
    assert not [line for line in diary.ask(check) if "names an unknown" not in line]
    diary.close()

"""Typing survives: in the file, or in memory while the disk refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError, RefusedError
from diary.models.records import Replace
from diary.storage import queries
from tests.storage.given import day

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.storage.diary import Diary
    from diary.store.store import Store


def content(store: Store, key: str = "today") -> str | None:
    """Return what the form would be given back."""
    draft = store.draft(key)
    return None if draft is None else draft.content


def in_file(store: Store) -> dict[str, str]:
    """Return what is kept in the file itself."""
    return {key: one.content for key, one in store.ask(queries.drafts).items()}


def refuse(patch: pytest.MonkeyPatch, store: Store) -> None:
    """Have the disk refuse drafts."""

    def full(*_: object) -> None:
        raise DiaryError("The disk is full.", "Your words are still here.", "Free some space.")

    patch.setattr(store.diary, "keep_draft", full)


def test_what_is_typed_is_kept_and_replaced(store: Store) -> None:
    store.keep_draft("today", "a")
    store.keep_draft("today", "ab")
    store.keep_draft("now", "c")
    assert in_file(store) == {"today": "ab", "now": "c"}
    assert (content(store), content(store, "now"), content(store, "other")) == ("ab", "c", None)
    store.drop_draft("now")
    assert in_file(store) == {"today": "ab"}


def test_a_save_takes_its_draft_along(store: Store) -> None:
    store.keep_draft("today", "a")
    store.save([Replace(before=None, after=day())], text="Saved", drop_draft="today")
    assert content(store) is None


def test_a_refused_save_leaves_the_draft(store: Store) -> None:
    store.keep_draft("today", "a")
    with pytest.raises(RefusedError):
        store.save([Replace(before=None, after=day(mood=11.0))], text="Saved", drop_draft="today")
    assert in_file(store) == {"today": "a"}


def test_while_the_disk_refuses_typing_is_in_memory_and_said_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: list[DiaryError] = []
    store.trouble.connect(troubles.append)
    store.keep_draft("today", "before")
    with monkeypatch.context() as patch:
        refuse(patch, store)
        for words in ("a", "ab", "abc"):
            store.keep_draft("today", words)
        assert store.drafts_refused
        assert [one.what for one in troubles] == ["The disk is full."]
        assert content(store) == "abc"
        assert in_file(store) == {"today": "before"}
    store.keep_draft("today", "abcd")
    assert not store.drafts_refused
    assert in_file(store) == {"today": "abcd"}


def test_when_it_works_again_all_that_waited_is_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        refuse(patch, store)
        store.keep_draft("yesterday", "y")
        store.keep_draft("today", "t")
    store.keep_draft("today", "to")
    assert in_file(store) == {"yesterday": "y", "today": "to"}


def test_a_second_trouble_is_said_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    troubles: list[DiaryError] = []
    store.trouble.connect(troubles.append)
    for _ in range(2):
        with monkeypatch.context() as patch:
            refuse(patch, store)
            store.keep_draft("today", "a")
            store.keep_draft("today", "ab")
        store.keep_draft("today", "abc")
    assert len(troubles) == 2


def test_what_waited_in_memory_does_not_come_back_after_its_save(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        refuse(patch, store)
        store.keep_draft("today", "a")
    store.save([Replace(before=None, after=day())], text="Saved", drop_draft="today")
    store.keep_draft("now", "n")
    assert in_file(store) == {"now": "n"}
    assert content(store) is None


def test_what_is_dropped_while_the_disk_refuses_is_dropped(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        refuse(patch, store)
        store.keep_draft("today", "a")
        store.drop_draft("today")
        assert content(store) is None


def test_what_is_typed_before_the_diary_is_open_is_kept_once_it_is(
    closed: Store, make: Callable[[Path], Diary]
) -> None:
    closed.keep_draft("today", "early 🔥")
    closed.open_now(make)
    assert in_file(closed) == {"today": "early 🔥"}

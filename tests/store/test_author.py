"""Who writes: for this window only, and what was typed stays with who typed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.models.codes import AuthorRole
from diary.models.records import Author, Replace
from diary.storage import queries
from diary.storage.reading import SELF
from diary.store.looks import Looks
from diary.store.store import EVERYTHING, Store
from tests.storage.given import day

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.storage.diary import Diary


def with_anna(store: Store) -> Store:
    store.save(
        [Replace(before=None, after=Author(uid="anna", role=AuthorRole.PARTNER, name="Anna"))], text="a"
    )
    return store


def test_what_a_helper_changes_is_signed_by_the_helper(store: Store) -> None:
    with_anna(store).set_author("anna")
    assert (store.author, store.is_helped) == ("anna", True)
    store.save([Replace(before=None, after=day())], text="Saved")
    store.back_to_self()
    assert (store.author, store.is_helped) == (SELF, False)
    from diary.storage.version_queries import versions

    (version,) = store.ask(versions, day().noun, "day")
    assert version.written_by.author == "anna"


def test_all_pages_hear_that_somebody_else_writes(qtbot: QtBot, store: Store) -> None:
    with_anna(store)
    heard: list[object] = []
    store.changed.connect(heard.append)
    with qtbot.waitSignals([store.author_leaving, store.author_changed, store.changed], order="strict"):
        store.set_author("anna")
    assert heard == [EVERYTHING]
    with qtbot.assertNotEmitted(store.author_changed):
        store.set_author("anna")


def test_each_has_drafts_of_their_own(store: Store) -> None:
    with_anna(store)
    store.keep_draft("day:2026-11-20", "mine")
    store.set_author("anna")
    assert store.drafts() == {}
    store.keep_draft("day:2026-11-20", "hers")
    draft = store.draft("day:2026-11-20")
    assert draft is not None
    assert (draft.key, draft.content) == ("day:2026-11-20", "hers")
    store.save([Replace(before=None, after=day())], text="Saved", drop_draft="day:2026-11-20")
    assert store.drafts() == {}
    store.back_to_self()
    assert {key: one.content for key, one in store.drafts().items()} == {"day:2026-11-20": "mine"}
    store.drop_draft("day:2026-11-20")
    assert store.ask(queries.drafts) == {}


def test_the_next_start_is_the_persons(store: Store, make: Callable[[Path], Diary], tmp_path: Path) -> None:
    with_anna(store).set_author("anna")
    store.close()
    again = Store(store.path, Looks(tmp_path / "settings.ini"))
    again.open_now(make)
    assert (again.author, again.is_helped) == (SELF, False)
    again.close()

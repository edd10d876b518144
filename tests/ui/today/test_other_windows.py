"""The day is changed elsewhere while it is typed here: told, asked about, never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.models.records import Replace
from diary.store.store import EVERYTHING, Store
from diary.ui.today.page import TodayPage
from tests.ui.today.given import (
    TODAY,
    day_entry,
    digit,
    entry,
    fill,
    press,
    question,
    refreshed,
    save,
    shown,
    told,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


KEY = f"day:{TODAY}"


def outside(store: Store, page: TodayPage, qtbot: QtBot) -> None:
    """The window looks at the file as it does every second and a half."""
    store._on_look_outside()
    refreshed(qtbot, page)


def test_an_outside_change_shows_by_itself_where_nothing_is_typed(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store]
) -> None:
    fill(open_store(), entry(values={"mood": 4}))
    outside(store, page, qtbot)
    assert page.sitting.values == {"mood": 4}
    assert not page.dirty


def conflicting(qtbot: QtBot, page: TodayPage, store: Store, other: Store, *, known: bool) -> None:
    """The day is changed by another window while a mood is typed here."""
    if known:
        fill(store, entry(values={"stress": 2}))
        page._stale = True
        page._on_soon()
    digit(page, "mood", 9)
    before = day_entry(other)
    after = entry(values={"mood": 1, "fatigue": 5}, note="theirs")
    other.save([Replace(before=before, after=after)], text="theirs")
    outside(store, page, qtbot)


@pytest.mark.parametrize("known", [True, False])
def test_a_change_elsewhere_is_told_and_typing_stays(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store], known: bool
) -> None:
    conflicting(qtbot, page, store, open_store(), known=known)
    assert "Your typing is still here" in told(page)
    assert page.sitting.values["mood"] == 9


@pytest.mark.parametrize("known", [True, False])
def test_save_asks_and_mine_can_be_kept(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store], known: bool
) -> None:
    conflicting(qtbot, page, store, open_store(), known=known)
    save(page)
    assert values(day_entry(store)) == {"mood": 1.0, "fatigue": 5.0}
    press(question(page).buttons["mine"])
    expected = {"mood": 9.0, "stress": 2.0} if known else {"mood": 9.0}
    assert values(day_entry(store)) == expected


@pytest.mark.parametrize("known", [True, False])
def test_save_asks_and_the_other_can_be_shown(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store], known: bool
) -> None:
    conflicting(qtbot, page, store, open_store(), known=known)
    save(page)
    press(question(page).buttons["other"])
    assert page.sitting.values == {"mood": 1, "fatigue": 5}
    assert page.note.toPlainText() == "theirs"
    assert not page.dirty
    assert store.draft(KEY) is None


def test_a_day_deleted_elsewhere_is_asked_about_and_can_be_kept(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store]
) -> None:
    fill(store, entry(values={"stress": 2}))
    page._stale = True
    page._on_soon()
    digit(page, "mood", 9)
    other = open_store()
    other.save([Replace(before=day_entry(other), after=None)], text="gone")
    save(page)
    assert day_entry(store) is None
    press(question(page).buttons["mine"])
    assert values(day_entry(store)) == {"mood": 9.0, "stress": 2.0}


def test_a_draft_from_before_a_change_elsewhere_is_asked_about(
    qtbot: QtBot, page: TodayPage, open_store: Callable[[], Store]
) -> None:
    digit(page, "mood", 9)
    page.typing.keep_now()
    other = open_store()
    fill(other, entry(values={"mood": 1}))
    again = shown(qtbot, TodayPage(open_store()))
    assert again.sitting.values == {"mood": 9}
    press(question(again).buttons["other"])
    assert again.sitting.values == {"mood": 1}


def test_the_question_of_a_change_elsewhere_keeps_its_choices_while_the_window_looks_again(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store]
) -> None:
    conflicting(qtbot, page, store, open_store(), known=True)
    asked = question(page)
    assert set(asked.buttons) == {"mine", "other"}
    store.changed.emit(EVERYTHING)
    refreshed(qtbot, page)
    assert page.asking is asked
    press(asked.buttons["mine"])
    assert values(day_entry(store)) == {"mood": 9.0, "stress": 2.0}

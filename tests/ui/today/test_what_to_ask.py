"""What to ask each day is asked once, of the person, in a new diary."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from diary.models.codes import AuthorRole
from diary.models.measures import ASKED_ALL, ASKED_SHORT
from diary.models.records import Author, Replace
from diary.storage.reading import SELF
from tests.ui.today.given import TODAY, digit, entry, fill, press, question, refreshed, save, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme
    from diary.ui.today.page import TodayPage


def test_what_to_ask_is_asked_once_after_the_first_save(
    qtbot: QtBot, page: TodayPage, store: Store, theme: Theme
) -> None:
    digit(page, "mood", 7)
    save(page)
    press(question(page).buttons["short"])
    refreshed(qtbot, page)
    assert store.setting("asked", []) == list(ASKED_SHORT)
    # The answered question stays, asked or not.
    assert set(page.measures.asked) == {*ASKED_SHORT, "mood"}
    save(page)
    assert page.asking is None or "What would you" not in told(page)


def test_the_question_may_be_ignored_and_does_not_come_again(page: TodayPage) -> None:
    digit(page, "mood", 7)
    save(page)
    press(question(page).close_button)
    assert page.asking is None
    digit(page, "mood", 8)
    save(page)
    assert page.asking is None


def test_all_questions_can_be_asked(qtbot: QtBot, page: TodayPage) -> None:
    digit(page, "mood", 7)
    save(page)
    press(question(page).buttons["all"])
    refreshed(qtbot, page)
    assert set(page.measures.asked) > {*ASKED_ALL, "attacks", "awake_min", "cold", "cigarettes"}


def test_the_usual_questions_can_be_asked(qtbot: QtBot, page: TodayPage) -> None:
    digit(page, "mood", 7)
    save(page)
    press(question(page).buttons["usual"])
    refreshed(qtbot, page)
    assert set(page.measures.asked) == set(ASKED_ALL)


def test_what_to_ask_is_not_asked_in_a_diary_of_some_days(page: TodayPage, store: Store) -> None:
    fill(store, *(entry(TODAY - timedelta(days=n), values={"mood": 5}) for n in (1, 2)))
    digit(page, "mood", 7)
    save(page)
    assert page.asking is None


def test_what_to_ask_is_for_the_person_and_not_for_a_helper(page: TodayPage, store: Store) -> None:
    store.diary.apply([Replace(before=None, after=Author(uid="anna", name="Anna", role=AuthorRole.PARTNER))])
    store.set_author("anna")
    digit(page, "mood", 7)
    save(page)
    assert page.asking is None
    store.set_author(SELF)
    digit(page, "mood", 6)
    save(page)
    assert "What would you" in told(page)

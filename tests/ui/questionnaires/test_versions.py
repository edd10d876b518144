"""Answers changed on two sides meet item by item, and each earlier version can be read and brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.models.records import Replace
from diary.models.story import Answer, Response
from diary.storage import life_queries
from tests.ui.questionnaires.test_page import answer, clock, given_response, page, sheet_of, store
from tests.ui.today.given import press

if TYPE_CHECKING:
    from diary.store.store import Store
    from diary.ui.questionnaires.page import QuestionnairePage

__all__ = ["clock", "page", "store"]


def live(store: Store) -> Response:
    (found,) = store.ask(life_queries.all_of, Response)
    return found


def changed(store: Store, **values: int) -> None:
    """Another window gives other answers."""
    now = live(store)
    after = replace(now, answers=tuple(Answer(item=item, value=value) for item, value in values.items()))
    store.diary.apply([Replace(before=now, after=after)])


def held(store: Store) -> dict[str, int]:
    return {one.item: one.value for one in live(store).answers}


def test_answers_given_elsewhere_stay_beside_those_given_here(page: QuestionnairePage, store: Store) -> None:
    given_response(store)
    page.edit("r1")
    answer(page, enjoyment=9)
    changed(store, average=4, activity=2)
    page.save()
    assert page.message is not None
    assert "General activity" in page.message.text
    assert sheet_of(page).answers == {"average": 4, "enjoyment": 9, "activity": 2}
    page.save()
    assert held(store) == {"average": 4, "enjoyment": 9, "activity": 2}


def test_an_answer_changed_on_both_sides_is_named_with_both_numbers(
    page: QuestionnairePage, store: Store
) -> None:
    given_response(store)
    page.edit("r1")
    answer(page, average=9)
    changed(store, average=1)
    page.save()
    assert page.message is not None
    assert "Pain on average: 1 there, 9 here." in page.message.text
    page.save()
    assert held(store) == {"average": 9}


def test_answers_not_saved_take_in_what_was_changed_elsewhere(page: QuestionnairePage, store: Store) -> None:
    given_response(store)
    page.edit("r1")
    answer(page, enjoyment=9)
    page.leave()
    page.begin("phq4")
    changed(store, average=4, activity=2)
    page.edit("r1")
    assert sheet_of(page).answers == {"average": 4, "enjoyment": 9, "activity": 2}


def test_an_earlier_version_is_told_item_by_item_and_brought_back(
    page: QuestionnairePage, store: Store
) -> None:
    given_response(store)
    page.edit("r1")
    assert page.versions.isHidden()
    answer(page, average=8)
    press(page.save_button)
    assert page.versions.isHidden()
    page.edit("r1")
    assert not page.versions.isHidden()
    assert "Pain on average 4" in page.versions._words(1)
    press(page.versions.buttons[0])
    assert held(store) == {"average": 4}
    assert sheet_of(page).answers == {"average": 4}
    assert len(page.versions.buttons) == 2

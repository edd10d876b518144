"""What was done is marked whether or not pain rose; none of it is one tap; what is folded is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from diary.models.codes import Answered, AnswerList, MeasureKind
from diary.models.measures import FACTOR_GROUPS
from diary.models.records import Replace
from diary.store.looks import Looks
from diary.ui.today.asked import ASKED_DEFAULT, in_order
from diary.ui.today.factors import FactorsCard, factors_answer
from diary.ui.today.page import TodayPage
from diary.wording import say
from tests.ui.today.given import (
    day_entry,
    digit,
    opened_window,
    press,
    refreshed,
    save,
    set_number,
    shown,
    values,
)
from tests.ui.today.test_fields import TEMPERATURE, asking, own

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

CHOSEN = ("pain_average", "mood", "cold", "lifting", "walking_min", "stretching")


def card(page: TodayPage) -> FactorsCard:
    found = page.measures.section("factors")
    assert isinstance(found, FactorsCard)
    return found


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: Store) -> TodayPage:
    return asking(qtbot, store, *CHOSEN, "temp", own=(TEMPERATURE,))


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ({}, None),
        ({"cold": 0}, None),
        ({"cold": 0, "drinks": 0}, Answered.NONE),
        ({"drinks": 2}, Answered.SOME),
        ({"cold": 1, "drinks": 0}, Answered.SOME),
    ],
)
def test_none_is_an_answer_only_where_each_is_answered(
    given: dict[str, float], answer: Answered | None
) -> None:
    assert factors_answer(given, ("cold", "drinks")) is answer


def test_none_of_these_answers_what_is_open_and_leaves_a_number_alone(page: TodayPage, store: Store) -> None:
    factors = card(page)
    set_number(page, "cold", 1)
    assert factors.none.text() == say("factor.none_else")
    said: list[str] = []
    page.announced.connect(said.append)
    press(factors.none)
    assert page.sitting.values == {"cold": 1, "lifting": 0, "walking_min": 0, "stretching": 0}
    assert said == ["3 answers: no."]
    save(page)
    entry = day_entry(store)
    assert entry is not None
    assert entry.answered == {AnswerList.FACTORS: Answered.SOME}
    assert {"lifting", "temp"} < set(entry.asked)
    assert entry.reading("temp") is None


def test_taking_it_back_takes_back_only_what_the_tap_said(page: TodayPage) -> None:
    factors = card(page)
    set_number(page, "lifting", 0)
    press(factors.none)
    assert page.sitting.answers == {AnswerList.FACTORS: Answered.NONE}
    set_number(page, "cold", 1)
    assert factors.none.text() == say("factor.take_back")
    press(factors.none)
    assert page.sitting.values == {"cold": 1, "lifting": 0}
    assert page.sitting.answers == {AnswerList.FACTORS: Answered.SOME}


def test_factors_are_asked_without_any_pain(page: TodayPage, store: Store) -> None:
    digit(page, "pain_average", 0)
    press(page.measures.field("stretching"))
    save(page)
    assert values(day_entry(store)) == {"pain_average": 0, "stretching": 1}


def test_a_folded_section_is_one_line_not_asked_and_still_folded_next_time(
    qtbot: QtBot, page: TodayPage, store: Store, open_store: Callable[[], Store]
) -> None:
    factors = card(page)
    open_height = factors.height()
    press(factors.fold)
    qtbot.waitUntil(lambda: factors.height() == 44 < open_height)
    assert factors.fold.accessibleName() == "Open What you did"
    assert not factors.none.isVisible()
    digit(page, "mood", 4)
    save(page)
    entry = day_entry(store)
    assert entry is not None
    assert set(entry.asked) == {"pain_average", "mood", "temp"}
    assert "question" in page.save_row.open_words
    again = shown(qtbot, TodayPage(open_store()))
    assert again.measures.section("factors").folded
    assert not again.measures.section("day").folded
    assert isinstance(store.looks, Looks)
    assert store.undo_stack.count() == 2  # the questions and the day: folding is no change of the record


def test_an_answer_in_a_folded_section_stays_and_is_told_in_its_line(page: TodayPage, store: Store) -> None:
    press(page.measures.field("cold"))
    section = card(page)
    press(section.fold)
    assert section.state.text() == "1 of 4 answered"
    digit(page, "mood", 4)
    save(page)
    entry = day_entry(store)
    assert entry is not None
    assert values(entry) == {"mood": 4, "cold": 1}
    assert "lifting" not in entry.asked
    assert "cold" in entry.asked


def test_enter_and_numbers_given_pass_by_what_is_folded(page: TodayPage) -> None:
    press(page.measures.section("day").fold)
    assert "mood" not in page.measures.standing
    assert page.measures.first_open({"pain_average"}) is page.measures.field("cold")


def test_a_folded_note_says_whether_it_is_written(page: TodayPage) -> None:
    page.note.setPlainText("A long walk.")
    press(page.note_card.fold)
    assert page.note_card.state.text() == say("section.written")
    assert page.sitting.note == "A long walk."


def test_the_default_day_with_medicines_and_factors_folded_needs_no_scrolling(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    store.set_setting("asked", [*ASKED_DEFAULT, "cold", "lifting", "walking_min"])
    store.looks.set_value("today.folded", "factors,times")
    window = opened_window(qtbot, store, (1280, 800))
    today = window.today
    qtbot.waitUntil(lambda: today.medicines is not None and not today._fit_soon.isActive())
    QApplication.processEvents()
    assert today.medicines is not None
    assert today.medicines.isVisible()
    assert today.measures.section("factors").height() <= 44
    assert today.scroll_area.verticalScrollBar().maximum() == 0
    save_button = today.save_row.save
    assert save_button.mapTo(window, save_button.rect().bottomLeft()).y() <= window.height()


def test_the_order_of_ones_own_is_the_order_of_today(qtbot: QtBot, page: TodayPage, store: Store) -> None:
    store.set_setting("asked", ["stress", "mood", "lifting", "cold", "pain_average"])
    refreshed(qtbot, page)
    assert page.measures.asked == ("stress", "mood", "lifting", "cold", "pain_average")


def test_a_hidden_tracker_is_not_asked_but_stands_on_a_day_that_answered_it() -> None:
    bath = own("bath", MeasureKind.YES_NO, "Warm bath", hidden=True)
    known = {"bath": bath}
    assert in_order(["bath"], known) == ()
    assert in_order(["bath"], known, ["bath"]) == (bath,)


def test_every_group_of_factors_has_words(qtbot: QtBot, theme: Theme, store: Store) -> None:
    assert all(say(f"factor.{group}") for group in FACTOR_GROUPS)


def test_a_tracker_of_another_name_shows_it_at_once(qtbot: QtBot, page: TodayPage, store: Store) -> None:
    from dataclasses import replace

    from diary.storage import queries

    kept = store.ask(queries.measures)["temp"]
    store.save([Replace(before=kept, after=replace(kept, label="Fever", wording=4))], text="Changed")
    refreshed(qtbot, page)
    assert page.measures.field("temp").line.accessibleName().startswith("Fever")  # type: ignore[union-attr]


def test_what_factors_did_can_be_said_where_they_are_asked(page: TodayPage) -> None:
    assert page.attribution is not None
    assert page.attribution.isVisible()
    assert page.attribution.folded
    set_number(page, "cold", 1)
    save(page)
    page.attribution.set_folded(False)
    page.attribution.refresh()
    assert page.attribution.factors == ("cold",)


def test_an_own_amount_stays_where_it_is_whatever_else_is_asked(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    coffee = own("coffee", MeasureKind.YES_NO, "Coffee", 1001, low=0, high=1)
    page = asking(qtbot, store, "mood", "temp", "coffee", own=(TEMPERATURE, coffee))
    day = page.measures.section("day")
    assert day.isAncestorOf(page.measures.field("temp"))
    assert card(page).isAncestorOf(page.measures.field("coffee"))
    store.set_setting("asked", ["mood", "temp"])
    refreshed(qtbot, page)
    assert page.measures.section("day").isAncestorOf(page.measures.field("temp"))

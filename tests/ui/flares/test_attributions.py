"""What the person thinks made it worse or better."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from diary.models.codes import Effect, EntryKind
from diary.models.moments import Moment
from diary.models.story import Attribution
from diary.storage import life_queries
from diary.ui.flares.attribution_card import AttributionCard
from diary.ui.flares.attributions import SaidCard
from diary.ui.today.pain_now import PainNowPage
from tests.ui.today.given import TODAY, YESTERDAY, entry, fill, press, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

AT = Moment(datetime(2026, 11, 22, 14, 10), 60, "Europe/Berlin")  # noqa: DTZ001  # local time is naive


def said(store: Store) -> dict[tuple[str, str | None], Effect]:
    return {(one.factor, one.entry): one.effect for one in store.ask(life_queries.all_of, Attribution)}


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, store: Store) -> AttributionCard:
    fill(
        store,
        entry(values={"cold": 1, "lifting": 0, "drinks": 2, "walking_min": 0, "pain_average": 5}),
        entry(kind=EntryKind.MOMENT, uid="flare", values={"pain_now": 6}, at=AT),
    )
    card = AttributionCard(store)
    card.resize(520, 600)
    qtbot.addWidget(card)
    card.show_day(TODAY)
    card.show()
    press(card.fold)
    return card


def test_the_factors_of_the_day_come_first(card: AttributionCard) -> None:
    assert card.factors == ("cold", "drinks")


def test_the_others_stand_behind_more(card: AttributionCard) -> None:
    press(card.more)
    assert card.factors[:2] == ("cold", "drinks")
    assert "lifting" in card.factors
    assert "stretching" in card.factors
    assert "pain_average" not in card.factors
    assert card.more.isHidden()


def test_one_tap_is_saved_and_undone(card: AttributionCard, store: Store) -> None:
    card.choice("cold").set_value("worse")
    assert said(store) == {("cold", None): Effect.WORSE}
    store.undo_stack.undo()
    assert said(store) == {}
    assert card.choice("cold").value is None


def test_a_second_tap_changes_it_and_another_takes_it_back(card: AttributionCard, store: Store) -> None:
    card.choice("cold").set_value("worse")
    card.choice("cold").set_value("unsure")
    assert said(store) == {("cold", None): Effect.UNSURE}
    card.choice("cold").set_value(None)
    assert said(store) == {}


def test_a_flare_has_its_own(card: AttributionCard, store: Store) -> None:
    card.choice("cold").set_value("worse")
    card.show_day(TODAY, "flare")
    press(card.fold)
    assert card.choice("cold").value is None
    card.choice("cold").set_value("same")
    assert said(store) == {("cold", None): Effect.WORSE, ("cold", "flare"): Effect.SAME}


def test_what_was_said_of_a_factor_keeps_its_row(card: AttributionCard, store: Store) -> None:
    press(card.more)
    card.choice("stretching").set_value("better")
    card.show_day(YESTERDAY)
    card.show_day(TODAY)
    press(card.fold)
    assert card.factors == ("cold", "drinks", "stretching")


def test_a_day_without_factors_says_so(card: AttributionCard) -> None:
    card.show_day(YESTERDAY)
    press(card.fold)
    assert card.factors == ()
    assert card._none.isVisible()


def test_the_card_stands_on_a_saved_flare_only(qtbot: QtBot, card: AttributionCard, store: Store) -> None:
    page = PainNowPage(store)
    page.begin()
    shown(qtbot, page)
    assert page.attribution.isHidden()
    page.edit("flare")
    assert page.attribution.isVisible()
    press(page.attribution.fold)
    page.attribution.choice("cold").set_value("worse")
    assert said(store) == {("cold", "flare"): Effect.WORSE}


def test_counts_are_of_days_on_which_something_was_said(
    qtbot: QtBot, card: AttributionCard, store: Store
) -> None:
    card.choice("cold").set_value("worse")
    card.show_day(YESTERDAY)
    press(card.fold)
    press(card.more)
    card.choice("cold").set_value("same")
    shown_card = SaidCard(store)
    qtbot.addWidget(shown_card)
    assert shown_card.show_span(YESTERDAY, TODAY)
    assert shown_card.lines == [
        "Cold: you said it made pain worse on 1 of 2 days.",
        "Cold: you said pain stayed the same on 1 of 2 days.",
    ]


def test_where_nothing_was_said_that_is_said(qtbot: QtBot, theme: Theme, store: Store) -> None:
    card = SaidCard(store)
    qtbot.addWidget(card)
    assert not card.show_span(YESTERDAY, TODAY)
    assert card.lines == ["Nothing said yet. After a flare you can say what made it worse or better."]


def test_the_card_counts_what_was_said_so_far(card: AttributionCard, store: Store) -> None:
    assert card.said.isHidden()
    card.choice("cold").set_value("worse")
    assert card.said.isVisible()
    assert card.said.lines == ["Cold: you said it made pain worse on 1 of 1 day."]
    store.undo_stack.undo()
    assert card.said.isHidden()

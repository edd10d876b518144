"""The places of a day: their tabs, their list, and a body that stays where it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.models.records import AreaQuality, AreaRegion
from diary.ui.today.page import TodayPage
from diary.ui.today.sitting import read_sitting
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    digit,
    entry,
    fill,
    foot,
    hand,
    keys,
    press,
    shown,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


def test_a_tab_says_the_part_of_the_body_and_tells_the_whole_name(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    fill(store, entry(areas=(hand(),)))
    page = shown(qtbot, TodayPage(store))
    tab = page.body.tabs.tab("hand")
    assert tab.name_shown == "Right palm"
    assert tab.accessibleName() == tab.toolTip()
    assert tab.accessibleName().startswith("Right palm, thumb side")


def test_two_places_of_one_part_keep_their_whole_names(qtbot: QtBot, theme: Theme, store: Store) -> None:
    other = replace(hand(), uid="other", regions=(AreaRegion(region="palm_ulnar_R"),))
    fill(store, entry(areas=(hand(), other)))
    page = shown(qtbot, TodayPage(store))
    names = {page.body.tabs.tab(uid).name_shown for uid in ("hand", "other")}
    assert len(names) == 2


def test_a_place_and_a_quality_of_a_newer_diary_are_shown(page: TodayPage) -> None:
    newer = replace(
        foot(), qualities=(AreaQuality(code="electric_hum"),), regions=(AreaRegion(region="left_antenna"),)
    )
    page.body.show_sitting(read_sitting([entry(areas=(newer,))]))
    assert "Electric hum" in page.body.tabs.tab("foot").accessibleDescription()


def test_a_past_day_offers_that_nothing_hurt_on_it(page: TodayPage) -> None:
    assert page.body.nothing.text() == "Nothing hurts today"
    page.open_day(YESTERDAY)
    assert page.body.nothing.text() == page.body.nothing.accessibleName() == "Nothing hurt on this day"
    page.open_day(TODAY)
    assert page.body.nothing.text() == "Nothing hurts today"


def test_the_search_of_the_list_goes_with_its_day(page: TodayPage) -> None:
    press(page.body.list_button)
    keys(page, "hand")
    assert page.body.region_list.search.text() == "hand"
    page.open_day(YESTERDAY)
    assert page.body.region_list.search.text() == ""


def test_draft_kept_goes_when_it_is_saved_discarded_or_typed_back(page: TodayPage) -> None:
    digit(page, "mood", 7)
    page.typing.keep_now()
    assert page._draft.text()
    page.save()
    assert page._draft.text() == ""
    digit(page, "mood", 5)
    page.typing.keep_now()
    assert page._draft.text()
    digit(page, "mood", 7)
    assert page._draft.text() == ""
    digit(page, "stress", 5)
    page.typing.keep_now()
    page.discard()
    assert page._draft.text() == ""
    digit(page, "stress", 5)
    page.open_day(YESTERDAY)
    assert page._draft.text() == ""

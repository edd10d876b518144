"""The places of a day: their tabs, their list, and a body that stays where it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from diary.models.codes import Direction, EntryKind, Group, MeasureKind
from diary.models.measures import ASKED_ALL, BY_CODE
from diary.models.records import AreaQuality, AreaRegion, Measure, Replace
from diary.ui.today.page import TodayPage
from diary.ui.today.sitting import read_sitting
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    day_entry,
    digit,
    entry,
    fill,
    foot,
    hand,
    keys,
    mark,
    opened_window,
    press,
    save,
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


def test_a_long_own_word_is_kept_whole_and_told_whole(page: TodayPage, store: Store) -> None:
    mark(page, "knee_front_L", "front")
    press(page.body.editor.own_word)
    word = " ".join(["as if ants with hot feet walked under the skin"] * 4)
    keys(page, word, Qt.Key.Key_Return)
    (chip,) = page.body.editor._own_chips
    assert chip.width() <= page.theme.px(260)
    assert chip.toolTip() == chip.accessibleName() == word
    save(page)
    saved = day_entry(store)
    assert saved is not None
    assert [one.own_word for one in saved.areas[0].qualities] == [word]


@pytest.mark.parametrize("size", [(1280, 720), (1280, 800), (1440, 900)])
def test_the_figure_stays_where_it_was_pressed(
    qtbot: QtBot, theme: Theme, store: Store, size: tuple[int, int]
) -> None:
    fill(store, entry(YESTERDAY, areas=(foot(),)))
    window = opened_window(qtbot, store, size)
    figure = window.today.body.figure
    qtbot.waitUntil(figure.isVisible)

    def lies() -> QRect:
        qtbot.waitUntil(lambda: not window.today._fit_soon.isActive())
        QApplication.processEvents()
        return QRect(figure.mapTo(window, QPoint(0, 0)), figure.size())

    before = lies()
    mark(window.today, "forehead_L", "front")
    assert lies() == before
    press(window.today.body.editor._chips["burning"])
    assert lies() == before
    mark(window.today, "knee_front_R", "front")
    assert len(window.today.sitting.places) == 2
    assert lies() == before
    window.today.discard()
    assert lies() == before
    press(window.today.same)
    assert lies() == before


def test_a_day_with_all_answers_a_question_of_its_own_and_two_places_needs_no_scrolling(
    qtbot: QtBot, theme: Theme, store: Store
) -> None:
    for one in ("today.pain_help", "today.day_help", "today.note_help"):
        store.looks.close_help(one)
    own = Measure(
        uid="coffee",
        code="coffee",
        kind=MeasureKind.COUNT,
        kept_in=EntryKind.DAY,
        group=Group.OWN,
        direction=Direction.NONE,
        label="Cups of coffee",
    )
    store.diary.apply([Replace(before=None, after=own)])
    store.set_setting("asked", [*ASKED_ALL, "coffee"])
    night = tuple(code for code in ASKED_ALL if BY_CODE[code].kept_in is EntryKind.NIGHT)
    answers = {code: 3.0 for code in (*ASKED_ALL, "coffee") if code not in night}
    fill(
        store,
        entry(values=answers, areas=(foot(), hand())),
        entry(kind=EntryKind.NIGHT, values=dict.fromkeys(night, 3.0)),
    )
    window = opened_window(qtbot, store, (1280, 720))
    assert len(window.today.measures.asked) == len(ASKED_ALL) + 1
    bar = window.today.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0 and not window.today._fit_soon.isActive())
    row = window.today.save_row.save
    assert row.mapTo(window, row.rect().bottomLeft()).y() < window.height()

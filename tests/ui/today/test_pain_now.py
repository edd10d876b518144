"""Pain now: two answers are enough, any past time will do, and a moment can be opened again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from diary.models.codes import EntryKind
from diary.models.moments import Moment
from diary.models.records import Entry, Replace
from diary.ui.today.pain_now import PainNowPage
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    Clock,
    entry,
    fill,
    foot,
    keys,
    mark,
    moments,
    press,
    question,
    refreshed,
    save,
    shown,
    told,
    type_time,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

AT = Moment(datetime(2026, 11, 22, 14, 5, 37), 60, "Europe/Berlin")  # noqa: DTZ001  # local time is naive


def flare(**fields: Any) -> Entry:
    return entry(TODAY, EntryKind.MOMENT, values={"pain_now": 6}, at=AT, **fields)


def editing(qtbot: QtBot, store: Store, one: Entry) -> PainNowPage:
    fill(store, one)
    page = PainNowPage(store)
    page.edit(one.uid)
    return shown(qtbot, page)


def test_two_inputs_record_a_moment(now_page: PainNowPage, store: Store) -> None:
    keys(now_page, "7")
    save(now_page)
    (moment,) = moments(store)
    assert values(moment) == {"pain_now": 7.0}
    assert moment.at is not None
    assert moment.at.local.isoformat() == "2026-11-22T18:42:00"
    assert moment.answered == {}


def test_saving_leads_back(qtbot: QtBot, now_page: PainNowPage) -> None:
    keys(now_page, "7")
    with qtbot.waitSignal(now_page.done):
        press(now_page.save_row.save)


def test_a_moment_has_places_and_words(now_page: PainNowPage, store: Store) -> None:
    mark(now_page, "sole_inner_L", "sole")
    now_page.note.setFocus()
    keys(now_page, "Stood too long.")
    save(now_page)
    (moment,) = moments(store)
    assert moment.areas[0].regions[0].region == "sole_inner_L"
    assert moment.note == "Stood too long."
    assert not now_page.body.nothing.isVisible()


def test_a_moment_can_be_at_a_past_time_on_a_past_day(now_page: PainNowPage, store: Store) -> None:
    press(now_page.date_bar._previous)
    type_time(now_page, "09:30")
    now_page.measures.field("pain_now").setFocus()
    keys(now_page, "4")
    save(now_page)
    (moment,) = moments(store, YESTERDAY)
    assert moment.at is not None
    assert moment.at.local.isoformat() == "2026-11-21T09:30:00"


def test_a_moment_after_midnight_belongs_to_the_day_that_has_not_ended(
    now_page: PainNowPage, store: Store
) -> None:
    type_time(now_page, "01:30")
    now_page.measures.field("pain_now").setFocus()
    keys(now_page, "4")
    save(now_page)
    (moment,) = moments(store, YESTERDAY)
    assert moment.at is not None
    assert moment.at.local.isoformat() == "2026-11-22T01:30:00"


def test_a_time_that_has_not_come_is_answered_kindly_and_keeps_the_typing(
    now_page: PainNowPage, store: Store
) -> None:
    keys(now_page, "7")
    type_time(now_page, "23:00")
    save(now_page)
    assert told(now_page) == "This time has not come yet."
    assert moments(store) == []
    assert now_page.sitting.values == {"pain_now": 7}


def test_a_day_holds_several_moments(now_page: PainNowPage, store: Store, clock: Clock) -> None:
    for number in ("7", "4", "2"):
        now_page.begin()
        keys(now_page, number)
        save(now_page)
        clock.pass_by(minutes=20)
    assert [values(one) for one in moments(store)] == [
        {"pain_now": 7.0},
        {"pain_now": 4.0},
        {"pain_now": 2.0},
    ]


def test_a_moment_opened_again_keeps_its_seconds(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = editing(qtbot, store, flare())
    page.measures.field("pain_now").setFocus()
    keys(page, "3")
    save(page)
    (moment,) = moments(store)
    assert moment.at == AT
    assert values(moment) == {"pain_now": 3.0}


def test_a_moment_can_be_moved_in_time(qtbot: QtBot, theme: Theme, store: Store) -> None:
    page = editing(qtbot, store, flare())
    type_time(page, "13:00")
    assert page.dirty
    save(page)
    (moment,) = moments(store)
    assert moment.at is not None
    assert moment.at.local.isoformat() == "2026-11-22T13:00:00"


def left_at(page: PainNowPage, time: str, number: str) -> None:
    type_time(page, time)
    page.measures.field("pain_now").setFocus()
    keys(page, number)
    page.leave()


def test_an_unfinished_moment_can_be_opened_with_its_time(
    qtbot: QtBot, now_page: PainNowPage, clock: Clock, open_store: Callable[[], Store]
) -> None:
    left_at(now_page, "09:15", "7")
    clock.pass_by(hours=2)
    again = PainNowPage(open_store())
    again.begin()
    shown(qtbot, again)
    press(again.kept_line.open)
    assert again.sitting.values == {"pain_now": 7}
    assert again.when().isoformat() == "2026-11-22T09:15:00"
    assert again.kept_line.isHidden()
    press(question(again).buttons["discard"])
    assert again.sitting.is_empty
    assert again.when().isoformat() == "2026-11-22T20:42:00"


def test_pain_now_means_now_and_an_older_moment_waits(
    now_page: PainNowPage, store: Store, clock: Clock
) -> None:
    left_at(now_page, "18:40", "4")
    clock.pass_by(days=1)
    now_page.begin()
    assert now_page.sitting.is_empty
    assert now_page.when() == clock.at.replace(second=0)
    assert now_page.kept_line.words.text() == "An unfinished moment of Sun 22 Nov, 18:40 is kept."
    assert now_page.kept_line.isVisible()
    keys(now_page, "7")
    save(now_page)
    (moment,) = moments(store, TODAY + timedelta(days=1))
    assert values(moment) == {"pain_now": 7.0}
    assert moments(store) == []
    now_page.begin()
    press(now_page.kept_line.open)
    save(now_page)
    assert [values(one) for one in moments(store)] == [{"pain_now": 4.0}]
    assert store.drafts() == {}


def test_several_unfinished_moments_are_all_kept(now_page: PainNowPage, store: Store, clock: Clock) -> None:
    for number in ("4", "5", "6"):
        now_page.begin()
        keys(now_page, number)
        now_page.leave()
        clock.pass_by(hours=1)
    now_page.begin()
    found = []
    while now_page.kept_line.kept is not None:
        press(now_page.kept_line.open)
        found.append(now_page.sitting.values["pain_now"])
        save(now_page)
        now_page.begin()
    assert found == [6, 5, 4]
    assert len(moments(store)) == 3


def test_back_and_forth_keeps_what_was_typed(qtbot: QtBot, now_page: PainNowPage) -> None:
    keys(now_page, "7")
    with qtbot.waitSignal(now_page.done):
        press(now_page.back)
    now_page.begin()
    assert now_page.sitting.values == {"pain_now": 7}


def test_a_moment_changed_elsewhere_is_told_and_asked_about(
    qtbot: QtBot, theme: Theme, store: Store, open_store: Callable[[], Store]
) -> None:
    page = editing(qtbot, store, flare())
    page.measures.field("pain_now").setFocus()
    keys(page, "3")
    other = open_store()
    (there,) = moments(other)
    other.save([Replace(before=there, after=flare(note="theirs"))], text="theirs")
    store._on_look_outside()
    refreshed(qtbot, page)
    assert "this moment" in told(page)
    save(page)
    assert values(moments(store)[0]) == {"pain_now": 6.0}
    press(question(page).buttons["mine"])
    assert values(moments(store)[0]) == {"pain_now": 3.0}


def test_a_moment_deleted_elsewhere_can_be_kept(
    qtbot: QtBot, theme: Theme, store: Store, open_store: Callable[[], Store]
) -> None:
    page = editing(qtbot, store, flare(areas=(foot(),)))
    page.measures.field("pain_now").setFocus()
    keys(page, "3")
    other = open_store()
    other.save([Replace(before=moments(other)[0], after=None)], text="gone")
    save(page)
    assert moments(store) == []
    press(question(page).buttons["mine"])
    (moment,) = moments(store)
    assert values(moment) == {"pain_now": 3.0}
    assert moment.at is not None
    assert moment.at.local.hour == 14


def test_a_moment_deleted_elsewhere_can_be_let_go(
    qtbot: QtBot, theme: Theme, store: Store, open_store: Callable[[], Store]
) -> None:
    page = editing(qtbot, store, flare())
    page.measures.field("pain_now").setFocus()
    keys(page, "3")
    other = open_store()
    other.save([Replace(before=moments(other)[0], after=None)], text="gone")
    save(page)
    press(question(page).buttons["other"])
    assert page.sitting.is_empty
    assert page.draft_key() == "moment:new"
    assert store.drafts() == {}


def test_the_day_cannot_be_a_future_one(now_page: PainNowPage) -> None:
    assert not now_page.date_bar._next.isEnabled()
    keys(now_page, Qt.Key.Key_Delete)
    assert now_page.sitting.is_empty


def test_the_question_is_in_sight_at_the_largest_text(qtbot: QtBot, theme: Theme, store: Store) -> None:
    theme.set_scale(2.0)
    page = PainNowPage(store)
    page.resize(1200, 800)
    shown(qtbot, page)
    page.begin()
    cells = page.measures.field("pain_now")

    def in_sight() -> bool:
        top = cells.mapTo(page.scroll_area, cells.rect().topLeft()).y()
        return top >= 0 and top + cells.height() <= page.scroll_area.height()

    qtbot.waitUntil(in_sight)


def test_title_and_time_stay_in_sight_at_the_largest_text(
    qtbot: QtBot, theme: Theme, now_page: PainNowPage, clock: Clock
) -> None:
    theme.set_scale(2.0)
    now_page.resize(1200, 720)
    keys(now_page, "4")
    now_page.leave()
    clock.pass_by(hours=3)
    now_page.begin()
    qtbot.waitUntil(lambda: now_page.columns.stacked)
    QApplication.processEvents()
    assert now_page.scroll_area.verticalScrollBar().value() == 0
    for part in (now_page.title, now_page.time, now_page.kept_line, now_page.measures.field("pain_now")):
        bottom = part.mapTo(now_page.scroll_area, part.rect().bottomLeft()).y()
        assert bottom < now_page.scroll_area.height()

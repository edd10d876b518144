"""A moment that was opened from Today's line and saved is told on Today."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from diary.models.codes import EntryKind
from diary.models.moments import Moment
from diary.ui.diary_window import DiaryWindow
from diary.ui.today.notices import Notices
from diary.ui.today.pain_now import PainNowPage
from tests.ui.today.given import (
    TODAY,
    Clock,
    entry,
    fill,
    keys,
    moments,
    opened_window,
    press,
    refreshed,
    save,
    values,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


def add_more(qtbot: QtBot, window: DiaryWindow) -> PainNowPage:
    """The form of the flare that Today's line asks about."""
    qtbot.waitUntil(lambda: bool(window.findChildren(Notices)))
    (notices,) = window.findChildren(Notices)
    qtbot.waitUntil(notices.flare.isVisible)
    press(notices.flare.add_more)
    (page,) = window.findChildren(PainNowPage)
    assert page.isVisible()
    return page


def flare(store: Store, clock: Clock) -> None:
    at = Moment(clock.at - timedelta(hours=2), 60, "Europe/Berlin")
    fill(store, entry(TODAY, EntryKind.MOMENT, values={"pain_now": 6}, at=at))


def test_a_flare_that_was_added_to_is_told_on_today(
    qtbot: QtBot, theme: Theme, store: Store, clock: Clock
) -> None:
    flare(store, clock)
    window = opened_window(qtbot, store)
    page = add_more(qtbot, window)
    keys(page, "8")
    save(page)
    refreshed(qtbot, window.today)
    assert window.current_key == "today"
    assert window.today.save_row.shows_saved


def test_it_is_told_as_well_where_today_was_saved_before(
    qtbot: QtBot, theme: Theme, store: Store, clock: Clock
) -> None:
    flare(store, clock)
    window = opened_window(qtbot, store)
    keys(window.today, "5")
    save(window.today)
    page = add_more(qtbot, window)
    page.note.setFocus()
    keys(page, "Worse.")
    save(page)
    refreshed(qtbot, window.today)
    assert window.today.save_row.shows_saved
    assert window.messages == []


def test_it_is_told_above_the_page_where_save_is_out_of_sight(
    qtbot: QtBot, theme: Theme, store: Store, clock: Clock
) -> None:
    flare(store, clock)
    window = opened_window(qtbot, store, (900, 600))
    page = add_more(qtbot, window)
    keys(page, "8")
    save(page)
    (message,) = window.messages
    assert message.text == "Moment saved."
    press(message.action_button)
    (moment,) = moments(store)
    assert values(moment) == {"pain_now": 6.0}

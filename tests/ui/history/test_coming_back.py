"""What was deleted or changed comes back: by Undo, and from Recent changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from diary.models.codes import EntryKind, Noun
from diary.models.moments import Moment
from diary.models.records import Reading
from diary.store.store import Store
from diary.ui.history.page import HistoryPage
from diary.ui.history.recent import ChangeLine
from tests.ui.history.conftest import TODAY, WED, entry, fill, foot, refreshed, show
from tests.ui.history.test_page import NIGHT, changed, live, words


def delete_it(page: HistoryPage) -> None:
    """Delete the entry that is shown."""
    page.entry.delete.click()
    assert page.entry.question is not None
    page.entry.question.buttons["delete"].click()


def test_recent_changes_are_undone_one_by_one(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, values={"pain_worst": 6}))
    changed(store, f"day-{WED}", readings=(Reading(measure="pain_worst", value=7),))
    show(page, qtbot)
    page.recent_button.click()
    assert [line.what for line in page.recent.lines] == ["Changed Wed 18 Nov", "Saved Wed 18 Nov"]
    qtbot.waitUntil(lambda: page.recent.lines[0].lines == "Worst pain changed from 6 to 7")
    page.recent.lines[1].button.click()
    assert "changed again since" in page.messages[0].text
    page.recent.lines[0].button.click()
    now = live(store, f"day-{WED}")
    assert now is not None
    assert now.readings[0].value == 6
    assert page.messages[0].text == "Undone: Changed Wed 18 Nov."
    assert page.recent.lines[0].what == "Undid a change of Wed 18 Nov"
    assert [undoable(line) for line in page.recent.lines] == [True, False, True]
    page.recent.lines[0].button.click()
    assert [undoable(line) for line in page.recent.lines] == [True, False, True, True]


def undoable(line: ChangeLine) -> bool:
    """Whether a change offers Undo; where not, it says that it is undone."""
    assert line.undone.isVisibleTo(line) is not line.button.isVisibleTo(line)
    return line.button.isVisibleTo(line)


def test_a_deletion_that_was_undone_offers_no_undo(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, note="Cold floor"), entry(TODAY))
    show(page, qtbot)
    page.show_day(WED)
    delete_it(page)
    store.undo_stack.undo()
    page.recent_button.click()
    assert [undoable(line) for line in page.recent.lines] == [True, False, True]


def test_a_day_that_was_brought_back_is_shown_again(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED, values={"pain_worst": 7}, note="Cold floor"), entry(date(2026, 11, 3)))
    show(page, qtbot)
    delete_it(page)
    assert "No entry for this day" in words(page)
    store.undo_stack.undo()
    refreshed(page, qtbot)
    assert "Cold floor" in words(page)
    assert page.entry.delete.isVisible()
    assert not page.entry.record.isVisible()
    assert page.list.view.currentIndex().row() == 0


def test_a_day_that_lost_a_moment_shows_what_is_left(page: HistoryPage, store: Store, qtbot: Any) -> None:
    at = Moment.parse("2026-11-18T14:10:00+01:00")
    moment = entry(WED, EntryKind.MOMENT, at=at, values={"pain_now": 8})
    fill(store, entry(WED, note="Cold floor"), moment)
    show(page, qtbot)
    page.list.choose(moment.uid)
    page._on_entry_opened(moment.uid)
    delete_it(page)
    assert "Cold floor" in words(page)


def test_deleting_says_what_goes_and_can_be_taken_back(page: HistoryPage, store: Store, qtbot: Any) -> None:
    day = entry(WED, values={"pain_worst": 7}, areas=(foot(),), note="Cold floor")
    fill(store, day, entry(WED, NIGHT, values={"sleep_min": 400}))
    show(page, qtbot)
    page.entry.delete.click()
    question = page.entry.question
    assert question is not None
    assert "2 answers, 1 place, the note, the night that ended on this day" in question.text
    question.buttons["delete"].click()
    assert live(store, day.uid) is None
    assert live(store, f"night-{WED}") is None
    (message,) = page.messages
    assert message.text == "Deleted."
    message._action.click()
    assert live(store, day.uid) is not None
    assert live(store, f"night-{WED}") is not None
    assert page.messages[0].text == "Brought back."


def test_the_offer_to_undo_goes_when_the_window_undid_it(page: HistoryPage, store: Store, qtbot: Any) -> None:
    fill(store, entry(WED))
    show(page, qtbot)
    page.entry.delete.click()
    assert page.entry.question is not None
    page.entry.question.buttons["delete"].click()
    assert len(page.messages) == 1
    store.undo_stack.undo()
    assert page.messages == []
    assert live(store, f"day-{WED}") is not None


def test_a_deletion_can_be_erased_for_good_from_recent_changes(
    page: HistoryPage, store: Store, qtbot: Any
) -> None:
    fill(store, entry(WED, values={"pain_worst": 6}))
    show(page, qtbot)
    delete_it(page)
    page.recent_button.click()
    deletion, saving = page.recent.lines
    assert saving.erase_button.isHidden()
    assert deletion.erase_button.accessibleName().startswith("Erase for good… Deleted")
    with qtbot.waitSignal(page.erase_requested) as told:
        deletion.erase_button.click()
    assert told.args == [Noun.ENTRY, f"day-{WED}"]
    deletion.button.click()
    assert all(line.erase_button.isHidden() for line in page.recent.lines)

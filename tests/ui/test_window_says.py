"""What the window says to all pages: what was undone, and why a diary could not be opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.models.codes import Noun
from diary.models.records import Replace
from diary.models.story import Goal
from diary.storage import queries
from diary.storage.diary import Diary
from diary.storage.life_queries import all_of
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.diary_window import DiaryWindow
from diary.ui.forms.record_page import RecordPage
from diary.wording import say
from tests.ui.today.given import TODAY, Clock, opened_store, opened_window, refreshed, save, set_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[DiaryWindow]:
    store = opened_store(tmp_path, Clock())
    window = opened_window(qtbot, store)
    yield window
    store.close()


def answer(window: DiaryWindow, pain: int) -> None:
    set_number(window.today, "pain_average", pain)


def entries(window: DiaryWindow) -> int:
    return len(window.store.ask(queries.entries_between, TODAY, TODAY))


def test_an_undo_says_what_it_undid_and_offers_to_bring_it_back(window: DiaryWindow) -> None:
    answer(window, 5)
    save(window.today)
    window.open_page("settings")
    window.store.undo_stack.undo()
    assert entries(window) == 0
    (message,) = window.messages
    assert "Undone: Day" in message.text
    message.action_button.click()
    assert entries(window) == 1
    (message,) = window.messages
    assert "Brought back: Day" in message.text


def test_the_next_save_takes_the_message_away(qtbot: QtBot, window: DiaryWindow) -> None:
    answer(window, 5)
    save(window.today)
    window.store.undo_stack.undo()
    refreshed(qtbot, window.today)
    answer(window, 6)
    save(window.today)
    assert window.messages == []


def test_at_most_two_messages_stand_above_a_page_and_none_is_lost(window: DiaryWindow) -> None:
    for words in ("one", "two", "three"):
        window.show_message(words, "problem")
    assert [one.text for one in window.messages if one.isVisible()] == ["two", "three"]
    window.messages[2].close_button.click()
    assert [one.text for one in window.messages if one.isVisible()] == ["one", "two"]


def test_what_was_saved_erased_or_undone_is_one_message(window: DiaryWindow) -> None:
    window.asides.undoable.emit("Deleted.")
    window.asides.told.emit("Erased for good.")
    assert [one.text for one in window.messages] == ["Erased for good."]
    window.show_message("Problem", "problem")
    window.store.turned.emit("Removed: a dose of Tramadol.", True)
    assert [one.text for one in window.messages] == ["Problem", "Undone: Removed: a dose of Tramadol."]


def test_a_closed_diary_is_not_asked_for_a_new_day(window: DiaryWindow) -> None:
    window.store.close()
    window.today._on_midnight_look()
    assert window.today.day == TODAY


def test_a_deleted_record_is_told_and_comes_back_by_one_press(qtbot: QtBot, window: DiaryWindow) -> None:
    window.store.save([Replace(before=None, after=Goal(uid="g", text="Walk", since=TODAY))], text="Goal")
    window.asides.open_record(Noun.GOAL, "g", {})
    (page,) = window.findChildren(RecordPage)
    page.delete.click()
    assert page.asked is not None
    page.asked.buttons["delete"].click()
    assert window.store.ask(all_of, Goal) == []
    (message,) = window.messages
    assert "deleted" in message.text
    message.action_button.click()
    assert len(window.store.ask(all_of, Goal)) == 1


def test_a_file_that_is_no_diary_leaves_no_form_to_type_into(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear diary, " * 400)
    before = file.read_bytes()
    store = Store(file, Looks(tmp_path / "looks.ini"))
    window = DiaryWindow(store, theme)
    qtbot.addWidget(window)
    window.show()
    store.open()
    qtbot.waitUntil(lambda: window._closed_page is not None)
    closed = window._closed_page
    assert closed is not None
    assert closed.isVisible()
    assert say("error.damaged") in closed.heading.text()
    assert str(file) in closed.words.text()
    assert not window.today.isVisible()
    window.open_pain_now()
    assert closed.isVisible()
    assert not any(item.isEnabled() for item in window.rail.items if item.key in window.page_keys)
    assert file.read_bytes() == before
    store.close()


def test_trying_again_opens_the_diary_once_nothing_stands_in_the_way(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    file = tmp_path / "diary.sqlite3"
    file.write_text("not yet a diary " * 300)
    store = Store(file, Looks(tmp_path / "looks.ini"))
    window = DiaryWindow(store, theme)
    qtbot.addWidget(window)
    window.show()
    store.open()
    qtbot.waitUntil(lambda: window._closed_page is not None)
    file.unlink()
    assert window._closed_page is not None
    window._closed_page.again.click()
    qtbot.waitUntil(lambda: store.is_open)
    assert window.today.isVisible()
    assert all(item.isEnabled() for item in window.rail.items)
    store.close()


def test_a_window_is_no_larger_than_its_screen(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    window = DiaryWindow(Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini")), theme)
    qtbot.addWidget(window)
    screen = window.screen().availableSize()
    assert window.height() < screen.height()
    assert window.width() <= screen.width()


def refusing(key: str, content: str) -> None:
    raise DiaryError("The disk is full.")


def test_a_window_with_typing_that_no_disk_takes_asks_before_it_closes(
    qtbot: QtBot, window: DiaryWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.store.diary, "keep_draft", refusing)
    window.today.note.setPlainText("words that must not go")
    assert not window.close()
    assert window.isVisible()
    message = next(one for one in window.messages if one.text == say("window.close_loses"))
    message.action_button.click()
    assert not window.isVisible()


def test_what_was_typed_before_the_file_was_open_is_kept_when_the_window_closes(
    qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    store = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini"))
    window = DiaryWindow(store, theme)
    qtbot.addWidget(window)
    window.show()
    store.open()
    window.today.note.setPlainText("first words")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again = Store(tmp_path / "diary.sqlite3", Looks(tmp_path / "looks.ini"))
    again.open_now()
    drafts = again.ask(queries.drafts)
    again.close()
    assert any("first words" in one.content for one in drafts.values())


def test_an_undo_of_what_was_changed_elsewhere_says_so_and_changes_nothing(window: DiaryWindow) -> None:
    answer(window, 5)
    save(window.today)
    (entry,) = window.store.ask(queries.entries_between, TODAY, TODAY)
    other = Diary(window.store.path)
    other.apply([Replace(before=entry, after=replace(entry, note="elsewhere"))])
    other.close()
    window.store.undo_stack.undo()
    assert any(say("error.undo_changed") in one.text for one in window.messages)
    (left,) = window.store.ask(queries.entries_between, TODAY, TODAY)
    assert left.note == "elsewhere"


def test_a_moment_saved_is_told_on_the_page_one_comes_back_to(window: DiaryWindow) -> None:
    window.open_page("settings")
    window.open_pain_now()
    now = window._pain_now
    assert now is not None
    set_number(now, "pain_now", 7)
    save(now)
    assert window.current_key == "settings"
    (message,) = window.messages
    assert "Moment saved" in message.text
    message.action_button.click()
    assert entries(window) == 0

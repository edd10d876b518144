"""Typing survives: a crash, another day, a slow opening, a full disk, another window, midnight."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.errors import DiaryError
from diary.models.records import Replace
from diary.storage.diary import Diary
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.today.page import TodayPage
from diary.ui.today.typing import BEHIND_MS
from tests.ui.today.given import (
    TODAY,
    YESTERDAY,
    Clock,
    day_entry,
    digit,
    entry,
    fill,
    keys,
    night_entry,
    press,
    question,
    save,
    shown,
    told,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme

KEY = f"day:{TODAY}"


# --- drafts


def test_a_draft_is_kept_two_seconds_behind_at_most_and_says_when(
    qtbot: QtBot, page: TodayPage, store: Store
) -> None:
    assert BEHIND_MS <= 2000
    digit(page, "mood", 7)
    assert page.typing._soon.isActive()
    with qtbot.waitSignal(page.typing.kept):
        pass
    assert store.draft(KEY) is not None
    assert page._draft.text().startswith("Draft kept")


def test_what_was_typed_before_a_crash_is_back_and_can_be_saved(
    qtbot: QtBot, page: TodayPage, open_store: Callable[[], Store]
) -> None:
    digit(page, "mood", 7)
    page.note.setFocus()
    keys(page, "Half a sen")
    page.typing.keep_now()
    again = shown(qtbot, TodayPage(open_store()))
    assert again.sitting.values == {"mood": 7}
    assert again.note.toPlainText() == "Half a sen"
    assert "not saved yet" in told(again)
    save(again)
    assert values(day_entry(again.store)) == {"mood": 7.0}
    assert again.store.draft(KEY) is None


def test_what_is_back_can_be_discarded(
    qtbot: QtBot, page: TodayPage, open_store: Callable[[], Store]
) -> None:
    digit(page, "mood", 7)
    page.typing.keep_now()
    again = shown(qtbot, TodayPage(open_store()))
    press(question(again).buttons["discard"])
    assert again.sitting.is_empty
    assert not again.dirty
    assert again.store.draft(KEY) is None


def test_typing_taken_back_leaves_no_draft(page: TodayPage, store: Store) -> None:
    digit(page, "mood", 7)
    page.typing.keep_now()
    keys(page, Qt.Key.Key_Delete)
    assert not page.dirty
    assert store.draft(KEY) is None


def test_typing_of_one_day_waits_while_another_is_open(page: TodayPage) -> None:
    digit(page, "mood", 7)
    press(page.date_bar._previous)
    assert page.sitting.is_empty
    digit(page, "mood", 2)
    press(page.date_bar._next)
    assert page.sitting.values == {"mood": 7}
    assert page.dirty
    press(page.date_bar._previous)
    assert page.sitting.values == {"mood": 2}


def test_an_unreadable_draft_stands_in_nobodys_way(qtbot: QtBot, theme: Theme, store: Store) -> None:
    store.keep_draft(KEY, json.dumps({"sitting": {"feelings": 3}}))
    store.keep_draft("day:tomorrow", json.dumps({"sitting": {}}))
    page = shown(qtbot, TodayPage(store))
    assert page.sitting.is_empty
    assert "cannot be shown" in told(page)
    digit(page, "mood", 7)
    assert page.sitting.values == {"mood": 7}


def test_a_draft_of_another_day_is_told_with_the_way_there(
    qtbot: QtBot, page: TodayPage, open_store: Callable[[], Store]
) -> None:
    press(page.date_bar._previous)
    digit(page, "mood", 2)
    page.typing.keep_now()
    again = shown(qtbot, TodayPage(open_store()))
    assert "21 November" in told(again)
    press(question(again).buttons["open"])
    assert again.day == YESTERDAY
    assert again.sitting.values == {"mood": 2}


def test_a_draft_that_waits_is_told_once(
    qtbot: QtBot, page: TodayPage, open_store: Callable[[], Store]
) -> None:
    press(page.date_bar._previous)
    digit(page, "mood", 2)
    page.typing.keep_now()
    again = shown(qtbot, TodayPage(open_store()))
    press(question(again).close_button)
    fill(again.store, entry(values={"mood": 4}))
    again.store.changed.emit(again.store.diary.apply([]))
    again._stale = True
    again._on_soon()
    assert again.asking is None


def test_typing_before_the_diary_is_open_is_laid_over_what_it_holds(
    qtbot: QtBot, theme: Theme, tmp_path: Path, clock: Clock
) -> None:
    made = Diary(tmp_path / "late.diary", clock=clock)
    made.apply([Replace(before=None, after=entry(values={"mood": 4, "stress": 2}))])
    made.close()
    store = Store(tmp_path / "late.diary", Looks(tmp_path / "looks.ini"))
    page = TodayPage(store)
    page.date_bar.set_latest(TODAY)
    qtbot.addWidget(page)
    page.show()
    digit(page, "mood", 9)
    page.note.setFocus()
    keys(page, "early")
    store.open_now(lambda path: Diary(path, clock=clock))
    qtbot.waitUntil(lambda: page.loaded)
    assert page.sitting.values == {"mood": 9, "stress": 2}
    assert page.dirty
    save(page)
    saved = day_entry(store)
    assert values(saved) == {"mood": 9.0, "stress": 2.0}
    assert saved is not None
    assert saved.note == "early"
    store.close()


def test_save_before_the_diary_is_open_saves_once_it_is(
    qtbot: QtBot, theme: Theme, tmp_path: Path, clock: Clock
) -> None:
    store = Store(tmp_path / "late.diary", Looks(tmp_path / "looks.ini"))
    page = TodayPage(store)
    qtbot.addWidget(page)
    page.show()
    digit(page, "mood", 9)
    press(page.save_row.save)
    assert "You can type already" in told(page)
    store.open_now(lambda path: Diary(path, clock=clock))
    qtbot.waitUntil(lambda: page.save_row.shows_saved)
    assert values(day_entry(store)) == {"mood": 9.0}
    store.close()


def test_typing_before_opening_does_not_take_the_place_of_a_draft_from_before(
    qtbot: QtBot, page: TodayPage, theme: Theme, tmp_path: Path, clock: Clock
) -> None:
    digit(page, "stress", 3)
    page.typing.keep_now()
    store = Store(page.store.path, Looks(tmp_path / "looks.ini"))
    late = TodayPage(store)
    qtbot.addWidget(late)
    late.show()
    digit(late, "mood", 9)
    late.typing.keep_now()
    store.open_now(lambda path: Diary(path, clock=clock))
    qtbot.waitUntil(lambda: late.loaded)
    assert late.sitting.values == {"mood": 9, "stress": 3}
    store.close()


def test_a_disk_that_refuses_is_told_and_the_draft_is_kept_later(
    qtbot: QtBot, page: TodayPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(key: str, content: str) -> None:
        raise DiaryError("The disk is full.", "What you type stays here.", "Free some space.")

    with monkeypatch.context() as patch:
        patch.setattr(store.diary, "keep_draft", refuse)
        digit(page, "mood", 7)
        with qtbot.waitSignal(store.trouble) as heard:
            page.typing.keep_now()
        assert "disk is full" in str(heard.args[0])
        assert page._draft.text() == "Draft in memory only"
        press(page.date_bar._previous)
        press(page.date_bar._next)
        assert page.sitting.values == {"mood": 7}
        digit(page, "stress", 2)
    with qtbot.waitSignal(page.typing.kept):
        pass
    assert not store.drafts_refused
    assert page._draft.text().startswith("Draft kept")


def test_keeping_is_tried_again_while_the_disk_refuses(
    qtbot: QtBot, page: TodayPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(key: str, content: str) -> None:
        raise DiaryError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(store.diary, "keep_draft", refuse)
        digit(page, "mood", 7)
        page.typing.keep_now()
    qtbot.waitUntil(lambda: not store.drafts_refused)
    assert store.draft(KEY) is not None


# --- midnight


def test_a_clean_page_moves_on_when_the_day_ends(page: TodayPage, clock: Clock) -> None:
    clock.pass_by(hours=6)
    page._on_midnight_look()
    assert page.day == TODAY  # past midnight, before the day's end
    clock.pass_by(hours=3)
    page._on_midnight_look()
    assert page.day.isoformat() == "2026-11-23"
    assert not page.date_bar._next.isEnabled()


def test_typing_stays_with_its_day_when_the_day_ends(page: TodayPage, store: Store, clock: Clock) -> None:
    digit(page, "mood", 7)
    clock.pass_by(hours=9)
    page._on_midnight_look()
    assert page.day == TODAY
    assert "22 November" in told(page)
    save(page)
    assert values(day_entry(store)) == {"mood": 7.0}
    assert page.day == TODAY


def test_from_a_day_that_ended_one_press_leads_to_today(page: TodayPage, clock: Clock) -> None:
    digit(page, "mood", 7)
    clock.pass_by(hours=9)
    page._on_midnight_look()
    press(question(page).buttons["today"])
    assert page.day.isoformat() == "2026-11-23"
    assert page.sitting.is_empty
    press(page.date_bar._previous)
    assert page.sitting.values == {"mood": 7}


def test_saving_at_the_end_of_the_day_stays_on_the_day_that_was_saved(
    page: TodayPage, store: Store, clock: Clock
) -> None:
    digit(page, "sleep_quality", 7)
    clock.pass_by(hours=9)
    save(page)
    assert page.day == TODAY
    assert page.save_row.shows_saved
    assert values(night_entry(store)) == {"sleep_quality": 7.0}


def test_a_past_day_stays_open_when_the_day_ends(page: TodayPage, clock: Clock) -> None:
    press(page.date_bar._previous)
    clock.pass_by(hours=9)
    page._on_midnight_look()
    assert page.day == YESTERDAY
    assert "2 days ago" in page._ago.text()


def test_control_z_in_the_note_takes_back_typing_and_nothing_else(page: TodayPage, store: Store) -> None:
    digit(page, "mood", 7)
    save(page)
    page.note.setFocus()
    keys(page, "words")
    QTest.keyClick(page.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.note.toPlainText() == ""
    assert values(day_entry(store)) == {"mood": 7.0}


def test_a_draft_with_a_stroke_that_cannot_be_is_told_of_and_kept(
    qtbot: QtBot, page: TodayPage, open_store: Callable[[], Store]
) -> None:
    stroke = {"view": "sole", "mode": "paint", "radius": 5, "points": [1, 2, 3]}
    content = json.dumps({"sitting": {"places": [{"uid": "p", "strokes": [stroke]}]}})
    page.store.keep_draft(KEY, content)
    again = shown(qtbot, TodayPage(open_store()))
    assert again.grab().width() > 0
    assert again.sitting.is_empty
    assert "cannot be shown" in told(again)
    digit(again, "mood", 7)
    save(again)
    assert values(day_entry(again.store)) == {"mood": 7.0}
    assert content in [one.content for one in again.store.drafts().values()]
    again.load()
    assert "cannot be shown" not in told(again)

"""The first minutes through the real program: open, sample, restore, help."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from diary import paths
from diary.exchange.demo import demo
from diary.exchange.json_export import export_json
from diary.storage import queries
from diary.storage.diary import Diary
from diary.ui import theme as themes
from diary.ui.first_run.page import FirstRunPage
from diary.ui.help.page import HelpPage
from diary.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

KEPT: list[Session] = []
"""Sessions live as long as the program does."""


@pytest.fixture
def session(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(themes._Current, "theme", themes.current())
    session = Session(qapp, tmp_path / "mine.sqlite3", tmp_path / "settings.ini")
    KEPT.append(session)
    session.begin()
    yield session
    if session.window is not None:
        session.window.close()
    session._on_quit()
    for widget in qapp.topLevelWidgets():
        widget.close()


def first_page(session: Session) -> FirstRunPage:
    assert session.first_page is not None
    return session.first_page


def wait_open(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.window is not None and session.window.store.is_open, timeout=10_000)


def test_one_press_opens_an_empty_diary(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    first_page(session).open_row.click()
    wait_open(qtbot, session)
    assert session.window is not None
    assert session.window.current_key == "today"
    assert session.window.store.ask(queries.span) is None
    assert (tmp_path / "mine.sqlite3").exists()


def test_a_place_that_was_named_is_said_before_a_diary_is_made_there(
    session: Session, tmp_path: Path
) -> None:
    place = first_page(session).place
    assert place.isVisible()
    assert str(tmp_path / "mine.sqlite3") in place.text
    assert not (tmp_path / "mine.sqlite3").exists()


def test_a_sample_is_marked_and_is_not_ones_own(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    first_page(session).sample_row.click()
    wait_open(qtbot, session)
    assert session.window is not None
    assert session.window.store.is_sample
    assert session.window.store.ask(queries.span) is not None
    assert "sample" in session.window.windowTitle()
    assert not (tmp_path / "mine.sqlite3").exists()


def test_a_sample_opened_by_its_name_is_marked_and_leads_to_ones_own_diary(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo(tmp_path / "mine.sqlite3", days=2)
    session.begin()
    wait_open(qtbot, session)
    assert session.window is not None
    assert session.window.ribbon.isVisible()
    monkeypatch.setattr(paths, "default_diary", lambda: tmp_path / "own.sqlite3")
    session.window.own_diary_requested.emit()
    first_page(session).open_row.click()
    wait_open(qtbot, session)
    assert (tmp_path / "own.sqlite3").exists()
    assert not session.window.ribbon.isVisible()


def test_restore_brings_a_whole_diary(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo(tmp_path / "old.sqlite3", days=5)
    old = Diary(tmp_path / "old.sqlite3")
    before = old.ask(queries.span)
    export_json(old, tmp_path / "all.json")
    old.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(tmp_path / "all.json"), ""))
    first_page(session).restore_row.click()
    wait_open(qtbot, session)
    assert session.window is not None
    assert session.window.store.ask(queries.span) == before


def test_a_bug_in_a_restore_leaves_all_ways_open(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("diary.exchange.new_diary.restored", broken)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(tmp_path / "all.json"), ""))
    with qtbot.capture_exceptions() as heard:
        first_page(session).restore_row.click()
        qtbot.waitUntil(lambda: bool(heard))
    page = first_page(session)
    assert all(row.isEnabled() for row in (page.open_row, page.sample_row, page.restore_row))
    assert page.message is not None


def test_a_restore_that_cannot_be_leaves_all_ways_open_and_no_file(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "holiday.json"
    wrong.write_text("{}", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(wrong), ""))
    page = first_page(session)
    page.restore_row.click()
    qtbot.waitUntil(lambda: page.message is not None, timeout=10_000)
    assert page.message is not None
    assert "holiday.json" in page.message.text
    assert page.open_row.isEnabled()
    assert not (tmp_path / "mine.sqlite3").exists()


def test_help_opens_at_when_not_to_wait_before_there_is_a_diary(
    qtbot: QtBot, qapp: QApplication, session: Session
) -> None:
    first_page(session).help_button.click()
    (page,) = [one for one in qapp.topLevelWidgets() if isinstance(one, HelpPage) and one.isVisible()]
    qtbot.waitUntil(page.sections["when"].heading.hasFocus, timeout=2000)

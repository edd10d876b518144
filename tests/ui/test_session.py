"""From the first page into a diary, out of a sample, past a file that cannot be opened, and over our bugs."""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from diary import paths
from diary.errors import DiaryError
from diary.exchange.demo import demo
from diary.exchange.json_export import export_json
from diary.storage import queries
from diary.storage.diary import Diary
from diary.ui import theme as themes
from diary.ui.diary_window import DiaryWindow
from diary.ui.first_run.page import FirstRunPage
from diary.ui.session import Session
from tests.ui.today.given import press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

KEPT: list[Session] = []
"""Sessions live as long as the program does."""


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Session]]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(themes._Current, "theme", themes.current())
    monkeypatch.setattr(paths, "log_file", lambda: tmp_path / "log" / "diary.log")

    def started() -> Session:
        session = Session(qapp, tmp_path / "mine.sqlite3", tmp_path / "settings.ini")
        KEPT.append(session)
        session.begin()
        return session

    yield started
    session = KEPT[-1]
    if session.window is not None:
        session.window.close()
    session._on_quit()
    for widget in qapp.topLevelWidgets():
        widget.close()


def open_window(qtbot: QtBot, session: Session) -> DiaryWindow:
    qtbot.waitUntil(lambda: session.window is not None and session.window.store.is_open, timeout=10_000)
    assert session.window is not None
    return session.window


def first_page(session: Session) -> FirstRunPage:
    assert session.first_page is not None
    return session.first_page


def choose(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))


def said(window: DiaryWindow) -> list[str]:
    return [one.text for one in window.messages]


def test_a_diary_that_is_there_opens_without_a_question(
    qtbot: QtBot, start: Callable[[], Session], tmp_path: Path
) -> None:
    Diary(tmp_path / "mine.sqlite3").close()
    session = start()
    window = open_window(qtbot, session)
    assert session.first_page is None
    assert window.current_key == "today"
    assert not window.store.is_sample
    assert not window.ribbon.isVisible()


def test_an_empty_file_is_as_good_as_none(start: Callable[[], Session], tmp_path: Path) -> None:
    (tmp_path / "mine.sqlite3").touch()
    assert first_page(start()).isVisible()


def test_a_sample_says_so_and_leads_to_ones_own_diary(
    qtbot: QtBot, start: Callable[[], Session], tmp_path: Path
) -> None:
    demo(tmp_path / "other.sqlite3", days=3)
    session = start()
    first_page(session).sample_row.click()
    sample = open_window(qtbot, session)
    qtbot.waitUntil(lambda: bool(sample.messages))
    assert sample.ribbon.isVisible()
    assert "made-up person" in said(sample)[0]
    sample.messages[0].action_button.click()
    page = first_page(session)
    assert page.isVisible()
    page.open_row.click()
    own = open_window(qtbot, session)
    assert own is not sample
    assert not own.ribbon.isVisible()
    assert own.store.ask(queries.span) is None
    assert own.store.path == tmp_path / "mine.sqlite3"


def test_a_damaged_export_makes_no_half_diary_and_a_good_one_still_comes(
    qtbot: QtBot, start: Callable[[], Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo(tmp_path / "old.sqlite3", days=4)
    old = Diary(tmp_path / "old.sqlite3")
    before = old.ask(queries.span)
    export_json(old, tmp_path / "all.json")
    old.close()
    whole = (tmp_path / "all.json").read_text("utf-8")
    (tmp_path / "half.json").write_text(whole[: len(whole) // 2], "utf-8")
    session = start()
    page = first_page(session)
    choose(monkeypatch, tmp_path / "half.json")
    page.restore_row.click()
    qtbot.waitUntil(lambda: page.message is not None, timeout=10_000)
    assert page.message is not None
    assert "half.json" in page.message.text
    assert [one.name for one in tmp_path.glob("mine*")] == []
    choose(monkeypatch, tmp_path / "all.json")
    page.restore_row.click()
    assert open_window(qtbot, session).store.ask(queries.span) == before


def newer(path: Path) -> None:
    demo(path, days=1)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)


def no_diary(path: Path) -> None:
    path.write_text("Dear diary", "utf-8")


@pytest.mark.parametrize("spoil", [newer, damaged, no_diary])
def test_a_file_that_cannot_be_opened_is_left_alone_and_another_can_be_chosen(
    qtbot: QtBot,
    start: Callable[[], Session],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
) -> None:
    mine = tmp_path / "mine.sqlite3"
    spoil(mine)
    before = mine.read_bytes()
    session = start()
    window = session.window
    assert window is not None
    qtbot.waitUntil(lambda: window._closed_page is not None, timeout=10_000)
    assert not window.store.is_open
    assert not window.today.isVisible()
    assert mine.read_bytes() == before
    demo(tmp_path / "other.sqlite3", days=2)
    choose(monkeypatch, tmp_path / "other.sqlite3")
    assert window._closed_page is not None
    press(window._closed_page.other)
    qtbot.waitUntil(lambda: session.window is not window)
    assert open_window(qtbot, session).store.path == tmp_path / "other.sqlite3"
    assert mine.read_bytes() == before


def test_a_bug_is_told_once_and_its_log_holds_no_words_of_the_diary(
    qtbot: QtBot, start: Callable[[], Session], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = start()
    first_page(session).open_row.click()
    window = open_window(qtbot, session)
    for _ in range(3):
        words = " ".join(("burning", "since", "the", "fall"))
        try:
            raise KeyError(words)
        except KeyError as error:
            sys.excepthook(KeyError, error, error.__traceback__)
    assert len(window.messages) == 1
    log = (tmp_path / "log" / "diary.log").read_text("utf-8")
    assert "KeyError" in log
    window.messages[0].action_button.click()
    copied = QGuiApplication.clipboard().text()
    for text in (log, copied, capsys.readouterr().err):
        assert "burning since" not in text
    assert window.isVisible()


def test_a_bug_on_the_first_page_is_told_there(start: Callable[[], Session]) -> None:
    session = start()
    error = ValueError("words")
    sys.excepthook(ValueError, error, None)
    assert first_page(session).message is not None


def test_what_the_surroundings_refuse_is_told_in_their_words_and_not_as_a_bug(
    qtbot: QtBot, start: Callable[[], Session], tmp_path: Path
) -> None:
    session = start()
    first_page(session).open_row.click()
    window = open_window(qtbot, session)
    error = DiaryError("The disk is gone.", "What is on it is safe.", "Plug it in.")
    sys.excepthook(DiaryError, error, None)
    assert said(window) == ["The disk is gone. What is on it is safe. Plug it in."]
    assert not (tmp_path / "log").exists()

"""Kinds of pain as people meet it, on the sample diary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diary.errors import DiaryError
from diary.exchange.demo import sample
from diary.storage.diary import Diary
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.theme import Theme
from diary.ui.trends.kinds.face import KindsOfPain
from diary.ui.trends.page import TrendsPage
from tests.storage.given import TODAY, Clock
from tests.ui.trends.conftest import Opens, many

WAIT_MS = 30_000


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample diary of 60 days."""
    path = tmp_path_factory.mktemp("kinds") / "diary.sqlite3"
    diary = Diary(path, clock=Clock())
    diary.restore(sample(days=60, seed=1, until=TODAY - timedelta(days=1)))
    diary.close()
    return path


@pytest.fixture
def face(filled: Path, tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[KindsOfPain]:
    """The face over the sample diary, with all that was found."""
    store = Store(filled, Looks(tmp_path / "looks.ini"))
    store.open_now(lambda path: Diary(path, clock=Clock()))
    page = TrendsPage(store)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(page.is_complete)
    page.open_face("kinds")
    shown = page.face
    assert isinstance(shown, KindsOfPain)
    qtbot.waitUntil(lambda: shown.waiting.isHidden() and shown.has_picture, timeout=WAIT_MS)
    yield shown
    store.close()


def test_all_four_are_told_with_their_days(face: KindsOfPain) -> None:
    said = face.spoken()
    for words in ("Burning was said most often", "longer than 3 months", "answered days", "taken on"):
        assert words in said
    assert "not a diagnosis" in said


def test_each_picture_has_its_table_and_how_it_is_known(face: KindsOfPain) -> None:
    for block in face.blocks:
        assert block.told.part is not None
        assert block.told.known is not None
        assert all(len(row) == len(block.told.columns) for row in block.told.rows)
    face.show_table(True)
    assert all(one.stack.currentWidget() is one.table for one in face.blocks)
    assert face.words.table.words.rows == tuple(tuple(row) for row in face.words.told.rows)


def test_arrow_keys_go_through_the_bars_of_a_word(face: KindsOfPain, qtbot: QtBot) -> None:
    canvas = face.words.canvas
    qtbot.waitUntil(lambda: bool(canvas.spots))
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.words().startswith("Burning, ")
    assert "with a marked place." in canvas.words()
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert not canvas.words().startswith("Burning, ")


def test_all_pictures_are_saved_in_one_file(face: KindsOfPain, tmp_path: Path) -> None:
    face.save_picture(tmp_path / "kinds.png")
    assert (tmp_path / "kinds.png").read_bytes().startswith(b"\x89PNG")


def test_pictures_are_as_tall_as_they_need_when_names_go_above(face: KindsOfPain, qtbot: QtBot) -> None:
    wide = face.words.canvas.height()
    page = face.window()
    page.resize(480, 800)
    qtbot.waitUntil(lambda: face.words.canvas.height() > wide)
    assert face.words.columns.stacked


def test_one_day_without_places_says_what_would_be_shown(opens: Opens, qtbot: QtBot, tmp_path: Path) -> None:
    page = opens(many(1, pain_average=lambda _ago: 4))
    page.open_face("kinds")
    shown = page.face
    assert isinstance(shown, KindsOfPain)
    qtbot.waitUntil(shown.waiting.isHidden, timeout=WAIT_MS)
    assert not shown.has_picture
    assert "No place marked yet" in shown.spoken()
    assert "No answers about attacks on these days" in shown.spoken()
    with pytest.raises(DiaryError):
        shown.save_picture(tmp_path / "none.png")

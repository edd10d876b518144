"""The blank page: saved and printed from what the diary asks, and the way to type it in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from diary.ui.report.paper_card import PaperCard
from tests.ui.today.conftest import clock, open_store, store

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

__all__ = ["clock", "open_store", "store"]


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, store: Store) -> PaperCard:
    """The card over a new diary."""
    made = PaperCard(store)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def test_the_saved_page_asks_what_the_diary_asks_and_holds_nothing_of_it(
    qtbot: QtBot, card: PaperCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pypdf import PdfReader

    path = tmp_path / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(card.told, timeout=10_000) as told:
        card.save.click()
    assert told.args == ["Saved as page.pdf. It holds nothing of your diary.", True]
    reader = PdfReader(BytesIO(path.read_bytes()))
    words = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert "Average pain" in words
    assert "Diary on paper, seven days" in words
    assert card.save.isEnabled()


def test_a_page_that_cannot_be_saved_says_why(
    qtbot: QtBot, card: PaperCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "nowhere" / "page.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(card.told, timeout=10_000) as told:
        card.save.click()
    assert told.args is not None
    assert told.args[1] is False
    assert "page.pdf" in told.args[0]


def test_typing_in_is_asked_of_the_window(qtbot: QtBot, card: PaperCard) -> None:
    with qtbot.waitSignal(card.type_in_requested):
        card.type_in.click()

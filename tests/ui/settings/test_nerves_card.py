"""The card for textbook nerve areas: off by itself, one tick, one undo, and said what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from diary.exchange.report.annex.nerves import nerve_areas_on
from diary.store.looks import Looks
from diary.store.store import Store
from diary.ui.settings.nerves_card import NervesCard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.theme import Theme


@pytest.fixture
def store(qtbot: QtBot, tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "my.diary", Looks(tmp_path / "looks.ini"))
    store.open_now()
    yield store
    store.close()


def test_the_comparison_is_off_until_ticked_and_undone_like_other_changes(
    qtbot: QtBot, store: Store, theme: Theme
) -> None:
    card = NervesCard(store)
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    assert not card.tick.isChecked()
    assert not store.ask(nerve_areas_on)
    card.tick.click()
    assert store.ask(nerve_areas_on)
    store.undo_stack.undo()
    card.refresh()
    assert not card.tick.isChecked()
    assert not store.ask(nerve_areas_on)


def test_the_card_says_that_it_is_no_diagnosis_and_a_draft(qtbot: QtBot, store: Store, theme: Theme) -> None:
    card = NervesCard(store)
    qtbot.addWidget(card)
    words = " ".join(one.text() for one in card.findChildren(QLabel))
    assert "This is not a diagnosis. Show it to your clinician." in words
    assert "draft" in words


def test_a_setting_that_cannot_be_read_is_off(store: Store, theme: Theme) -> None:
    store.set_setting("nerve_areas", "yes")
    assert not store.ask(nerve_areas_on)

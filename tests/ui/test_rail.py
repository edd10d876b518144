"""The rail in a low window: every place in sight, whole words, and a whole focus ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from diary.ui.focus_ring import REACH
from tests.ui.today.given import Clock, opened_store, opened_window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.diary_window import DiaryWindow
    from diary.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[DiaryWindow]:
    store = opened_store(tmp_path, Clock())
    window = opened_window(qtbot, store)
    window.set_sample(True)
    yield window
    store.close()


def places(window: DiaryWindow) -> list[QRect]:
    """Where the items lie in the rail."""
    rail = window.rail
    return [QRect(one.mapTo(rail, one.rect().topLeft()), one.size()) for one in rail.items]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tall", [680, 720, 800])
def test_all_ten_places_are_whole(
    qtbot: QtBot, theme: Theme, window: DiaryWindow, scale: float, tall: int
) -> None:
    theme.set_scale(scale)
    window.resize(1280, tall)
    inside = window.rail.rect().adjusted(REACH, REACH, -REACH, -REACH)
    qtbot.waitUntil(lambda: all(inside.contains(one) for one in places(window)))
    assert len(places(window)) == 10
    for item in window.rail.items:
        assert item.width() >= item.sizeHint().width()
        assert item.height() >= 44
    bar = window.rail._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_scroll_bar_takes_no_room_from_the_words(qtbot: QtBot, theme: Theme, window: DiaryWindow) -> None:
    theme.set_scale(2.0)
    window.resize(1280, 560)
    bar = window.rail._scroll.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    view = window.rail._scroll.viewport()
    for item in window.rail.items:
        left = item.mapTo(view, item.rect().topLeft()).x()
        assert left >= REACH
        assert left + item.width() + REACH <= view.width()

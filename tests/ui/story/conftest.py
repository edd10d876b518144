"""My story and plan over a real diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.ui.story.page import StoryPage
from tests.ui.today.given import Clock, opened_store, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


@pytest.fixture
def store(tmp_path: Path, qapp: object) -> Iterator[Store]:
    store = opened_store(tmp_path, Clock())
    yield store
    store.close()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: Store) -> StoryPage:
    page = StoryPage(store)
    page.resize(1200, 800)
    return shown(qtbot, page)

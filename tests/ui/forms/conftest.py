"""A store with a clock that a test moves, and the form page over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.ui.forms.record_page import RecordPage
from tests.ui.today.given import Clock, opened_store

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
def page(qtbot: QtBot, theme: Theme, store: Store) -> RecordPage:
    page = RecordPage(store)
    page.resize(1192, 800)
    qtbot.addWidget(page)
    page.show()
    return page

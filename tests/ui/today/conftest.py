"""Today and Pain now over a real diary, with a clock that a test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.ui.today.page import TodayPage
from diary.ui.today.pain_now import PainNowPage
from tests.ui.today.given import Clock, opened_store, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_store(tmp_path: Path, clock: Clock, qapp: object) -> Iterator[Callable[[], Store]]:
    """Opens the same file again, as another window would."""
    stores: list[Store] = []

    def opened() -> Store:
        stores.append(opened_store(tmp_path, clock))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: Store) -> TodayPage:
    page = TodayPage(store)
    page.resize(1200, 800)
    return shown(qtbot, page)


@pytest.fixture
def now_page(qtbot: QtBot, theme: Theme, store: Store) -> PainNowPage:
    page = PainNowPage(store)
    page.resize(1200, 800)
    page.begin()
    return shown(qtbot, page)

"""Paper days over a real diary, with a clock that a test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.ui.paper.page import PaperPage
from tests.ui.today.conftest import clock, open_store, store
from tests.ui.today.given import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.theme import Theme

__all__ = ["clock", "open_store", "store"]


@pytest.fixture
def paper(qtbot: QtBot, theme: Theme, store: Store) -> PaperPage:
    """The page on the last seven days, which asks what a new diary asks."""
    page = PaperPage(store)
    page.resize(1200, 800)
    page.begin()
    return shown(qtbot, page)

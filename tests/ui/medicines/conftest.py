"""The card of medicines and the question about relief over a real diary, with a clock that a test moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.medicines.given import AMITRIPTYLINE, PREGABALIN, STEP, TRAMADOL, keep, shown_card
from tests.ui.today.given import Clock, opened_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.store.store import Store
    from diary.ui.medicines.card import MedicineCard
    from diary.ui.theme import Theme


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock, qapp: object) -> Iterator[Store]:
    """An open store whose diary knows no medicine."""
    opened = opened_store(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def medicines(store: Store) -> Store:
    """The same with two medicines of every day and one as needed."""
    keep(store, PREGABALIN, AMITRIPTYLINE, TRAMADOL, STEP)
    return store


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, medicines: Store) -> MedicineCard:
    """The card of today, open."""
    return shown_card(qtbot, medicines)

"""Stores on a new diary; it is noon on 20 November 2026."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.storage.diary import Diary
from diary.store.looks import Looks
from diary.store.store import Store
from tests.storage.given import Clock, empty_diary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of `store`."""
    return empty_diary(tmp_path / "diary.sqlite3")


@pytest.fixture
def make() -> Callable[[Path], Diary]:
    """Return what opens a diary on the clock of these tests."""
    return lambda path: Diary(path, clock=Clock())


@pytest.fixture
def closed(qapp: QApplication, file: Path, tmp_path: Path) -> Iterator[Store]:
    """A store whose diary is not open yet."""
    assert qapp is not None
    store = Store(file, Looks(tmp_path / "settings.ini"))
    yield store
    store.close()


@pytest.fixture
def store(closed: Store, make: Callable[[Path], Diary]) -> Store:
    """A store whose diary is open."""
    closed.open_now(make)
    return closed


@pytest.fixture
def other(store: Store, make: Callable[[Path], Diary]) -> Iterator[Diary]:
    """The same diary in another window."""
    opened = make(store.path)
    yield opened
    opened.close()

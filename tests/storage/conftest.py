"""Diaries on a clock that is set by hand; it begins at noon on 20 November 2026."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from diary.storage.diary import Diary
from tests.storage.given import Clock, empty_diary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    """Return the clock of `diary` and `other`."""
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where `diary` and `other` keep what they are told."""
    return tmp_path / "diary.sqlite3"


@pytest.fixture
def diary(file: Path, clock: Clock) -> Iterator[Diary]:
    """An empty diary whose changes are called c1, c2, …"""
    numbers = count(1)
    opened = Diary(empty_diary(file), clock=clock, make_uid=lambda: f"c{next(numbers)}")
    yield opened
    opened.close()


@pytest.fixture
def other(diary: Diary, file: Path, clock: Clock) -> Iterator[Diary]:
    """The same file, opened by another window."""
    assert diary.path == file
    numbers = count(1)
    opened = Diary(file, clock=clock, make_uid=lambda: f"other{next(numbers)}")
    yield opened
    opened.close()

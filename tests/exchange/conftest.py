"""Diaries that stand on a fixed present day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from diary.models.moments import Moment
from diary.storage.diary import Diary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = Moment(datetime(2026, 11, 20, 12, 0), 60, "Europe/Berlin")  # noqa: DTZ001  Moment.local is naive


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    """An empty diary; it is noon on 20 November 2026."""
    opened = Diary(tmp_path / "diary.sqlite3", clock=lambda: NOON)
    yield opened
    opened.close()

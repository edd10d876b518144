"""Everything leaves as JSON and comes back as it was."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from diary.errors import DiaryError
from diary.exchange.json_export import export_json
from diary.exchange.json_restore import restore_json
from diary.storage.diary import Diary
from diary.storage.snapshot import Snapshot, snapshot
from tests.exchange.strategies import snapshots

if TYPE_CHECKING:
    from collections.abc import Callable


def exported(diary: Diary) -> bytes:
    """Return the diary's export."""
    stream = io.BytesIO()
    export_json(diary, stream)
    return stream.getvalue()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(whole=snapshots())
def test_export_restore_export_gives_the_same_bytes(whole: Snapshot) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = Diary(Path(folder) / "first.sqlite3")
        first.restore(whole)
        before = exported(first)
        kept = first.ask(snapshot)
        first.close()
        (Path(folder) / "export.json").write_bytes(before)
        second = Diary(Path(folder) / "second.sqlite3")
        restore_json(second, Path(folder) / "export.json")
        after = exported(second)
        again = second.ask(snapshot)
        second.close()
    assert after == before
    assert again == kept
    assert len(kept.entries) == len(whole.entries)
    assert len(kept.revisions) == len(whole.revisions)

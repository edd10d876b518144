"""A diary from an export is whole, or it is not there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.exchange.json_export import export_json
from diary.exchange.new_diary import restored
from diary.models.codes import EntryKind
from diary.models.records import Entry, Reading, Replace
from diary.storage import queries
from diary.storage.check import check
from diary.storage.diary import Diary

if TYPE_CHECKING:
    from pathlib import Path


def written(path: Path) -> Diary:
    diary = Diary(path)
    day = diary.today() - timedelta(days=1)
    entry = Entry(
        uid="one",
        kind=EntryKind.DAY,
        day=day,
        author=diary.author,
        readings=(Reading(measure="mood", value=4),),
    )
    diary.apply([Replace(before=None, after=entry)])
    return diary


@pytest.fixture
def export(tmp_path: Path) -> Path:
    diary = written(tmp_path / "first.sqlite3")
    export_json(diary, tmp_path / "all.json")
    diary.close()
    return tmp_path / "all.json"


def test_an_export_becomes_a_new_diary(tmp_path: Path, export: Path) -> None:
    diary = restored(export, tmp_path / "new" / "diary.sqlite3")
    assert diary.ask(queries.entry, "one") is not None
    assert diary.ask(check) == []
    diary.close()
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["diary.sqlite3"]


def test_a_file_that_is_no_export_makes_nothing(tmp_path: Path) -> None:
    wrong = tmp_path / "holiday.json"
    wrong.write_text('{"photos": []}')
    with pytest.raises(DiaryError):
        restored(wrong, tmp_path / "diary.sqlite3")
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.json"]


def test_an_export_that_breaks_off_makes_nothing(tmp_path: Path, export: Path) -> None:
    export.write_bytes(export.read_bytes()[:-40])
    with pytest.raises(DiaryError):
        restored(export, tmp_path / "new" / "diary.sqlite3")
    assert not (tmp_path / "new").exists()


def test_a_restore_that_breaks_off_leaves_no_folders(
    tmp_path: Path, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiaryError("full")

    monkeypatch.setattr(Diary, "restore", refuse)
    with pytest.raises(DiaryError, match="full"):
        restored(export, tmp_path / "far" / "new" / "diary.sqlite3")
    assert not (tmp_path / "far").exists()


def test_a_diary_that_is_there_is_not_touched(tmp_path: Path, export: Path) -> None:
    here = tmp_path / "mine.sqlite3"
    written(here).close()
    before = here.read_bytes()
    with pytest.raises(DiaryError):
        restored(export, here)
    assert here.read_bytes() == before

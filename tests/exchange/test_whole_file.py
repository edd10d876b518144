"""A file is written whole or not at all, and never over a diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.exchange.whole_file import written_whole
from tests.storage.given import add, day, empty_diary

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.diary import Diary


def write(path: Path) -> None:
    """Write two letters there."""
    with written_whole(path) as stream:
        stream.write(b"ab")


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"earlier")
    write(file)
    assert file.read_bytes() == b"ab"
    assert [one.name for one in tmp_path.iterdir()] == ["report.pdf"]


def test_a_diary_is_never_written_over(tmp_path: Path) -> None:
    file = empty_diary(tmp_path / "diary.pdf")
    before = file.read_bytes()
    with pytest.raises(DiaryError, match=r"diary\.pdf is a diary\. .* Choose another name\."):
        write(file)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["diary.pdf"]


def test_a_link_to_a_diary_is_not_written_over_either(tmp_path: Path) -> None:
    empty_diary(tmp_path / "diary.sqlite3")
    link = tmp_path / "report.pdf"
    link.symlink_to("diary.sqlite3")
    with pytest.raises(DiaryError, match="is a diary"):
        write(link)
    assert link.is_symlink()


def test_an_open_diary_keeps_what_lies_beside_it(diary: Diary) -> None:
    add(diary, day())
    beside = diary.path.with_name(f"{diary.path.name}-wal")
    before = beside.read_bytes()
    for path in (diary.path, beside, diary.path.with_name(f"{diary.path.name}-journal")):
        with pytest.raises(DiaryError, match="is a diary"):
            write(path)
    assert beside.read_bytes() == before

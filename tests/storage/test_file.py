"""The file: private, single, refused kindly, and never harmed by what stands in its way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from diary.errors import DiaryError
from diary.models.records import Replace
from diary.storage import queries
from diary.storage.acts import same_content
from diary.storage.diary import Diary
from diary.storage.raw import BUSY_MS
from diary.storage.snapshot import snapshot
from tests.storage.given import Clock, add, day, empty_diary, live

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def beside(file: Path) -> list[str]:
    """Return the names of the files in the folder of a file."""
    return sorted(one.name for one in file.parent.iterdir())


def said(error: DiaryError) -> str:
    """Return the words of an error, having seen that they end in one thing to do."""
    assert error.what
    assert error.do
    assert "sqlite " not in str(error).lower()
    assert "Traceback" not in str(error)
    return str(error)


def test_a_new_diary_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "diary.sqlite3"
    old = os.umask(0)
    try:
        Diary(file).close()
    finally:
        os.umask(old)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_what_is_written_beside_an_open_diary_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "diary.sqlite3"
    diary = Diary(file)
    add(diary, day())
    assert beside(file) == ["diary.sqlite3", "diary.sqlite3-shm", "diary.sqlite3-wal"]
    assert {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {0o600}
    diary.close()


def test_after_a_clean_close_the_diary_is_one_file(tmp_path: Path) -> None:
    file = tmp_path / "diary.sqlite3"
    diary, other = Diary(file), Diary(file)
    add(diary, day(pain_worst=5.0))
    diary.close()
    other.close()
    assert beside(file) == ["diary.sqlite3"]
    again = Diary(file)
    assert same_content(live(again), day(pain_worst=5.0))
    again.close()
    assert beside(file) == ["diary.sqlite3"]


def test_opening_and_closing_changes_nothing(tmp_path: Path) -> None:
    file = empty_diary(tmp_path / "diary.sqlite3")
    before = file.read_bytes()
    diary = Diary(file)
    assert diary.ask(queries.span) is None
    diary.close()
    assert file.read_bytes() == before


def test_it_writes_ahead_and_to_the_disk(diary: Diary) -> None:
    def pragma(reader: object, name: str) -> object:
        return reader.connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # type: ignore[attr-defined]

    assert diary.ask(pragma, "journal_mode") == "wal"
    assert diary.ask(pragma, "synchronous") == 2
    assert diary.ask(pragma, "foreign_keys") == 1


NAMES = [
    "mein Tagebuch.sqlite3",
    "50% #1?.db",
    "Schmerz-Öl & Übung.nerve",
    "🔥.sqlite3",
    "a'b\"c;--.db",
    "noext",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_opens_the_file_of_that_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / "Größe 100%" / name
    for _ in range(2):
        diary = Diary(file)
        if diary.ask(queries.span) is None:
            add(diary, day())
        diary.close()
    assert beside(file) == [name]
    again = Diary(file, create=False)
    assert live(again)
    again.close()


def test_a_diary_that_is_not_there_is_not_made_where_it_was_to_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "diary.sqlite3"
    with pytest.raises(DiaryError, match="no diary") as refused:
        Diary(file, create=False)
    said(refused.value)
    assert beside(file) == []


def _newer(file: Path) -> None:
    empty_diary(file)
    raw = sqlite3.connect(file)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()


def _version(statement: str) -> Callable[[Path], object]:
    def make(file: Path) -> None:
        empty_diary(file)
        raw = sqlite3.connect(file)
        raw.execute(statement)
        raw.commit()
        raw.close()

    return make


def _another_database(file: Path) -> None:
    raw = sqlite3.connect(file)
    raw.execute("CREATE TABLE recipe (name)")
    raw.close()


def _truncated(file: Path) -> None:
    data = empty_diary(file).read_bytes()
    file.write_bytes(data[: len(data) // 2])


def _first_page_damaged(file: Path) -> None:
    data = bytearray(empty_diary(file).read_bytes())
    data[100:4096] = b"\xff" * 3996
    file.write_bytes(data)


REFUSED: list[tuple[str, Callable[[Path], object]]] = [
    ("newer version", _newer),
    ("newer version", _version("UPDATE alembic_version SET version_num = '10000'")),
    ("which version", _version("UPDATE alembic_version SET version_num = '0000'")),
    ("which version", _version("UPDATE alembic_version SET version_num = 'horoscope'")),
    ("which version", _version("DELETE FROM alembic_version")),
    ("not a diary", _version("DROP TABLE alembic_version")),
    ("not a diary", _another_database),
    ("not a diary", lambda file: file.write_text("Liebes Tagebuch, " * 500)),
    ("not a diary", lambda file: file.write_bytes(b"\x00" * 8192)),
    ("not a diary", lambda file: file.write_bytes(b"x")),
    ("damaged", _truncated),
    ("damaged", _first_page_damaged),
]


@pytest.mark.parametrize(("words", "make"), REFUSED)
def test_what_is_no_diary_of_ours_is_refused_and_left_as_it_is(
    tmp_path: Path, words: str, make: Callable[[Path], object]
) -> None:
    file = tmp_path / "diary.sqlite3"
    make(file)
    before = file.read_bytes()
    with pytest.raises(DiaryError, match=words) as refused:
        Diary(file)
    assert "untouched" in said(refused.value)
    assert file.read_bytes() == before
    assert beside(file) == ["diary.sqlite3"]


def test_a_folder_is_no_diary(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="is a folder") as refused:
        Diary(tmp_path)
    said(refused.value)


def test_a_page_damaged_deep_inside_is_said_when_it_is_met(tmp_path: Path) -> None:
    file = empty_diary(tmp_path / "diary.sqlite3")
    diary = Diary(file)
    add(diary, day(note="lang " * 20_000))
    diary.close()
    data = bytearray(file.read_bytes())
    data[-8 * 4096 :] = b"\xff" * (8 * 4096)
    file.write_bytes(data)
    diary = Diary(file)
    with pytest.raises(DiaryError, match="damaged") as refused:
        diary.ask(queries.entries_between, day().day, day().day)
    said(refused.value)
    diary.close()


def test_a_file_that_may_not_be_written_is_read_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = empty_diary(tmp_path / "diary.sqlite3")
    diary = Diary(file)
    add(diary, day(pain_worst=5.0))
    diary.close()
    before = file.read_bytes()
    _forbid_writing(monkeypatch, file)
    diary = Diary(file)
    assert diary.read_only
    assert same_content(live(diary), day(pain_worst=5.0))
    for write in (
        lambda: add(diary, day("new", day().day)),
        lambda: diary.apply([Replace(before=live(diary), after=None)]),
        lambda: diary.undo(diary.ask(snapshot).changes[0].uid),
        lambda: diary.keep_draft("today", "{}"),
        lambda: diary.drop_draft("today"),
    ):
        with pytest.raises(DiaryError, match="only be read") as refused:
            write()
        said(refused.value)
    diary.close()
    assert file.read_bytes() == before
    assert beside(file) == ["diary.sqlite3"]


def test_a_diary_in_a_folder_that_may_not_be_written_is_read_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = empty_diary(tmp_path / "diary.sqlite3")
    diary = Diary(file)
    add(diary, day(pain_worst=5.0))
    diary.close()
    before = file.read_bytes()
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path and access(path, mode))
    diary = Diary(file)
    assert diary.read_only
    assert same_content(live(diary), day(pain_worst=5.0))
    with pytest.raises(DiaryError, match="only be read"):
        add(diary, day("new", day().day))
    diary.close()
    assert file.read_bytes() == before
    assert beside(file) == ["diary.sqlite3"]


def test_a_diary_begun_in_an_empty_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "diary.sqlite3"
    file.touch(0o644)
    Diary(file).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_empty_file_is_no_diary_where_one_was_to_be_read(tmp_path: Path) -> None:
    file = tmp_path / "diary.sqlite3"
    file.touch(0o644)
    with pytest.raises(DiaryError, match="is empty") as refused:
        Diary(file, create=False)
    said(refused.value)
    assert (file.stat().st_size, stat.S_IMODE(file.stat().st_mode)) == (0, 0o644)


def test_an_empty_file_that_may_not_be_written_is_refused_kindly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "diary.sqlite3"
    file.touch()
    _forbid_writing(monkeypatch, file)
    with pytest.raises(DiaryError, match="only be read") as refused:
        Diary(file)
    said(refused.value)


def test_a_first_opening_that_broke_off_is_taken_up_again(tmp_path: Path) -> None:
    begun = tmp_path / "begun.sqlite3"
    raw = sqlite3.connect(begun, isolation_level=None)
    raw.execute("PRAGMA cache_size = 5")
    raw.execute("CREATE TABLE earlier (text)")
    raw.execute("DROP TABLE earlier")
    raw.execute("BEGIN")
    raw.execute("CREATE TABLE change (text)")
    raw.executemany("INSERT INTO change VALUES (?)", [("x" * 4000,)] * 200)
    file = tmp_path / "killed" / "diary.sqlite3"
    file.parent.mkdir()
    shutil.copy(begun, file)
    shutil.copy(tmp_path / "begun.sqlite3-journal", file.with_name("diary.sqlite3-journal"))
    raw.close()
    diary = Diary(file)
    add(diary, day())
    assert live(diary)
    diary.close()
    assert beside(file) == ["diary.sqlite3"]


@pytest.mark.skipif(ROOT, reason="root may write everywhere: run as a person to see this")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DiaryError, match="could not be opened") as refused:
            Diary(tmp_path / "diary.sqlite3")
    finally:
        tmp_path.chmod(0o700)
    said(refused.value)


@pytest.mark.parametrize("where", ["file/diary.sqlite3", "x" * 300, "/proc/diary.sqlite3"])
def test_a_place_where_no_file_can_be_is_said(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DiaryError, match="could not be opened") as refused:
        Diary(tmp_path / where)
    said(refused.value)


def test_another_writer_is_waited_for_and_then_said(diary: Diary, file: Path) -> None:
    writer = sqlite3.connect(file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    begun = time.monotonic()
    with pytest.raises(DiaryError, match="Another program") as refused:
        add(diary, day())
    took = time.monotonic() - begun
    assert "still here" in said(refused.value)
    assert BUSY_MS / 2000 < took < BUSY_MS / 1000 + 2
    assert diary.ask(queries.span) is None
    writer.execute("ROLLBACK")
    writer.close()
    add(diary, day())
    assert live(diary)


def test_a_disk_that_is_full_is_said_and_nothing_is_half_saved(diary: Diary) -> None:
    add(diary, day("old", pain_worst=5.0))
    before = diary.ask(snapshot)
    room = _limit(diary)
    long = day("new", day().day.replace(day=1), note="lang " * 50_000)
    with pytest.raises(DiaryError, match="disk is full") as refused:
        diary.apply([Replace(before=None, after=long)])
    assert "still here" in said(refused.value)
    with pytest.raises(DiaryError, match="disk is full"):
        diary.keep_draft("today", "x" * 200_000)
    assert diary.ask(snapshot) == before
    assert not diary.changed_outside()
    room.clear()
    diary.apply([Replace(before=None, after=long)])
    assert live(diary, "new").note == long.note


def test_two_windows_save_in_turns_and_nothing_is_lost(tmp_path: Path) -> None:
    file = empty_diary(tmp_path / "diary.sqlite3")
    one, other = Diary(file, clock=Clock()), Diary(file, clock=Clock())
    for number in range(10):
        add(one if number % 2 else other, day(f"d{number}", day().day.replace(day=1 + number)))
    assert [len(window.ask(snapshot).entries) for window in (one, other)] == [10, 10]
    one.close()
    other.close()


def _limit(diary: Diary) -> list[int]:
    """Leave no page of room in the file until the list is cleared, as a full disk does."""
    room = [1]

    def begin(connection: object) -> None:
        pages = room[0] if room else 1_000_000
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    event.listen(diary._engine, "begin", begin)
    return room


def _forbid_writing(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Have the system refuse to write the file, also to root, who may write anything."""
    file.chmod(0o400)
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))

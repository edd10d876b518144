"""A process that is killed loses nothing that was saved, and leaves nothing half saved."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from diary.storage import queries
from diary.storage.acts import same_content
from diary.storage.check import check
from diary.storage.diary import Diary
from diary.storage.snapshot import snapshot
from tests.storage.given import TODAY, empty_diary, hurting

if TYPE_CHECKING:
    from diary.models.records import Entry

ROOT = Path(__file__).resolve().parent.parent.parent


def killed_after(file: Path, lines: int, bytes_more: int) -> dict[str, int]:
    """Kill a writer after so many lines and a little more; return the last number of each thing it said."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.killed", str(file)], cwd=ROOT, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(lines)]
        said.append(writer.stdout.read(bytes_more))
        writer.kill()
        said += writer.stdout.readlines()
    found = {}
    for line in b"".join(said).decode().splitlines():
        what, _, number = line.partition(" ")
        if number.isdigit():
            found[what] = int(number)
    return found


def entry(number: int, severity: int) -> Entry:
    """Return what the writer saved."""
    about = TODAY - timedelta(days=number)
    return hurting(f"e{number}", about, severity, pain_worst=float(severity), mood=4.0)


def kill_and_look(file: Path, lines: int, bytes_more: int) -> None:
    """Kill a writer in the middle and see that all it said is there, whole."""
    empty_diary(file)
    said = killed_after(file, lines, bytes_more)
    diary = Diary(file)
    try:
        assert diary.ask(check) == []
        held = {one.uid: one for one in diary.ask(snapshot).entries}
        assert len(held) in {said["saved"] + 1, said["saved"] + 2}
        edited = said.get("edited", -1)
        for number in range(len(held)):
            whole = [entry(number, 6)] if number <= edited else [entry(number, 5), entry(number, 6)]
            assert any(same_content(held[f"e{number}"], one) for one in whole)
        typed = diary.ask(queries.drafts)
        if "typed" in said:
            assert int(typed["today"].content.split()[0]) in {said["typed"], said["typed"] + 1}
    finally:
        diary.close()
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(("lines", "bytes_more"), [(1, 0), (8, 3), (30, 0)])
def test_a_killed_writer_leaves_every_save_whole(tmp_path: Path, lines: int, bytes_more: int) -> None:
    kill_and_look(tmp_path / "diary.sqlite3", lines, bytes_more)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100))
def test_a_writer_killed_anywhere_leaves_every_save_whole(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    kill_and_look(tmp_path / "diary.sqlite3", random.randint(1, 120), random.randint(0, 20))


def test_what_was_typed_is_there_after_a_kill_and_after_another(tmp_path: Path) -> None:
    file = empty_diary(tmp_path / "diary.sqlite3")
    said = killed_after(file, 2, 0)
    for _ in range(2):
        diary = Diary(file)
        content = diary.ask(queries.drafts)["today"].content
        assert int(content.split()[0]) >= said["typed"]
        assert content.endswith("tippt " * 50)
        diary.close()

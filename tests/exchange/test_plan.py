"""A file is known by its content; a plan writes nothing; an import is one change."""

from __future__ import annotations

import json
import shutil
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from diary.errors import DiaryError
from diary.exchange.importers.plan import carry_out, plan
from diary.exchange.importers.telling import told
from diary.models.codes import SourceKind, Verb
from diary.models.records import Replace
from diary.storage import queries
from diary.storage.snapshot import Snapshot, snapshot
from tests.exchange.fixtures_here import OWN

if TYPE_CHECKING:
    from pathlib import Path

    from diary.storage.diary import Diary


@pytest.mark.parametrize(("name", "found"), [("daylio_v2.csv", "daylio"), ("fitbit_sleep.json", "fitbit")])
def test_a_file_is_known_by_its_content_whatever_its_name(
    diary: Diary, tmp_path: Path, name: str, found: str
) -> None:
    shutil.copy(OWN / name, tmp_path / "unnamed.bin")
    assert plan(tmp_path / "unnamed.bin", diary).format == found


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"a,b\n1,2\n", b"[]", b"{}", b"PK\x03\x04 no zip", b"\x89PNG"]
)
def test_an_unknown_file_is_refused_with_what_can_be_read(
    diary: Diary, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "what.dat").write_bytes(content)
    with pytest.raises(DiaryError, match=r"cannot tell what what\.dat is.*Daylio.*Fitbit"):
        plan(tmp_path / "what.dat", diary)


def test_an_empty_folder_is_refused(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DiaryError, match="cannot tell"):
        plan(tmp_path / "empty", diary)


def test_a_name_that_is_not_known_is_refused(diary: Diary) -> None:
    with pytest.raises(DiaryError, match="cannot read files of Bearable"):
        plan(OWN / "daylio_v1.csv", diary, "Bearable")


def test_a_named_format_is_read_where_the_content_does_not_tell(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("[]", "utf-8")
    assert plan(tmp_path / "none.json", diary, "Fitbit").entries == 0


def test_a_missing_file_is_told_kindly(diary: Diary, tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match=r"nothing\.csv could not be opened"):
        plan(tmp_path / "nothing.csv", diary)


def test_a_plan_writes_nothing(diary: Diary) -> None:
    plan(OWN / "daylio_v1.csv", diary)
    assert diary.ask(snapshot) == Snapshot()


def test_a_plan_needs_no_diary() -> None:
    assert plan(OWN / "daylio_v1.csv", None).entries == 4
    assert plan(OWN / "fitbit_sleep.json", None).nights == 4


def test_an_import_is_one_change_that_names_the_file_and_its_hash(diary: Diary) -> None:
    path = OWN / "fitbit_sleep.json"
    changes = carry_out(diary, plan(path, diary))
    (change,) = diary.ask(snapshot).changes
    assert (change.uid, change.verb) == (changes.change, Verb.IMPORT)
    assert (change.source.kind, change.source.name) == (SourceKind.DEVICE, "fitbit_sleep.json")
    assert change.source.file_hash == sha256(path.read_bytes()).hexdigest()


def test_an_undone_import_leaves_neither_entries_nor_measures_and_can_come_again(diary: Diary) -> None:
    built_in = set(diary.ask(queries.measures))
    changes = carry_out(diary, plan(OWN / "daylio_v3.csv", diary))
    assert changes.change is not None
    diary.undo(changes.change)
    assert diary.ask(queries.span) is None
    assert set(diary.ask(queries.measures)) == built_in
    assert carry_out(diary, plan(OWN / "daylio_v3.csv", diary)).days == changes.days


def test_what_was_deleted_and_brought_back_comes_again_with_the_rest(diary: Diary) -> None:
    path = OWN / "fitbit_sleep.json"
    imported = carry_out(diary, plan(path, diary))
    every = plan(path, None).nights
    one = diary.ask(queries.entries_between, date(2000, 1, 1), date(2026, 1, 1))[0]
    deleted = diary.apply([Replace(before=one, after=None)], verb=Verb.DELETE)
    assert (plan(path, diary).nights, plan(path, diary).deleted) == (0, 1)
    for change in (deleted.change, imported.change):
        assert change is not None
        diary.undo(change)
    assert (plan(path, diary).nights, plan(path, diary).deleted) == (every, 0)


def test_undoing_an_import_leaves_the_measures_that_a_later_one_uses(diary: Diary) -> None:
    first = carry_out(diary, plan(OWN / "daylio_v1.csv", diary))
    carry_out(diary, plan(OWN / "daylio_v2.csv", diary))
    assert first.change is not None
    diary.undo(first.change)
    left = diary.ask(queries.entries_between, date(2000, 1, 1), date(2026, 1, 1))
    used = {reading.measure for entry in left for reading in entry.readings}
    assert len(left) == 3
    assert used <= set(diary.ask(queries.measures))


def test_what_would_come_in_is_told_in_sentences(diary: Diary) -> None:
    assert told(plan(OWN / "fitbit_sleep.json", diary)) == (
        "From 2019-11-12 to 2019-11-26.",
        "4 new nights.",
        "2 naps among them.",
        "3 values in all.",
        "1 record stands more than once in the file and counts once.",
        "4 parts cannot be read:",
        "record 10: its dates do not agree",
        "record 11: startTime is not there or cannot be read",
        "record 12: stands twice, and differs",
        "record 9: overlaps another record of the same night",
    )
    carry_out(diary, plan(OWN / "fitbit_sleep.json", diary))
    assert told(plan(OWN / "fitbit_sleep.json", diary))[:2] == (
        "Nothing new is in it.",
        "4 are here already.",
    )


def test_an_own_export_is_known_even_when_it_was_written_anew(diary: Diary, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(json.dumps({"format": "nerve-diary", "version": 1}, indent=4), "utf-8")
    planned = plan(tmp_path / "own.txt", diary)
    assert (planned.format, planned.entries) == ("own", 0)
    assert told(planned) == ("A restore of 0 entries with all their versions.",)

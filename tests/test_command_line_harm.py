"""What no verb does to a diary, and what it says of one that was harmed by others."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from diary.command_line import main
from diary.exchange.given import WARNED_SETTING
from tests.verbs import FIXTURES, digest, made_sample, refused, run


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a sample diary of 30 days."""
    file = tmp_path / "sample.sqlite3"
    shutil.copy(made_sample(), file)
    capsys.readouterr()
    return file


def test_a_sample_is_not_written_over_a_file(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = digest(sample)
    assert "exists already" in refused(capsys, "demo", sample)
    assert digest(sample) == before


def test_an_import_that_does_not_work_leaves_no_diary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    new = tmp_path / "new.sqlite3"
    refused(capsys, "import", tmp_path / "x.csv", "--diary", new)
    refused(capsys, "import", FIXTURES / "daylio_v1.csv", "--as", "horoscope", "--diary", new)
    refused(capsys, "import", FIXTURES / "daylio_v1.csv", "--diary", tmp_path / "x.csv" / "new.sqlite3")
    refused(capsys, "import", tmp_path / ("x" * 300), "--diary", new)
    assert [one.name for one in tmp_path.iterdir()] == ["x.csv"]


def test_an_import_that_does_not_work_leaves_no_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(capsys, "import", tmp_path / "none.csv", "--diary", tmp_path / "far" / "away" / "new.sqlite3")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [["check"], ["summary", "--json"], ["import", "none.csv"]])
def test_an_empty_file_is_not_made_a_diary_in_passing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], call: list[str]
) -> None:
    file = tmp_path / "empty.sqlite3"
    file.touch(0o644)
    refused(capsys, call[0], "--diary", file, *call[1:])
    assert (file.stat().st_size, file.stat().st_mode & 0o777) == (0, 0o644)
    assert [one.name for one in tmp_path.iterdir()] == ["empty.sqlite3"]


def test_importing_into_an_empty_file_makes_it_a_private_diary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "empty.sqlite3"
    file.touch(0o644)
    assert run(capsys, "import", FIXTURES / "daylio_v1.csv", "--diary", file, "--dry-run")[0] == 0
    assert file.stat().st_size == 0
    assert run(capsys, "import", FIXTURES / "daylio_v1.csv", "--diary", file)[0] == 0
    assert file.stat().st_mode & 0o777 == 0o600


def test_an_import_that_breaks_by_our_fault_leaves_no_diary_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("our bug")

    monkeypatch.setattr("diary.exchange.importers.plan.carry_out", broken)
    new = tmp_path / "new.sqlite3"
    with pytest.raises(RuntimeError):
        main(["import", str(FIXTURES / "daylio_v1.csv"), "--diary", str(new)])
    assert list(tmp_path.iterdir()) == []


def test_an_import_that_does_not_work_leaves_a_diary_as_it_was(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(sample)
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    refused(capsys, "import", tmp_path / "x.csv", "--diary", sample)
    assert digest(sample) == before


def test_reading_verbs_change_nothing(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(sample)
    assert run(capsys, "check", "--diary", sample)[0] == 0
    assert run(capsys, "summary", "--diary", sample, "--json")[0] == 0
    assert run(capsys, "summary", "--diary", sample)[0] == 0
    assert digest(sample) == before


def test_an_export_changes_nothing_but_that_it_was_given(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def held() -> dict[str, list[str]]:
        raw = sqlite3.connect(sample)
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: [repr(row) for row in raw.execute(f'SELECT * FROM "{name}"')] for name in names}
        raw.close()
        return found

    before = held()
    assert run(capsys, "export", "--diary", sample, "--as", "json", "--to", tmp_path / "x.json")[0] == 0
    assert run(capsys, "export", "--diary", sample, "--as", "csv", "--to", tmp_path / "csv")[0] == 0
    after = held()
    assert {name for name in after if after[name] != before[name]} == {"change", "given_export", "setting"}
    (warned,) = set(after["setting"]) - set(before["setting"])
    assert WARNED_SETTING in warned
    assert after["given_export"][: len(before["given_export"])] == before["given_export"]
    assert [one.split("'")[-2] for one in after["given_export"][-2:]] == ["x.json", "csv"]


def test_a_damaged_diary_is_found_out(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(sample.read_bytes())
    data[20 * 4096 : 24 * 4096] = b"\xff" * (4 * 4096)
    sample.write_bytes(data)
    assert refused(capsys, "check", "--diary", sample)


def test_what_cannot_be_written_is_said(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "no" / "such"
    assert "x.json" in refused(
        capsys, "export", "--diary", sample, "--as", "json", "--to", nowhere / "x.json"
    )
    assert "x.pdf" in refused(capsys, "report", "--diary", sample, "--out", nowhere / "x.pdf")
    assert not nowhere.exists()


@pytest.mark.parametrize("call", [["export", "--as", "json", "--to"], ["report", "--out"]])
def test_no_verb_writes_over_a_diary(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str], call: list[str]
) -> None:
    before = digest(sample)
    named = sample.rename(tmp_path / "diary.pdf")
    link = tmp_path / "link.pdf"
    link.symlink_to(named)
    for target in (named, link):
        words = refused(capsys, call[0], "--diary", named, *call[1:], target)
        assert f"{target.name} is a diary." in words
    assert digest(named) == before


GARBAGE = (
    "UPDATE change SET at = 'garbage' WHERE id = 1",
    "UPDATE reading SET value = 'much' WHERE measure = 'pain_worst'",
    "UPDATE entry SET kind = 'horoscope' WHERE id = 1",
    "UPDATE entry SET day = 'gestern' WHERE id = 1",
)


@pytest.mark.parametrize("statement", GARBAGE)
@pytest.mark.parametrize(
    "call", [["check"], ["export", "--as", "json", "--to"], ["export", "--as", "csv", "--to"]]
)
def test_what_another_program_wrote_into_the_diary_is_said_in_words(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str], call: list[str], statement: str
) -> None:
    raw = sqlite3.connect(sample)
    raw.execute(statement)
    raw.commit()
    raw.close()
    out = [tmp_path / "out.json"] if call[-1] == "--to" else []
    code, _, words = run(capsys, call[0], "--diary", sample, *call[1:], *out)
    if code == 0:  # what an export can carry over as it is
        assert out
        return
    assert "Another program" not in words
    assert "Traceback" not in words
    assert "untouched" in words or "All else is safe" in words
    assert sorted(one.name for one in tmp_path.iterdir()) == ["sample.sqlite3"]


def test_a_day_end_that_cannot_be_read_stops_no_verb_but_check(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = sqlite3.connect(sample)
    raw.execute(
        "INSERT OR REPLACE INTO setting (uid, value, first, last) VALUES ('day_end', 'nonsense', 1, 1)"
    )
    raw.commit()
    raw.close()
    assert run(capsys, "summary", "--diary", sample, "--json")[0] == 0
    assert run(capsys, "report", "--diary", sample, "--out", tmp_path / "out.pdf")[0] == 0
    assert "day_end" in refused(capsys, "check", "--diary", sample)

"""The diary without a screen: every verb, its help, its words when something stands in the way."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary import app
from diary.models.nouns import SECTION_OF
from diary.verbs.call import PROBLEM, USAGE
from diary.wording import say
from tests.verbs import FIXTURES, ROOT, digest, made_sample, refused, run

if TYPE_CHECKING:
    from collections.abc import Sequence

VERBS = ("demo", "import", "export", "report", "summary", "check", "tour")

WITHOUT_QT = """
import json, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "PySide6":
            raise ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
        return None

sys.meta_path.insert(0, Blocker())
from diary.app import main
for arguments in json.loads(sys.argv[1]):
    code = main(arguments)
    if code:
        sys.exit(f"{arguments}: {code}")
assert not any(name.startswith("PySide6") for name in sys.modules)
"""


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a sample diary of 30 days."""
    file = tmp_path / "sample.sqlite3"
    shutil.copy(made_sample(), file)
    capsys.readouterr()
    return file


def test_every_verb_works_where_qt_is_not(tmp_path: Path) -> None:
    diary, again = tmp_path / "a.sqlite3", tmp_path / "b.sqlite3"
    calls = [
        ["demo", diary, "--days", 20, "--seed", 3, "--until", "2026-10-31"],
        ["check", "--diary", diary],
        ["export", "--diary", diary, "--as", "json", "--to", tmp_path / "a.json"],
        ["export", "--diary", diary, "--as", "csv", "--to", tmp_path / "csv"],
        ["import", tmp_path / "a.json", "--diary", again, "--dry-run"],
        ["import", tmp_path / "a.json", "--diary", again],
        ["import", FIXTURES / "daylio_v1.csv", "--diary", again, "--as", "daylio"],
        ["summary", "--diary", again, "--json"],
        [
            "report",
            "--diary",
            again,
            "--from",
            "2026-10-12",
            "--to",
            "2026-10-31",
            "--out",
            tmp_path / "a.pdf",
        ],
    ]
    told = json.dumps([[str(word) for word in call] for call in calls])
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT_QT, told],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.strip()) == (0, say("archive.warning"))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_the_window_is_imported_without_what_is_heavy() -> None:
    told = (
        "import sys; from diary.ui.session import Session;"
        "heavy = ('sqlalchemy', 'numpy', 'matplotlib', 'alembic', 'typst');"
        "print([one for one in heavy if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_linear_algebra_keeps_to_one_thread(monkeypatch: pytest.MonkeyPatch, sample: Path) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    assert app.main(["check", "--diary", str(sample)]) == 0
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_explains_itself(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    code, out, err = run(capsys, verb, "--help")
    assert (code, err) == (0, "")
    assert verb in out


def test_the_whole_explains_itself_and_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert all(verb in out for verb in VERBS)


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["check"],
        ["export", "--diary", "x", "--as", "xml", "--to", "y"],
        ["demo", "x", "--days", "many"],
        ["summary", "--diary", "x", "--json", "--from", "gestern"],
        ["--diary", "a", "b"],
    ],
)
def test_a_call_that_is_off_is_said(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (USAGE, "")
    assert "main.py" in err
    assert "Traceback" not in err


def test_a_day_that_is_none_is_said_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capsys, "summary", "--diary", "x", "--json", "--from", "31.12.2026")
    assert "31.12.2026 is not a day. Write it as 2026-11-22." in err


@pytest.mark.parametrize(
    "call",
    [
        ["check"],
        ["summary", "--json"],
        ["export", "--as", "json", "--to", "out"],
        ["export", "--as", "csv", "--to", "out"],
        ["report", "--out", "out.pdf"],
    ],
)
def test_a_diary_that_is_not_there_is_said_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], call: list[str]
) -> None:
    assert "no diary" in refused(capsys, call[0], "--diary", tmp_path / "none.sqlite3", *call[1:])
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = refused(capsys, "import", tmp_path / "none.csv", "--diary", tmp_path / "new.sqlite3")
    assert "none.csv" in words
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "call", [["check", "--diary"], ["demo"], ["import", FIXTURES / "daylio_v1.csv", "--diary"]]
)
def test_a_name_that_no_file_can_have_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], call: list[object]
) -> None:
    assert "too long" in refused(capsys, *call, tmp_path / ("x" * 300))


def test_a_period_that_goes_backwards_is_said(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    period = ["--from", "2026-10-20", "--to", "2026-10-10"]
    assert "first day" in refused(capsys, "summary", "--diary", sample, "--json", *period)
    out = tmp_path / "out.pdf"
    assert "first day" in refused(capsys, "report", "--diary", sample, *period, "--out", out)
    assert not out.exists()


def test_a_period_that_has_not_come_is_said(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.pdf"
    for period in (["--from", "2999-11-05", "--to", "2999-12-01"], ["--from", "2999-11-05"]):
        assert "2999-11-05 has not come yet" in refused(
            capsys, "summary", "--diary", sample, "--json", *period
        )
        assert "has not come yet" in refused(capsys, "report", "--diary", sample, *period, "--out", out)
    assert not out.exists()


@pytest.mark.parametrize("days", [0, -5, 40_000])
def test_a_sample_of_no_days_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], days: int
) -> None:
    refused(capsys, "demo", tmp_path / "new.sqlite3", "--days", days)
    assert list(tmp_path.iterdir()) == []


def test_the_same_call_makes_the_same_sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = []
    for name in ("a", "b"):
        folder = tmp_path / name
        call = ["demo", folder / "x.sqlite3", "--days", 10, "--seed", 7, "--until", "2026-10-31"]
        assert run(capsys, *call)[0] == 0
        made.append(digest(folder / "x.sqlite3"))
    assert made[0] == made[1]
    other = tmp_path / "c.sqlite3"
    run(capsys, "demo", other, "--days", 10, "--seed", 8, "--until", "2026-10-31")
    assert digest(other) != made[0]


def test_export_import_export_gives_the_same_bytes(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, new = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "new.sqlite3"
    assert run(capsys, "export", "--diary", sample, "--as", "json", "--to", first)[0] == 0
    assert run(capsys, "import", first, "--diary", new)[0] == 0
    assert run(capsys, "export", "--diary", new, "--as", "json", "--to", second)[0] == 0
    assert first.read_bytes() == second.read_bytes()
    assert sorted(one.name for one in tmp_path.glob("new*")) == ["new.sqlite3"]


def test_importing_makes_the_diary_and_tells_what_came_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diary = tmp_path / "folder" / "new.sqlite3"
    code, out, err = run(capsys, "import", FIXTURES / "daylio_v1.csv", "--diary", diary)
    assert (code, err) == (0, "")
    assert out.startswith("This came in")
    assert "would" not in out
    assert "4 new moments." in out
    again = run(capsys, "import", FIXTURES / "daylio_v1.csv", "--diary", diary)[1]
    assert again.startswith("Nothing new is in it.")


def test_a_dry_run_tells_what_would_come_in_and_writes_nothing(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(sample)
    code, out, _ = run(capsys, "import", FIXTURES / "daylio_v1.csv", "--diary", sample, "--dry-run")
    assert code == 0
    assert "would come in" in out
    assert "4 new moments." in out
    assert digest(sample) == before
    new = tmp_path / "new.sqlite3"
    assert run(capsys, "import", FIXTURES / "daylio_v1.csv", "--diary", new, "--dry-run")[1] == out
    assert [one.name for one in tmp_path.iterdir()] == ["sample.sqlite3"]


def test_a_summary_is_json_with_n_and_days(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    period = ["--from", "2026-10-22", "--to", "2026-10-31"]
    code, out, err = run(capsys, "summary", "--diary", sample, "--json", *period)
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["measures"]
    assert found["record"]["counts"].keys() == set(SECTION_OF.values())


def test_a_summary_in_words_tells_what_is_there_and_of_how_many(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "summary", "--diary", sample)
    assert (code, err) == (0, "")
    assert "In use now: Pregabalin" in out
    assert "Question for the visit: " in out
    assert re.search(r"As needed: \d+ doses on \d+ days, of \d+ answered\.", out)
    assert re.search(r"Average pain: [\d.]+ on average, on \d+ of \d+ days\.", out)


def _piped(arguments: list[object], **around: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "main.py", *(str(one) for one in arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | around,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize("verb", [["summary", "--json"], ["check"]])
def test_whoever_reads_may_stop_reading(sample: Path, verb: list[str]) -> None:
    with _piped([verb[0], "--diary", sample, *verb[1:]]) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == PROBLEM


def test_a_pipe_that_takes_few_letters_gets_the_words_all_the_same(tmp_path: Path, sample: Path) -> None:
    odd = tmp_path / "Übung 🔥.sqlite3"
    sample.rename(odd)
    out = tmp_path / "ü.json"
    with _piped(["export", "--diary", odd, "--as", "json", "--to", out], PYTHONIOENCODING="ascii") as process:
        told, problems = process.communicate()
    assert (process.returncode, problems.decode().strip()) == (0, say("archive.warning"))
    assert b"Written" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_words_that_find_no_room_are_a_problem(sample: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "check", "--diary", str(sample)],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr


def test_a_report_is_written_into_a_pdf_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(made_sample(), tmp_path / "d.sqlite3")
    capsys.readouterr()  # the sample has told where it is
    told = refused(capsys, "report", "--diary", tmp_path / "d.sqlite3", "--out", tmp_path / "x.doc")
    assert "x.doc does not end with .pdf" in told
    assert not (tmp_path / "x.doc").exists()


def test_a_folder_is_no_diary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is a folder, not a diary" in refused(capsys, "check", "--diary", tmp_path)

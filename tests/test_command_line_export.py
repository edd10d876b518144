"""Exports of the command line: every form, some days, ticks, one warning, no trace of what was stopped."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from diary.command_line import main
from diary.exchange.json_restore import read_snapshot
from diary.exchange.report.choices import ReportChoices
from diary.models.records import GivenReport, Replace
from diary.storage.diary import Diary
from diary.verbs import call
from diary.verbs.call import PROBLEM, STOPPED, USAGE
from diary.wording import say
from tests.verbs import ROOT, made_sample, refused, run

if TYPE_CHECKING:
    from diary.storage.snapshot import Snapshot


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a sample diary of 30 days."""
    file = tmp_path / "sample.sqlite3"
    shutil.copy(made_sample(), file)
    capsys.readouterr()
    return file


def record(file: Path) -> Snapshot:
    """Return the record in an export."""
    return read_snapshot(file.read_bytes(), file.name)


def test_without_a_word_a_copy_of_all_days_is_whole_and_a_part_holds_nothing_private(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = ("export", "--diary", sample, "--as", "json", "--to", tmp_path / "out.json")
    code, _, err = run(capsys, *export)
    assert (code, err.strip()) == (0, say("archive.warning"))
    whole = record(tmp_path / "out.json")
    assert whole.people[0].name == say("sample.name")
    assert any(one.note for one in whole.entries)
    code, _, err = run(capsys, *export, "--since", "2026-10-20", "--until", "2026-10-25")
    assert (code, err) == (0, "")  # it was said once
    part = record(tmp_path / "out.json")
    assert {one.day for one in part.entries} <= {date(2026, 10, day) for day in range(20, 26)}
    assert part.entries
    assert part.people == ()
    assert not any(one.note for one in part.entries)


def test_ticks_say_what_goes_along_or_what_stays(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    export = ("export", "--diary", sample, "--as", "json", "--to", out)
    assert run(capsys, *export, "--with", "name")[0] == 0
    assert [(one.name, one.note) for one in record(out).people] == [(say("sample.name"), "")]
    assert run(capsys, *export, "--leave-out", "notes,born")[0] == 0
    assert [(one.name, one.born, one.note) for one in record(out).people] == [(say("sample.name"), None, "")]
    assert run(capsys, *export, "--with", "name", "--leave-out", "notes")[0] == USAGE
    code, _, err = run(capsys, *export, "--with", "shoes")
    assert code == USAGE
    assert "shoes is none of name, born, private, notes" in err
    assert say("report.backwards") in refused(
        capsys, *export, "--since", "2026-10-20", "--until", "2026-10-01"
    )


def test_everything_is_written_and_checked(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "all.zip"
    run_export = ("export", "--diary", sample, "--as", "everything", "--since", "2026-10-30", "--to", to)
    assert run(capsys, *run_export)[0] == 0
    code, out, err = run(capsys, "check", "--archive", to)
    assert (code, err) == (0, "")
    assert "The archive is whole" in out
    data = bytearray(to.read_bytes())
    at = data.index(b"README.txt") + 60
    data[at] ^= 0xFF
    to.write_bytes(data)
    assert "README.txt" in refused(capsys, "check", "--archive", to)
    assert run(capsys, "check")[0] == USAGE
    assert run(capsys, "check", "--archive", to, "--diary", sample)[0] == USAGE


def test_drawings_and_the_document_for_clinics_hold_nothing_private_unless_ticked(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--since", "2026-10-29")
    export = ("export", "--diary", sample, "--as")
    code, out, _ = run(capsys, *export, "drawings", "--to", tmp_path / "drawings", *days)
    assert code == 0
    assert out.splitlines() == [
        say("cli.written", file=one) for one in sorted((tmp_path / "drawings").iterdir())
    ]
    name = say("sample.name").split()[0].encode()
    for words, there in ((), False), (("--with", "name"), True):
        assert run(capsys, *export, "fhir", "--to", tmp_path / "b.json", *days, *words)[0] == 0
        assert (name in (tmp_path / "b.json").read_bytes()) is there


def test_the_data_of_a_report_has_the_code_that_is_printed_on_it(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "choices.json").write_text(json.dumps({"with_name": True, "since": "2026-10-05"}), "utf-8")
    choices = ("--choices", tmp_path / "choices.json")
    assert run(capsys, "report", "--diary", sample, *choices, "--out", tmp_path / "r.pdf")[0] == 0
    out = tmp_path / "r.json"
    assert run(capsys, "export", "--diary", sample, "--as", "report", *choices, "--to", out)[0] == 0
    code = sha256(out.read_bytes()).hexdigest()[:16].upper()
    text = PdfReader(tmp_path / "r.pdf").pages[0].extract_text()
    assert code in text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(
    ("form", "words"),
    [("report", ("--with", "name")), ("csv", ("--given", "x")), ("json", ("--choices", "c"))],
)
def test_words_that_a_form_does_not_know_are_refused(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str], form: str, words: tuple[str, str]
) -> None:
    out = tmp_path / "out"
    said = refused(capsys, "export", "--diary", sample, "--as", form, "--to", out, *words)
    assert f"{words[0]} does not go with --as {form}." in said
    assert not out.exists()


def test_a_report_that_was_given_gives_its_data_again(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = ReportChoices(with_name=True, to="Dr. Lindqvist")
    with closing(Diary(sample)) as diary:
        given = GivenReport(
            uid="mine",
            given=diary.now(),
            since=date(2026, 10, 5),
            until=date(2026, 10, 25),
            choices=choices.plain(),
        )
        diary.apply([Replace(before=None, after=given)])
    out = tmp_path / "r.json"
    export = ("export", "--diary", sample, "--as", "report", "--to", out)
    assert run(capsys, *export, "--given", "mine")[0] == 0
    plain = json.loads(out.read_bytes())
    assert (plain["since"], plain["until"]) == ("2026-10-05", "2026-10-25")
    assert any(say("sample.name") in one for one in plain["page"]["head"]["who"])
    assert "No report with the uid other" in refused(capsys, *export, "--given", "other")


@pytest.mark.parametrize("content", ["{", "[]", '{"paper": "a3"}', '{"shoes": 1}', "\xff"])
def test_choices_that_cannot_be_read_are_named(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (tmp_path / "choices.json").write_text(content, "latin-1")
    told = refused(
        *(capsys, "report", "--diary", sample, "--out", tmp_path / "r.pdf"),
        *("--choices", tmp_path / "choices.json"),
    )
    assert "choices.json cannot be read" in told
    assert not (tmp_path / "r.pdf").exists()


def test_a_password_from_stdin_locks_the_report(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = ("report", "--diary", sample, "--password-from-stdin", "--out", tmp_path / "r.pdf")
    monkeypatch.setattr("sys.stdin", io.StringIO("a good one\n"))
    assert run(capsys, *report, "--audience", "emergency")[0] == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "r.pdf")
    with pikepdf.open(tmp_path / "r.pdf", password="a good one") as locked:
        assert locked.is_encrypted
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert say("cli.report.no_password") in refused(capsys, *report)


def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(
    tmp_path: Path, sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    export = ("export", "--diary", sample, "--as", "json", "--to", tmp_path / "x.json")
    assert "%" not in run(capsys, *export)[2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert "20 %" in run(capsys, *export)[2]


@pytest.mark.parametrize("form", ["json", "csv", "drawings", "everything"])
def test_stopped_by_a_key_nothing_is_left(
    tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def stopped(_self: object, done: float) -> None:
        if done > 0.4:
            raise KeyboardInterrupt

    monkeypatch.setattr(call.Progress, "__call__", stopped)
    export = ["export", "--diary", str(sample), "--as", form, "--since", "2026-10-29"]
    assert main([*export, "--to", str(tmp_path / "out")]) == STOPPED
    assert [one.name for one in tmp_path.iterdir()] == ["sample.sqlite3"]


@pytest.mark.skipif(sys.platform == "win32", reason="no program is asked to end there")
def test_asked_to_end_it_ends_and_leaves_nothing(tmp_path: Path, sample: Path) -> None:
    code = (
        "import os, signal, sys; from diary.verbs import call; from diary.command_line import main;"
        "call.Progress.__call__ = lambda self, done: os.kill(os.getpid(), signal.SIGTERM);"
        "sys.exit(main(sys.argv[1:]))"
    )
    arguments = ["export", "--diary", str(sample), "--as", "json", "--to", str(tmp_path / "x.json")]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ},
    )
    assert done.returncode == STOPPED != PROBLEM
    assert say("cli.stopped") in done.stderr
    assert "Traceback" not in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["sample.sqlite3"]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL

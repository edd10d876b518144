"""Calls of the command line, for tests, and a sample diary to call them on."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from diary.command_line import main
from diary.verbs.call import PROBLEM

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures" / "exchange"


@cache
def made_sample() -> Path:
    """Return a sample diary of 30 days, made once: copy it."""
    file = Path(mkdtemp()) / "sample.sqlite3"
    assert main(["demo", str(file), "--days", "30", "--until", "2026-10-31"]) == 0
    return file


def digest(file: Path) -> str:
    """Return what tells a file from any other."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Return the exit code of a call and what it said on stdout and stderr."""
    code = main([str(one) for one in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Return the plain words of a call that something stands in the way of."""
    code, out, err = run(capsys, *arguments)
    assert code == PROBLEM
    assert out == ""
    assert "Traceback" not in err
    assert "Errno" not in err
    assert err.strip()
    return err

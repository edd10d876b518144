"""The diary as others install it: a wheel, far from the checkout, with everything it needs inside."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
VERBS = importlib.util.find_spec("diary.command_line")


def run(command: list[str], *, cwd: Path, found_in: Path | None = None) -> str:
    """Run a command that must end well, with packages found in one folder first; return what it printed."""
    environment = dict(os.environ)
    environment.pop("PYTHONPATH", None)
    if found_in is not None:
        environment["PYTHONPATH"] = str(found_in)
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the wheel, freshly built, was installed."""
    folder = tmp_path_factory.mktemp("wheel")
    built, target = folder / "built", folder / "installed"
    build = ["wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(built), str(ROOT)]
    run(PIP + build, cwd=folder)
    (wheel,) = built.glob("*.whl")
    run([*PIP, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)], cwd=folder)
    return target


def test_the_wheel_finds_its_own_resources_and_migrations(installed: Path, tmp_path: Path) -> None:
    code = "from diary.paths import resources; print(resources())"
    found = run([sys.executable, "-c", code], cwd=tmp_path, found_in=installed).strip()
    assert found == str(installed / "diary" / "resources")
    checkout = {file.relative_to(ROOT) for file in ROOT.glob("resources/**/*") if file.is_file()}
    checkout |= {file.relative_to(ROOT / "diary") for file in ROOT.glob("diary/storage/migrations/**/*.py")}
    assert {file for file in checkout if not (installed / "diary" / file).is_file()} == set()


def test_the_wheel_brings_no_tests_and_no_scripts(installed: Path) -> None:
    folders = {place.name for place in installed.iterdir() if place.is_dir()}
    assert {name for name in folders if not name.endswith(".dist-info")} <= {"diary", "bin", "Scripts"}


@pytest.mark.skipif(VERBS is None, reason="the verbs are not there yet")
def test_the_wheel_makes_a_sample_diary_and_its_report(installed: Path, tmp_path: Path) -> None:
    verb = [sys.executable, "-m", "diary.command_line"]
    run([*verb, "demo", "sample.sqlite3", "--days", "30"], cwd=tmp_path, found_in=installed)
    report = ["report", "--diary", "sample.sqlite3", "--out", "report.pdf"]
    run(verb + report, cwd=tmp_path, found_in=installed)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")

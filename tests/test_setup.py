"""Setting up from nothing: exact versions, system libraries, compiled sources, the way without a screen."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from diary.wording import say

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture
def set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The set-up script as a module, its environment in an empty folder."""
    spec = importlib.util.spec_from_file_location("set_up", ROOT / "scripts" / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp")
    return module


@pytest.fixture
def bare_debian(set_up: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The same on a Debian that has a screen and none of Qt's libraries."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(set_up.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(set_up, "loads", lambda library: False)
    monkeypatch.setattr(set_up.screen, "answers", lambda: True)
    monkeypatch.setattr(set_up, "glibc", lambda: (2, 36))
    return set_up


class Commands:
    """Stands in for subprocess.run: keeps what was asked for, and answers with one exit code."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.asked: list[tuple[list[str], dict[str, Any]]] = []

    def __call__(self, command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        self.asked.append((command, options))
        return subprocess.CompletedProcess(command, self.code, stdout="what apt said", stderr="")


def pins() -> dict[str, Requirement]:
    """Return every pinned package, direct or not, by its canonical name."""
    listed = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["tool"]["uv"]["constraint-dependencies"],
    ]
    return {canonicalize_name(need.name): need for need in map(Requirement, listed)}


# -- versions ---------------------------------------------------------------------------------------------


def test_pip_and_uv_read_the_same_constraints(set_up: ModuleType) -> None:
    assert set_up.CONSTRAINTS.read_text("utf-8") == set_up.constraints_text()


def test_every_version_is_exact() -> None:
    assert [str(need) for need in pins().values() if not re.fullmatch(r"==[\d.]+", str(need.specifier))] == []


def test_pyside_stays_below_the_version_that_aborts() -> None:
    version = str(pins()["pyside6-essentials"].specifier).removeprefix("==")
    assert (6, 8) <= tuple(int(part) for part in version.split(".")[:2]) < (6, 12)


def test_nothing_is_installed_that_is_not_pinned() -> None:
    pinned, open_names, seen = pins(), [], set()
    waiting = [canonicalize_name(need) for need in pinned]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        for need in map(Requirement, needs):
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting.append(canonicalize_name(need.name))
                open_names += [need.name] if waiting[-1] not in pinned else []
    assert open_names == []


def test_the_environment_holds_the_pinned_versions() -> None:
    direct = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    wrong = [str(n) for n in map(Requirement, direct) if not n.specifier.contains(metadata.version(n.name))]
    assert wrong == []


def test_every_library_that_ships_is_named_in_the_notices() -> None:
    notices = (ROOT / "resources" / "NOTICES.md").read_text("utf-8").lower()
    shipped, waiting = set[str](), list(PROJECT["project"]["dependencies"])
    while waiting:
        need = Requirement(waiting.pop())
        if need.name.lower() in shipped or (need.marker and not need.marker.evaluate({"extra": ""})):
            continue
        shipped.add(need.name.lower())
        waiting += metadata.requires(need.name) or []
    names = {name.removesuffix("-essentials").removesuffix("6").replace("_", "-") for name in shipped}
    assert {name for name in names if name not in notices} == set()
    for need in map(Requirement, PROJECT["project"]["dependencies"]):
        assert str(need.specifier).removeprefix("==") in notices


def test_no_file_of_the_set_up_names_an_index() -> None:
    for name in ("pyproject.toml", "constraints.txt", "Makefile", "scripts/set_up.py", ".ci/run"):
        assert "://" not in (ROOT / name).read_text("utf-8")
    assert "uv.lock" in (ROOT / ".gitignore").read_text("utf-8").split()


# -- the system's libraries -------------------------------------------------------------------------------


def test_without_root_the_exact_line_is_shown_and_nothing_is_run(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands()
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(bare_debian.subprocess, "run", commands)
    assert bare_debian.main([]) == 1
    shown = capsys.readouterr().err
    assert "sudo apt-get install -y --no-install-recommends" in shown
    assert {"libgl1", "libglib2.0-0", "libxcb-cursor0"} <= set(shown.split())
    assert commands.asked == []


def test_as_root_the_packages_are_installed_without_a_question(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands()
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(bare_debian.subprocess, "run", commands)
    bare_debian.install_packages(bare_debian.missing_packages())
    command, options = commands.asked[-1]
    assert command[:4] == ["apt-get", "install", "-y", "--no-install-recommends"]
    assert "libegl1" in command
    assert options["env"]["DEBIAN_FRONTEND"] == "noninteractive"
    assert options["stdin"] == subprocess.DEVNULL


def test_packages_that_do_not_install_stop_the_set_up_in_words(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(bare_debian.subprocess, "run", Commands(code=100))
    with pytest.raises(bare_debian.SetUpError, match="what apt said"):
        bare_debian.install_packages(["libgl1"])


def test_newer_releases_spell_glib_their_own_way(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "libglib2.0-0" in bare_debian.missing_packages()
    monkeypatch.setattr(bare_debian, "glibc", lambda: (2, 39))
    assert "libglib2.0-0t64" in bare_debian.missing_packages()


def test_without_a_screen_its_libraries_are_not_asked_for(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian.screen, "answers", lambda: False)
    assert not [package for package in bare_debian.missing_packages() if "xcb" in package]


def test_a_debian_that_cannot_make_environments_gets_the_package_for_it(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian.importlib.util, "find_spec", lambda name: None)
    assert re.fullmatch(r"python3\.\d+-venv", bare_debian.missing_packages()[0])


def test_elsewhere_the_missing_libraries_are_named(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian.shutil, "which", lambda name: None)
    with pytest.raises(bare_debian.SetUpError, match=r"libEGL\.so\.1"):
        bare_debian.missing_packages()


# -- the environment --------------------------------------------------------------------------------------


def test_a_finished_environment_is_left_alone_until_a_version_changes(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not set_up.stamped()
    set_up.VENV.mkdir()
    set_up.PYTHON.touch()
    set_up.STAMP.write_text(set_up.stamp(), "utf-8")
    assert set_up.stamped()
    monkeypatch.setattr(set_up, "requirements", lambda: ["PySide6-Essentials==6.11.2"])
    assert not set_up.stamped()


def test_an_unfinished_set_up_leaves_no_stamp(set_up: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_up, "missing_packages", list)
    monkeypatch.setattr(set_up.subprocess, "run", Commands(code=1))
    assert set_up.main([]) == 1
    assert not set_up.STAMP.exists()


def test_own_sources_are_compiled_whatever_the_environment_says(
    set_up: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "diary").mkdir()
    (tmp_path / "diary" / "page.py").write_text("WORD = 1\n", "utf-8")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    set_up.compile_own()
    assert list((tmp_path / "diary" / "__pycache__").glob("page.*.pyc"))


def test_libraries_are_installed_compiled_whatever_the_environment_says(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands()
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(set_up.subprocess, "run", commands)
    set_up.install_libraries()
    ((command, options),) = commands.asked
    assert "--compile" in command
    assert "PYTHONDONTWRITEBYTECODE" not in options["env"]


# -- opening ----------------------------------------------------------------------------------------------


def test_without_a_screen_the_tour_is_made_and_that_is_said(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands()
    monkeypatch.setattr(set_up.screen, "answers", lambda: False)
    monkeypatch.setattr(set_up.subprocess, "run", commands)
    assert set_up.open_diary() == 0
    ((command, options),) = commands.asked
    assert command[1:] == [str(ROOT / "main.py"), "tour"]
    assert options["env"]["QT_QPA_PLATFORM"] == "offscreen"
    assert capsys.readouterr().out.strip() == set_up.NO_SCREEN


def test_with_a_screen_the_diary_opens_and_its_exit_code_is_kept(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands(code=3)
    monkeypatch.setattr(set_up.screen, "answers", lambda: True)
    monkeypatch.setattr(set_up.subprocess, "run", commands)
    assert set_up.open_diary() == 3
    assert commands.asked[0][0][1:] == [str(ROOT / "main.py")]


def test_the_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert blocks[0].split("\n")[:2] == ["make run", "make test"]


def test_the_readme_says_what_the_diary_is_not() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert say("app.purpose") in text
    assert say("app.private") in text


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_make_test_is_lint_format_types_and_the_suite() -> None:
    done = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    asked = [line for line in done.stdout.splitlines() if " -m " in line]
    tools = [re.sub(r".* -m (\w+).*", r"\1", line) for line in asked]
    assert tools == ["ruff", "ruff", "mypy", "pytest", "pytest"]
    first, second = (set(re.findall(r"(?<![=\w])tests/[\w/.]+", line)) for line in asked[-2:])
    moved = set(re.findall(r"--ignore=(\S+)", asked[-2]))
    assert first == {"tests/ui"}
    assert moved <= second
    assert all((ROOT / one).is_dir() for one in moved)
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    twice = [file for file in files if _within(file, {"tests/ui"} - moved) and _within(file, second - moved)]
    left = [file for file in files if not _within(file, first | second)]
    assert (twice, left) == ([], [])


def _within(file: str, places: set[str]) -> bool:
    return any(file == one or file.startswith(f"{one}/") for one in places)

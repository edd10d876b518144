"""Where things live, from a checkout, a wheel and a bundle."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from diary import paths

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_checkout_finds_its_fonts_and_notices() -> None:
    assert paths.resource("fonts/AtkinsonHyperlegibleNext-Regular.ttf").is_file()
    assert paths.resource("NOTICES.md").is_file()


def test_an_installed_package_finds_the_resources_inside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "diary" / "resources"
    inside.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "diary" / "paths.py"))
    assert paths.resources() == inside


def test_a_frozen_bundle_finds_the_resources_it_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_the_diary_the_looks_the_cache_and_the_log_have_places_of_their_own() -> None:
    places = {paths.default_diary(), paths.settings_file(), paths.cache_folder(), paths.log_file()}
    assert len(places) == 4
    assert all("nerve-diary" in place.parts for place in places)


def test_naming_the_default_file_makes_nothing() -> None:
    assert paths.default_diary().name == "diary.sqlite3"
    assert not paths.default_diary().exists()


def test_paths_is_imported_with_the_standard_library_alone() -> None:
    code = "import sys, diary.paths; sys.exit('platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_matplotlib_keeps_its_list_of_fonts_in_our_cache_folder(tmp_path: Path) -> None:
    code = (
        "import diary.charts.palette, diary.paths, matplotlib;"
        "print(matplotlib.get_cachedir()); print(diary.paths.cache_folder() / 'matplotlib')"
    )
    around = {name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"}
    around |= {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=around, capture_output=True, text=True, check=True
    )
    found, ours = done.stdout.split("\n")[:2]
    assert found == ours
    assert found.startswith(str(tmp_path))

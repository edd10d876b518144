"""Where things live: what ships with the diary, and the folders that the platform gives to each person."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

FOLDER = "nerve-diary"


def resources() -> Path:
    """Return the folder of what ships with the diary: a frozen bundle's, a wheel's or a checkout's."""
    return _resources(getattr(sys, "_MEIPASS", None), __file__)


@cache
def _resources(bundle: str | None, here: str) -> Path:
    if bundle is not None:
        return Path(bundle) / "resources"
    package = Path(here).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(name: str) -> Path:
    """Return where the file or folder called `name` ships, as "style/palette.json"."""
    return resources() / name


def document(name: str) -> Path:
    """Return where a text about the diary lies, as "format.md": with what ships, else in the checkout."""
    shipped = resource(f"docs/{name}")
    root = resources().parent
    return (
        shipped
        if shipped.is_file()
        else next((one for one in (root / "docs" / name, root / name) if one.is_file()), shipped)
    )


def default_diary() -> Path:
    """Return the diary file that opens when no other is named; neither it nor its folder need exist."""
    import platformdirs

    return platformdirs.user_data_path(FOLDER, appauthor=False) / "diary.sqlite3"


def settings_file() -> Path:
    """Return the file of mere looks (window, text size, appearance), which belong to this computer."""
    import platformdirs

    return platformdirs.user_config_path(FOLDER, appauthor=False) / "settings.ini"


def cache_folder() -> Path:
    """Return the folder of what can be made again at any time, such as matplotlib's list of fonts."""
    import platformdirs

    return platformdirs.user_cache_path(FOLDER, appauthor=False)


def log_file() -> Path:
    """Return the file that our own bugs are written to; it never holds what a person wrote."""
    import platformdirs

    return platformdirs.user_log_path(FOLDER, appauthor=False) / "nerve-diary.log"

"""Where a run takes place: sample diaries of several lengths, and child processes, alike."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
YEAR_DAYS = 365
PATIENCE_S = 60
PACKAGES = ("PySide6", "shiboken6", "sqlalchemy", "matplotlib", "numpy", "alembic", "platformdirs")


class Room:
    """A folder of its own for one run; every child has fresh settings and all bytecode at hand."""

    def __init__(self, folder: Path, *, quick: bool = False) -> None:
        self.folder = folder
        self.quick = quick
        self._taken = 0
        if not quick:
            compile_all()

    def years(self, years: int) -> int:
        """How long a diary of that many years is here, days; a quick run makes do with a tenth."""
        return years * YEAR_DAYS // (10 if self.quick else 1)

    def diary(self, years: int) -> Path:
        """A fresh copy of a diary of `years` years that ends yesterday, cleanly closed.

        It is made as a sample is, and then somebody's own: no ribbon, no message, nothing unfinished.
        """
        made = self.folder / f"{years}.sqlite3"
        if not made.exists():
            _make_own(made, self.years(years))
        self._taken += 1
        copy = self.folder / f"{years}-{self._taken}.sqlite3"
        shutil.copyfile(made, copy)
        return copy

    def child(self, script: str, *words: str) -> dict[str, Any]:
        """What a child prints as JSON, its times in ms since the process was asked for."""
        command = [sys.executable, str(ROOT / "benchmarks" / f"{script}.py"), *words]
        began = time.monotonic()
        done = subprocess.run(
            command, env=self._environment(), capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        told: dict[str, Any] = json.loads(done.stdout)
        for name, moment in told.get("moments", {}).items():
            told[name] = (moment - began) * 1000
        return told

    def _environment(self) -> Mapping[str, str]:
        self._taken += 1
        own = self.folder / f"home-{self._taken}"
        folders = {name: str(own) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        # The list of fonts is kept: a patient makes it once, not at every start.
        kept = {
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "MPLCONFIGDIR": str(self.folder / "cache" / "mpl"),
        }
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {"QT_QPA_PLATFORM": "offscreen", **inherited, **folders, **kept, "PYTHONPATH": str(ROOT)}


def compile_all() -> None:
    """Bytecode of our own sources and of what they import, as set-up leaves it."""
    places = [ROOT / "diary", ROOT / "benchmarks"]
    places += [Path(sysconfig.get_path("purelib")) / name for name in PACKAGES]
    for place in places:
        compileall.compile_dir(place, quiet=2)


def resident_mb() -> float:
    """The memory of this process that is in use, MB; 0 where the platform does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    rows = (row.split() for row in status.read_text(encoding="ascii").splitlines())
    return next(int(row[1]) / 1024 for row in rows if row[0] == "VmRSS:")


def the_application() -> QApplication:
    """The application of this process, made where there is none."""
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(sys.argv[:1])


def _make_own(path: Path, days: int) -> None:
    from diary.exchange.demo import SAMPLE_DRAFT, demo
    from diary.models.records import Replace
    from diary.storage.diary import Diary
    from diary.storage.reading import SAMPLE_SETTING, settings

    demo(path, days=days)
    diary = Diary(path)
    diary.drop_draft(SAMPLE_DRAFT)
    diary.apply([Replace(before=diary.ask(settings)[SAMPLE_SETTING], after=None)])
    diary.close()

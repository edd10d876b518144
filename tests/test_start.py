"""What stands between a person and the first paint of Today."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from diary.exchange.demo import demo

ROOT = Path(__file__).resolve().parent.parent

SCRIPT = """
import builtins, sys
plain = builtins.__import__
from diary import app

def begun(session):
    from PySide6.QtCore import QTimer
    heavy = {"sqlalchemy", "numpy", "scipy", "matplotlib", "concurrent.futures", "uuid"} & set(sys.modules)
    later = {"diary.ui.today.pain_now", "diary.ui.body.figure_view", "diary.wording.report"}
    print(sorted(heavy | later & set(sys.modules)), builtins.__import__ is plain)
    session.window.store.opened.connect(lambda: QTimer.singleShot(0, session.window.close))

sys.exit(app.main(["--diary", sys.argv[1]], begun))
"""


def test_the_first_paint_waits_for_nothing_it_does_not_show(tmp_path: Path) -> None:
    file = tmp_path / "diary.sqlite3"
    demo(file, days=3)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(file)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[] True"

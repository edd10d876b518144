"""Puts the house together: paths, look, store, window; or hands the verbs to the command line."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diary import paths, screen
from diary.wording import say

if TYPE_CHECKING:
    from diary.ui.session import Session

Begun = Callable[["Session"], None]


def main(arguments: Sequence[str] | None = None, begun: Begun | None = None) -> int:
    """Opens the diary, or does what a verb asks; returns the exit code.

    `begun` hears of the session once its window is asked for, before the first paint.
    """
    # The matrices here are so small that more threads of linear algebra cost more than they give.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = list(sys.argv[1:] if arguments is None else arguments)
    diary = _diary_argument(words)
    if diary is None:
        from diary import command_line

        return command_line.main(words)
    if not screen.answers():
        print(say("app.no_screen"), file=sys.stderr)  # noqa: T201  # there is no window to say it in
        return 1
    return _open(Path(diary) if diary else paths.default_diary(), begun)


def _diary_argument(words: list[str]) -> str | None:
    """The file named by `--diary FILE`, "" where none is, None where this is not about the window."""
    if not words:
        return ""
    if len(words) == 2 and words[0] == "--diary":
        return words[1]
    if len(words) == 1 and words[0].startswith("--diary="):
        return words[0].removeprefix("--diary=")
    return None


def _open(path: Path, begun: Begun | None) -> int:
    # What is made until the window stands lives as long as it does: there is no garbage in it.
    gc.disable()
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    # PySide6 puts its own import in place, which looks through the source of every later module.
    builtins.__import__ = plain_import
    os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
    application = QApplication(sys.argv[:1])
    application.setApplicationName(say("app.name"))
    from diary.ui.session import Session

    session = Session(application, path)
    session.begin()
    gc.freeze()
    gc.enable()
    if begun is not None:
        begun(session)
    return application.exec()

"""What verbs share: their arguments, the diary they work on, and how they tell of it."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.wording import say

if TYPE_CHECKING:
    from types import FrameType

    from diary.storage.diary import Diary

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What verbs stumble over where another program wrote into the diary; or where the fault is ours."""

MOST_TOLD = 5
"""How many of the findings a verb tells that was not asked for them."""

PROBLEM, USAGE, STOPPED = 1, 2, 130
"""Exit codes beside 0: something stood in the way; the words of the call are off; it was stopped."""


if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # argparse names it no other way


def verb(verbs: Verbs, name: str, do: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    """A verb with its words, and what it does."""
    about = say(f"cli.{name}")
    parser = verbs.add_parser(name, help=about, description=about)
    parser.set_defaults(do=do)
    return parser


def add_diary(parser: argparse._ActionsContainer, *, required: bool = True) -> None:
    """Asks for the diary."""
    parser.add_argument("--diary", type=Path, required=required, metavar="D", help=say("cli.diary"))


def add_period(parser: argparse.ArgumentParser, first: str = "--from", last: str = "--to") -> None:
    """Asks for the first and the last day."""
    parser.add_argument(first, dest="since", type=as_day, metavar="DAY", help=say("cli.from"))
    parser.add_argument(last, dest="until", type=as_day, metavar="DAY", help=say("cli.to"))


def as_day(text: str) -> date:
    """A day as it is typed."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(say("cli.not_a_day", text=text)) from error


def as_number(text: str) -> int:
    """A whole number as it is typed."""
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(say("cli.not_a_number", text=text)) from error


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[Diary]:
    """The diary at a path; what another program wrote into it that nobody can read is told. DiaryError."""
    from diary.storage.diary import Diary

    diary = Diary(path, create=create)
    try:
        yield diary
    except BaseException as error:
        try:
            unsound = _unsound(diary) if isinstance(error, UNREADABLE) else ""
        finally:
            with suppress(DiaryError):  # the first trouble is the one to tell
                diary.close()
        if unsound:
            raise DiaryError(unsound, say("error.left_untouched"), say("error.open_backup")) from error
        raise
    diary.close()


def _unsound(diary: Diary) -> str:
    """What another program wrote into the diary that nobody can read; "" where the fault is ours."""
    from diary.storage.check import check

    found = diary.ask(check, diary.today())
    return "\n".join((say("error.unsound"), *found[:MOST_TOLD])) if found else ""


def tell(*lines: str) -> None:
    """Says something on stdout."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        # Not every pipe takes every letter, and a word with a mark is better than none.
        print(line.encode(encoding, "backslashreplace").decode(encoding))  # noqa: T201  # this is the command line


def warn(words: str) -> None:
    """Says something on stderr, where no other program takes it for an answer."""
    print(words, file=sys.stderr)  # noqa: T201  # this is the command line


class Progress:
    """Says on a terminal how much of long work is done; a file or a pipe hears nothing of it."""

    def __init__(self) -> None:
        self._shown = -1
        self._speaks = sys.stderr.isatty()

    def __call__(self, done: float) -> None:
        """Hears of `done`, 0 to 1."""
        now = int(100 * done)
        if self._speaks and now != self._shown:
            self._shown = now
            print(f"\r{say('cli.progress', n=now)}", end="", file=sys.stderr, flush=True)  # noqa: T201

    def over(self) -> None:
        """Takes the line away."""
        if self._shown >= 0:
            print("\r\033[K", end="", file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def long_work() -> Iterator[Progress]:
    """The progress of long work; asked to end, it ends like Ctrl-C, and nothing half-written stays."""
    progress = Progress()
    with suppress(ValueError):  # only the main thread of a program hears signals
        before = signal.signal(signal.SIGTERM, _end)
    try:
        yield progress
    finally:
        progress.over()
        with suppress(ValueError, UnboundLocalError):
            signal.signal(signal.SIGTERM, before)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt

"""`check`: whether a diary, or an archive that was exported, is sound."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.verbs.call import add_diary, long_work, opened, tell, verb
from diary.wording import say

if TYPE_CHECKING:
    from diary.verbs.call import Verbs


def add_check(verbs: Verbs) -> None:
    """The verb and its arguments."""
    parser = verb(verbs, "check", _check)
    what = parser.add_mutually_exclusive_group(required=True)
    add_diary(what, required=False)
    what.add_argument("--archive", type=Path, metavar="FILE.zip", help=say("cli.check.archive"))


def _check(asked: argparse.Namespace) -> int:
    return _archive(asked.archive) if asked.diary is None else _diary(asked.diary)


def _diary(path: Path) -> int:
    from diary.storage.check import check

    with opened(path) as diary:
        found = diary.ask(check, diary.today())
    if found:
        raise DiaryError("\n".join(found), say("error.left_untouched"), say("error.open_backup"))
    tell(say("cli.check.sound"))
    return 0


def _archive(path: Path) -> int:
    from diary.exchange.archive_check import check_archive

    with long_work() as progress:
        count, found = check_archive(path, progress)
    if found:
        what = "\n".join((say("archive.check.found", file=path.name), *found, ""))
        raise DiaryError(what.rstrip(" "), say("error.left_untouched"), say("archive.check.again"))
    tell(say("archive.check.sound", n=count))
    return 0

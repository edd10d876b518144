"""The diary without a screen: the same engine for scripts and tests. No verb but `tour` knows Qt."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.verbs.call import (
    PROBLEM,
    STOPPED,
    add_diary,
    add_period,
    as_day,
    as_number,
    opened,
    tell,
    verb,
    warn,
)
from diary.verbs.check import add_check
from diary.verbs.export import add_export
from diary.verbs.report import add_report
from diary.wording import say

if TYPE_CHECKING:
    from diary.exchange.importers.plan import ImportPlan
    from diary.verbs.call import Verbs


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what a verb asks; 0 only on success, problems in plain words on stderr."""
    try:
        code = _do(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this, as `head` does, has enough; what is left must not be told to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEM
    except KeyboardInterrupt:
        warn(say("cli.stopped"))
        return STOPPED
    except DiaryError as error:
        return _problem(error)
    except OSError as error:
        why = error.strerror or str(error)
        return _problem(DiaryError(say("error.other", why=why), do=say("cli.check_place")))
    return code


def _do(arguments: Sequence[str] | None) -> int:
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    do: Callable[[argparse.Namespace], int] = asked.do
    return do(asked)


def _problem(error: DiaryError) -> int:
    warn(str(error))
    return PROBLEM


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description=say("cli.about"), epilog=say("cli.window"))
    verbs = parser.add_subparsers(required=True, metavar=say("cli.verb"))
    for build in (_add_demo, _add_import, add_export, add_report, _add_summary, add_check, _add_tour):
        build(verbs)
    return parser


def _add_demo(verbs: Verbs) -> None:
    parser = verb(verbs, "demo", _demo)
    parser.add_argument("file", type=Path, metavar="FILE", help=say("cli.demo.file"))
    parser.add_argument("--days", type=as_number, default=90, metavar="N", help=say("cli.demo.days"))
    parser.add_argument("--seed", type=as_number, default=1, metavar="S", help=say("cli.demo.seed"))
    parser.add_argument("--until", type=as_day, metavar="DAY", help=say("cli.demo.until"))


def _demo(asked: argparse.Namespace) -> int:
    from diary.exchange.demo import demo

    if asked.file.exists():
        raise DiaryError(
            say("cli.exists", file=asked.file), say("error.left_untouched"), say("cli.other_name")
        )
    demo(asked.file, days=asked.days, seed=asked.seed, until=asked.until)
    tell(say("cli.demo.done", file=asked.file))
    return 0


def _add_import(verbs: Verbs) -> None:
    parser = verb(verbs, "import", _import)
    parser.add_argument("file", type=Path, metavar="FILE", help=say("cli.import.file"))
    add_diary(parser)
    parser.add_argument("--as", dest="name", metavar="NAME", help=say("cli.import.as"))
    parser.add_argument("--dry-run", action="store_true", help=say("cli.import.dry_run"))


def _import(asked: argparse.Namespace) -> int:
    from diary.exchange.importers.plan import carry_out, plan
    from diary.exchange.importers.telling import told
    from diary.exchange.new_diary import is_new, made_whole

    if asked.dry_run:
        planned = _planned(asked, is_new=is_new(asked.diary))
    else:
        with made_whole(asked.diary), opened(asked.diary, create=True) as diary:
            planned = plan(asked.file, diary, asked.name)
            carry_out(diary, planned)
    if planned.steps or planned.whole is not None:
        tell(say("cli.import.would" if asked.dry_run else "cli.import.came"))
    tell(*told(planned))
    return 0


def _planned(asked: argparse.Namespace, *, is_new: bool) -> ImportPlan:
    from diary.exchange.importers.plan import plan

    if is_new:
        return plan(asked.file, None, asked.name)
    with opened(asked.diary) as diary:
        return plan(asked.file, diary, asked.name)


def _add_summary(verbs: Verbs) -> None:
    parser = verb(verbs, "summary", _summary)
    add_diary(parser)
    add_period(parser)
    parser.add_argument("--json", action="store_true", help=say("cli.summary.json"))


def _summary(asked: argparse.Namespace) -> int:
    from diary.exchange.summary import summary, summary_words

    if not asked.json:
        with opened(asked.diary) as diary:
            words = summary_words(diary, asked.since, asked.until)
        tell(*words)
        return 0
    with opened(asked.diary) as diary:
        found = summary(diary, asked.since, asked.until)
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    tell(json.dumps(found, ensure_ascii=not unicode, indent=1, sort_keys=True))
    return 0


def _add_tour(verbs: Verbs) -> None:
    parser = verb(verbs, "tour", _tour)
    parser.add_argument(
        "--to", type=Path, default=Path("build/tour"), metavar="PATH", help=say("cli.tour.to")
    )


def _tour(asked: argparse.Namespace) -> int:
    from diary.tour import tour

    for file in tour(asked.to):
        tell(say("cli.written", file=file))
    return 0


if __name__ == "__main__":
    sys.exit(main())

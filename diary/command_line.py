"""The diary without a screen: the same engine for scripts and tests. No verb but `tour` knows Qt."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.wording import say

if TYPE_CHECKING:
    from diary.exchange.importers.plan import ImportPlan
    from diary.storage.diary import Diary

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What verbs stumble over where another program wrote into the diary; or where the fault is ours."""

MOST_TOLD = 5
"""How many of the findings a verb tells that was not asked for them."""

PROBLEM, USAGE = 1, 2
"""Exit codes beside 0: something stood in the way; the words of the call are off."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what a verb asks; 0 only on success, problems in plain words on stderr."""
    try:
        code = _do(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this, as `head` does, has enough; what is left must not be told to anyone.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEM
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
    print(str(error), file=sys.stderr)  # noqa: T201  # this is the command line
    return PROBLEM


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py", description=say("cli.about"), epilog=say("cli.window"))
    verbs = parser.add_subparsers(required=True, metavar=say("cli.verb"))
    for build in (_add_demo, _add_import, _add_export, _add_report, _add_summary, _add_check, _add_tour):
        build(verbs)
    return parser


if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # argparse names it no other way


def _verb(verbs: Verbs, name: str, do: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    about = say(f"cli.{name}")
    parser = verbs.add_parser(name, help=about, description=about)
    parser.set_defaults(do=do)
    return parser


def _add_diary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--diary", type=Path, required=True, metavar="D", help=say("cli.diary"))


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", type=_day, metavar="DAY", help=say("cli.from"))
    parser.add_argument("--to", dest="until", type=_day, metavar="DAY", help=say("cli.to"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(say("cli.not_a_day", text=text)) from error


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(say("cli.not_a_number", text=text)) from error


def _add_demo(verbs: Verbs) -> None:
    parser = _verb(verbs, "demo", _demo)
    parser.add_argument("file", type=Path, metavar="FILE", help=say("cli.demo.file"))
    parser.add_argument("--days", type=_number, default=90, metavar="N", help=say("cli.demo.days"))
    parser.add_argument("--seed", type=_number, default=1, metavar="S", help=say("cli.demo.seed"))
    parser.add_argument("--until", type=_day, metavar="DAY", help=say("cli.demo.until"))


def _demo(asked: argparse.Namespace) -> int:
    from diary.exchange.demo import demo

    if asked.file.exists():
        raise DiaryError(
            say("cli.exists", file=asked.file), say("error.left_untouched"), say("cli.other_name")
        )
    demo(asked.file, days=asked.days, seed=asked.seed, until=asked.until)
    _tell(say("cli.demo.done", file=asked.file))
    return 0


def _add_import(verbs: Verbs) -> None:
    parser = _verb(verbs, "import", _import)
    parser.add_argument("file", type=Path, metavar="FILE", help=say("cli.import.file"))
    _add_diary(parser)
    parser.add_argument("--as", dest="name", metavar="NAME", help=say("cli.import.as"))
    parser.add_argument("--dry-run", action="store_true", help=say("cli.import.dry_run"))


def _import(asked: argparse.Namespace) -> int:
    from diary.exchange.importers.plan import carry_out, plan
    from diary.exchange.importers.telling import told
    from diary.exchange.new_diary import is_new, made_whole

    if asked.dry_run:
        planned = _planned(asked, is_new=is_new(asked.diary))
    else:
        with made_whole(asked.diary), _opened(asked.diary, create=True) as diary:
            planned = plan(asked.file, diary, asked.name)
            carry_out(diary, planned)
    if planned.steps or planned.whole is not None:
        _tell(say("cli.import.would" if asked.dry_run else "cli.import.came"))
    _tell(*told(planned))
    return 0


def _planned(asked: argparse.Namespace, *, is_new: bool) -> ImportPlan:
    from diary.exchange.importers.plan import plan

    if is_new:
        return plan(asked.file, None, asked.name)
    with _opened(asked.diary) as diary:
        return plan(asked.file, diary, asked.name)


def _add_export(verbs: Verbs) -> None:
    parser = _verb(verbs, "export", _export)
    _add_diary(parser)
    parser.add_argument(
        "--as", dest="form", choices=("json", "csv"), required=True, help=say("cli.export.as")
    )
    parser.add_argument("--to", type=Path, required=True, metavar="PATH", help=say("cli.export.to"))


def _export(asked: argparse.Namespace) -> int:
    from diary.exchange.csv_export import export_csv
    from diary.exchange.given import keep_given
    from diary.exchange.json_export import export_json

    with _opened(asked.diary) as diary:
        if asked.form == "json":
            export_json(diary, asked.to)
            written: tuple[Path, ...] = (asked.to,)
        else:
            written = export_csv(diary, asked.to)
        keep_given(diary, asked.form, asked.to)
    _tell(*(say("cli.written", file=file) for file in written))
    return 0


def _add_report(verbs: Verbs) -> None:
    parser = _verb(verbs, "report", _report)
    _add_diary(parser)
    _add_period(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help=say("cli.report.out"))


def _report(asked: argparse.Namespace) -> int:
    from diary.exchange.report_gather import report

    if asked.out.suffix.lower() != ".pdf":
        raise DiaryError(
            say("cli.report.not_pdf", file=asked.out.name),
            say("exchange.nothing_written"),
            say("cli.report.not_pdf_do"),
        )
    with _opened(asked.diary) as diary:
        report(diary, asked.since, asked.until, asked.out)
    _tell(say("cli.written", file=asked.out))
    return 0


def _add_summary(verbs: Verbs) -> None:
    parser = _verb(verbs, "summary", _summary)
    _add_diary(parser)
    _add_period(parser)
    parser.add_argument("--json", action="store_true", help=say("cli.summary.json"))


def _summary(asked: argparse.Namespace) -> int:
    from diary.exchange.summary import summary, summary_words

    if not asked.json:
        with _opened(asked.diary) as diary:
            words = summary_words(diary, asked.since, asked.until)
        _tell(*words)
        return 0
    with _opened(asked.diary) as diary:
        found = summary(diary, asked.since, asked.until)
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    _tell(json.dumps(found, ensure_ascii=not unicode, indent=1, sort_keys=True))
    return 0


def _add_check(verbs: Verbs) -> None:
    _add_diary(_verb(verbs, "check", _check))


def _check(asked: argparse.Namespace) -> int:
    from diary.storage.check import check

    with _opened(asked.diary) as diary:
        found = diary.ask(check, diary.today())
    if found:
        raise DiaryError("\n".join(found), say("error.left_untouched"), say("error.open_backup"))
    _tell(say("cli.check.sound"))
    return 0


def _add_tour(verbs: Verbs) -> None:
    parser = _verb(verbs, "tour", _tour)
    parser.add_argument(
        "--to", type=Path, default=Path("build/tour"), metavar="PATH", help=say("cli.tour.to")
    )


def _tour(asked: argparse.Namespace) -> int:
    from diary.tour import tour

    for file in tour(asked.to):
        _tell(say("cli.written", file=file))
    return 0


@contextmanager
def _opened(path: Path, *, create: bool = False) -> Iterator[Diary]:
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


def _tell(*lines: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        # Not every pipe takes every letter, and a word with a mark is better than none.
        print(line.encode(encoding, "backslashreplace").decode(encoding))  # noqa: T201  # this is the command line


if __name__ == "__main__":
    sys.exit(main())

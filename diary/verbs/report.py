"""`report`: the consult report as a PDF."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diary.errors import DiaryError
from diary.verbs.call import add_diary, add_period, opened, tell, verb
from diary.wording import say

if TYPE_CHECKING:
    from diary.exchange.report.choices import ReportChoices
    from diary.storage.diary import Diary
    from diary.verbs.call import Verbs


def add_report(verbs: Verbs) -> None:
    """The verb and its arguments."""
    parser = verb(verbs, "report", _report)
    add_diary(parser)
    add_period(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help=say("cli.report.out"))


def _report(asked: argparse.Namespace) -> int:
    from diary.exchange.report_gather import report

    if asked.out.suffix.lower() != ".pdf":
        raise DiaryError(
            say("cli.report.not_pdf", file=asked.out.name),
            say("exchange.nothing_written"),
            say("cli.report.not_pdf_do"),
        )
    with opened(asked.diary) as diary:
        report(diary, asked.since, asked.until, asked.out)
    tell(say("cli.written", file=asked.out))
    return 0


def choices_asked(diary: Diary, asked: argparse.Namespace) -> ReportChoices:
    """The choices of a call: those of a report that was given, or of a file, with the days of the call."""
    from diary.exchange.report.choices import ReportChoices

    if getattr(asked, "given", None) is not None:
        choices = _given(diary, asked.given)
    elif asked.choices is not None:
        choices = _read(asked.choices)
    else:
        choices = ReportChoices()
    return replace(choices, since=asked.since or choices.since, until=asked.until or choices.until)


def _given(diary: Diary, uid: str) -> ReportChoices:
    from diary.storage.queries import given_reports

    found = [one for one in diary.ask(given_reports) if one.uid == uid]
    if not found:
        raise DiaryError(say("cli.export.no_given", uid=uid), do=say("cli.export.no_given_do"))
    return replace(_of(found[0].choices, uid), since=found[0].since, until=found[0].until)


def _read(path: Path) -> ReportChoices:
    from diary.exchange.whole_file import read_bytes

    try:
        plain = json.loads(read_bytes(path))
    except (ValueError, RecursionError) as error:
        raise _off(path.name, "JSON") from error
    return _of(plain, path.name)


def _of(plain: Any, name: str) -> ReportChoices:
    from diary.exchange.report.choices import from_plain

    if not isinstance(plain, dict):
        raise _off(name, "JSON")
    try:
        return from_plain(plain)
    except ValueError as error:
        raise _off(name, str(error)) from error


def _off(name: str, field: str) -> DiaryError:
    return DiaryError(say("cli.report.choices_off", file=name, field=field), do=say("cli.report.choices_do"))

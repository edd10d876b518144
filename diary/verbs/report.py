"""`report`: the consult report as a PDF."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diary.errors import DiaryError
from diary.verbs.call import add_diary, add_period, opened, tell, verb
from diary.wording import say

if TYPE_CHECKING:
    from datetime import date

    from diary.exchange.report.choices import ReportChoices
    from diary.storage.diary import Diary
    from diary.verbs.call import Verbs


AUDIENCES = ("pain_clinic", "gp", "physiotherapist", "emergency", "myself")
"""For whom a report can be, as in `exchange.report.choices.Audience`; `emergency` is the card."""

PARTS = (
    *("calendar", "charts", "areas", "treatments", "flares", "questionnaires"),
    *("links", "trackers", "notes", "changes", "nerves"),
)
"""What an annex can hold, as in `exchange.report.choices.Annex`."""


def add_report(verbs: Verbs) -> None:
    """The verb and its arguments."""
    parser = verb(verbs, "report", _report)
    add_diary(parser)
    add_period(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help=say("cli.report.out"))
    parser.add_argument("--choices", type=Path, metavar="FILE.json", help=say("cli.report.choices"))
    parser.add_argument("--audience", choices=AUDIENCES, help=say("cli.report.audience"))
    parser.add_argument("--annex", type=_parts, metavar=",".join(PARTS), help=say("cli.report.annex"))
    parser.add_argument("--to-name", metavar="NAME", help=say("cli.report.to_name"))
    parser.add_argument("--paper", choices=("a4", "letter"), help=say("cli.report.paper"))
    parser.add_argument("--large-print", action="store_true", help=say("cli.report.large_print"))
    parser.add_argument("--password-from-stdin", action="store_true", help=say("cli.report.password"))


def _parts(text: str) -> tuple[str, ...]:
    found = tuple(one.strip() for one in text.split(",") if one.strip())
    for one in found:
        if one not in PARTS:
            raise argparse.ArgumentTypeError(say("cli.export.no_tick", text=one, ticks=", ".join(PARTS)))
    return found


def _report(asked: argparse.Namespace) -> int:
    from diary.exchange.whole_file import written_whole

    if asked.out.suffix.lower() != ".pdf":
        raise DiaryError(
            say("cli.report.not_pdf", file=asked.out.name),
            say("exchange.nothing_written"),
            say("cli.report.not_pdf_do"),
        )
    password = sys.stdin.readline().rstrip("\r\n") if asked.password_from_stdin else ""
    if asked.password_from_stdin and not password:
        raise DiaryError(say("cli.report.no_password"), say("exchange.nothing_written"))
    with opened(asked.diary) as diary:
        pdf = _pdf(diary, choices_asked(diary, asked))
    if password:
        from diary.exchange.report.protect import protected

        pdf = protected(pdf, password)
    with written_whole(asked.out) as stream:
        stream.write(pdf)
    tell(say("cli.written", file=asked.out))
    return 0


def _pdf(diary: Diary, choices: ReportChoices) -> bytes:
    from diary.exchange.report.choices import Audience

    if choices.audience is Audience.EMERGENCY:
        from diary.exchange.report.card import card, card_pdf

        return card_pdf(card(diary, choices), diary.now())
    from diary.exchange.report.gather import gather
    from diary.exchange.report.typeset import typeset

    return typeset(gather(diary, choices), diary.now())


def content_asked(diary: Diary, choices: ReportChoices, today: date | None = None) -> bytes:
    """The canonical JSON whose SHA-256 is the code printed on the report, or on the emergency card."""
    from diary.exchange.report.choices import Audience

    if choices.audience is Audience.EMERGENCY:
        from diary.exchange.report.card import card, card_canonical

        return card_canonical(card(diary, choices, today))
    from diary.exchange.report.data import canonical
    from diary.exchange.report.gather import gather

    return canonical(gather(diary, choices, today).data)


def choices_asked(diary: Diary, asked: argparse.Namespace) -> ReportChoices:
    """The choices of a call: those of a report that was given, or of a file, with the days of the call."""
    from diary.exchange.report.choices import ReportChoices

    if getattr(asked, "given", None) is not None:
        choices = _given(diary, asked.given)
    elif asked.choices is not None:
        choices = _read(asked.choices)
    else:
        choices = ReportChoices()
    return _with_words(choices, asked)


def _with_words(choices: ReportChoices, asked: argparse.Namespace) -> ReportChoices:
    """The choices with what the words of the call say otherwise."""
    from diary.exchange.report.choices import Audience, from_plain, preset

    if (audience := getattr(asked, "audience", None)) is not None:
        choices = preset(choices, Audience(audience))
    plain = choices.plain()
    for name, word in (("since", "since"), ("until", "until"), ("to", "to_name"), ("paper", "paper")):
        if (value := getattr(asked, word, None)) is not None:
            plain[name] = str(value)
    if (annex := getattr(asked, "annex", None)) is not None:
        plain["annex"] = list(annex)
    if getattr(asked, "large_print", False):
        plain["large_print"] = True
    return from_plain(plain)


def day_given(diary: Diary, uid: str | None) -> date | None:
    """The day on which a report was given: what lay ahead then may be past by now. None without a uid."""
    from diary.storage.queries import given_reports

    return next((one.given.local.date() for one in diary.ask(given_reports) if one.uid == uid), None)


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

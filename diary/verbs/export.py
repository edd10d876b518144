"""`export`: the record leaves as files, for some days and with what was ticked."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.verbs.call import add_diary, add_period, long_work, opened, tell, verb, warn
from diary.wording import say

if TYPE_CHECKING:
    from diary.exchange.privacy import Privacy
    from diary.storage.diary import Diary
    from diary.verbs.call import Progress, Verbs

TICKS = {"name": "name", "born": "born", "private": "private_places", "notes": "notes"}
"""What can be ticked, as it is typed, and its name in `Privacy`."""

FORMS = ("json", "csv", "fhir", "drawings", "report", "everything")
"""In which forms something leaves; `report` are the numbers and words behind a report."""

MOST_NAMED = 40
"""So many written files are named one by one; of more, the folder is named."""


def add_export(verbs: Verbs) -> None:
    """The verb and its arguments."""
    parser = verb(verbs, "export", _export)
    add_diary(parser)
    parser.add_argument("--as", dest="form", choices=FORMS, required=True, help=say("cli.export.as"))
    parser.add_argument("--to", type=Path, required=True, metavar="PATH", help=say("cli.export.to"))
    add_period(parser, "--since", "--until")
    ticks = parser.add_mutually_exclusive_group()
    words = ",".join(TICKS)
    ticks.add_argument("--with", dest="ticked", type=_ticks, metavar=words, help=say("cli.export.with"))
    ticks.add_argument("--leave-out", type=_ticks, metavar=words, help=say("cli.export.leave_out"))
    report = parser.add_mutually_exclusive_group()
    report.add_argument("--choices", type=Path, metavar="FILE.json", help=say("cli.report.choices"))
    report.add_argument("--given", metavar="UID", help=say("cli.export.given"))


def _ticks(text: str) -> frozenset[str]:
    found = [one.strip() for one in text.split(",") if one.strip()]
    unknown = [one for one in found if one not in TICKS]
    if unknown:
        raise argparse.ArgumentTypeError(say("cli.export.no_tick", text=unknown[0], ticks=", ".join(TICKS)))
    return frozenset(found)


def _export(asked: argparse.Namespace) -> int:
    from diary.exchange.given import is_warned, keep_given

    _check_days(asked)
    _check_words(asked)
    with opened(asked.diary) as diary:
        if not (warned := diary.ask(is_warned)):
            warn(say("archive.warning"))
        with long_work() as progress:
            written = _report(diary, asked) if asked.form == "report" else _record(diary, asked, progress)
        keep_given(diary, asked.form, asked.to, warned=not warned)
    if len(written) > MOST_NAMED:
        tell(say("cli.export.many", n=len(written), folder=asked.to))
    else:
        tell(*(say("cli.written", file=file) for file in written))
    return 0


def _check_days(asked: argparse.Namespace) -> None:
    if asked.since is not None and asked.until is not None and asked.since > asked.until:
        raise DiaryError(say("report.backwards"), say("error.nothing_changed"), say("report.backwards_do"))


def _check_words(asked: argparse.Namespace) -> None:
    """Refuses what the form does not know, rather than pass over it."""
    report = asked.form == "report"
    given = {"--choices": asked.choices, "--given": asked.given}
    ticks = {"--with": asked.ticked, "--leave-out": asked.leave_out}
    for word, value in (ticks if report else given).items():
        if value is not None:
            what = say("cli.export.not_with", word=word, form=asked.form)
            raise DiaryError(what, say("exchange.nothing_written"), say("cli.export.not_with_do"))


def _record(diary: Diary, asked: argparse.Namespace, progress: Progress) -> tuple[Path, ...]:
    from diary.exchange.archive import Form, Wanted, export

    wanted = Wanted(since=asked.since, until=asked.until, privacy=_privacy(asked))
    return export(diary, Form(asked.form), asked.to, wanted, progress)


def _privacy(asked: argparse.Namespace) -> Privacy:
    """What was ticked; without a word of it a copy for oneself has everything, all else nothing private."""
    from diary.exchange.archive import Form, usual_privacy
    from diary.exchange.privacy import Privacy

    if asked.ticked is None and asked.leave_out is None:
        return usual_privacy(Form(asked.form), asked.since, asked.until)
    ticked = TICKS.keys() - asked.leave_out if asked.ticked is None else asked.ticked
    return Privacy(**{TICKS[one]: True for one in ticked})


def _report(diary: Diary, asked: argparse.Namespace) -> tuple[Path, ...]:
    """The data of a report as canonical JSON: its SHA-256 is the code printed on the report."""
    from diary.exchange.whole_file import written_whole
    from diary.verbs.report import choices_asked, content_asked, day_given

    content = content_asked(diary, choices_asked(diary, asked), day_given(diary, asked.given))
    with written_whole(asked.to) as stream:
        stream.write(content)
    return (asked.to,)

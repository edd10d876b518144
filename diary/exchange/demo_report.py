"""The last report that was given in a sample diary, typeset from the days it was about."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from diary.models.records import GivenReport, Record
from diary.storage.diary import Diary
from diary.storage.snapshot import Snapshot


def with_report(whole: Snapshot) -> Snapshot:
    """The sample with its newest given report printed; the older ones were given without being kept."""
    if not whole.given_reports:
        return whole
    newest = max(whole.given_reports, key=lambda one: one.until)
    printed = _printed(whole, newest)
    reports = tuple(printed if one is newest else one for one in whole.given_reports)
    return replace(whole, given_reports=reports)


def _printed(whole: Snapshot, given: GivenReport) -> GivenReport:
    from diary.exchange.report.choices import ReportChoices
    from diary.exchange.report.data import content_hash
    from diary.exchange.report.gather import gather
    from diary.exchange.report.typeset import typeset

    written = {one.uid: one.at.local for one in whole.changes}
    known = tuple(
        one for one in whole.entries if given.since <= one.day <= given.until and _known(one, written, given)
    )
    with tempfile.TemporaryDirectory() as room:
        diary = Diary(Path(room) / "days.sqlite3", clock=lambda: given.given)
        try:
            life = {
                noun: tuple(one for one in many if _known(one, written, given))
                for noun, many in whole.plain.items()
            }
            known_then = replace(
                whole, entries=known, plain=life, revisions=(), given_reports=(), redrawings=(), drafts=()
            )
            diary.restore(known_then)
            choices = ReportChoices(since=given.since, until=given.until, to=given.to)
            report = gather(diary, choices)
            pdf = typeset(report, given.given)
            return replace(given, choices=choices.plain(), content_hash=content_hash(report.data), pdf=pdf)
        finally:
            diary.close()


def _known(record: Record, written: dict[str, datetime], given: GivenReport) -> bool:
    """Whether a record said what it says when the report was given."""
    return record.written is None or written[record.written.last] <= given.given.local

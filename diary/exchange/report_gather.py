"""The report: one page for a clinician, gathered from the diary, typeset in memory, written in one piece."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from diary.errors import DiaryError
from diary.exchange.letters import printable
from diary.exchange.report.words import day_words, period_words, sentences, shortened
from diary.exchange.report_body import quality_section, where_section
from diary.exchange.report_complete import complete_words, helped_words, imported_words
from diary.exchange.report_data import (
    NoteLine,
    NoteSection,
    ReportChoices,
    ReportData,
    content_hash,
)
from diary.exchange.report_others import other_section
from diary.exchange.report_page import picture, typeset
from diary.exchange.report_pain import headline, pain_section
from diary.exchange.whole_file import written_whole
from diary.insight.period import summarise
from diary.models.codes import Lateness
from diary.wording import say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from diary.models.records import GivenReport, Person
    from diary.models.views import EntryRow, PeriodRows
    from diary.storage.diary import Diary
    from diary.storage.reading import Reader

DEFAULT_DAYS = 30
"""How many days a report covers where none was given before."""

MOST_NAME, MOST_TO = 60, 90
"""Letters of a name, and of whom the report is for, that fit the head of the page."""


class _Read(NamedTuple):
    rows: PeriodRows
    person: Person | None
    is_sample: bool


def default_period(given: Iterable[GivenReport], today: date) -> tuple[date, date]:
    """Since the last report that was given before today, else the last 30 days."""
    ends = [one.until for one in given if one.until < today]
    since = max(ends) + timedelta(days=1) if ends else today - timedelta(days=DEFAULT_DAYS - 1)
    return since, today


def chosen_period(choices: ReportChoices, given: Iterable[GivenReport], today: date) -> tuple[date, date]:
    """The days of the choices, the default where they are absent; never after today, never backwards."""
    first, last = default_period(given, today)
    until = min(choices.until or last, today)
    since = choices.since
    if since is None:
        since = first if first <= until else until - timedelta(days=DEFAULT_DAYS - 1)
    return min(since, until), until


def gather(diary: Diary, choices: ReportChoices) -> ReportData:
    """All that the page says for these choices, read in one piece; DiaryError."""
    today = diary.today()
    since, until = _period(diary, choices, today)
    found = diary.ask(_read, since, until, today)
    numbers = summarise(found.rows)
    return printable(
        ReportData(
            language="en",
            paper=choices.paper,
            title=say("report.title"),
            sample=say("report.sample") if found.is_sample else "",
            since=since.isoformat(),
            until=until.isoformat(),
            period=period_words(since, until),
            length=say_n("report.days", (until - since).days + 1),
            who=_who(found.person, choices),
            complete_title=say("report.complete"),
            complete=sentences(complete_words(numbers), helped_words(found.rows)),
            imported=imported_words(found.rows),
            numbers=headline(numbers),
            pain=pain_section(numbers),
            where=where_section(found.rows.areas, numbers.places, with_private=choices.with_private),
            qualities=quality_section(numbers.places),
            others=other_section(numbers),
            notes=_notes(found.rows.entries, choices.notes),
            limits=_limits(),
        )
    )


def report(diary: Diary, since: date | None, until: date | None, out: Path) -> str:
    """Writes the report of these days as a PDF to `out`, all or nothing; returns its content hash."""
    data = gather(diary, ReportChoices(since=since, until=until))
    pdf = typeset(data, diary.now())
    with written_whole(out) as stream:
        stream.write(pdf)
    return content_hash(data)


def period_of(diary: Diary, since: date | None, until: date | None, today: date) -> tuple[date, date]:
    """The days meant by `since` and `until`, either of which may be absent; DiaryError if backwards."""
    return _period(diary, ReportChoices(since=since, until=until), today)


def _period(diary: Diary, choices: ReportChoices, today: date) -> tuple[date, date]:
    from diary.storage.queries import given_reports

    if choices.since is not None and choices.until is not None and choices.since > choices.until:
        raise DiaryError(say("report.backwards"), say("error.nothing_changed"), say("report.backwards_do"))
    if choices.since is not None and choices.since > today:
        what = say("problem.future", day=choices.since)
        raise DiaryError(what, say("error.nothing_changed"), say("report.backwards_do"))
    return chosen_period(choices, diary.ask(given_reports), today)


def _read(reader: Reader, since: date, until: date, today: date) -> _Read:
    from diary.storage import queries
    from diary.storage.period_queries import period
    from diary.storage.reading import is_sample

    return _Read(
        rows=period(reader, since, until, today),
        person=queries.person(reader),
        is_sample=is_sample(reader),
    )


def _who(person: Person | None, choices: ReportChoices) -> tuple[str, ...]:
    lines = []
    if person is not None and choices.with_name and person.name.strip():
        lines.append(shortened(person.name.strip(), MOST_NAME))
    if person is not None and choices.with_born and person.born is not None:
        lines.append(say("report.born", day=day_words(person.born)))
    if choices.to.strip():
        lines.append(say("report.for", to=shortened(choices.to.strip(), MOST_TO)))
    return tuple(lines)


def _notes(entries: Iterable[EntryRow], chosen: Iterable[str]) -> NoteSection:
    wanted = set(chosen)
    lines = tuple(_note(row) for row in entries if row.entry in wanted and row.note.strip())
    return NoteSection(title=say("report.notes"), lines=lines) if lines else NoteSection()


def _note(row: EntryRow) -> NoteLine:
    day = day_words(date.fromordinal(row.day))
    late = row.lateness == Lateness.MEMORY
    when = say("report.note_late", day=day) if late else say("report.note_day", day=day)
    return NoteLine(when=when, text=row.note.strip())


def _limits() -> tuple[str, ...]:
    low, high = say("measure.pain.low"), say("measure.pain.high")
    return (
        say("app.purpose"),
        say("report.own_words"),
        say("report.scale", low=low, high=high),
        say("report.proves"),
    )


__all__ = [
    "ReportChoices",
    "ReportData",
    "chosen_period",
    "content_hash",
    "default_period",
    "gather",
    "picture",
    "report",
    "typeset",
]

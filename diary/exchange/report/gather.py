"""Gathers one report from the diary: the days, the rows, every section of page one, the annex."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from diary.errors import DiaryError
from diary.exchange.letters import clean
from diary.exchange.privacy import PRIVATE_REGIONS
from diary.exchange.report.choices import Part, ReportChoices
from diary.exchange.report.data import PageOne, Report, ReportData
from diary.exchange.report.rows import LOOK_BACK, Asked, ReportRows
from diary.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.exchange.report.data import Drawings
    from diary.models.records import GivenReport
    from diary.models.story import Consult
    from diary.storage.diary import Diary
    from diary.storage.reading import Reader

DEFAULT_DAYS = 90
"""How many days a report covers where no visit and no report were before."""

WIDE_DAYS = 400
"""So many days before its end are read at least: what is tested looks at a year."""


def gather(diary: Diary, choices: ReportChoices, today: date | None = None) -> Report:
    """All that the report says for these choices, as of `today` unless another day is named; DiaryError."""
    today = today or diary.today()
    asked = diary.ask(asked_for, choices, today)
    return told(diary.ask(read_rows, asked), asked)


def told(rows: ReportRows, asked: Asked) -> Report:
    """The report of these rows: no question is put to the diary here."""
    from diary.exchange.report import annex
    from diary.exchange.report.ticked import ticked

    rows = ticked(rows, asked.choices)
    page, drawings = _page(rows, asked)
    parts, more = annex.parts(rows, asked)
    choices = asked.choices
    data = clean(
        ReportData(
            language="en",
            paper=choices.paper,
            large_print=choices.large_print,
            since=asked.since.isoformat(),
            until=asked.until.isoformat(),
            page=page,
            annex=parts,
        )
    )
    data = _told_of_letters(data)
    author = rows.person.name.strip() if choices.with_author and rows.person is not None else ""
    drawn = {key: cache(draw) for key, draw in {**drawings, **more}.items()}
    return Report(data=data, drawings=drawn, author=author)


def default_period(
    consults: Iterable[Consult], given: Iterable[GivenReport], today: date
) -> tuple[date, date, Consult | None]:
    """Since the last visit before today, else since the last report given before today, else 90 days."""
    visits = [one for one in consults if one.day < today]
    last = max(visits, key=lambda one: one.day, default=None)
    if last is not None:
        return last.day, today, last
    ends = [one.until for one in given if one.until < today]
    since = max(ends) + timedelta(days=1) if ends else today - timedelta(days=DEFAULT_DAYS - 1)
    return since, today, None


def asked_for(reader: Reader, choices: ReportChoices, today: date) -> Asked:
    """The days and visits that choices mean; DiaryError where the days run backwards or lie ahead."""
    from diary.models.story import Consult
    from diary.storage.life_queries import all_of
    from diary.storage.queries import given_reports

    _check(choices, today)
    consults = all_of(reader, Consult)
    first, last, _ = default_period(consults, given_reports(reader), today)
    until = min(choices.until or last, today)
    since = choices.since
    if since is None:
        since = first if first <= until else until - timedelta(days=DEFAULT_DAYS - 1)
    since = min(since, until)
    followed = sorted((one for one in consults if one.day == since), key=_when)
    coming = [one for one in consults if one.day >= today]
    return Asked(
        since=since,
        until=until,
        today=today,
        choices=choices,
        last_visit=followed[-1] if followed else None,
        visit=min(coming, key=_when, default=None),
    )


def _when(visit: Consult) -> tuple[str, str]:
    """By day and, where two fall on one, by the time that was said."""
    return str(visit.day), "" if visit.at is None else str(visit.at.local)


def period_of(diary: Diary, since: date | None, until: date | None) -> tuple[date, date]:
    """The days meant by `since` and `until`, either of which may be absent; DiaryError."""
    asked = diary.ask(asked_for, ReportChoices(since=since, until=until), diary.today())
    return asked.since, asked.until


def _check(choices: ReportChoices, today: date) -> None:
    since, until = choices.since, choices.until
    if since is not None and until is not None and since > until:
        raise DiaryError(say("report.backwards"), say("error.nothing_changed"), say("report.backwards_do"))
    if since is not None and since > today:
        what = say("problem.future", day=since)
        raise DiaryError(what, say("error.nothing_changed"), say("report.backwards_do"))


def read_rows(reader: Reader, asked: Asked) -> ReportRows:
    """Everything the report of these days reads, in one piece."""
    from diary.exchange.report import annex
    from diary.models.care import SideEffect, TriedBefore
    from diary.models.story import Condition, Consult, Goal, Question, Response
    from diary.storage import queries
    from diary.storage.finding_queries import finding_rows
    from diary.storage.life_queries import all_of, between, day_rows, doses_between, reliefs_between
    from diary.storage.reading import SELF, is_sample

    early = min(asked.since - timedelta(days=LOOK_BACK), asked.until - timedelta(days=WIDE_DAYS))
    wide = finding_rows(reader, early, asked.until, today=asked.today)
    return ReportRows(
        period=wide.period.between(asked.since.toordinal(), asked.until.toordinal()),
        wide=wide,
        doses=doses_between(reader, asked.since, asked.until),
        reliefs=reliefs_between(reader, asked.since, asked.until),
        side_effects=between(reader, SideEffect, asked.since, asked.until),
        tried=all_of(reader, TriedBefore),
        responses=day_rows(reader, Response, date.min, asked.until),
        conditions=all_of(reader, Condition),
        goals=all_of(reader, Goal),
        consults=all_of(reader, Consult),
        questions=all_of(reader, Question),
        person=queries.person(reader),
        is_sample=is_sample(reader),
        roles={
            uid: say(f"writer.role.{one.role}") for uid, one in queries.authors(reader).items() if uid != SELF
        },
        private_sites=queries.sites_only_in(reader, PRIVATE_REGIONS),
        extra=annex.read(reader, asked),
    )


def _page(rows: ReportRows, asked: Asked) -> tuple[PageOne, Drawings]:
    from diary.exchange.report import (
        complete,
        function,
        head,
        helped,
        limits,
        now_before,
        since,
        story,
        trend,
        where,
    )

    wanted = asked.choices.parts
    course, drawn = trend.trend_section(rows, asked)
    drawings = dict(drawn)
    body = lines = None
    if Part.WHERE in wanted:
        body, drawn = where.where_section(rows, asked)
        drawings |= drawn
    if Part.FUNCTION in wanted:
        lines, drawn = function.function_section(rows, asked)
        drawings |= drawn
    page = PageOne(
        head=head.head_section(rows, asked),
        since=since.since_section(rows, asked) if Part.SINCE in wanted else None,
        complete=complete.complete_section(rows, asked),
        now_before=now_before.now_before_section(rows, asked),
        trend=course,
        where=body,
        helped=helped.helped_section(rows, asked) if Part.HELPED in wanted else None,
        tried=helped.tried_section(rows, asked) if Part.TRIED in wanted else None,
        function=lines,
        conditions=story.conditions_section(rows, asked) if Part.CONDITIONS in wanted else None,
        questions=story.questions_section(rows, asked) if Part.QUESTIONS in wanted else None,
        limits=limits.limits_section(rows, asked),
    )
    return page, drawings


def _told_of_letters(data: ReportData) -> ReportData:
    """The data, with a sentence among the limits where some letters cannot be printed."""
    from diary.charts.letters import STAND_IN

    if STAND_IN not in repr(data):
        return data
    page = replace(data.page, limits=(*data.page.limits, say("report.letters")))
    return replace(data, page=page)

"""The top of the report: what it is, who and for which visit, and the days it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.choices import Audience
from diary.exchange.report.data import Head
from diary.exchange.report.words import day_words, period_words
from diary.wording import say, say_n
from diary.wording.treatment_words import listed

if TYPE_CHECKING:
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.records import Person


def head_section(rows: ReportRows, asked: Asked) -> Head:
    """Title, what of the person was ticked, the visit, the period and its length."""
    length = say_n("report.days", asked.days)
    if asked.last_visit is not None:
        length = say("course.since_last_visit", length=length)
    visit = _visit(asked)
    return Head(
        title=say("report.title"),
        period=period_words(asked.since, asked.until),
        length=length,
        who=(*_person(rows.person, asked), *([visit] if visit else [])),
        sample=say("report.sample") if rows.is_sample else "",
    )


def _person(person: Person | None, asked: Asked) -> list[str]:
    told = []
    if person is not None and asked.choices.privacy.name and person.name.strip():
        told.append(person.name.strip())
    if person is not None and asked.choices.privacy.born and person.born is not None:
        told.append(say("report.born", day=day_words(person.born)))
    return told


def _visit(asked: Asked) -> str:
    """For whom, as it was written; the next visit where it is of the same person, or nobody was named."""
    to, visit = asked.choices.to.strip(), asked.visit
    if visit is None or asked.choices.audience is Audience.MYSELF:
        return say("report.for", to=to) if to else ""
    known = [part.strip() for part in (visit.clinician, visit.place) if part.strip()]
    if to and not any(_same(to, part) for part in known):
        return say("report.for", to=to)
    day = day_words(visit.day, year=visit.day.year != asked.until.year)
    who = to or listed(known)
    return say("course.visit_with", day=day, who=who) if who else say("course.visit", day=day)


def _same(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one in other or other in one

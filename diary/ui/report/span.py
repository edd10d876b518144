"""What the choices of a report go by: days, person, questions, what was given; read in one piece."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from diary.ui.report.notes import Note
from diary.ui.report.period import Marks

if TYPE_CHECKING:
    from diary.models.records import GivenReport, Person
    from diary.storage.reading import Reader


class Facts(NamedTuple):
    """What the cards of the page show."""

    marks: Marks
    person: Person | None
    given: list[GivenReport]
    questions: int
    nerve_areas: bool


def facts(reader: Reader, today: date) -> Facts | None:
    """What the diary holds for the page; None where nothing is recorded that a report or a card tells."""
    from diary.exchange.report.annex.nerves import nerve_areas_on
    from diary.exchange.report.gather import default_period
    from diary.models.care import Treatment
    from diary.models.story import Consult, Question
    from diary.storage import queries
    from diary.storage.life_queries import all_of

    span = queries.span(reader)
    if span is None and not all_of(reader, Treatment):
        return None
    given = queries.given_reports(reader)
    since, _, visit = default_period(all_of(reader, Consult), given, today)
    reported = visit is None and any(one.until < today for one in given)
    return Facts(
        marks=Marks(today, visit, since if reported else None, None if span is None else span[1]),
        person=queries.person(reader),
        given=given,
        questions=sum(not one.done for one in all_of(reader, Question)),
        nerve_areas=nerve_areas_on(reader),
    )


def notes_of(reader: Reader, since: date, until: date) -> list[Note]:
    """The notes of the days from `since` to `until`, the newest first."""
    from diary.storage.queries import entry_rows

    rows = entry_rows(reader, since, until)[::-1]
    return [Note(row.entry, date.fromordinal(row.day), row.note) for row in rows if row.note.strip()]

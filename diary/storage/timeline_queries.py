"""What stands on a day beside the entries: doses, sessions, visits and the like, by kind, in narrow rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, String, cast, func, literal, or_, select

from diary.models import tables
from diary.models.codes import Lateness, Noun
from diary.models.history import EventRow, Found, Wanted, What, folded
from diary.storage.history_queries import teach_folding
from diary.storage.queries import FIRST, lateness_of, ordinal
from diary.storage.reading import Reader

EXACT = 10
"""Letters of a date of which the day is known and sure."""

_T = tables.PLAIN_TABLES
_NONE = literal(None)
_BLANK: ColumnElement[Any] = literal("")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """Where one kind is kept, and what its row shows; `classed`: it tells of a day, and can be late."""

    table: Any
    day: ColumnElement[Any]
    name: ColumnElement[Any]
    code: ColumnElement[Any] = _BLANK
    amount: ColumnElement[Any] = _NONE
    unit: ColumnElement[Any] = _BLANK
    at: ColumnElement[Any] = _NONE
    note: ColumnElement[Any] = _BLANK
    classed: bool = True
    joined: tuple[tuple[Any, ColumnElement[bool]], ...] = ()

    @property
    def source(self) -> FromClause:
        """The table with the change that first wrote it, and what it names."""
        found = self.table.join(FIRST, self.table.c.first == FIRST.c.id)
        for one in self.joined:
            found = found.outerjoin(*one)
        return found  # type: ignore[no-any-return]  # a join of tables is one too

    @property
    def has_day(self) -> ColumnElement[bool]:
        """Whether a row has an exact day."""
        return func.length(self.day) == EXACT


def _doses() -> dict[What, _Shelf]:
    treatment = _T[Noun.TREATMENT]
    dose, step = _T[Noun.DOSE], _T[Noun.DOSE_STEP]
    name = func.coalesce(treatment.c.name, "")
    of_dose = ((treatment, treatment.c.uid == dose.c.treatment),)
    of_step = ((treatment, treatment.c.uid == step.c.treatment),)
    form = func.coalesce(treatment.c.form, "")
    taken: dict[str, Any] = {"name": name, "code": form, "amount": dose.c.amount, "unit": dose.c.unit}
    plan: dict[str, Any] = {"name": name, "code": form, "amount": step.c.amount, "unit": step.c.unit}
    ends: dict[str, Any] = {"name": treatment.c.name, "classed": False}
    return {
        What.DOSE: _Shelf(
            table=dose, day=dose.c.day, at=dose.c.at, note=dose.c.note, joined=of_dose, **taken
        ),
        What.DOSE_STEP: _Shelf(
            table=step, day=step.c.since, note=step.c.reason, classed=False, joined=of_step, **plan
        ),
        What.RELIEF: _relief(),
        What.START: _Shelf(table=treatment, day=treatment.c.started, **ends),
        What.STOP: _Shelf(table=treatment, day=treatment.c.stopped, note=treatment.c.stop_words, **ends),
    }


def _relief() -> _Shelf:
    """An answer about pain around a dose stands on the day of the dose; `code` is after how many minutes."""
    relief, dose, treatment = _T[Noun.RELIEF], _T[Noun.DOSE], _T[Noun.TREATMENT]
    return _Shelf(
        table=relief,
        day=dose.c.day,
        at=relief.c.at,
        name=func.coalesce(treatment.c.name, ""),
        code=cast(relief.c.after_min, String),
        amount=relief.c.pain,
        joined=(
            (dose, dose.c.uid == relief.c.dose),
            (treatment, treatment.c.uid == dose.c.treatment),
        ),
    )


def _visits() -> dict[What, _Shelf]:
    effect, session, procedure = _T[Noun.SIDE_EFFECT], _T[Noun.SESSION], _T[Noun.PROCEDURE]
    consult, event = _T[Noun.CONSULT], _T[Noun.LIFE_EVENT]
    one, two, three = effect.c, session.c, procedure.c
    return {
        What.SIDE_EFFECT: _Shelf(
            table=effect, day=one.day, name=one.name, amount=one.severity, note=one.note
        ),
        What.SESSION: _Shelf(
            table=session, day=two.day, name=two.name, code=two.kind, amount=two.minutes, note=two.note
        ),
        What.PROCEDURE: _Shelf(
            table=procedure, day=three.when, name=three.name, code=three.kind, note=three.note, classed=False
        ),
        What.CONSULT: _Shelf(
            table=consult, day=consult.c.day, name=consult.c.clinician, at=consult.c.at, note=consult.c.note
        ),
        What.LIFE_EVENT: _Shelf(
            table=event, day=event.c.when, name=event.c.text, note=event.c.note, classed=False
        ),
    }


def _plans() -> dict[What, _Shelf]:
    goal, reached, response = _T[Noun.GOAL], _T[Noun.ATTAINMENT], _T[Noun.RESPONSE]
    return {
        What.RESPONSE: _Shelf(
            table=response, day=response.c.day, name=_BLANK, code=response.c.instrument, at=response.c.at
        ),
        What.ATTAINMENT: _Shelf(
            table=reached,
            day=reached.c.day,
            name=func.coalesce(goal.c.text, ""),
            amount=reached.c.value,
            joined=((goal, goal.c.uid == reached.c.goal),),
        ),
    }


def _story() -> dict[What, _Shelf]:
    condition, site, tried = _T[Noun.CONDITION], _T[Noun.SITE], _T[Noun.TRIED_BEFORE]
    substance, implant = _T[Noun.INTOLERANCE], _T[Noun.IMPLANT]
    goal, question, said = _T[Noun.GOAL], _T[Noun.QUESTION], _T[Noun.ATTRIBUTION]
    measure = tables.measure
    since = (
        (What.CONDITION, condition, condition.c.since, condition.c.label, condition.c.note),
        (What.SITE, site, site.c.onset, site.c.name, site.c.note),
        (What.SITE_OVER, site, site.c.over, site.c.name, _BLANK),
        (What.TRIED_BEFORE, tried, tried.c.when, tried.c.name, tried.c.note),
        (What.INTOLERANCE, substance, substance.c.since, substance.c.substance, substance.c.reaction),
        (What.IMPLANT, implant, implant.c.since, implant.c.name, implant.c.note),
        (What.GOAL, goal, goal.c.since, goal.c.text, goal.c.note),
        (What.GOAL_REVIEW, goal, goal.c.review, goal.c.text, _BLANK),
        (What.GOAL_CLOSED, goal, goal.c.closed, goal.c.text, _BLANK),
        (What.QUESTION, question, question.c.asked, question.c.text, question.c.answer),
    )
    attribution = _Shelf(
        table=said,
        day=said.c.day,
        name=func.coalesce(measure.c.label, ""),
        code=said.c.factor,
        unit=said.c.effect,
        joined=((measure, measure.c.code == said.c.factor),),
    )
    return {
        **{
            what: _Shelf(table=table, day=day, name=name, note=note, classed=False)
            for what, table, day, name, note in since
        },
        What.ATTRIBUTION: attribution,
    }


def _inquiry() -> dict[What, _Shelf]:
    """Questions to the numbers by the day asked, trials by their first day; `unit` is the outcome."""
    link, trial = _T[Noun.LINK_QUESTION], _T[Noun.TRIAL]
    measure = tables.measure
    asked: dict[str, Any] = {
        "table": link,
        "name": func.coalesce(measure.c.label, ""),
        "code": link.c.factor,
        "unit": link.c.outcome,
        "classed": False,
        "joined": ((measure, measure.c.code == link.c.factor),),
    }
    tried: dict[str, Any] = {"table": trial, "name": trial.c.name, "classed": False}
    return {
        What.LINK_QUESTION: _Shelf(day=link.c.asked, **asked),
        What.LINK_ENDED: _Shelf(day=link.c.ended, **asked),
        What.TRIAL: _Shelf(day=trial.c.start, note=trial.c.note, **tried),
        What.TRIAL_STOPPED: _Shelf(day=trial.c.stopped, note=trial.c.stop_words, **tried),
    }


def _given() -> dict[What, _Shelf]:
    """What left the diary, and what is left of something erased; `code` is the day that was about."""
    export, erased, report = _T[Noun.GIVEN_EXPORT], _T[Noun.ERASED], tables.given_report
    return {
        What.GIVEN_EXPORT: _Shelf(
            table=export, day=_date(export.c.given), name=export.c.name, at=export.c.given, classed=False
        ),
        What.GIVEN_REPORT: _Shelf(
            table=report, day=_date(report.c.given), name=report.c.to, at=report.c.given, classed=False
        ),
        What.ERASED: _Shelf(
            table=erased,
            day=func.coalesce(erased.c.day, _date(erased.c.at)),
            name=_BLANK,
            code=func.coalesce(erased.c.day, ""),
            classed=False,
        ),
    }


def _date(moment: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.substr(moment, 1, EXACT)


SHELVES = {**_doses(), **_visits(), **_plans(), **_story(), **_inquiry(), **_given()}


def events(reader: Reader, wanted: Wanted, today: date) -> list[Found]:
    """The records that fit, up to `today`, by day and time; none where only entries fit."""
    rows: list[tuple[int, str, str, int, str]] = []
    for what, shelf in _asked(wanted).items():
        part = (
            select(ordinal(shelf.day), func.coalesce(shelf.at, ""), literal(what.value))
            .add_columns(shelf.table.c.id, shelf.table.c.uid)
            .select_from(shelf.source)
            .where(*_conditions(reader, shelf, wanted, today))
        )
        rows += [tuple(row) for row in reader.connection.execute(part)]
    rows.sort(reverse=wanted.newest_first)
    return [Found(number, uid, day, what) for day, _, what, number, uid in rows]


def event_rows(reader: Reader, what: What, numbers: Sequence[int]) -> dict[int, EventRow]:
    """Records of one kind as a list shows them, by row number."""
    shelf = SHELVES[what]
    table = shelf.table.c
    late = lateness_of(shelf.day) if shelf.classed else literal(str(Lateness.SAME_DAY))
    wanted = (
        select(
            literal(what.value),
            table.id,
            table.uid,
            ordinal(shelf.day),
            shelf.name,
            shelf.code,
            shelf.amount,
            shelf.unit,
            shelf.at,
            shelf.note,
            late,
            table.first != table.last,
            FIRST.c.author,
            FIRST.c.at,
        )
        .select_from(shelf.source)
        .where(table.id.in_(numbers))
    )
    return {row[1]: EventRow(*row) for row in reader.connection.execute(wanted)}


def event_days(reader: Reader, wanted: Wanted, since: date, until: date) -> dict[int, int]:
    """How many records that fit stand on each day (ordinal) from `since` to `until`, where there are any."""
    counts: dict[int, int] = {}
    for shelf in _asked(wanted).values():
        inside = shelf.day.between(str(since), str(until))
        per_day = (
            select(ordinal(shelf.day), func.count())
            .select_from(shelf.source)
            .where(inside, *_conditions(reader, shelf, wanted, until))
            .group_by(shelf.day)
        )
        for day, count in reader.connection.execute(per_day):
            counts[day] = counts.get(day, 0) + count
    return counts


def event_kinds(reader: Reader, today: date) -> frozenset[What]:
    """The kinds of which there is any record with an exact day, up to `today`."""
    found = set()
    for what, shelf in SHELVES.items():
        one = (
            select(shelf.table.c.id)
            .select_from(shelf.source)
            .where(shelf.has_day, shelf.day <= str(today))
            .limit(1)
        )
        if reader.connection.execute(one).first() is not None:
            found.add(what)
    return frozenset(found)


def _asked(wanted: Wanted) -> dict[What, _Shelf]:
    """The kinds that a question can be about; what only entries have leaves none."""
    only_entries = wanted.kinds or wanted.regions or wanted.qualities or wanted.source
    if only_entries or wanted.worst is not None or wanted.imported:
        return {}
    return {what: one for what, one in SHELVES.items() if not wanted.nouns or what.noun in wanted.nouns}


def _conditions(reader: Reader, shelf: _Shelf, wanted: Wanted, until: date) -> list[ColumnElement[bool]]:
    table = shelf.table.c
    found = [shelf.has_day, shelf.day <= str(until)]
    if wanted.changed is not None:
        changed = table.first != table.last
        found.append(changed if wanted.changed else ~changed)
    if wanted.author is not None:
        found.append(FIRST.c.author == wanted.author)
    if wanted.terms:
        teach_folding(reader)
    for term in wanted.terms:
        word = folded(term.text)
        texts = (shelf.name, shelf.note)
        found.append(or_(*(func.instr(func.folded(one), word) > 0 for one in texts)))
    return found

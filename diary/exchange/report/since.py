"""What happened in a report's days beside the entries: one sentence for each treatment or event, by date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from diary.exchange.report.data import Line, Lines
from diary.exchange.report.words import day_words, period_words
from diary.insight.findings.concurrent import Changed, Happening, happenings
from diary.insight.findings.days import Period
from diary.models.codes import Use
from diary.wording import say, say_n
from diary.wording.happening_words import happened_words
from diary.wording.treatment_words import (
    listed,
    mg_words,
    own_words,
    procedure_words,
    rough_words,
    step_words,
)

if TYPE_CHECKING:
    from diary.exchange.report.rows import Asked, ReportRows
    from diary.models.rough import Rough

STEPS = frozenset((Changed.RAISED, Changed.LOWERED))
"""Changes of a dose of which several in the same direction are told as one."""

MOST_DAYS = 3
"""Of what came more often only the last day is told."""

TREATED, AS_NEEDED, THERAPY, VISIT, EVENT = 1, 100, 200, 300, 400
"""Where the ranks begin: medicines taken regularly and procedures stay longest, life events go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One sentence with the days it begins and ends with (ordinals), and where its rank begins."""

    first: int
    last: int
    words: str
    rank: int


def since_section(rows: ReportRows, asked: Asked) -> Lines | None:
    """What happened from the first to the last day; None in a diary that holds nothing of the kind."""
    told = [*_treated(rows, asked), *_beside(rows, asked), *_visits(rows, asked)]
    if not told and not (rows.wide.treatments or rows.wide.procedures or rows.wide.sessions):
        return None
    latest = sorted(told, key=lambda one: (one.rank, -one.last, -one.first, one.words))
    return Lines(
        title=say("course.since_then") if asked.last_visit is not None else say("course.in_period"),
        lines=tuple(
            Line(words=one.words, rank=one.rank + latest.index(one))
            for one in sorted(told, key=lambda one: (one.first, one.last, one.words))
        ),
        none=say("course.since_none"),
    )


def happened_in(rows: ReportRows, asked: Asked) -> list[Happening]:
    """What happened in the report's days, by date; what is known to a year only where it is of these days."""
    since, until = asked.since.toordinal(), asked.until.toordinal()
    period, today = Period(since, until), asked.today.toordinal()
    return [
        one
        for one in happenings(rows.wide)
        if one.within(period) and (one.disturbs or (since <= one.first and min(one.last, today) <= until))
    ]


def short_words(one: Happening, letters: int = 28) -> str:
    """What something is called where there is little room: the name, cut; else its kind."""
    from diary.wording.treatment_words import shortened_name

    name = one.name.strip()
    if one.kind is Changed.PROCEDURE or not name:
        name = happened_words(str(one.kind), name, one.code)
    return own_words(shortened_name(name, letters, len))


def _treated(rows: ReportRows, asked: Asked) -> list[_Told]:
    by_treatment: dict[str, list[Happening]] = {}
    for one in happened_in(rows, asked):
        if one.treatment is not None:
            by_treatment.setdefault(one.treatment, []).append(one)
    regular = {one.uid for one in rows.wide.treatments if one.use is Use.REGULAR}
    return [
        _Told(
            first=found[0].first,
            last=found[-1].first,
            words=say("course.told", name=own_words(found[0].name), told=_phrases(found, rows, asked)),
            rank=TREATED if uid in regular else AS_NEEDED,
        )
        for uid, found in by_treatment.items()
    ]


def _phrases(found: Sequence[Happening], rows: ReportRows, asked: Asked) -> str:
    """All that happened to one treatment: "started (1 Oct), raised to 60 mg/day (15 Oct)"."""
    runs: list[list[Happening]] = []
    for one in found:
        if runs and one.kind in STEPS and runs[-1][0].kind is one.kind:
            runs[-1].append(one)
        else:
            runs.append([one])
    said = [_phrase(run, rows, asked, alone=len(runs) == 1) for run in runs]
    return listed(said, "course.comma")


def _phrase(run: Sequence[Happening], rows: ReportRows, asked: Asked, *, alone: bool) -> str:
    last, kind = run[-1], run[-1].kind
    dose, when = _dose(last, rows), _when(run[0].when, asked)
    if kind is Changed.STOP:
        return say("course.stopped", when=when)
    if kind is Changed.START:
        if alone and dose:
            return say("course.started_at", dose=dose, when=when)
        return say("course.started", when=when)
    if len(run) > 1:
        when = _between(run[0].when, last.when, asked)
        return say(f"course.steps.{kind}", n=len(run), dose=dose, when=when)
    return say(f"course.step.{kind}", dose=dose, when=when)


def _dose(one: Happening, rows: ReportRows) -> str:
    """What is planned from then on: milligrams a day, else the step as it was written; "" for none."""
    if one.mg_after is not None:
        return say("course.mg_a_day", mg=mg_words(one.mg_after))
    steps = [step for step in rows.wide.steps if step.uid == one.uid]
    treated = {treatment.uid: treatment for treatment in rows.wide.treatments}
    return step_words(steps[0], treated.get(steps[0].treatment)) if steps else ""


def _beside(rows: ReportRows, asked: Asked) -> list[_Told]:
    """Procedures by name and place, therapies that begin, life events; what came again is told once."""
    procedures = {one.uid: one for one in rows.wide.procedures}
    ranks = {Changed.PROCEDURE: TREATED, Changed.THERAPY: THERAPY, Changed.LIFE_EVENT: EVENT}
    by_words: dict[tuple[int, str], list[Happening]] = {}
    for one in happened_in(rows, asked):
        if one.kind in ranks:
            what = happened_words(str(one.kind), own_words(one.name), one.code)
            if one.kind is Changed.PROCEDURE:
                what = procedure_words(procedures[one.uid])
            by_words.setdefault((ranks[one.kind], what.strip().rstrip(".")), []).append(one)
    return [
        _Told(
            first=found[0].first,
            last=found[-1].first,
            words=say("course.on", what=what, when=_whens(found, asked)),
            rank=rank,
        )
        for (rank, what), found in by_words.items()
    ]


def _whens(found: Sequence[Happening], asked: Asked) -> str:
    if len(found) > MOST_DAYS:
        return say("course.times", n=len(found), when=_when(found[-1].when, asked))
    return listed([_when(one.when, asked) for one in found], "course.comma")


def _visits(rows: ReportRows, asked: Asked) -> list[_Told]:
    """Visits, those to the same clinician together; not the one the report follows, and none to come."""
    followed = asked.last_visit.uid if asked.last_visit is not None else ""
    by_who: dict[str, list[date]] = {}
    for one in sorted(rows.consults, key=lambda each: each.day):
        if asked.since <= one.day <= asked.until and one.day < asked.today and one.uid != followed:
            by_who.setdefault(own_words(one.clinician) or own_words(one.place), []).append(one.day)
    told = []
    for who, days in by_who.items():
        when = _day(days[0], asked) if len(days) == 1 else period_words(days[0], days[-1], year=_years(asked))
        what = say_n("course.visits_to", len(days), who=who) if who else say_n("course.visits", len(days))
        words = say("course.on", what=what, when=when)
        told.append(_Told(first=days[0].toordinal(), last=days[-1].toordinal(), words=words, rank=VISIT))
    return told


def _when(when: Rough, asked: Asked) -> str:
    return _day(when.first, asked) if when.is_exact else rough_words(when)


def _between(first: Rough, last: Rough, asked: Asked) -> str:
    if first.is_exact and last.is_exact:
        return period_words(first.first, last.first, year=_years(asked))
    return say("report.from_to", since=_when(first, asked), until=_when(last, asked))


def _day(day: date, asked: Asked) -> str:
    return day_words(day, year=_years(asked))


def _years(asked: Asked) -> bool:
    """Whether a day needs its year to be understood."""
    return asked.since.year != asked.until.year

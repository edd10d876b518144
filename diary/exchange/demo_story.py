"""The made-up person's story and plan: conditions, lasting places, goals, visits, questionnaires."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from statistics import mean
from typing import Any

from diary.exchange.demo_care import WEEK, written_on
from diary.exchange.demo_more import FOOT, HAND
from diary.exchange.demo_places import HAND as HAND_REGIONS
from diary.exchange.demo_places import SOLE
from diary.exchange.demo_sittings import Sittings
from diary.insight.instruments import instrument
from diary.insight.questionnaires import window
from diary.models.codes import CauseGroup, Effect, EntryKind, InFamily, Noun, Told, Verb
from diary.models.records import Erased, GivenExport
from diary.models.rough import Rough
from diary.models.story import (
    Answer,
    Attainment,
    Attribution,
    Condition,
    Consult,
    Goal,
    LifeEvent,
    Question,
    Response,
    Site,
)
from diary.wording import say

GOALS = (("goal-lake", "lake", 3.0), ("goal-nights", "nights", 5.0))
CONSULT_EVERY_DAYS = 56
LAST_CONSULT, NEXT_CONSULT = 9, 12
"""Days before and after the last day."""

FACTORS = ("tight_shoes", "walking_min", "sitting_min", "cold")


def story(sittings: Sittings, first: date) -> list[Any]:
    """Every record of the story and the plan, each with the change that wrote it."""
    begun = written_on(sittings, first, first)
    told = [replace(one, written=begun) for one in (*_illness(), *_sites(sittings), *_goals(sittings, first))]
    visits = [*_consults(sittings, first)]
    asked = [*_questions(sittings, first, visits)]
    days = [*_attainments(sittings, first), *_responses(sittings, first), *_attributions(sittings)]
    return [*told, *visits, *asked, *days, *_given(sittings, first), *_erased(sittings)]


def _illness() -> Iterator[Any]:
    yield Condition(
        uid="condition-diabetes",
        label=say("sample.diabetes"),
        group=CauseGroup.DISEASE,
        told=Told.CLINICIAN,
        code="diabetes",
        since=Rough(2014),
        by=say("sample.doctor"),
        in_family=InFamily.YES,
    )
    yield Condition(
        uid="condition-wrist",
        label=say("sample.carpal"),
        group=CauseGroup.COMPRESSION,
        told=Told.BELIEF,
        code="carpal_tunnel",
        since=Rough(2025, about=True),
        in_family=InFamily.UNKNOWN,
    )
    for number, when in enumerate(("2014-03", "~2023-02", "2025-07-12"), 1):
        yield LifeEvent(uid=f"event-{number}", text=say(f"sample.event.{number}"), when=Rough.parse(when))


def _sites(sittings: Sittings) -> Iterator[Site]:
    hand = sittings.until - timedelta(days=200)
    onset = Rough(hand.year, hand.month)
    yield Site(uid=FOOT, name=say("sample.site.foot"), regions=SOLE, onset=Rough(2023, 2, about=True))
    yield Site(uid=HAND, name=say("sample.site.hand"), regions=HAND_REGIONS, onset=onset, position=1)


def _goals(sittings: Sittings, first: date) -> Iterator[Goal]:
    for at, (uid, key, _) in enumerate(GOALS):
        yield Goal(
            uid=uid,
            text=say(f"sample.goal.{key}"),
            since=first,
            agreed_with=say("sample.physio_by" if at == 0 else "sample.doctor"),
            review=sittings.until + timedelta(days=30),
            position=at,
        )


def _attainments(sittings: Sittings, first: date) -> Iterator[Attainment]:
    for uid, _, begins in GOALS:
        value = begins
        for day in _every(first + timedelta(days=6), sittings, WEEK):
            value = min(max(value + sittings.rng.gauss(0.1, 0.8), 0.0), 9.0)
            if sittings.rng.random() < 0.85:
                late = 4 if sittings.rng.random() < 0.06 else 0
                on = min(day + timedelta(days=late), sittings.until - timedelta(days=1))
                written = sittings.act(sittings.moment(on, 18, 22))
                yield Attainment(uid=sittings.uid(), goal=uid, day=day, value=round(value), written=written)


def _every(start: date, sittings: Sittings, days: int) -> Iterator[date]:
    while start < sittings.until:
        yield start
        start += timedelta(days=days)


def _consults(sittings: Sittings, first: date) -> list[Consult]:
    ahead = sittings.until + timedelta(days=NEXT_CONSULT)
    past = sittings.until - timedelta(days=LAST_CONSULT)
    days = [ahead]
    while past >= first:
        days.append(past)
        past -= timedelta(days=CONSULT_EVERY_DAYS)
    found = []
    for day in sorted(days):
        known = max(first, day - timedelta(days=21))
        found.append(
            Consult(
                uid=f"consult-{day}",
                day=day,
                clinician=say("sample.doctor"),
                at=sittings.moment(day, 9, 16),
                place=say("sample.report_to"),
                written=written_on(sittings, first, known),
            )
        )
    return found


def _questions(sittings: Sittings, first: date, visits: list[Consult]) -> Iterator[Question]:
    """Two that were answered at the last visit, where there was one, and two for the next."""
    last = visits[-2] if len(visits) > 1 else None
    for number, ago in enumerate((25, 16, 6, 3), 1):
        done = number <= 2 and last is not None
        if number <= 2 and last is None:
            continue
        asked = max(first, sittings.until - timedelta(days=ago))
        yield Question(
            uid=f"question-{number}",
            text=say(f"sample.question.{number}"),
            asked=asked,
            consult=last.uid if done and last is not None else visits[-1].uid if number == 3 else None,
            answer=say(f"sample.answer.{number}") if done else "",
            done=done,
            position=number,
            written=written_on(sittings, first, last.day if done and last is not None else asked),
        )


def _responses(sittings: Sittings, first: date) -> Iterator[Response]:
    pain = {
        one.day: reading.value
        for one in sittings.entries_by_day()
        if one.kind is EntryKind.DAY
        and (reading := one.reading("pain_average"))
        and reading.value is not None
    }
    for code, begins, days in (("peg", 7, 7), ("phq4", 14, 14), ("change", 30, 30)):
        for day in _every(first + timedelta(days=begins), sittings, days):
            near = [pain[one] for back in range(days) if (one := day - timedelta(days=back)) in pain]
            if near and sittings.rng.random() < 0.9:
                yield _response(sittings, code, day, mean(near), first)


def _response(sittings: Sittings, code: str, day: date, pain: float, first: date) -> Response:
    asked = instrument(code)
    at = sittings.moment(day, 18, 22)
    since, until = window(asked, day, first)
    middle = {"peg": pain, "phq4": pain / 4, "change": 1.5 + pain / 2}[code]
    answers = []
    for item in asked.items:
        value = min(max(round(sittings.rng.gauss(middle, 0.7)), asked.low), asked.high)
        if len(asked.items) == 1 or sittings.rng.random() < 0.97:
            answers.append(Answer(item=item.code, value=value))
    return Response(
        uid=sittings.uid(),
        instrument=code,
        version=asked.version,
        language=asked.language,
        day=day,
        at=at,
        since=since,
        until=until,
        answers=tuple(answers) or (Answer(item=asked.items[0].code, value=asked.low),),
        written=sittings.act(at),
    )


def _attributions(sittings: Sittings) -> Iterator[Attribution]:
    """What the person made of some flares, and of tight shoes on some days."""
    rng = sittings.rng
    for one in list(sittings.entries_by_day()):
        shoes = one.reading("tight_shoes")
        flare = one.kind is EntryKind.MOMENT
        if not (flare and rng.random() < 0.4) and not (
            shoes is not None and shoes.value and rng.random() < 0.4
        ):
            continue
        yield Attribution(
            uid=sittings.uid(),
            day=one.day,
            factor=rng.choice(FACTORS) if flare else "tight_shoes",
            effect=rng.choice((Effect.WORSE, Effect.WORSE, Effect.SAME, Effect.UNSURE, Effect.BETTER)),
            entry=one.uid if flare else None,
            written=one.written,
        )


def _given(sittings: Sittings, first: date) -> Iterator[GivenExport]:
    for form, ago in (("csv", 40), ("json", 10)):
        day = max(first, sittings.until - timedelta(days=ago))
        given = sittings.moment(day, 10, 16)
        name = f"nerve-diary-{day}.{form}"
        yield GivenExport(uid=sittings.uid(), given=given, form=form, name=name, written=sittings.act(given))


def _erased(sittings: Sittings) -> Iterator[Erased]:
    """The fact that the note of one day was erased some days later."""
    days = [one for one in sittings.entries_by_day() if one.kind is EntryKind.DAY and not one.note]
    days = [one for one in days if one.day < sittings.until - timedelta(days=10)]
    if days:
        entry = days[len(days) // 2]
        at = sittings.moment(entry.day + timedelta(days=9), 19, 22)
        written = sittings.act(at, Verb.ERASE)
        yield Erased(
            uid=sittings.uid(),
            of=Noun.ENTRY,
            record=entry.uid,
            at=at,
            what="note",
            day=entry.day,
            written=written,
        )

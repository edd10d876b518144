"""What stands on a day beside the entries: found by kind and word, counted by day, read as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.models.care import (
    Dose,
    DoseStep,
    Implant,
    Intolerance,
    Procedure,
    Relief,
    Session,
    SideEffect,
    Treatment,
    TriedBefore,
)
from diary.models.codes import (
    CauseGroup,
    Effect,
    EntryKind,
    Noun,
    ProcedureKind,
    SessionKind,
    Told,
    Unit,
    Use,
)
from diary.models.history import Term, Wanted, What
from diary.models.inquiry import LinkQuestion, Trial
from diary.models.moments import Moment
from diary.models.records import Erased, GivenExport, GivenReport, Record, Replace
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
from diary.storage import timeline_queries as asked
from diary.storage.diary import Diary
from diary.storage.life_queries import one_of
from tests.storage.test_history_queries import TODAY, Clock

OLD = TODAY - timedelta(days=9)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    opened = Diary(tmp_path / "d.diary", clock=Clock())
    yield opened
    opened.close()


def keep(diary: Diary, *records: Record) -> None:
    diary.apply([Replace(before=None, after=one) for one in records])


TRAMADOL = Treatment(
    uid="tram", name="Tramadol", use=Use.AS_NEEDED, started=Rough.of(OLD), stopped=Rough(2026, 11)
)


def everything() -> list[Record]:
    return [
        TRAMADOL,
        Dose(uid="dose", treatment="tram", day=TODAY, amount=50, unit=Unit.MG, note="After the walk"),
        DoseStep(uid="step", treatment="tram", since=Rough.of(OLD), amount=50, unit=Unit.MG),
        SideEffect(uid="effect", day=TODAY, name="Dizzy", severity=4),
        Session(uid="session", kind=SessionKind.TENS, day=OLD, minutes=30),
        Procedure(uid="block", kind=ProcedureKind.BLOCK, when=Rough.of(OLD)),
        Procedure(uid="about", kind=ProcedureKind.SURGERY, when=Rough(2019, 3)),
        Consult(uid="visit", day=OLD, clinician="Dr Müller"),
        Consult(uid="to come", day=TODAY + timedelta(days=3)),
        Goal(uid="goal", text="Walk to the lake", since=OLD),
        Attainment(uid="reached", goal="goal", day=OLD, value=6),
        LifeEvent(uid="moved", text="Moved house", when=Rough.of(OLD)),
        LifeEvent(uid="about then", text="Fell", when=Rough(2019, 3, 5, about=True)),
        response(),
    ]


def response() -> Response:
    at = Moment.parse("2026-11-22T09:00:00+01:00[Europe/Berlin]")
    answers = (Answer(item="q1", value=3),)
    return Response(
        uid="peg",
        instrument="peg",
        version="1",
        language="en",
        day=TODAY,
        at=at,
        since=OLD,
        until=TODAY,
        answers=answers,
    )


def found(diary: Diary, **wanted: object) -> list[tuple[str, str]]:
    rows = diary.ask(asked.events, Wanted(**wanted), TODAY)  # type: ignore[arg-type]
    return [(one.what, one.uid) for one in rows]


def test_everything_with_an_exact_day_up_to_today_is_found_by_day(diary: Diary) -> None:
    keep(diary, *everything())
    rows = diary.ask(asked.events, Wanted(), TODAY)
    assert {(one.what, one.uid) for one in rows} == {
        (What.DOSE, "dose"),
        (What.DOSE_STEP, "step"),
        (What.START, "tram"),
        (What.SIDE_EFFECT, "effect"),
        (What.SESSION, "session"),
        (What.PROCEDURE, "block"),
        (What.CONSULT, "visit"),
        (What.ATTAINMENT, "reached"),
        (What.GOAL, "goal"),
        (What.LIFE_EVENT, "moved"),
        (What.RESPONSE, "peg"),
    }
    days = [one.day for one in rows]
    assert days == sorted(days, reverse=True)
    rising = diary.ask(asked.events, Wanted(newest_first=False), TODAY)
    assert rising == rows[::-1]


def test_a_kind_is_asked_for_by_its_noun(diary: Diary) -> None:
    keep(diary, *everything())
    assert found(diary, nouns=frozenset({Noun.CONSULT})) == [(What.CONSULT, "visit")]
    assert found(diary, nouns=frozenset({Noun.TREATMENT, Noun.DOSE_STEP})) == [
        (What.START, "tram"),
        (What.DOSE_STEP, "step"),
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        {"kinds": frozenset({EntryKind.NIGHT})},
        {"worst": (0, 3)},
        {"qualities": frozenset({"burning"})},
        {"regions": frozenset({"sole_inner_L"})},
        {"imported": True},
    ],
)
def test_what_only_entries_have_finds_nothing_else(diary: Diary, wanted: dict[str, object]) -> None:
    keep(diary, *everything())
    assert found(diary, **wanted) == []
    assert diary.ask(asked.event_days, Wanted(**wanted), OLD, TODAY) == {}  # type: ignore[arg-type]


def test_words_are_found_in_names_and_notes_in_any_case_and_accent(diary: Diary) -> None:
    keep(diary, *everything())
    assert found(diary, terms=(Term(text="muller"),)) == [(What.CONSULT, "visit")]
    assert found(diary, terms=(Term(text="WALK"), Term(text="tram"))) == [(What.DOSE, "dose")]


def test_what_was_changed_later_is_found_and_marked(diary: Diary) -> None:
    keep(diary, *everything())
    dose = diary.ask(one_of, Dose, "dose")
    assert dose is not None
    diary.apply([Replace(before=dose, after=replace(dose, amount=25))])
    (changed,) = diary.ask(asked.events, Wanted(changed=True), TODAY)
    assert changed.uid == "dose"
    row = diary.ask(asked.event_rows, What.DOSE, [changed.number])[changed.number]
    assert (row.changed, row.amount) == (True, 25)


def test_a_row_tells_name_amount_lateness_and_who_wrote(diary: Diary) -> None:
    keep(diary, *everything())
    rows = {}
    for one in diary.ask(asked.events, Wanted(), TODAY):
        rows[one.uid, one.what] = diary.ask(asked.event_rows, What(one.what), [one.number])[one.number]
    dose = rows["dose", What.DOSE]
    assert (dose.name, dose.amount, dose.unit, dose.lateness) == ("Tramadol", 50, "mg", "same_day")
    assert dose.author == diary.author
    session = rows["session", What.SESSION]
    assert (session.code, session.amount, session.lateness) == ("tens", 30, "memory")
    assert rows["reached", What.ATTAINMENT].name == "Walk to the lake"
    assert rows["peg", What.RESPONSE].code == "peg"
    assert rows["tram", What.START].lateness == "same_day"
    assert rows["block", What.PROCEDURE].code == "block"


def test_days_are_counted(diary: Diary) -> None:
    keep(diary, *everything())
    assert diary.ask(asked.event_days, Wanted(), OLD, TODAY) == {TODAY.toordinal(): 3, OLD.toordinal(): 8}
    only = Wanted(nouns=frozenset({Noun.DOSE}))
    assert diary.ask(asked.event_days, only, OLD, TODAY) == {TODAY.toordinal(): 1}


def test_only_kinds_with_an_exact_day_are_told(diary: Diary) -> None:
    assert diary.ask(asked.event_kinds, TODAY) == frozenset()
    keep(diary, LifeEvent(uid="fell", text="Fell", when=Rough(2019, 3)))
    assert diary.ask(asked.event_kinds, TODAY) == frozenset()
    keep(diary, *everything())
    assert diary.ask(asked.event_kinds, TODAY) == {What(one) for one, _ in found(diary)}


def test_the_story_and_what_left_the_diary_have_days_too(diary: Diary) -> None:
    at = Moment.parse("2026-11-22T09:00:00+01:00[Europe/Berlin]")
    old = Rough.of(OLD)
    keep(
        diary,
        TRAMADOL,
        Dose(uid="dose", treatment="tram", day=OLD, at=at),
        Relief(uid="relief", dose="dose", after_min=30, pain=4, at=at),
        Attribution(uid="said", day=OLD, factor="stress", effect=Effect.WORSE),
        Question(uid="question", text="And next?", asked=OLD),
        Goal(uid="goal", text="Walk", since=OLD, review=TODAY, closed=TODAY),
        Goal(uid="ahead", text="Swim", since=OLD, review=TODAY + timedelta(days=3)),
        Condition(uid="condition", label="CRPS", group=CauseGroup.DISEASE, told=Told.CLINICIAN, since=old),
        Site(uid="site", name="Heel", onset=old, over=Rough.of(TODAY)),
        TriedBefore(uid="tried", name="Gabapentin", when=old),
        Intolerance(uid="not", substance="Latex", since=Rough(2019, 3)),
        Implant(uid="device", name="Pump", since=old),
        GivenExport(uid="export", given=at, form="csv", name="all.csv"),
        GivenReport(uid="report", given=at, since=OLD, until=TODAY, to="Dr Mills"),
        Erased(uid="gone", of=Noun.ENTRY, record="e", at=at, day=OLD),
        Erased(uid="gone undated", of=Noun.CONDITION, record="c", at=at),
    )
    told = {
        (one.what, one.uid, date.fromordinal(one.day)) for one in diary.ask(asked.events, Wanted(), TODAY)
    }
    assert told - {(What.START, "tram", OLD), (What.DOSE, "dose", OLD)} == {
        (What.RELIEF, "relief", OLD),
        (What.ATTRIBUTION, "said", OLD),
        (What.QUESTION, "question", OLD),
        (What.GOAL, "goal", OLD),
        (What.GOAL, "ahead", OLD),
        (What.GOAL_REVIEW, "goal", TODAY),
        (What.GOAL_CLOSED, "goal", TODAY),
        (What.CONDITION, "condition", OLD),
        (What.SITE, "site", OLD),
        (What.SITE_OVER, "site", TODAY),
        (What.TRIED_BEFORE, "tried", OLD),
        (What.IMPLANT, "device", OLD),
        (What.GIVEN_EXPORT, "export", TODAY),
        (What.GIVEN_REPORT, "report", TODAY),
        (What.ERASED, "gone", OLD),
        (What.ERASED, "gone undated", TODAY),
    }
    for what, uid, _ in told:
        (number,) = (
            one.number for one in diary.ask(asked.events, Wanted(), TODAY) if one[1::2] == (uid, what)
        )
        assert diary.ask(asked.event_rows, What(what), [number])[number].uid == uid


def test_ten_years_of_doses_are_all_found(diary: Diary) -> None:
    keep(diary, TRAMADOL)
    first = date(2016, 11, 24)
    many = [
        Dose(uid=f"{day}-{n}", treatment="tram", day=first + timedelta(days=day), amount=50, unit="mg")
        for day in range(3650)
        for n in range(2)
    ]
    keep(diary, *many)
    at = Moment.parse("2026-11-22T09:00:00+01:00[Europe/Berlin]")
    keep(diary, *(Relief(uid=f"r{one.uid}", dose=one.uid, after_min=30, pain=4, at=at) for one in many[::4]))
    rows = diary.ask(asked.events, Wanted(), TODAY)
    assert len(rows) == len([*many, *many[::4]]) + 1 - sum(one.day > TODAY for one in [*many, *many[::4]])


def test_questions_to_the_numbers_and_trials_stand_on_their_days(diary: Diary) -> None:
    keep(
        diary,
        LinkQuestion(uid="link", factor="stress", outcome="pain_average", lag=1, asked=OLD, ended=TODAY),
        Trial(
            uid="socks",
            name="Socks",
            a="on",
            b="off",
            outcome="pain_average",
            order=("AB", "BA", "AB"),
            block_days=3,
            wash_out_days=0,
            start=OLD,
            planned=OLD,
            seed=1,
            stopped=TODAY,
            stop_words="too warm",
        ),
    )
    assert set(found(diary, nouns=frozenset({Noun.LINK_QUESTION, Noun.TRIAL}))) == {
        (What.LINK_QUESTION, "link"),
        (What.LINK_ENDED, "link"),
        (What.TRIAL, "socks"),
        (What.TRIAL_STOPPED, "socks"),
    }
    (row,) = diary.ask(asked.event_rows, What.LINK_QUESTION, [1]).values()
    assert (row.code, row.unit) == ("stress", "pain_average")
    (row,) = diary.ask(asked.event_rows, What.TRIAL_STOPPED, [1]).values()
    assert (row.name, row.note) == ("Socks", "too warm")

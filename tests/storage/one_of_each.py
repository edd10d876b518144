"""One record of every noun that is one row, as a person would write it, and what they name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

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
    Answered,
    AnswerList,
    CauseGroup,
    Effect,
    EntryKind,
    Form,
    Group,
    Helped,
    InFamily,
    IntoleranceKind,
    MeasureKind,
    Noun,
    ProcedureKind,
    Quality,
    SessionKind,
    StopReason,
    Told,
    TouchedBy,
    Use,
)
from diary.models.inquiry import LinkQuestion, Trial
from diary.models.moments import Moment
from diary.models.records import (
    Area,
    AreaQuality,
    AreaRegion,
    Entry,
    Erased,
    GivenExport,
    Measure,
    Reading,
    SleepPiece,
)
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
from diary.storage.reading import SELF

if TYPE_CHECKING:
    from diary.models.records import Record

DAY = date(2026, 11, 19)
AT = Moment.parse("2026-11-19T14:20:00+01:00[Europe/Berlin]")
LATER = Moment.parse("2026-11-19T15:05:00+01:00[Europe/Berlin]")

TREATMENT = Treatment(
    uid="tramadol",
    name="Tramadol",
    use=Use.AS_NEEDED,
    form=Form.CAPSULE,
    strength=50.0,
    strength_unit="mg",
    usual=1.0,
    unit="pieces",
    why="Anfälle ⚡",
    started=Rough.parse("2026-03"),
    stopped=Rough.parse("2026-11-19"),
    stop_reasons=(StopReason.SIDE_EFFECTS, StopReason.COST),
    stop_words="zu müde",
    note="nach dem Essen",
    position=2,
)
CARE: tuple[Record, ...] = (
    TREATMENT,
    DoseStep(
        uid="step",
        treatment="tramadol",
        since=Rough.parse("2026-11-01"),
        amount=0.5,
        unit="pieces",
        times=2.0,
        when="morgens und abends",
        reason="langsam anfangen",
    ),
    Dose(uid="dose", treatment="tramadol", day=DAY, at=AT, amount=1.0, unit="pieces", note="im Zug"),
    Relief(uid="relief", dose="dose", after_min=30, pain=4, at=LATER),
    SideEffect(uid="dizzy", day=DAY, name="Schwindel", severity=3, treatment="tramadol", note="kurz"),
    Session(uid="physio", kind=SessionKind.PHYSIOTHERAPY, day=DAY, name="", minutes=30, by="Kim"),
    Procedure(
        uid="block",
        kind=ProcedureKind.BLOCK,
        when=Rough.parse("~2026-10"),
        name="Block",
        site="linker Knöchel",
        by="Dr. Lindqvist",
        settings="2 ml",
        note="hielt drei Tage",
    ),
    TriedBefore(
        uid="tried",
        name="Amitriptylin",
        highest_dose="50 mg",
        when=Rough.parse("~2019"),
        how_long="drei Monate",
        helped=Helped.LITTLE,
        stopped=(StopReason.NO_EFFECT,),
        note="trockener Mund",
    ),
    Intolerance(
        uid="penicillin",
        substance="Penicillin",
        kind=IntoleranceKind.ALLERGY,
        reaction="Ausschlag",
        since=Rough.parse("1998"),
    ),
    Implant(uid="knee", name="Knieprothese", place="rechts", since=Rough.parse("2021-05-04"), note="Titan"),
)
STORY: tuple[Record, ...] = (
    Condition(
        uid="diabetes",
        label="Diabetes",
        group=CauseGroup.DISEASE,
        told=Told.CLINICIAN,
        code="diabetes",
        since=Rough.parse("2014"),
        by="Dr. Kim",
        in_family=InFamily.YES,
        note="Typ 2",
    ),
    LifeEvent(uid="moved", text="Umzug", when=Rough.parse("2025-07"), note="dritter Stock"),
    Site(
        uid="foot",
        name="linker Fuß",
        regions=("sole_inner_L", "heel_L"),
        onset=Rough.parse("~2023-02"),
        over=Rough.parse("2026-11-18"),
        note="Brennen",
        position=1,
    ),
    Goal(
        uid="walk",
        text="Mit dem Hund um den See",
        since=date(2026, 10, 5),
        agreed_with="Physiotherapie",
        review=date(2027, 1, 5),
        closed=date(2026, 11, 19),
        note="3 km",
        position=1,
    ),
    Attainment(uid="walked", goal="walk", day=DAY, value=4),
    Consult(uid="visit", day=date(2026, 12, 3), clinician="Dr. Kim", at=AT, place="Klinik", note="nüchtern"),
    Question(
        uid="ask",
        text="Hilft ein anderes Mittel?",
        asked=DAY,
        consult="visit",
        answer="noch offen",
        done=True,
        position=1,
    ),
    Response(
        uid="peg",
        instrument="peg",
        version="2009",
        language="en",
        day=DAY,
        at=AT,
        since=date(2026, 11, 13),
        until=DAY,
        answers=(Answer(item="average", value=6), Answer(item="enjoyment", value=0)),
    ),
    Attribution(uid="cold", day=DAY, factor="cold", effect=Effect.WORSE, entry="attack"),
)
INQUIRY: tuple[Record, ...] = (
    LinkQuestion(
        uid="cold-pain",
        factor="cold",
        outcome="pain_average",
        lag=1,
        asked=DAY,
        seen=date(2026, 11, 2),
        ended=date(2026, 11, 20),
    ),
    Trial(
        uid="socks",
        name="Socken in der Nacht",
        a="mit Socken 🧦",
        b="ohne",
        outcome="pain_average",
        order=("AB", "BA", "AB"),
        block_days=7,
        wash_out_days=2,
        start=date(2026, 11, 20),
        planned=DAY,
        seed=271828,
        planned_with="Dr. Kim",
        stopped=date(2026, 11, 21),
        stop_words="zu warm",
        note="immer ab 22 Uhr",
    ),
)
EXPORT = GivenExport(uid="export", given=AT, form="csv", name="days.csv")
ERASED = Erased(uid="erased", of=Noun.ENTRY, record="spoken", at=AT, what="note", day=DAY, source="Daylio")
"""What no form writes: an export that was given, and a fact of erasing."""

WEATHER = Measure(
    uid="weather",
    code="own.weather",
    kind=MeasureKind.CHOICE,
    kept_in=EntryKind.DAY,
    group=Group.OWN,
    label="Wetter",
    choices=("Sonne ☀", "Regen"),
    position=1000,
)
SPLINT = Measure(
    uid="splint",
    code="own.splint",
    kind=MeasureKind.SCALE,
    kept_in=EntryKind.DAY,
    group=Group.OWN,
    low=0,
    high=10,
    label="Schiene",
    low_words="locker",
    high_words="eng",
    position=1001,
)
TOUCH = AreaQuality(
    code=Quality.TOUCH, strength=8, what=(TouchedBy.CLOTHES, TouchedBy.BEDSHEET, TouchedBy.PRESSURE)
)
ATTACK = Entry(
    uid="attack",
    kind=EntryKind.MOMENT,
    day=DAY,
    author=SELF,
    at=AT,
    until=LATER,
    doing="Treppe",
    helped="Hinsetzen",
    answered={AnswerList.PLACES: Answered.SOME},
    readings=(Reading(measure="pain_now", value=7.0), Reading(measure="pain_peak", value=9.0)),
    areas=(
        Area(
            uid="attack-foot",
            severity=9,
            qualities=(TOUCH,),
            regions=(AreaRegion(region="heel_L"),),
            site="foot",
        ),
    ),
)
ANSWERED = Entry(
    uid="answered",
    kind=EntryKind.DAY,
    day=date(2026, 11, 19),
    author=SELF,
    answered={AnswerList.DOSES: Answered.SOME, AnswerList.PLANNED: Answered.ALL},
    readings=(Reading(measure="own.splint", value=2.0), Reading(measure="own.weather", text="Regen")),
)
NAP = replace(
    ATTACK,
    uid="nap",
    kind=EntryKind.NIGHT,
    day=date(2026, 11, 18),
    at=None,
    until=None,
    doing="",
    helped="",
    answered={},
    readings=(Reading(measure="awake_min", value=0.0),),
    areas=(),
    sleep=(SleepPiece(uid="nap-piece", asleep=AT, awake=LATER, nap=True),),
)
OURS: tuple[Record, ...] = (WEATHER, SPLINT, ATTACK, ANSWERED, NAP)
"""Own trackers, a flare with its end, a day whose medicines were answered, a nap."""

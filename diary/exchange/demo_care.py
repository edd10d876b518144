"""What the made-up person takes and does against the pain: treatments and their steps, doses, sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from diary.exchange.demo_sittings import Sittings
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
    EntryKind,
    Form,
    Helped,
    IntoleranceKind,
    ProcedureKind,
    SessionKind,
    StopReason,
    Unit,
    Use,
)
from diary.models.moments import Moment
from diary.models.records import Entry, Provenance
from diary.models.rough import Rough
from diary.wording import say

PREGABALIN, DULOXETINE, TRAMADOL = "treatment-pregabalin", "treatment-duloxetine", "treatment-tramadol"
LIDOCAINE, PARACETAMOL = "treatment-lidocaine", "treatment-paracetamol"
PER_DOSE = {TRAMADOL: (1.0, Unit.PIECES), LIDOCAINE: (1.0, Unit.PATCHES), PARACETAMOL: (2.0, Unit.PIECES)}
"""What one dose as needed is."""

BEGUN_DAYS_AGO = {TRAMADOL: 629, LIDOCAINE: 165}
"""When the treatments with an exact beginning began, counted from the last day."""

WEEK = 7


def care(sittings: Sittings, first: date) -> list[Any]:
    """Every record of treatments between `first` and the last day, each with the change that wrote it."""
    found = [*_listed(sittings, first), *_doses(sittings), *_side_effects(sittings, first)]
    return [*found, *_sessions(sittings, first)]


def written_on(sittings: Sittings, first: date, day: date) -> Provenance:
    """The change of a day, or of the diary's first where the day lies before it; never of its last."""
    inside = max(first, min(day, sittings.until - timedelta(days=1)))
    return sittings.act(sittings.moment(inside, 10, 17))


def _listed(sittings: Sittings, first: date) -> Iterator[Any]:
    def ago(days: int) -> date:
        return sittings.until - timedelta(days=days)

    begun = written_on(sittings, first, first)
    for record in (*_medicines(ago, first), *_told_once()):
        yield replace(record, written=begun)
    for since, record in _later(ago):
        yield replace(record, written=written_on(sittings, first, since))


def _medicines(ago: Callable[[int], date], first: date) -> Iterator[Treatment]:
    for at, (uid, name, strength, form) in enumerate(
        (
            (PREGABALIN, "pregabalin", 75.0, Form.CAPSULE),
            (TRAMADOL, "tramadol", 50.0, Form.TABLET),
            (LIDOCAINE, "lidocaine", None, Form.PATCH),
            (PARACETAMOL, "paracetamol", 500.0, Form.TABLET),
        )
    ):
        usual, unit = PER_DOSE.get(uid, (None, ""))
        started = {
            PREGABALIN: Rough(ago(240).year, ago(240).month, about=True),
            TRAMADOL: Rough.of(ago(BEGUN_DAYS_AGO[TRAMADOL])),
            LIDOCAINE: Rough.of(ago(BEGUN_DAYS_AGO[LIDOCAINE])),
            PARACETAMOL: Rough(min(ago(0).year - 7, first.year - 1), about=True),
        }[uid]
        yield Treatment(
            uid=uid,
            name=say(f"sample.{name}"),
            use=Use.AS_NEEDED if uid in PER_DOSE else Use.REGULAR,
            form=form,
            strength=strength,
            strength_unit=say("sample.percent") if strength is None else "mg",
            usual=usual,
            unit=unit,
            why=say(f"sample.why.{name}"),
            started=started,
            position=at + 1 if at else 0,
        )


def _told_once() -> Iterator[Any]:
    for uid, when, helped, stopped in (
        ("amitriptyline", "~2019", Helped.SOME, StopReason.SIDE_EFFECTS),
        ("gabapentin", "~2020", Helped.LITTLE, StopReason.NO_EFFECT),
        ("capsaicin", "2022-06", Helped.NONE, StopReason.OTHER),
    ):
        yield TriedBefore(
            uid=f"tried-{uid}",
            name=say(f"sample.tried.{uid}"),
            highest_dose=say(f"sample.tried.{uid}.dose"),
            when=Rough.parse(when),
            how_long=say(f"sample.tried.{uid}.long"),
            helped=helped,
            stopped=(stopped,),
            note=say(f"sample.tried.{uid}.note"),
        )
    yield Intolerance(
        uid="intolerance-penicillin",
        substance=say("sample.penicillin"),
        kind=IntoleranceKind.ALLERGY,
        reaction=say("sample.rash"),
        since=Rough(1998, about=True),
    )
    yield Implant(
        uid="implant-knee", name=say("sample.knee"), place=say("sample.right"), since=Rough(2019, 5)
    )
    yield Procedure(
        uid="procedure-knee",
        kind=ProcedureKind.SURGERY,
        when=Rough(2019, 5),
        name=say("sample.knee_surgery"),
        site=say("sample.right_knee"),
    )


STEPS = (
    (PREGABALIN, 240, 75.0, 2.0, "begin"),
    (PREGABALIN, 68, 150.0, 2.0, "nights"),
    (DULOXETINE, 51, 30.0, 1.0, "slowly"),
    (DULOXETINE, 37, 60.0, 1.0, "borne"),
)
"""Dose steps: of which, so many days before the last day, mg, times a day, why."""


def _steps(ago: Callable[[int], date]) -> Iterator[tuple[date, DoseStep]]:
    for number, (treatment, days, amount, times, key) in enumerate(STEPS):
        day = ago(days)
        step = DoseStep(
            uid=f"step-{number}",
            treatment=treatment,
            since=Rough(day.year, day.month, about=True) if key == "begin" else Rough.of(day),
            amount=amount,
            unit=Unit.MG,
            times=times,
            when=say("sample.mornings" if times == 1 else "sample.twice"),
            reason=say(f"sample.step.{key}"),
        )
        yield day, step


def _later(ago: Callable[[int], date]) -> Iterator[tuple[date, Any]]:
    """What was written when it happened, with its day."""
    yield from _steps(ago)
    duloxetine = Treatment(
        uid=DULOXETINE,
        name=say("sample.duloxetine"),
        form=Form.CAPSULE,
        strength=30.0,
        strength_unit="mg",
        why=say("sample.why.duloxetine"),
        started=Rough.of(ago(51)),
        position=1,
    )
    block = Procedure(
        uid="procedure-block",
        kind=ProcedureKind.BLOCK,
        when=Rough.of(ago(32)),
        name=say("sample.block"),
        site=say("sample.ankle"),
        by=say("sample.block_by"),
        note=say("sample.block_note"),
    )
    yield ago(51), duloxetine
    yield ago(32), block


def _doses(sittings: Sittings) -> Iterator[Dose | Relief]:
    """As-needed doses on the days whose list says so, most of them written when they were taken."""
    for day in list(sittings.entries_by_day()):
        if day.kind is EntryKind.DAY and day.answered.get(AnswerList.DOSES) is Answered.SOME:
            for _ in range(sittings.rng.choice((1, 1, 2))):
                yield from _in_use(sittings, _one_dose(sittings, day))


def _in_use(sittings: Sittings, records: Iterator[Dose | Relief]) -> Iterator[Dose | Relief]:
    """A dose with what was said around it; of paracetamol where its treatment had not begun by then."""
    amount, unit = PER_DOSE[PARACETAMOL]
    for one in records:
        begun = BEGUN_DAYS_AGO.get(one.treatment) if isinstance(one, Dose) else None
        if isinstance(one, Dose) and begun is not None and one.day < sittings.until - timedelta(days=begun):
            yield replace(one, treatment=PARACETAMOL, amount=amount, unit=unit)
        else:
            yield one


def _one_dose(sittings: Sittings, day: Entry) -> Iterator[Dose | Relief]:
    rng = sittings.rng
    treatment = rng.choice((TRAMADOL, TRAMADOL, LIDOCAINE, PARACETAMOL))
    at = sittings.moment(day.day, 9, 17 if day.day == sittings.until else 20)
    said_then = day.day < sittings.until and rng.random() < 0.75
    amount, unit = PER_DOSE[treatment]
    written = sittings.act(at) if said_then else day.written
    dose = Dose(
        uid=sittings.uid(), treatment=treatment, day=day.day, at=at, amount=amount, unit=unit, written=written
    )
    yield dose
    worst = day.reading("pain_worst")
    if not said_then or treatment == LIDOCAINE or worst is None or worst.value is None:
        return
    pain = max(round(worst.value) - rng.choice((0, 0, 1)), 1)
    for after, share, fall in ((0, 1.0, 0), (30, 0.8, 1), (60, 0.65, 2), (120, 0.5, 1)):
        pain = max(pain - (rng.randint(0, fall + 1) if fall else 0), 0)
        if rng.random() < share:
            said = Moment(at.local + timedelta(minutes=after), at.offset_min, at.zone)
            told = written if after == 0 else sittings.act(said)
            yield Relief(uid=sittings.uid(), dose=dose.uid, after_min=after, pain=pain, at=said, written=told)


def _side_effects(sittings: Sittings, first: date) -> Iterator[SideEffect]:
    for treatment, ago, key in (
        (PREGABALIN, 68, "dizzy"),
        (DULOXETINE, 51, "sleepy"),
        (TRAMADOL, 20, "sleepy"),
    ):
        for number in range(0, 21, 3):
            day = sittings.until - timedelta(days=ago - number)
            late = sittings.rng.choice((0, 0, 0, 0, 1, 5))
            if first <= day < sittings.until:
                severity = max(5 - number // 5 + sittings.rng.randint(-1, 1), 0)
                yield SideEffect(
                    uid=sittings.uid(),
                    day=day,
                    name=say(f"sample.{key}"),
                    severity=severity,
                    treatment=treatment,
                    written=sittings.act(_said(sittings, day, late)),
                )


def _said(sittings: Sittings, day: date, late: int) -> Moment:
    on = day + timedelta(days=late)
    return sittings.moment(on if on < sittings.until else day, 18, 22)


def _sessions(sittings: Sittings, first: date) -> Iterator[Session]:
    """Physiotherapy every week but for one in ten, and now and then the nerve stimulator at home."""
    day = first + timedelta(days=3)
    while day < sittings.until:
        if sittings.rng.random() < 0.9:
            yield Session(
                uid=sittings.uid(),
                kind=SessionKind.PHYSIOTHERAPY,
                day=day,
                minutes=30,
                by=say("sample.physio_by"),
                written=sittings.act(sittings.moment(day, 15, 20)),
            )
        if sittings.rng.random() < 0.2:
            yield Session(
                uid=sittings.uid(),
                kind=SessionKind.TENS,
                day=day,
                minutes=20,
                written=sittings.act(sittings.moment(day, 20, 22)),
            )
        day += timedelta(days=WEEK)

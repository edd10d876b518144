"""Treatments with their plan, doses, what they did and what they did besides."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from diary.exchange.fhir.codes import concept
from diary.exchange.fhir.material import Made, Material, Told, about_record, component, frame, kind_of, tags
from diary.exchange.fhir.values import (
    Json,
    at_moment,
    days,
    extension,
    instant,
    is_clear,
    note,
    period,
    quantity,
    ref,
    some,
    stretch,
    uid_of,
    words,
)
from diary.models.codes import TreatmentKind, Use
from diary.wording import say
from diary.wording.treatment_words import full_words, rough_words, step_words, stop_words, usual_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.models.care import Dose, DoseStep, Relief, SideEffect, Treatment, TriedBefore
    from diary.models.provenance import Provenance

SECTION = "treatments"


def medicines(material: Material) -> Iterator[Made]:
    """Treatments, what was tried before, doses, relief and side effects."""
    whole = material.whole
    treatments = {one.uid: one for one in whole.section("treatments")}
    ordered = sorted(whole.section("dose_steps"), key=attrgetter("treatment", "since.first", "uid"))
    steps = {uid: list(found) for uid, found in groupby(ordered, key=attrgetter("treatment"))}
    for one in treatments.values():
        yield _treatment(material, one, steps.get(one.uid, []))
    for tried in whole.section("tried_before"):
        yield _tried(material, tried)
    doses = {one.uid: one for one in whole.section("doses")}
    for dose in doses.values():
        yield _dose(material, dose, treatments.get(dose.treatment))
    reliefs: dict[str, list[Relief]] = {}
    for relief in whole.section("reliefs"):
        reliefs.setdefault(relief.dose, []).append(relief)
    for found in reliefs.values():
        yield _relief(material, found, doses)
    for effect in whole.section("side_effects"):
        yield _side_effect(material, effect, treatments)


def _treatment(material: Material, one: Treatment, steps: Sequence[DoseStep]) -> Made:
    """A medicine as a MedicationStatement, another treatment as a Procedure over a time."""
    name = words(full_words(one)) or say("fhir.unnamed")
    is_medicine = one.kind is TreatmentKind.MEDICINE
    resource = _medicine(material, one, name, steps) if is_medicine else _other(material, one, name, steps)
    plans = [step_words(step, one) for step in steps]
    line = say("fhir.line", name=name, what="; ".join(plans)) if plans else name
    parts = tuple((step.written, step.uid) for step in steps)
    return Made(SECTION, resource, one.written, one.uid, line=line, parts=parts)


def _medicine(material: Material, one: Treatment, name: str, steps: Sequence[DoseStep]) -> Json:
    over, coming = _standing(material, one)
    doses = [_dosage(one, step, at) for at, step in enumerate(steps, 1)]
    if one.use is Use.AS_NEEDED:
        as_needed = {"sequence": len(steps) + 1, "text": words(usual_words(one)), "asNeededBoolean": True}
        doses.append(as_needed)
    return _statement(
        material,
        uid_of("treatment", one.uid),
        one.written,
        status="stopped" if over else "intended" if coming else "active",
        statusReason=_reasons(one) if over else None,
        medicationCodeableConcept={"text": name},
        effectivePeriod=period(one.started, one.stopped),
        reasonCode=_said(one.why),
        note=note(one.note, _unclear_end(one)),
        dosage=doses,
    )


def _other(material: Material, one: Treatment, name: str, steps: Sequence[DoseStep]) -> Json:
    over, coming = _standing(material, one)
    reasons = _reasons(one) if over else []
    ended = "stopped" if reasons else "completed"
    return frame(
        "Procedure",
        uid_of("treatment", one.uid),
        status=ended if over else "preparation" if coming else "in-progress",
        statusReason=reasons[0] if reasons else None,
        code=concept("treatment-kind", one.kind, name),
        subject=material.person,
        performedPeriod=period(one.started, one.stopped),
        recorder=material.writer(one.written),
        asserter=material.person,
        reasonCode=_said(one.why),
        note=note(one.note, _unclear_end(one), *(step_words(step, one) for step in steps)),
    )


def _statement(material: Material, uid: str, written: Provenance | None, **fields: Any) -> Json:
    recorded = material.recorded(written)
    asserted = {} if recorded is None else at_moment("dateAsserted", recorded)
    source = material.writer(written) or material.person
    return frame(
        "MedicationStatement",
        uid,
        **fields,
        subject=material.person,
        **asserted,
        informationSource=source,
    )


def _standing(material: Material, one: Treatment) -> tuple[bool, bool]:
    """Whether it is over, and whether it has not begun."""
    today = material.made.local.date()
    over = one.stopped is not None and one.stopped.first <= today
    return over, one.started is not None and one.started.first > today


def _reasons(one: Treatment) -> list[Json]:
    said = words(stop_words(one.stop_reasons, one.stop_words))
    return [{"text": said}] if said else []


def _said(text: str) -> list[Json]:
    said = words(text)
    return [{"text": said}] if said else []


def _unclear_end(one: Treatment) -> str | None:
    """The end in words where the dates of start and end cannot be put in order."""
    if one.started is None or one.stopped is None or is_clear(one.started, one.stopped):
        return None
    return say("fhir.stopped", when=rough_words(one.stopped))


def _dosage(one: Treatment, step: DoseStep, at: int) -> Json:
    """One step of the plan: what, since when, why, and the amount at a time."""
    told = say("fhir.step", since=rough_words(step.since), step=step_words(step, one))
    text = words(told)
    amount = some(doseQuantity=quantity(step.amount, step.unit) if step.amount else None)
    return some(
        sequence=at,
        text=text,
        patientInstruction=words(step.reason),
        doseAndRate=[amount] if amount else None,
    )


def _tried(material: Material, one: TriedBefore) -> Made:
    said = [say("fhir.highest_dose", dose=one.highest_dose)] if words(one.highest_dose) else []
    said += [say("fhir.how_long", long=one.how_long)] if words(one.how_long) else []
    said += [say(f"treatments.helped.{one.helped}")] if one.helped is not None else []
    name = words(one.name) or say("fhir.unnamed")
    reasons = words(stop_words(one.stopped, ""))
    resource = _statement(
        material,
        uid_of("tried", one.uid),
        one.written,
        status="stopped" if one.stopped else "unknown",
        statusReason=[{"text": reasons}] if reasons else None,
        category=concept("treatment-kind", "tried_before", say("fhir.tried_before")),
        medicationCodeableConcept={"text": name},
        effectivePeriod=period(one.when, None),
        note=note(*said, one.note),
    )
    line = say("fhir.line", name=name, what="; ".join([say("fhir.tried_before"), *said]))
    return Made(SECTION, resource, one.written, one.uid, line=line)


def _dose(material: Material, one: Dose, treatment: Treatment | None) -> Made:
    """One dose as an event; an amount of 0 says that none was taken."""
    uid = uid_of("dose", one.uid)
    when = at_moment("effectiveDateTime", one.at) if one.at is not None else _on(one)
    name = (words(full_words(treatment)) if treatment is not None else None) or say("fhir.unnamed")
    late = tags(material.lateness_of(one.day, one.written))
    partly = [ref(uid_of("treatment", treatment.uid))] if treatment is not None else None
    if treatment is not None and treatment.kind is not TreatmentKind.MEDICINE:
        performed = {key.replace("effective", "performed"): value for key, value in when.items()}
        resource = frame(
            "Procedure",
            uid,
            meta=late,
            status="not-done" if one.amount == 0 else "completed",
            code=concept("treatment-kind", treatment.kind, name),
            subject=material.person,
            **performed,
            partOf=partly,
            recorder=material.writer(one.written),
            note=note(one.note),
        )
    else:
        amount = [{"doseQuantity": quantity(one.amount, one.unit)}] if one.amount else None
        resource = _statement(
            material,
            uid,
            one.written,
            meta=late,
            status="not-taken" if one.amount == 0 else "completed",
            partOf=partly,
            medicationCodeableConcept={"text": name},
            note=note(one.note),
            dosage=[{"doseAndRate": amount}] if amount else None,
            **when,
        )
    return Made(SECTION, resource, one.written, one.uid, say("fhir.dose_of", name=name))


def _on(one: Dose) -> Json:
    return {"effectiveDateTime": one.day.isoformat()}


def _relief(material: Material, found: Sequence[Relief], doses: dict[str, Dose]) -> Made:
    """The pain before a dose and some minutes after it; each time says when it was written."""
    ordered = sorted(found, key=attrgetter("after_min", "uid"))
    dose = doses.get(ordered[0].dose)
    day = dose.day if dose is not None else None
    acts = [one.written for one in ordered]
    written = next((one for one in acts if one is not None and one.first != one.last), acts[0])
    lasted = stretch(ordered[0].at, ordered[-1].at) if len(ordered) > 1 else {}
    when = at_moment("effectiveDateTime", ordered[0].at)
    when = {"effectivePeriod": lasted} if "start" in lasted and "end" in lasted else when
    about = about_record(material, written, when, day)
    resource = about.observation(
        uid_of("relief", ordered[0].dose),
        kind_of("relief"),
        partOf=[ref(uid_of("dose", dose.uid))] if dose is not None else None,
        component=[_pain_after(material, one) for one in ordered],
    )
    name = say("fhir.kind.relief")
    told = tuple(Told(SECTION, name, {"valueInteger": one.pain}) for one in ordered)
    parts = tuple((one.written, one.uid) for one in ordered)
    return Made("", resource, parts=parts, told=told)


def _pain_after(material: Material, one: Relief) -> Json:
    """The pain at a time; extensions say the minutes from the dose, and when it was written."""
    recorded = material.recorded(one.written)
    stamp = instant(recorded) if recorded is not None else None
    more = [extension("after-dose", valueQuantity=quantity(one.after_min, "min"))]
    more += [extension("issued", valueInstant=stamp)] if stamp is not None else []
    return {"extension": more, **component("pain", {"valueInteger": one.pain})}


def _side_effect(material: Material, one: SideEffect, treatments: dict[str, Treatment]) -> Made:
    """Something unwanted; the treatment is the one that the person connects it with."""
    treatment = treatments.get(one.treatment or "")
    when = {"effectivePeriod": days(one.day, one.day)}
    about = about_record(material, one.written, when, one.day)
    resource = about.observation(
        uid_of("side-effect", one.uid),
        concept("observation", "side_effect", words(one.name) or say("fhir.kind.side_effect")),
        {"valueInteger": one.severity},
        partOf=[ref(uid_of("treatment", treatment.uid))] if treatment is not None else None,
        note=note(one.note),
    )
    return Made(SECTION, resource, one.written, one.uid, say("fhir.kind.side_effect"))

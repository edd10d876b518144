"""The story and the plan: conditions as told, events, lasting places, goals, visits, questions, own views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.anatomy.naming import place_name
from diary.exchange.fhir.care import recorded_date
from diary.exchange.fhir.codes import body_site, concept, standard_concept
from diary.exchange.fhir.material import Made, Material, about_record, component, frame, kind_of
from diary.exchange.fhir.values import (
    Json,
    at_moment,
    days,
    is_clear,
    note,
    number,
    period,
    ref,
    rough,
    uid_of,
    words,
)
from diary.exchange.fhir.values import told as told_when
from diary.wording import say
from diary.wording.answers import measure_words
from diary.wording.treatment_words import rough_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.models.records import Redrawing
    from diary.models.story import (
        Attainment,
        Attribution,
        Condition,
        Consult,
        Goal,
        LifeEvent,
        Question,
        Site,
    )

SECTION = "story"


def story(material: Material) -> Iterator[Made]:
    """Conditions first; own views of factors last."""
    whole = material.whole
    yield from (_condition(material, one) for one in whole.section("conditions"))
    yield from (_event(material, one) for one in whole.section("life_events"))
    yield from (_site(material, one) for one in whole.section("sites"))
    yield from _goals(material)
    yield from (_consult(material, one) for one in whole.section("consults"))
    yield from (_question(material, one) for one in whole.section("questions"))
    yield from (_attribution(material, one) for one in whole.section("attributions"))
    yield from (_redrawing(material, one) for one in whole.redrawings)


def _condition(material: Material, one: Condition) -> Made:
    """A condition as the person tells it: unconfirmed, whoever is said to have told it."""
    name = words(one.label) or say("fhir.unnamed")
    told = say(f"record.told.{one.told}")
    by = say("fhir.told_by", name=one.by) if words(one.by) else None
    family = say("fhir.in_family", answer=say(f"record.in_family.{one.in_family}")) if one.in_family else None
    resource = frame(
        "Condition",
        uid_of("condition", one.uid),
        verificationStatus=standard_concept("condition-ver-status", "unconfirmed"),
        code=concept("condition", one.code, name) if one.code else {"text": name},
        subject=material.person,
        **told_when("onset", one.since),
        **recorded_date(material, one.written),
        recorder=material.writer(one.written),
        asserter=material.person,
        note=note(told, by, family, one.note),
    )
    line = say("fhir.line", name=name, what=told)
    return Made(SECTION, resource, one.written, one.uid, line=line)


def _event(material: Material, one: LifeEvent) -> Made:
    text = words(one.text) or say("fhir.unnamed")
    about = about_record(material, one.written, rough("effectiveDateTime", one.when))
    about_then = rough_words(one.when) if one.when.about else None
    resource = about.observation(
        uid_of("event", one.uid),
        kind_of("life_event"),
        {"valueString": text},
        note=note(about_then, one.note),
    )
    line = say("fhir.line", name=text, what=rough_words(one.when))
    return Made(SECTION, resource, one.written, one.uid, line=line)


def _site(material: Material, one: Site) -> Made:
    name = words(one.name) or say("fhir.unnamed")
    lasted = period(one.onset, one.over)
    over = None
    if one.over is not None and one.onset is not None and not is_clear(one.onset, one.over):
        over = say("fhir.stopped", when=rough_words(one.over))
    about = about_record(material, one.written, {"effectivePeriod": lasted} if lasted else {})
    resource = about.observation(
        uid_of("site", one.uid),
        kind_of("lasting_place"),
        {"valueString": name},
        bodySite=body_site(one.regions, place_name(one.regions)),
        note=note(over, one.note),
    )
    return Made(SECTION, resource, one.written, one.uid, line=say("fhir.lasting_place", name=name))


def _goals(material: Material) -> Iterator[Made]:
    reached: dict[str, list[Json]] = {}
    goals = {one.uid: one for one in material.whole.section("goals")}
    steps = []
    for one in material.whole.section("attainments"):
        made = _attainment(material, one, goals.get(one.goal))
        reached.setdefault(one.goal, []).append(ref(made.resource["id"]))
        steps.append(made)
    for goal in goals.values():
        yield _goal(material, goal, reached.get(goal.uid, []))
    yield from steps


def _goal(material: Material, one: Goal, outcomes: list[Json]) -> Made:
    text = words(one.text) or say("fhir.unnamed")
    agreed = say("fhir.agreed_with", name=one.agreed_with) if words(one.agreed_with) else None
    resource = frame(
        "Goal",
        uid_of("goal", one.uid),
        lifecycleStatus="active" if one.closed is None else "completed",
        description={"text": text},
        subject=material.person,
        startDate=one.since.isoformat(),
        target=[{"dueDate": one.review.isoformat()}] if one.review is not None else None,
        statusDate=one.closed.isoformat() if one.closed is not None else None,
        expressedBy=material.person,
        note=note(agreed, one.note),
        outcomeReference=outcomes,
    )
    return Made(SECTION, resource, one.written, one.uid, line=say("fhir.goal", text=text))


def _attainment(material: Material, one: Attainment, goal: Goal | None) -> Made:
    when = {"effectivePeriod": days(one.day, one.day)}
    about = about_record(material, one.written, when, one.day)
    name = words(goal.text) if goal is not None else None
    parts = [component("goal", {"valueString": name})] if name else None
    resource = about.observation(
        uid_of("attainment", one.uid), kind_of("attainment"), {"valueInteger": one.value}, component=parts
    )
    return Made(SECTION, resource, one.written, one.uid, say("fhir.kind.attainment"))


def _consult(material: Material, one: Consult) -> Made:
    whole_day = {"effectiveDateTime": one.day.isoformat()}
    when = whole_day if one.at is None else at_moment("effectiveDateTime", one.at)
    about = about_record(material, one.written, when)
    place = words(one.place)
    name = words(one.clinician)
    resource = about.observation(
        uid_of("consult", one.uid),
        kind_of("consult"),
        {"valueString": name} if name else None,
        component=[component("at_place", {"valueString": place})] if place else None,
        note=note(one.note),
    )
    line = say("fhir.visit", day=one.day.isoformat(), name=name or "")
    return Made(SECTION, resource, one.written, one.uid, line=line.rstrip(" :"))


def _question(material: Material, one: Question) -> Made:
    text = words(one.text) or say("fhir.unnamed")
    about = about_record(material, one.written, {"effectiveDateTime": one.asked.isoformat()})
    answer = words(one.answer)
    parts = [component("answer", {"valueString": answer})] if answer else []
    parts.append(component("done", {"valueBoolean": one.done}))
    there = {consult.uid for consult in material.whole.section("consults")}
    for_visit = [ref(uid_of("consult", one.consult))] if one.consult in there else None
    resource = about.observation(
        uid_of("question", one.uid),
        kind_of("question"),
        {"valueString": text},
        component=parts,
        derivedFrom=for_visit,
    )
    line = say("fhir.line", name=text, what=answer) if answer else text
    return Made("questions", resource, one.written, one.uid, line=line)


def _attribution(material: Material, one: Attribution) -> Made:
    """What the person thinks a factor did: their own view, apart from any statistic."""
    factor = concept("measure", one.factor, measure_words(one.factor, material.measures), standard=False)
    effect = concept("effect", one.effect, say(f"attribution.effect.{one.effect}"))
    when = {"effectivePeriod": days(one.day, one.day)}
    about = about_record(material, one.written, when, one.day)
    resource = about.observation(
        uid_of("attribution", one.uid),
        kind_of("attribution"),
        {"valueCodeableConcept": effect},
        component=[component("factor", {"valueCodeableConcept": factor})],
    )
    return Made("annex", resource, one.written, one.uid, say("fhir.kind.attribution"))


def _redrawing(material: Material, one: Redrawing) -> Made:
    """How steady the hand was when a day's map was drawn again without seeing it: 0 to 1."""
    about = about_record(material, one.written, at_moment("effectiveDateTime", one.drawn))
    share = {"value": number(one.agreement), "system": "http://unitsofmeasure.org", "code": "1"}
    resource = about.observation(uid_of("redrawing", one.uid), kind_of("redrawing"), {"valueQuantity": share})
    return Made("annex", resource, one.written, one.uid, say("fhir.kind.redrawing"))

"""Procedures, sessions of therapy, what is not borne, and devices in the body, as they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import concept, standard_concept
from diary.exchange.fhir.material import Made, Material, frame, tags
from diary.exchange.fhir.values import Json, at_moment, note, some, told, uid_of, words
from diary.models.codes import IntoleranceKind
from diary.wording import say
from diary.wording.treatment_words import procedure_words, rough_words, session_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.models.care import Implant, Intolerance, Procedure, Session
    from diary.models.provenance import Provenance

SECTION = "treatments"
HISTORY = "story"


def care(material: Material) -> Iterator[Made]:
    """Procedures and sessions first."""
    whole = material.whole
    yield from (_procedure(material, one) for one in whole.section("procedures"))
    yield from (_session(material, one) for one in whole.section("sessions"))
    yield from (_intolerance(material, one) for one in whole.section("intolerances"))
    yield from (_implant(material, one) for one in whole.section("implants"))


def _procedure(material: Material, one: Procedure) -> Made:
    name = words(procedure_words(one)) or say("fhir.unnamed")
    settings = say("fhir.settings", settings=one.settings) if words(one.settings) else None
    coming = one.when.first > material.made.local.date()
    site = words(one.site)
    day = one.when.first if one.when.is_exact else None
    resource = frame(
        "Procedure",
        uid_of("procedure", one.uid),
        meta=tags(material.lateness_of(day, one.written)) if day is not None else None,
        status="preparation" if coming else "completed",
        code=concept("procedure", one.kind, words(one.name) or say(f"treatments.procedure.{one.kind}")),
        subject=material.person,
        **told("performed", one.when),
        performer=_performer(one.by),
        bodySite=[{"text": site}] if site else None,
        recorder=material.writer(one.written),
        asserter=material.person,
        note=note(settings, one.note),
    )
    line = say("fhir.line", name=name, what=rough_words(one.when))
    return Made(SECTION, resource, one.written, one.uid, line=line)


def _session(material: Material, one: Session) -> Made:
    name = words(session_words(one)) or say("fhir.unnamed")
    minutes = say("treatments.minutes", minutes=one.minutes) if one.minutes is not None else None
    resource = frame(
        "Procedure",
        uid_of("session", one.uid),
        meta=tags(material.lateness_of(one.day, one.written)),
        status="completed",
        code=concept("session", one.kind, words(one.name) or say(f"treatments.session.{one.kind}")),
        subject=material.person,
        performedDateTime=one.day.isoformat(),
        performer=_performer(one.by),
        recorder=material.writer(one.written),
        asserter=material.person,
        note=note(minutes, one.note),
    )
    return Made(SECTION, resource, one.written, one.uid, name)


def _performer(by: str) -> list[Json] | None:
    said = words(by)
    return [{"actor": {"display": said}}] if said else None


def recorded_date(material: Material, written: Provenance | None) -> Json:
    """When it was written, as `recordedDate`."""
    recorded = material.recorded(written)
    return {} if recorded is None else at_moment("recordedDate", recorded)


def _intolerance(material: Material, one: Intolerance) -> Made:
    """What is not borne, as told: never confirmed here."""
    name, reaction = words(one.substance) or say("fhir.unnamed"), words(one.reaction)
    kind = None if one.kind is IntoleranceKind.UNSURE else str(one.kind)
    resource = frame(
        "AllergyIntolerance",
        uid_of("intolerance", one.uid),
        clinicalStatus=standard_concept("allergyintolerance-clinical", "active"),
        verificationStatus=standard_concept("allergyintolerance-verification", "unconfirmed"),
        type_=kind,
        code={"text": name},
        patient=material.person,
        **told("onset", one.since),
        **recorded_date(material, one.written),
        recorder=material.writer(one.written),
        asserter=material.person,
        reaction=[{"manifestation": [{"text": reaction}]}] if reaction else None,
    )
    said = "; ".join(
        part for part in (say(f"record.intolerance_kind.{one.kind}"), reaction) if part is not None
    )
    return Made(HISTORY, resource, one.written, one.uid, line=say("fhir.line", name=name, what=said))


def _implant(material: Material, one: Implant) -> Made:
    name = words(one.name) or say("fhir.unnamed")
    place = say("fhir.implant_place", place=one.place) if words(one.place) else None
    since = say("fhir.since", when=rough_words(one.since)) if one.since is not None else None
    resource = frame(
        "Device",
        uid_of("implant", one.uid),
        deviceName=[{"name": name, "type": "patient-reported-name"}],
        type=some(**concept("implant", "implant", say("fhir.implant"))),
        patient=material.person,
        note=note(place, since, one.note),
    )
    said = "; ".join(part for part in (say("fhir.implant"), place, since) if part)
    return Made(HISTORY, resource, one.written, one.uid, line=say("fhir.line", name=name, what=said))

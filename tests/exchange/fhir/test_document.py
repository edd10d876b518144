"""The FHIR document holds together: closed lists, references, moments, codes, whatever the record holds."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from diary.exchange.demo import sample
from diary.exchange.fhir.bundle import write_fhir
from diary.exchange.fhir.values import UCUM_OF
from diary.exchange.privacy import Privacy
from diary.exchange.selection import selected
from diary.paths import resource
from diary.storage.snapshot import Snapshot
from tests.exchange.fhir.documents import (
    MADE,
    Json,
    answers,
    bundle,
    observations,
    references,
    resources,
    walk,
    written,
)
from tests.exchange.strategies import snapshots

if TYPE_CHECKING:
    from typing import BinaryIO

UNTIL = date(2026, 11, 19)

STATUSES = {
    "Composition": {"final"},
    "Observation": {"final", "amended"},
    "QuestionnaireResponse": {"completed", "amended"},
    "Questionnaire": {"active"},
    "MedicationStatement": {"active", "completed", "stopped", "intended", "unknown", "not-taken"},
    "Procedure": {"completed", "stopped", "in-progress", "preparation", "not-done"},
}
HL7 = {
    "v3-ActReason": {"HTEST"},
    "observation-category": {"survey"},
    "condition-ver-status": {"unconfirmed"},
    "allergyintolerance-clinical": {"active"},
    "allergyintolerance-verification": {"unconfirmed"},
    "v3-DataOperation": {"CREATE", "UPDATE"},
    "provenance-participant-type": {"author", "assembler"},
}
UNITS = {*UCUM_OF.values(), "{score}", "1"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MOMENT = re.compile(rf"\d{{4}}(-\d\d(-\d\d)?)?|{INSTANT.pattern}")
CODE = re.compile(r"[^\s]+(\s[^\s]+)*")


@pytest.fixture(scope="module")
def whole() -> Snapshot:
    """The sample diary of 90 days."""
    return sample(days=90, seed=1, until=UNTIL)


@pytest.fixture(scope="module")
def document(whole: Snapshot) -> Json:
    """Its document."""
    return bundle(whole)


def holds_together(document: Json) -> None:
    """Say what every document keeps, whatever is in it."""
    urls = [entry["fullUrl"] for entry in document["entry"]]
    assert document["type"] == "document"
    assert INSTANT.fullmatch(document["timestamp"])
    assert document["entry"][0]["resource"]["resourceType"] == "Composition"
    assert len(set(urls)) == len(urls)
    assert references(document) <= set(urls)
    assert urls == [f"urn:uuid:{one['id']}" for one in resources(document)]
    for one in resources(document):
        kind = one["resourceType"]
        assert one.get("status") in STATUSES.get(kind, {None}), kind
        assert len([name for name in one if name.startswith("value")]) <= 1
    for one in walk(document):
        is_sound(one)


def is_sound(one: Json) -> None:
    """Say what every part of a document keeps."""
    assert all(value not in ("", [], {}, None) for value in one.values()), one
    if "system" in one and "code" in one:
        assert CODE.fullmatch(one["code"]), one
        system = one["system"].rpartition("/CodeSystem/")
        if system[1]:
            assert one["code"] in HL7[system[2]]
        if one["system"] == "http://unitsofmeasure.org":
            assert one["code"] in UNITS
    for name in ("issued", "recorded"):
        assert name not in one or INSTANT.fullmatch(one[name])
    for name in ("effectiveDateTime", "performedDateTime", "authored", "start", "end", "valueDateTime"):
        assert name not in one or MOMENT.fullmatch(one[name]), one
    if "start" in one and "end" in one and len(one["start"]) == len(one["end"]) == len("2026-11-22"):
        assert one["start"] <= one["end"]
    if "valueInteger" in one:
        assert type(one["valueInteger"]) is int
    if "div" in one:
        assert ElementTree.fromstring(one["div"]).tag.endswith("div")


def test_the_sample_diary_holds_together(document: Json) -> None:
    holds_together(document)
    assert {one["resourceType"] for one in resources(document)} >= {
        *("Patient", "RelatedPerson", "Device", "Observation", "Questionnaire", "QuestionnaireResponse"),
        *("MedicationStatement", "Procedure", "Condition", "AllergyIntolerance", "Goal", "Provenance"),
    }


def test_an_empty_diary_is_a_document_with_a_person_and_the_diary() -> None:
    document = bundle(Snapshot())
    holds_together(document)
    assert [one["resourceType"] for one in resources(document)] == ["Composition", "Patient", "Device"]
    assert "No entries." in resources(document)[0]["section"][0]["text"]["div"]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(whole=snapshots())
def test_any_record_holds_together_and_is_written_alike_each_time(whole: Snapshot) -> None:
    content = written(whole)
    holds_together(json.loads(content))
    assert written(whole) == content


def test_it_can_be_stopped_at_any_resource(whole: Snapshot) -> None:
    class CancelledError(Exception):
        """The person pressed cancel."""

    class Full:
        """A stream that nothing may reach."""

        def write(self, content: bytes) -> int:
            """Refuse."""
            raise AssertionError(content)

    ticks = iter(range(40))

    def tick() -> None:
        if next(ticks) == 39:
            raise CancelledError

    stream: BinaryIO = Full()  # type: ignore[assignment]
    with pytest.raises(CancelledError):
        write_fhir(whole, stream, made=MADE, tick=tick)


def test_no_code_that_nobody_verified_leaves(document: Json) -> None:
    rows = json.loads(resource("fhir/codes.json").read_text("utf-8"))["codes"]
    unsure = {row["code"] for row in rows if not row["verified"]}
    out = {one["code"] for one in walk(document) if "system" in one and "code" in one}
    assert unsure >= {"70272-0", "51855-5", "786837007"}
    assert not unsure & out
    assert "70273-8" not in out
    weak = {"21547004", "63125000", "2402003", "57999000", "71934003"}
    assert not weak & out


def test_issued_is_when_a_value_was_first_written(whole: Snapshot, document: Json) -> None:
    changes = {one.uid: one for one in whole.changes}
    for entry in whole.entries[:40]:
        for reading in entry.readings:
            if reading.measure != "pain_average":
                continue
            assert reading.written is not None
            first = str(changes[reading.written.first].at).partition("[")[0]
            found = [
                one
                for one in observations(document, "pain_average")
                if one["effectivePeriod"]["start"] == str(entry.day) and one["issued"] == first
            ]
            assert len(found) == 1
            assert found[0]["valueInteger"] == reading.value


def test_what_was_not_answered_is_absent(whole: Snapshot, document: Json) -> None:
    given_of = [one.measure for entry in whole.entries for one in entry.readings if one.value is not None]
    for code in ("pain_average", "pain_worst", "mood", "wakings"):
        assert len(answers(document, code)) == given_of.count(code)
    assert not any("dataAbsentReason" in one for one in walk(document))


def test_a_day_needs_few_resources(whole: Snapshot, document: Json) -> None:
    told = len(whole.entries) + sum(len(entry.areas) for entry in whole.entries)
    others = sum(len(whole.section(noun)) for noun in ("doses", "responses", "side_effects", "attainments"))
    assert len(resources(document)) < 2 * (told + others)
    created = [
        one
        for one in resources(document, "Provenance")
        if one["activity"]["coding"][0]["code"] == "CREATE" and "meta" not in one and "entity" not in one
    ]
    assert created == []


def test_without_ticks_no_name_no_birth_date_no_private_place_leaves(whole: Snapshot) -> None:
    private = selected(whole, UNTIL - timedelta(days=29), UNTIL, Privacy())
    document = bundle(private)
    holds_together(document)
    (person,) = resources(document, "Patient")
    assert person.keys() == {"resourceType", "id", "name"}
    assert person["name"][0]["use"] == "anonymous"
    text = json.dumps(document)
    assert "Robin" not in text
    assert "genitals_" not in text
    assert not answers(document, "note")
    assert len(observations(document, "pain_average")) < 31


def test_a_change_names_who_made_it_and_the_version_before(whole: Snapshot, document: Json) -> None:
    updates = [
        one
        for one in resources(document, "Provenance")
        if one["activity"]["coding"][0]["code"] == "UPDATE" and "entity" in one
    ]
    assert updates
    assert all(one["agent"][-1]["type"]["coding"][0]["code"] == "assembler" for one in updates)
    assert {entity["role"] for one in updates for entity in one["entity"]} == {"revision"}
    changed = {one.change for one in whole.revisions}
    assert len(updates) <= len(changed)


def test_the_notices_of_code_systems_and_questionnaires_are_in_the_text(document: Json) -> None:
    div = resources(document)[0]["text"]["div"]
    assert "Regenstrief Institute" in div
    assert "SNOMED International" in div
    assert "Spitzer" in div

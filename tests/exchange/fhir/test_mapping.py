"""What becomes what: scales, places, nights, questionnaires, medicines, and the story as it was told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from diary.models.care import Dose, Intolerance, Procedure, Relief, Treatment, TriedBefore
from diary.models.codes import (
    Answered,
    AnswerList,
    CauseGroup,
    EntryKind,
    Noun,
    ProcedureKind,
    SourceKind,
    StopReason,
    Told,
    Verb,
)
from diary.models.moments import Moment
from diary.models.records import (
    TYPED,
    Area,
    AreaQuality,
    AreaRegion,
    Change,
    Entry,
    Provenance,
    Reading,
    SleepPiece,
    Source,
)
from diary.models.rough import Rough
from diary.models.story import Answer, Condition, Response
from diary.storage.reading import SELF
from diary.storage.snapshot import Snapshot
from tests.exchange.fhir.documents import (
    LOINC,
    SNOMED,
    Json,
    answers,
    bundle,
    codes,
    observations,
    resources,
)

DAY = date(2026, 11, 20)
WRITTEN = Provenance(first="c1", last="c1")
CHANGED = Provenance(first="c1", last="c2")


def at(day: int, hour: int, minute: int = 0, offset: int | None = 60) -> Moment:
    """Return a moment in November 2026."""
    return Moment(datetime(2026, 11, day, hour, minute), offset)  # noqa: DTZ001  Moment.local is naive


def change(uid: str, when: Moment) -> Change:
    """Return an act of the person."""
    return Change(
        uid=uid,
        at=when,
        day=when.local.date(),
        clock_ok=True,
        author=SELF,
        source=TYPED,
        app_version="0.1.0",
        verb=Verb.SAVE,
    )


def document(*entries: Entry, plain: dict[Noun, tuple[Any, ...]] | None = None) -> Json:
    """Return the document of these entries and records, written on 20 and changed on 25 November."""
    acts = (change("c1", at(20, 21)), change("c2", at(25, 9)))
    return bundle(Snapshot(changes=acts, entries=entries, plain=plain or {}))


def entry(uid: str = "e1", kind: EntryKind = EntryKind.DAY, **more: Any) -> Entry:
    """Return an entry of the day."""
    return Entry(uid=uid, kind=kind, day=DAY, author=SELF, written=WRITTEN, **more)


def reading(measure: str, value: float | None, written: Provenance = WRITTEN) -> Reading:
    """Return one answer."""
    return Reading(measure=measure, value=value, written=written)


def systems(concept: Json) -> set[str]:
    """Return the code systems of a concept."""
    return {one["system"] for one in concept.get("coding", [])}


def test_a_scale_is_an_integer_about_its_day() -> None:
    (one,) = observations(document(entry(readings=(reading("pain_average", 6.0),))), "pain_average")
    assert one["valueInteger"] == 6
    assert one["effectivePeriod"] == {"start": "2026-11-20", "end": "2026-11-20"}
    assert one["issued"] == "2026-11-20T21:00:00+01:00"
    assert one["status"] == "final"
    assert codes(one["code"]) == {"72514-3", "pain_average"}


def test_worst_and_least_pain_have_our_own_code_alone() -> None:
    found = document(entry(readings=(reading("pain_worst", 8), reading("pain_least", 0))))
    for code, value in (("pain_worst", 8), ("pain_least", 0)):
        (one,) = observations(found, code)
        assert codes(one["code"]) == {code}
        assert one["valueInteger"] == value


def test_worst_and_least_stand_with_the_average_of_the_same_act() -> None:
    readings = (
        reading("pain_average", 5),
        reading("pain_worst", 8),
        reading("pain_least", 1, Provenance(first="c2", last="c2")),
    )
    found = document(entry(readings=readings))
    (average,) = observations(found, "72514-3")
    assert average["valueInteger"] == 5
    assert [(codes(one["code"]), one["valueInteger"]) for one in average["component"]] == [
        ({"pain_worst"}, 8)
    ]
    (least,) = observations(found, "pain_least")
    assert least["issued"] == "2026-11-25T09:00:00+01:00"


def test_what_was_told_later_of_a_day_has_its_own_time_of_writing() -> None:
    later = Provenance(first="c2", last="c2")
    found = document(entry(readings=(reading("mood", 4), reading("stress", 6, later), reading("cold", 1))))
    issued = {code: answers(found, code)[0]["issued"][:10] for code in ("mood", "stress", "cold")}
    assert issued == {"mood": "2026-11-20", "stress": "2026-11-25", "cold": "2026-11-20"}
    assert len(observations(found, "told_day")) == 2


def test_a_night_with_one_stretch_is_one_observation() -> None:
    piece = SleepPiece(
        uid="s1", bed=at(19, 22), asleep=at(19, 23), awake=at(20, 6), up=at(20, 7), written=WRITTEN
    )
    readings = (reading("sleep_min", 400), reading("wakings", 2))
    found = document(entry(kind=EntryKind.NIGHT, sleep=(piece,), readings=readings))
    (one,) = resources(found, "Observation")
    assert codes(one["code"]) == {"93832-4", "sleep_min"}
    assert one["valueQuantity"]["value"] == 400
    assert "meta" not in one
    told = [min(codes(part["code"])) for part in one["component"]]
    assert told == ["wakings", "bed", "asleep", "awake", "up", "in_bed_min", "latency_min", "efficiency"]


def test_times_of_a_night_that_were_added_later_are_there() -> None:
    later = Provenance(first="c2", last="c2")
    piece = SleepPiece(uid="s1", bed=at(19, 22), up=at(20, 7), written=later)
    night = entry(kind=EntryKind.NIGHT, sleep=(piece,), readings=(reading("sleep_min", 400),))
    (bed,) = answers(document(night), "bed")
    assert bed["valueDateTime"] == "2026-11-19T22:00:00+01:00"
    assert bed["issued"] == "2026-11-25T09:00:00+01:00"


def test_relief_stands_together_by_dose_and_says_when_each_was_written() -> None:
    dose = Dose(uid="d1", treatment="t1", day=DAY, amount=75.0, unit="mg", written=WRITTEN)
    later = Provenance(first="c2", last="c2")
    before = Relief(uid="f1", dose="d1", after_min=0, pain=7, at=at(20, 20), written=WRITTEN)
    after = Relief(uid="f2", dose="d1", after_min=60, pain=4, at=at(20, 21), written=later)
    (one,) = observations(document(plain={Noun.DOSE: (dose,), Noun.RELIEF: (after, before)}), "relief")
    assert [part["valueInteger"] for part in one["component"]] == [7, 4]
    minutes, issued = zip(*(part["extension"] for part in one["component"]), strict=True)
    assert [one["valueQuantity"]["value"] for one in minutes] == [0, 60]
    assert [one["valueInstant"][:10] for one in issued] == ["2026-11-20", "2026-11-25"]


def test_a_changed_value_is_amended_and_keeps_when_it_was_first_written() -> None:
    (one,) = answers(document(entry(readings=(reading("mood", 4, CHANGED),))), "mood")
    assert one["status"] == "amended"
    assert one["issued"] == "2026-11-20T21:00:00+01:00"


def test_no_answer_is_no_observation_and_none_is_said() -> None:
    found = document(entry(readings=(reading("mood", None),), answered={AnswerList.PLACES: Answered.NONE}))
    assert answers(found, "mood") == []
    (one,) = answers(found, "answered_places")
    assert codes(one["valueCodeableConcept"]) == {"none"}


def test_units_are_ucum_and_yes_is_a_boolean() -> None:
    found = document(
        entry(readings=(reading("glucose_mmol", 6.5), reading("cold", 1), reading("walking_min", 30)))
    )
    assert answers(found, "glucose_mmol")[0]["valueQuantity"]["code"] == "mmol/L"
    assert answers(found, "walking_min")[0]["valueQuantity"] == {
        "value": 30,
        "unit": "min",
        "system": "http://unitsofmeasure.org",
        "code": "min",
    }
    assert answers(found, "cold")[0]["valueBoolean"] is True


def test_what_came_from_a_device_says_so_and_is_no_own_account() -> None:
    source = Source(kind=SourceKind.DEVICE, name="Tracker")
    found = document(entry(source=source, readings=(reading("walking_min", 30),)))
    (one,) = answers(found, "walking_min")
    assert {tag["code"] for tag in one["meta"]["tag"]} == {"imported", "device"}
    named = {f"urn:uuid:{device['id']}": device for device in resources(found, "Device")}
    assert named[one["device"]["reference"]]["deviceName"][0]["name"] == "Tracker"


def place(**more: Any) -> Area:
    """Return a marked place in the left foot."""
    return Area(uid="a1", written=WRITTEN, **more)


def test_a_place_says_its_severity_region_and_qualities() -> None:
    area = place(
        severity=7,
        regions=(AreaRegion(region="heel_L", coverage=0.5),),
        qualities=(AreaQuality(code="burning", strength=6), AreaQuality(own_word="wie Glut")),
    )
    (one,) = observations(document(entry(areas=(area,))), "place_pain")
    assert one["valueInteger"] == 7
    assert systems(one["bodySite"]) == {SNOMED, "urn:nerve-diary:region"}
    assert "left" in one["bodySite"]["text"].lower()
    region, burning, own = one["component"]
    assert region["extension"][0]["valueDecimal"] == 0.5
    assert codes(burning["code"]) == {"burning", "36349006"}
    assert burning["valueInteger"] == 6
    assert own["code"] == {"text": "wie Glut"}
    assert own["valueBoolean"] is True


def test_numbness_without_a_number_is_never_pain() -> None:
    qualities = (AreaQuality(code="numbness", strength=8), AreaQuality(code="burning"))
    area = place(regions=(AreaRegion(region="heel_L"),), qualities=qualities)
    found = document(entry(areas=(area,)))
    (one,) = observations(found, "place_sensation")
    assert observations(found, "place_pain") == []
    assert not [name for name in one if name.startswith("value")]
    named = [codes(part["code"]) for part in one["component"][1:]]
    assert named == [{"numbness", "44077006"}, {"burning"}]


def test_a_weak_code_of_a_place_gives_way_to_the_broader_one() -> None:
    area = place(severity=3, regions=(AreaRegion(region="sole_inner_L"),))
    (one,) = observations(document(entry(areas=(area,))), "place_pain")
    assert codes(one["bodySite"]) == {"56459004", "sole_inner_L"}


def test_minutes_asleep_follow_from_the_times_where_none_were_given() -> None:
    piece = SleepPiece(
        uid="s1", bed=at(19, 22), asleep=at(19, 23), awake=at(20, 6), up=at(20, 7), written=WRITTEN
    )
    (one,) = observations(document(entry(kind=EntryKind.NIGHT, sleep=(piece,))), "93832-4")
    assert one["valueQuantity"]["value"] == 420
    assert one["effectivePeriod"] == {"start": "2026-11-19", "end": "2026-11-20"}
    assert {tag["code"] for tag in one["meta"]["tag"]} == {"computed"}


def test_a_time_without_an_offset_is_told_as_text() -> None:
    piece = SleepPiece(uid="s1", bed=at(19, 22, offset=None), written=WRITTEN)
    (one,) = answers(document(entry(kind=EntryKind.NIGHT, sleep=(piece,))), "bed")
    assert one["valueString"] == "2026-11-19T22:00:00"


def response(instrument: str, **answers: int) -> dict[Noun, tuple[Any, ...]]:
    """Return a questionnaire that was filled in."""
    one = Response(
        uid="r1",
        instrument=instrument,
        version="2009",
        language="en",
        day=DAY,
        at=at(20, 20),
        since=date(2026, 11, 14),
        until=DAY,
        answers=tuple(Answer(item=item, value=value) for item, value in answers.items()),
        written=WRITTEN,
    )
    return {Noun.RESPONSE: (one,)}


def peg_as_a_clinic_reads_it(found: Json) -> list[dict[str, Any]]:
    """Read the PEG as AHRQ's Pain Management Summary does: by LOINC, status, quantity and components."""
    read = []
    for one in resources(found, "Observation"):
        coded = {(each["system"], each["code"]) for each in one["code"].get("coding", [])}
        if (LOINC, "91147-9") in coded and one["status"] in {"final", "corrected", "amended"}:
            items = {
                code: part["valueQuantity"]["value"]
                for part in one["component"]
                for code in codes(part["code"])
            }
            asked = ("75893-8", "91145-3", "91146-1")
            read.append(
                {
                    "day": one["effectiveDateTime"][:10],
                    "mean": one["valueQuantity"]["value"],
                    "items": [items[code] for code in asked],
                }
            )
    return read


def test_a_clinic_reads_mean_and_items_of_the_peg() -> None:
    found = document(plain=response("peg", average=7, enjoyment=6, activity=5))
    assert peg_as_a_clinic_reads_it(found) == [{"day": "2026-11-20", "mean": 6, "items": [7, 6, 5]}]
    (answered,) = resources(found, "QuestionnaireResponse")
    (score,) = observations(found, "91147-9")
    assert score["derivedFrom"] == [{"reference": f"urn:uuid:{answered['id']}"}]
    assert answered["authored"] == "2026-11-20T21:00:00+01:00"
    assert [item["answer"][0]["valueInteger"] for item in answered["item"]] == [7, 6, 5]
    (form,) = resources(found, "Questionnaire")
    assert answered["questionnaire"] == f"{form['url']}|{form['version']}"


def test_a_peg_that_is_not_complete_has_no_mean() -> None:
    found = document(plain=response("peg", average=7, activity=0))
    assert peg_as_a_clinic_reads_it(found) == []
    (panel,) = observations(found, "91148-7")
    assert "valueQuantity" not in panel
    assert [part["valueQuantity"]["value"] for part in panel["component"]] == [7, 0]


def test_the_phq_4_has_its_items_and_sums_without_the_unsure_code() -> None:
    found = document(plain=response("phq4", nervous=1, worry=2, interest=0, low=3))
    (panel,) = observations(found, "69724-3")
    parts = {frozenset(codes(part["code"])): part for part in panel["component"]}
    assert codes(parts[frozenset({"69725-0", "phq4.nervous"})]["valueCodeableConcept"]) == {"LA6569-3"}
    assert parts[frozenset({"55758-7", "phq4.depression"})]["valueQuantity"]["value"] == 3
    assert parts[frozenset({"phq4.total"})]["valueQuantity"]["value"] == 6


def test_a_dose_of_nothing_was_not_taken() -> None:
    treatment = Treatment(uid="t1", name="Pregabalin", started=Rough(2026, 3, about=True), written=WRITTEN)
    taken = Dose(uid="d1", treatment="t1", day=DAY, amount=75.0, unit="mg", written=WRITTEN)
    none = Dose(uid="d2", treatment="t1", day=DAY, amount=0.0, unit="mg", written=WRITTEN)
    found = document(plain={Noun.TREATMENT: (treatment,), Noun.DOSE: (taken, none)})
    active, first, second = resources(found, "MedicationStatement")
    assert active["status"] == "active"
    assert active["effectivePeriod"]["start"] == "2026-03"
    assert first["status"] == "completed"
    assert first["dosage"][0]["doseAndRate"][0]["doseQuantity"]["code"] == "mg"
    assert second["status"] == "not-taken"
    assert "dosage" not in second


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (Rough(2019), {"performedDateTime": "2019"}),
        (Rough(2019, about=True), {"performedString": "about 2019"}),
    ],
)
def test_a_rough_date_stays_as_rough_as_it_was_told(when: Rough, told: Json) -> None:
    one = Procedure(uid="p1", kind=ProcedureKind.BLOCK, when=when, written=WRITTEN)
    (made,) = resources(document(plain={Noun.PROCEDURE: (one,)}), "Procedure")
    assert made.items() >= told.items()
    assert made["status"] == "completed"


def test_nothing_of_the_story_is_confirmed() -> None:
    condition = Condition(
        uid="k1", label="Diabetes", group=CauseGroup.DISEASE, told=Told.CLINICIAN, written=WRITTEN
    )
    intolerance = Intolerance(uid="i1", substance="Penicillin", written=WRITTEN)
    tried = TriedBefore(uid="x1", name="Gabapentin", stopped=(StopReason.COST,), written=WRITTEN)
    found = document(
        plain={
            Noun.CONDITION: (condition,),
            Noun.INTOLERANCE: (intolerance,),
            Noun.TRIED_BEFORE: (tried,),
        }
    )
    (person,) = resources(found, "Patient")
    for one in (*resources(found, "Condition"), *resources(found, "AllergyIntolerance")):
        assert codes(one["verificationStatus"]) == {"unconfirmed"}
        assert one["asserter"] == {"reference": f"urn:uuid:{person['id']}"}
    assert "type" not in resources(found, "AllergyIntolerance")[0]
    assert resources(found, "MedicationStatement")[0]["status"] == "stopped"

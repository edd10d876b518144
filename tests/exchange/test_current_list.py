"""The list of current treatment: what it says, what it leaves out, and that it fits its paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.exchange.current_list import CurrentList, current_list, gather, on_paper, pdf, pictures, plain_text
from diary.models.care import DoseStep, Implant, Intolerance, Treatment
from diary.models.codes import CauseGroup, Form, IntoleranceKind, StopReason, Told, TreatmentKind, Use
from diary.models.moments import Moment
from diary.models.records import Person
from diary.models.rough import Rough
from diary.models.story import Condition
from diary.storage.diary import Diary
from diary.storage.treatment_queries import CurrentRows

TODAY = date(2026, 11, 20)
MADE = Moment.parse("2026-11-20T19:05:00+01:00[Europe/Berlin]")
NAMES = (
    "כאב אמיטריפטילין",
    "كاربامازيبين",
    "😀 Vitamin B12 👩‍👩‍👧",
    "W" * 300,
    "a long name " * 40,
    "*bold* #panic() $x$ = heading",
)


def ago(days: int) -> Rough:
    return Rough.of(TODAY - timedelta(days=days))


def rows(
    *treatments: Treatment,
    steps: tuple[DoseStep, ...] = (),
    intolerances: tuple[Intolerance, ...] = (),
    implants: tuple[Implant, ...] = (),
    conditions: tuple[Condition, ...] = (),
    person: Person | None = None,
    is_sample: bool = False,
) -> CurrentRows:
    return CurrentRows(person, treatments, steps, intolerances, implants, conditions, is_sample)


def lines(found: CurrentList, title: str) -> list[tuple[str, str]]:
    section = next(one for one in found.sections if one.title == title)
    return [(one.name, one.detail) for one in section.lines]


def many(count: int) -> CurrentRows:
    found = [
        Treatment(
            uid=f"t{number}",
            name=NAMES[number % len(NAMES)],
            form=Form.TABLET,
            use=Use.AS_NEEDED if number % 3 == 0 else Use.REGULAR,
            started=Rough(2000 + number % 20, about=number % 2 == 0),
            why=NAMES[(number + 1) % len(NAMES)],
        )
        for number in range(count)
    ]
    return rows(*found, person=Person(uid="p", name=NAMES[4], born=date(1950, 1, 1)))


def test_the_list_can_be_of_the_day_on_which_it_was_given(diary: Diary) -> None:
    day = date(2026, 10, 1)
    assert "1 Oct 2026" in gather(diary, with_name=False, today=day).as_of
    assert "1 Oct 2026" not in gather(diary, with_name=False).as_of


def test_each_treatment_is_said_with_its_dose_and_since_when() -> None:
    found = current_list(
        rows(
            Treatment(
                uid="a", name="Pregabalin", form=Form.CAPSULE, strength=75, strength_unit="mg", why="feet"
            ),
            Treatment(
                uid="b",
                name="Tramadol",
                use=Use.AS_NEEDED,
                usual=50,
                unit="mg",
                started=Rough(2019, about=True),
            ),
            steps=(
                DoseStep(uid="s", treatment="a", since=ago(30), amount=2, unit="pieces", times=2),
                DoseStep(
                    uid="n",
                    treatment="a",
                    since=Rough.of(date(2026, 12, 1)),
                    amount=3,
                    unit="pieces",
                    times=2,
                ),
            ),
        ),
        TODAY,
        with_name=False,
    )
    assert lines(found, "Taken as planned") == [
        (
            "Pregabalin capsule (75 mg)",
            "2 capsules, twice a day; since 21 Oct 2026; from 1 Dec 2026: 3 capsules, twice a day; for feet",
        )
    ]
    assert lines(found, "Taken as needed") == [("Tramadol", "50 mg, as needed; since about 2019")]


def test_how_often_is_said_and_stands_out_where_it_is_not_every_day() -> None:
    weekly = DoseStep(uid="s", treatment="a", since=ago(30), amount=4, unit="pieces", times=1 / 7)
    every_third = replace(weekly, uid="t", treatment="b", amount=1, unit="patches", times=1 / 3)
    daily = replace(weekly, uid="u", treatment="c", times=1)
    found = current_list(
        rows(
            Treatment(uid="a", name="Methotrexate", form=Form.TABLET, strength=2.5, strength_unit="mg"),
            Treatment(uid="b", name="Fentanyl patch", form=Form.PATCH),
            Treatment(uid="c", name="Folic acid", form=Form.TABLET),
            steps=(weekly, every_third, daily),
        ),
        TODAY,
        with_name=False,
    )
    assert lines(found, "Taken as planned") == [
        ("Fentanyl patch", "1 patch, once every 3 days; since 21 Oct 2026"),
        ("Folic acid tablet", "4 tablets, once a day; since 21 Oct 2026"),
        ("Methotrexate tablet (2.5 mg)", "4 tablets, once a week; since 21 Oct 2026"),
    ]
    section = next(one for one in found.sections if one.title == "Taken as planned")
    assert [one.strong for one in section.lines] == [("once every 3 days",), (), ("once a week",)]
    assert "every day" not in plain_text(found)
    plain = replace(
        found,
        sections=tuple(
            replace(one, lines=tuple(replace(line, strong=()) for line in one.lines))
            for one in found.sections
        ),
    )
    assert pictures(found, MADE, 40) != pictures(plain, MADE, 40)


def test_what_is_to_come_is_said_once() -> None:
    begins = Rough.of(date(2026, 12, 1))
    found = current_list(
        rows(
            Treatment(uid="a", name="Duloxetine", started=begins),
            steps=(DoseStep(uid="s", treatment="a", since=begins, amount=10, unit="mg"),),
        ),
        TODAY,
        with_name=False,
    )
    assert lines(found, "Planned") == [("Duloxetine", "from 1 Dec 2026: 10 mg, once a day")]


def test_what_was_stopped_stands_apart_for_three_months() -> None:
    found = current_list(
        rows(
            Treatment(
                uid="a", name="Amitriptyline", stopped=ago(20), stop_reasons=(StopReason.SIDE_EFFECTS,)
            ),
            Treatment(uid="b", name="Gabapentin", stopped=ago(200)),
        ),
        TODAY,
        with_name=False,
    )
    assert lines(found, "Stopped in the last 3 months") == [
        ("Amitriptyline", "stopped 31 Oct 2026: side effects")
    ]
    assert lines(found, "Taken as planned") == []
    assert "Gabapentin" not in plain_text(found)


def test_allergies_devices_and_conditions_say_how_they_are_known() -> None:
    found = current_list(
        rows(
            intolerances=(
                Intolerance(uid="i", substance="Penicillin", kind=IntoleranceKind.ALLERGY, reaction="rash"),
            ),
            implants=(Implant(uid="d", name="Pacemaker", place="left chest", since=Rough(2022, 5)),),
            conditions=(
                Condition(
                    uid="c",
                    label="Shingles",
                    group=CauseGroup.DISEASE,
                    told=Told.CLINICIAN,
                    since=Rough(2021),
                ),
            ),
        ),
        TODAY,
        with_name=False,
    )
    assert lines(found, "Allergies and intolerances") == [("Penicillin", "allergy; rash")]
    assert lines(found, "Implanted devices") == [("Pacemaker", "left chest; since May 2022")]
    assert lines(found, "Conditions, as told") == [("Shingles", "told by a clinician; since 2021")]
    assert found.sections[0].title == "Allergies and intolerances"


def test_an_empty_shelf_says_none_noted_and_never_none_at_all() -> None:
    words = plain_text(current_list(rows(), TODAY, with_name=True))
    assert words.count("Nothing is noted here.") == 4
    assert "No allergy is written in this diary." in words
    assert "No implanted device is written in this diary." in words


def test_the_name_is_on_it_only_where_it_was_said_and_chosen() -> None:
    person = Person(uid="p", name=" Ada ", born=date(1970, 3, 4))
    assert current_list(rows(person=person), TODAY, with_name=True).who == ("Ada", "Born 4 Mar 1970")
    assert current_list(rows(person=person), TODAY, with_name=False).who == ()
    assert current_list(rows(person=Person(uid="p")), TODAY, with_name=True).who == ()
    assert "Ada" not in plain_text(current_list(rows(person=person), TODAY, with_name=False))


def test_a_sample_says_so() -> None:
    assert current_list(rows(is_sample=True), TODAY, with_name=True).sample == "Sample: a made-up person"


def test_the_same_list_is_the_same_bytes_and_tagged_for_screen_readers() -> None:
    found = current_list(many(3), TODAY, with_name=True)
    made = pdf(found, MADE)
    assert made == pdf(found, MADE)
    assert b"pdfuaid" in made


def words_of(made: bytes) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not here")
    found = subprocess.run([tool, "-layout", "-", "-"], input=made, capture_output=True, check=True)
    return found.stdout.decode()


def test_forty_medicines_take_more_pages_each_with_its_number_and_name() -> None:
    found = current_list(many(40), TODAY, with_name=True)
    pages = pictures(found, MADE, 36)
    assert len(pages) > 1
    words = words_of(pdf(found, MADE))
    assert f"1 of {len(pages)}" in words
    assert f"{len(pages)} of {len(pages)}" in words
    assert words.count("As of 20 Nov 2026") == len(pages)


def test_a_short_list_is_one_page() -> None:
    usual = [Treatment(uid=f"t{number}", name="Pregabalin", started=ago(40)) for number in range(12)]
    assert len(pictures(current_list(rows(*usual), TODAY, with_name=True), MADE, 36)) == 1


def test_nothing_runs_over_the_edge_of_the_paper() -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not here")
    made = pdf(current_list(many(30), TODAY, with_name=True), MADE)
    found = subprocess.run([tool, "-bbox", "-", "-"], input=made, capture_output=True, check=True)
    ends = [float(one) for one in re.findall(r'xMax="([\d.]+)"', found.stdout.decode())]
    assert ends
    assert max(ends) <= 595.3 - 40


def test_a_therapy_stands_under_a_heading_of_its_own_and_has_no_dose() -> None:
    therapy = Treatment(uid="p", name="Physiotherapy", kind=TreatmentKind.THERAPY, started=ago(30))
    found = current_list(rows(therapy), TODAY, with_name=False)
    assert lines(found, "Taken as planned") == []
    assert lines(found, "Other treatments") == [("Physiotherapy", "regularly; since 21 Oct 2026")]


def test_a_stop_that_is_not_over_is_told_beside_what_is_still_in_use() -> None:
    found = current_list(
        rows(Treatment(uid="a", name="Gabapentin", stopped=Rough(2026))), TODAY, with_name=False
    )
    assert lines(found, "Taken as planned") == [("Gabapentin", "dose not noted; stop noted: 2026")]


def test_letters_that_cannot_be_printed_are_named_on_paper_and_kept_in_the_text() -> None:
    named = Treatment(uid="a", name="加巴喷丁", form=Form.TABLET, why="脚")
    found = current_list(rows(named), TODAY, with_name=False)
    assert "- 加巴喷丁 tablet: dose not noted; for 脚" in plain_text(found)
    assert "[…]" not in plain_text(found)
    paper = on_paper(found)
    assert lines(paper, "Taken as planned") == [
        ("[…] tablet (name not printable here; see the diary)", "dose not noted; for […]")
    ]
    assert len(paper.limits) == 3
    told = [one for one in paper.limits if "[…]" in one]
    assert len(told) == 1


def test_a_name_from_right_to_left_keeps_its_strength_at_its_place_on_paper() -> None:
    named = Treatment(uid="a", name="אופטלגין", strength=500, strength_unit="mg")
    paper = on_paper(current_list(rows(named), TODAY, with_name=False))
    assert lines(paper, "Taken as planned")[0][0] == "\u200eאופטלגין\u200e (500 mg)"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.text(min_size=1, max_size=60).filter(str.strip), why=st.text(max_size=60))
def test_any_words_can_be_set(name: str, why: str) -> None:
    found = current_list(rows(Treatment(uid="a", name=name, why=why)), TODAY, with_name=True)
    assert pdf(found, MADE).startswith(b"%PDF")

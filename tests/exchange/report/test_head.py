"""The top of the report names the person only as ticked, and the visit it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from diary.exchange.report.choices import Audience, ReportChoices
from diary.exchange.report.head import head_section
from diary.models.records import Person
from diary.models.story import Consult
from diary.wording import say
from tests.exchange.report.course_rows import SINCE, asked, report_rows

ROWS = replace(
    report_rows(lambda _: None, 1), person=Person(uid="p", name=" Anna Berg ", born=date(1971, 3, 5))
)
VISIT = Consult(uid="v", day=date(2026, 11, 25), clinician="Dr. Lindqvist", place="pain clinic")


def who(**more: Any) -> tuple[str, ...]:
    visit = more.pop("visit", None)
    return head_section(ROWS, asked(choices=ReportChoices(**more), visit=visit)).who


def test_nothing_of_the_person_is_said_unless_ticked() -> None:
    assert who() == ()
    assert who(with_name=True) == ("Anna Berg",)
    assert who(with_name=True, with_born=True) == ("Anna Berg", "born 5 Mar 1971")


def test_the_coming_visit_is_named_with_its_day() -> None:
    assert who(visit=VISIT) == ("Visit 25 Nov, Dr. Lindqvist, pain clinic",)
    assert who(visit=VISIT, to="Lindqvist") == ("Visit 25 Nov, Lindqvist",)


def test_a_report_for_somebody_else_says_nothing_of_the_visit() -> None:
    assert who(visit=VISIT, to="Dr. Moser") == ("for Dr. Moser",)
    assert who(visit=VISIT, audience=Audience.MYSELF) == ()


def test_the_length_says_what_the_days_follow() -> None:
    assert head_section(ROWS, asked()).length == "90 days"
    last = Consult(uid="l", day=SINCE)
    assert head_section(ROWS, asked(last_visit=last)).length == "90 days since visit"


def test_a_sample_says_that_the_person_is_made_up() -> None:
    assert head_section(ROWS, asked()).sample == ""
    assert head_section(replace(ROWS, is_sample=True), asked()).sample == say("report.sample")

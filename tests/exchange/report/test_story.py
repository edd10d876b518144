"""The end of page one: conditions as they were told, and one's own questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from diary.exchange.report.rows import ReportRows
from diary.exchange.report.story import conditions_section, questions_section
from diary.models.codes import CauseGroup, Told
from diary.models.rough import Rough
from diary.models.story import Condition, Consult, Question
from tests.exchange.report.course_rows import TODAY, ago, asked, report_rows

VISIT = Consult(uid="next", day=TODAY + timedelta(days=3))
PAST = Consult(uid="past", day=ago(30))


@pytest.fixture(scope="module")
def empty() -> ReportRows:
    return report_rows(lambda _: None, days=1)


def condition(label: str, told: Told, since: Rough | None = None) -> Condition:
    return Condition(uid=label, label=label, group=next(iter(CauseGroup)), told=told, since=since)


def question(text: str, position: int = 0, **more: Any) -> Question:
    return replace(Question(uid=text, text=text, asked=ago(9), position=position), **more)


def test_conditions_say_how_they_are_known_and_since_when(empty: ReportRows) -> None:
    found = (
        condition("Left ankle injury", Told.BELIEF, Rough(2019, None, None, about=True)),
        condition("Type 2 diabetes", Told.CLINICIAN, Rough(2011)),
        condition("Something", Told.UNKNOWN),
    )
    part = conditions_section(replace(empty, conditions=found), asked())
    assert part is not None
    assert [(one.head, one.words) for one in part.lines] == [
        ("Type 2 diabetes", "since 2011 (told by a clinician)"),
        ("Left ankle injury", "since about 2019 (my own belief)"),
        ("Something", "who said so is not known"),
    ]
    assert [one.rank for one in part.lines] == [1, 2, 3]


def test_what_a_clinician_told_stays_longer_than_an_older_belief(empty: ReportRows) -> None:
    found = (
        condition("Weather", Told.BELIEF, Rough(1990)),
        condition("Diabetes", Told.CLINICIAN, Rough(2011)),
    )
    part = conditions_section(replace(empty, conditions=found), asked())
    assert part is not None
    assert {one.head: one.rank for one in part.lines} == {"Weather": 2, "Diabetes": 1}


def test_a_condition_that_began_after_the_reports_days_is_not_told(empty: ReportRows) -> None:
    later = condition("Shingles", Told.CLINICIAN, Rough.of(TODAY))
    wanted = asked(until=ago(10))
    assert conditions_section(replace(empty, conditions=(later,)), wanted) is None


def test_open_questions_of_the_visit_and_of_none_keep_their_words_and_order(empty: ReportRows) -> None:
    rows = replace(
        empty,
        consults=(PAST, VISIT),
        questions=(
            question("And 😀 when?", 2),
            question("Can I lower it? I feel dizzy.", 1, consult="next"),
            question("Left from last time?", 3, consult="past"),
            question("Answered", 0, done=True),
            question("For somebody else", 0, consult="later"),
        ),
    )
    part = questions_section(rows, asked(visit=VISIT))
    assert part is not None
    assert [one.words for one in part.lines] == [
        "Can I lower it? I feel dizzy.",
        "And 😀 when?",
        "Left from last time?",
    ]
    assert [one.rank for one in part.lines] == [0, 1, 2]


def test_a_long_question_stays_whole_and_hebrew_does_not_turn_what_is_beside_it(empty: ReportRows) -> None:
    long = "Why " * 75
    rows = replace(empty, questions=(question(long, 0), question("מה עוזר", 1)))
    part = questions_section(rows, asked())
    assert part is not None
    assert part.lines[0].words == long.strip()
    assert part.lines[1].words == "\u2068מה עוזר\u2069"


def test_without_conditions_and_questions_there_are_no_parts(empty: ReportRows) -> None:
    assert conditions_section(empty, asked()) is None
    assert questions_section(empty, asked()) is None

"""How long things last, as honestly as their dates allow; goals by week; questions in order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.insight.story import (
    Lasting,
    Mark,
    extent,
    goal_weeks,
    in_order,
    lasting,
    months_between,
    moved,
    next_and_past,
    running,
    told_this_week,
)
from diary.models.codes import Lateness, Noun
from diary.models.rough import Rough
from diary.models.story import Attainment, Consult, Question

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("onset", "least", "most", "chronic"),
    [
        ("2026-08-22", 3, 3, True),
        ("2026-08-23", 2, 2, False),
        ("2026-08", 2, 3, None),
        ("2026-07", 3, 4, True),
        ("~2026-08-22", 3, 3, None),
        ("~2026-10", 0, 1, None),
        ("2026-10", 0, 1, False),
        ("2019", 82, 94, True),
        ("2026", 0, 10, None),
    ],
)
def test_a_date_tells_no_more_than_it_knows(onset: str, least: int, most: int, chronic: bool | None) -> None:
    found = lasting(Rough.parse(onset), TODAY)
    assert found == Lasting(least=least, most=most, about=onset.startswith("~"))
    assert found is not None
    assert found.is_chronic is chronic


def test_what_begins_later_has_not_lasted_yet() -> None:
    assert lasting(Rough(2027), TODAY) is None


@given(since=st.dates(date(1950, 1, 1), date(2026, 1, 1)), days=st.integers(0, 20_000))
def test_months_are_whole(since: date, days: int) -> None:
    until = since + timedelta(days=days)
    months = months_between(since, until)
    assert 28 * months <= days <= 31 * (months + 1)


def test_marks_stand_by_date_and_those_without_one_last() -> None:
    none = Mark(noun=Noun.CONDITION, uid="n", name="No date")
    late = Mark(noun=Noun.LIFE_EVENT, uid="l", name="Late", when=Rough(2025))
    early = Mark(noun=Noun.LIFE_EVENT, uid="e", name="Early", when=Rough(2019, about=True))
    assert in_order([none, late, early]) == (early, late, none)
    assert extent([none, late, early], TODAY) == (date(2019, 1, 1), TODAY)


def test_a_line_without_dates_is_a_year_long() -> None:
    assert extent([], TODAY) == (date(2025, 11, 22), TODAY)


def test_a_week_without_a_number_is_none_and_not_zero() -> None:
    told = [
        Attainment(uid="a", goal="g", day=date(2026, 11, 3), value=2),
        Attainment(uid="b", goal="g", day=date(2026, 11, 5), value=4),
        Attainment(uid="c", goal="g", day=date(2026, 11, 18), value=0),
    ]
    weeks = goal_weeks([in_time(one) for one in told], TODAY)
    assert weeks.values == (4, None, 0)
    assert weeks.n == 2
    assert told_this_week(told, TODAY, {}, "") == told[2]
    assert goal_weeks([], TODAY).values == (None,)


def in_time(one: Attainment) -> tuple[Attainment, Lateness, bool]:
    return one, Lateness.SAME_DAY, False


def test_a_late_note_of_a_goal_is_hollow_and_not_counted() -> None:
    rows = [
        (Attainment(uid="a", goal="g", day=date(2026, 11, 3), value=9), Lateness.MEMORY, False),
        in_time(Attainment(uid="b", goal="g", day=date(2026, 11, 18), value=2)),
        (Attainment(uid="c", goal="g", day=date(2026, 11, 20), value=7), Lateness.MEMORY, False),
    ]
    weeks = goal_weeks(rows, TODAY)
    assert weeks.values == (None, None, 2)
    assert weeks.late_values == (9, None, None)
    assert (weeks.n, weeks.late_n) == (1, 1)


def test_the_persons_own_week_stands_before_a_helpers() -> None:
    told = [
        Attainment(uid="a", goal="g", day=date(2026, 11, 11), value=5),
        Attainment(uid="b", goal="g", day=date(2026, 11, 17), value=2),
        Attainment(uid="c", goal="g", day=date(2026, 11, 19), value=8),
    ]
    helped = {"a": "anna", "c": "anna"}
    weeks = goal_weeks([in_time(one) for one in told], TODAY, helped)
    assert weeks.values == (5, 2)
    assert weeks.helpers == {"anna": 1}
    assert told_this_week(told, TODAY, helped, "") == told[1]
    assert told_this_week(told, TODAY, helped, "anna") == told[2]


def test_visits_of_today_are_still_to_come() -> None:
    visits = [Consult(uid=str(at), day=TODAY + timedelta(days=at)) for at in (-9, 30, 0, -2)]
    ahead, past = next_and_past(visits, TODAY)
    assert [one.uid for one in ahead] == ["0", "30"]
    assert [one.uid for one in past] == ["-2", "-9"]


def test_the_running_list_holds_open_questions_first_and_leaves_out_what_past_visits_answered() -> None:
    past = [Consult(uid="v", day=date(2026, 1, 1))]
    questions = [
        Question(uid="done", text="?", asked=TODAY, done=True),
        Question(uid="told", text="?", asked=TODAY, done=True, consult="v"),
        Question(uid="second", text="?", asked=TODAY, position=2),
        Question(uid="open", text="?", asked=TODAY, position=1, consult="v"),
    ]
    assert [one.uid for one in running(questions, past)] == ["open", "second", "done"]


def test_a_question_moves_by_one_and_not_past_the_ends() -> None:
    questions = [Question(uid=one, text="?", asked=TODAY, position=at) for at, one in enumerate("abc")]
    assert moved(questions, "c", -1) == {"c": 1, "b": 2}
    assert moved(questions, "a", -1) == {}

"""Milligrams a day are said only where the units tell them; steps and stops stand where they were."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.insight.doses import NoMg, course, courses, mg_a_day, next_step
from diary.insight.in_use import step_on
from diary.models.codes import Form
from diary.models.rough import Rough
from tests.insight.rows import MONDAY
from tests.insight.treatment_records import as_needed_one, exact, medicine, on, step


@pytest.mark.parametrize(
    ("amount", "unit", "times", "strength", "strength_unit", "mg"),
    [
        (150, "mg", 2, None, "", 300),
        (1, "g", 3, None, "", 3000),
        (250, "ug", 2, None, "", 0.5),
        (250, "µg", 2, None, "", 0.5),
        (2, "pieces", 2, 75, "mg", 300),
        (2, "tablets", 1, 0.5, "g", 1000),
        (1, "pieces", 1, 125, "µg", 0.125),
        (5, "ml", 2, 20, "mg/ml", 200),
        (5, "ml", 2, 20, "mg / ml", 200),
        (30, "mg", 0.5, None, "", 15),
    ],
)
def test_units_of_mass_and_pieces_with_a_strength_give_milligrams_a_day(
    amount: float, unit: str, times: float, strength: float | None, strength_unit: str, mg: float
) -> None:
    treatment = medicine(strength=strength, strength_unit=strength_unit)
    assert mg_a_day(step(0, amount, unit, times=times), treatment) == pytest.approx(mg)


@pytest.mark.parametrize(
    ("unit", "strength", "strength_unit", "form", "why"),
    [
        ("pieces", None, "", Form.TABLET, NoMg.NO_STRENGTH),
        ("pieces", 5, "%", Form.CREAM, NoMg.CREAM),
        ("g", 5, "%", Form.CREAM, NoMg.CREAM),
        ("g", None, "", Form.CREAM, NoMg.CREAM),
        ("g", 5, "%", None, NoMg.UNIT),
        ("ug", 25, "µg/h", Form.PATCH, NoMg.PATCH),
        ("µg", 25, "ug", Form.PATCH, NoMg.PATCH),
        ("mg", 5, "mg", Form.PATCH, NoMg.PATCH),
        ("pieces", 20, "mg/ml", Form.OTHER, NoMg.NO_STRENGTH),
        ("pieces", 5, "mg", Form.PATCH, NoMg.PATCH),
        ("patches", 5, "mg", None, NoMg.PATCH),
        ("ml", 20, "mg", Form.LIQUID, NoMg.LIQUID),
        ("ml", None, "", Form.LIQUID, NoMg.LIQUID),
        ("drops", 20, "mg/ml", Form.DROPS, NoMg.UNIT),
        ("puffs", 50, "ug", Form.INHALER, NoMg.UNIT),
        ("units", 100, "units", Form.INJECTION, NoMg.UNIT),
        ("spoons", 5, "mg", None, NoMg.UNIT),
    ],
)
def test_where_the_units_do_not_tell_nothing_is_guessed(
    unit: str, strength: float | None, strength_unit: str, form: Form | None, why: NoMg
) -> None:
    treatment = medicine(strength=strength, strength_unit=strength_unit, form=form)
    assert mg_a_day(step(0, 2, unit), treatment) is why


def test_each_step_holds_until_the_day_before_the_next_and_the_last_until_today() -> None:
    found = course(medicine(), [step(0, 75, times=2), step(14, 150, times=2)], MONDAY + 20)
    assert [(one.since - MONDAY, one.until - MONDAY, one.mg) for one in found.stretches] == [
        (0, 13, 150),
        (14, 20, 300),
    ]


def test_a_course_goes_on_through_the_day_of_its_stop_and_a_stop_to_come_does_not() -> None:
    steps = [step(0, 75)]
    stopped = course(medicine(stopped=exact(10)), steps, MONDAY + 20)
    assert [one.until - MONDAY for one in stopped.stretches] == [10]
    going_on = course(medicine(stopped=exact(30)), steps, MONDAY + 20)
    assert [one.until - MONDAY for one in going_on.stretches] == [20]


def test_a_step_after_the_stop_and_a_step_to_come_are_not_drawn() -> None:
    found = course(medicine(stopped=exact(10)), [step(0, 75), step(12, 100)], MONDAY + 20)
    assert len(found.stretches) == 1
    assert len(course(medicine(), [step(0, 75), step(25, 100)], MONDAY + 20).stretches) == 1


def test_before_the_first_step_the_dose_is_not_known() -> None:
    found = course(medicine(started=exact(0)), [step(5, 75)], MONDAY + 9)
    assert [(one.since - MONDAY, one.step is None, one.mg) for one in found.stretches] == [
        (0, True, None),
        (5, False, 75),
    ]


def test_of_two_steps_on_one_day_the_one_noted_last_holds() -> None:
    steps = [step(0, 75), step(0, 100)]
    assert [one.mg for one in course(medicine(), steps, MONDAY + 3).stretches] == [100]
    assert step_on(steps, "m", on(3)) == steps[1]


def test_a_rough_date_stands_on_its_first_day_and_is_about() -> None:
    found = course(medicine(), [step(Rough(2019, about=True), 75)], MONDAY)
    assert found.stretches[0].since == Rough(2019).first.toordinal()
    assert found.stretches[0].about_start
    month = course(medicine(), [step(Rough(2019, 3), 75)], MONDAY)
    assert month.stretches[0].about_start
    assert not course(medicine(), [step(0, 75)], MONDAY).stretches[0].about_start


def test_two_treatments_of_the_same_name_are_two_courses() -> None:
    twice = [medicine("a"), medicine("b"), as_needed_one()]
    steps = [step(0, 75, treatment="a"), step(0, 10, treatment="b")]
    found = courses(twice, steps, MONDAY + 3)
    assert [(one.treatment.uid, one.most) for one in found] == [("a", 75), ("b", 10)]


def test_the_next_step_is_the_first_that_is_still_to_come() -> None:
    steps = [step(9, 100), step(5, 75), step(0, 50)]
    found = next_step(medicine(), steps, MONDAY + 2)
    assert found is not None
    assert found.amount == 75
    assert next_step(medicine(), steps, MONDAY + 9) is None


@given(
    starts=st.lists(st.integers(0, 60), max_size=8),
    stop=st.none() | st.integers(0, 70),
    today=st.integers(0, 70),
)
def test_stretches_follow_one_another_without_gap_or_overlap(
    starts: list[int], stop: int | None, today: int
) -> None:
    treatment = medicine(stopped=None if stop is None else exact(stop))
    found = course(treatment, [step(day, 10 + day) for day in starts], MONDAY + today).stretches
    for one, following in itertools.pairwise(found):
        assert one.until + 1 == following.since
    assert all(one.since <= one.until <= MONDAY + today for one in found)
    if stop is not None:
        assert all(one.until <= MONDAY + stop or stop > today for one in found)

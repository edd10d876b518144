"""Relief: medians rest on the doses with an answer at that time, and say of how many."""

from __future__ import annotations

import statistics

from hypothesis import given
from hypothesis import strategies as st

from diary.insight.relief import ReliefAt, ReliefNumbers, TakenDose, quantile, relief
from tests.insight.rows import MONDAY
from tests.insight.treatment_records import relief_of


def taken(uid: str, treatment: str = "t", late: str = "same_day", day: int = 0) -> TakenDose:
    return TakenDose(uid=uid, treatment=treatment, day=MONDAY + day, lateness=late)


def at(found: ReliefNumbers, after_min: int) -> ReliefAt:
    return next(one for one in found.times if one.after_min == after_min)


def test_each_time_counts_only_the_doses_with_an_answer_at_it() -> None:
    doses = [taken(f"d{number}") for number in range(5)]
    reliefs = [relief_of(f"d{number}", 0, 8) for number in range(4)] + [relief_of("d0", 60, 4)]
    found = relief(doses, reliefs)["t"]
    assert [(one.after_min, one.n, one.median) for one in found.times] == [
        (0, 4, 8),
        (30, 0, None),
        (60, 1, 4),
        (120, 0, None),
    ]
    assert (found.n, found.taken) == (1, 5)


def test_the_middle_half_needs_four_answers() -> None:
    doses = [taken(f"d{number}") for number in range(4)]
    pains = (2, 4, 6, 8)
    three = relief(doses, [relief_of(f"d{n}", 30, pains[n]) for n in range(3)])["t"]
    assert (at(three, 30).low, at(three, 30).median) == (None, 4)
    four = relief(doses, [relief_of(f"d{n}", 30, pains[n]) for n in range(4)])["t"]
    assert (at(four, 30).low, at(four, 30).median, at(four, 30).high) == (3.5, 5, 6.5)


def test_medicines_are_kept_apart() -> None:
    found = relief([taken("a", "t"), taken("b", "p")], [relief_of("a", 60, 3), relief_of("b", 60, 7)])
    assert {uid: at(one, 60).median for uid, one in found.items()} == {"t": 3, "p": 7}


def test_doses_noted_late_are_left_out_unless_asked_for_and_counted_as_such() -> None:
    doses = [taken("a"), taken("b", late="memory")]
    reliefs = [relief_of("a", 60, 3), relief_of("b", 60, 9)]
    found = relief(doses, reliefs)["t"]
    assert (at(found, 60).n, found.taken, found.n_memory) == (1, 1, 1)
    assert at(relief(doses, reliefs, with_memory=True)["t"], 60).n == 2


def test_an_answer_given_days_after_its_dose_is_a_memory() -> None:
    found = relief([taken("a")], [relief_of("a", 60, 3, late="memory")])["t"]
    assert (at(found, 60).n, found.n_memory) == (0, 1)


def test_answers_to_a_dose_that_is_no_more_are_in_no_number() -> None:
    found = relief([taken("a")], [relief_of("gone", 60, 3)])["t"]
    assert not found.any


@given(st.lists(st.integers(0, 10), min_size=4, max_size=40))
def test_the_ends_of_the_middle_half_are_the_quartiles_everyone_knows(values: list[int]) -> None:
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    assert abs(quantile(values, 0.25) - low) < 1e-9
    assert abs(quantile(values, 0.75) - high) < 1e-9
    assert low <= middle <= high

"""The month sheet: none taken is an answer, not answered is unknown, and sums say of how many days."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diary.insight.as_needed import AsNeeded, Known, as_needed, days_of, months_back
from diary.models.rough import Rough
from tests.insight.rows import MONDAY
from tests.insight.treatment_records import answer, as_needed_one, dose, exact, medicine, on

MONTH = on(0)
FIRST = MONDAY - days_of(MONTH)[0]
"""Where the day of `MONDAY` stands in its month."""


def known(used: AsNeeded, row: int, day: int) -> tuple[Known, int]:
    cell = used.shown(MONTH)[row].cells[FIRST + day]
    return cell.known, cell.doses


def test_none_taken_is_an_answer_and_a_day_without_answer_is_unknown() -> None:
    used = as_needed([as_needed_one()], [dose(0), dose(0)], [answer(1)], MONDAY + 3)
    assert [known(used, 0, day) for day in range(3)] == [
        (Known.DOSES, 2),
        (Known.NONE, 0),
        (Known.UNKNOWN, 0),
    ]


def test_sums_are_doses_on_days_of_days_answered() -> None:
    answers = [answer(day) for day in range(2, 6)] + [answer(0, "some")]
    found = as_needed([as_needed_one()], [dose(0), dose(0), dose(1)], answers, MONDAY + 9).shown(MONTH)[0].sum
    assert (found.doses, found.days, found.answered) == (3, 2, 6)


def test_a_dose_of_one_medicine_answers_the_day_for_that_medicine_alone() -> None:
    used = as_needed([as_needed_one("t"), as_needed_one("p")], [dose(0, "t")], [], MONDAY + 3)
    assert known(used, 0, 0) == (Known.DOSES, 1)
    assert known(used, 1, 0) == (Known.UNKNOWN, 0)
    assert [row.sum.answered for row in used.shown(MONTH)] == [1, 0]


def test_a_day_saved_with_some_answers_for_all_medicines_once_the_day_is_over() -> None:
    both = [as_needed_one("t"), as_needed_one("p")]
    over = as_needed(both, [dose(0, "t")], [answer(0, "some")], MONDAY + 1)
    assert known(over, 1, 0) == (Known.NONE, 0)
    assert over.shown(MONTH)[1].sum.answered == 1
    still = as_needed(both, [dose(0, "t")], [answer(0, "some")], MONDAY)
    assert known(still, 0, 0) == (Known.DOSES, 1)
    assert known(still, 1, 0) == (Known.UNKNOWN, 0)
    assert still.shown(MONTH)[1].sum.answered == 0


def test_nothing_of_one_medicine_does_not_say_which_of_the_others_was_taken() -> None:
    both = [as_needed_one("t"), as_needed_one("p")]
    used = as_needed(both, [dose(0, "t", amount=0)], [answer(0, "some")], MONDAY + 1)
    assert known(used, 0, 0) == (Known.NONE, 0)
    assert known(used, 1, 0) == (Known.SOME, 0)


def test_some_without_a_dose_says_that_something_was_taken_but_not_what() -> None:
    used = as_needed([as_needed_one()], [], [answer(0, "some")], MONDAY)
    assert known(used, 0, 0) == (Known.SOME, 0)
    found = used.shown(MONTH)[0].sum
    assert (found.doses, found.answered, found.unsaid) == (0, 1, 1)


def test_a_dose_of_nothing_is_an_answer_and_no_dose() -> None:
    used = as_needed([as_needed_one()], [dose(0, amount=0)], [], MONDAY)
    assert known(used, 0, 0) == (Known.NONE, 0)
    assert used.shown(MONTH)[0].sum.doses == 0


def test_a_dose_whose_amount_was_not_said_is_a_dose() -> None:
    assert known(as_needed([as_needed_one()], [dose(0, amount=None)], [], MONDAY), 0, 0) == (Known.DOSES, 1)


def test_memory_notes_are_marked_and_outside_the_sums_unless_asked_for() -> None:
    doses, answers = [dose(0, late="memory"), dose(1)], [answer(2, late="memory")]
    used = as_needed([as_needed_one()], doses, answers, MONDAY + 9)
    cells = used.shown(MONTH)[0].cells
    assert [cells[FIRST + day].memory for day in range(3)] == [True, False, True]
    found = used.shown(MONTH)[0].sum
    assert (found.doses, found.days, found.answered, found.memory) == (1, 1, 1, 1)
    asked = as_needed([as_needed_one()], doses, answers, MONDAY + 9, with_memory=True).shown(MONTH)[0].sum
    assert (asked.doses, asked.days, asked.answered) == (2, 2, 3)


def test_a_day_answered_in_time_counts_though_a_dose_of_it_was_noted_late() -> None:
    used = as_needed([as_needed_one()], [dose(0, late="memory")], [answer(0)], MONDAY)
    found = used.shown(MONTH)[0].sum
    assert (found.doses, found.answered) == (0, 1)


def test_later_days_of_the_same_class_are_in_the_sums() -> None:
    for late in ("next_day", "later", "imported"):
        used = as_needed([as_needed_one()], [dose(0, late=late)], [], MONDAY)
        assert used.shown(MONTH)[0].sum.doses == 1


def test_what_was_noted_a_few_days_later_is_marked_and_counted() -> None:
    doses, answers = [dose(0, late="later"), dose(1)], [answer(2, late="next_day"), answer(3)]
    found = as_needed([as_needed_one()], doses, answers, MONDAY + 9).shown(MONTH)[0]
    assert [found.cells[FIRST + day].later for day in range(4)] == [True, False, True, False]
    assert (found.sum.doses, found.sum.answered) == (2, 4)


def test_before_its_start_and_after_its_stop_a_medicine_has_no_cells_and_no_days() -> None:
    one = as_needed_one(started=exact(1), stopped=exact(2))
    used = as_needed([one], [], [answer(day) for day in range(5)], MONDAY + 5)
    states = [known(used, 0, day)[0] for day in range(4)]
    assert states == [Known.OUTSIDE, Known.NONE, Known.NONE, Known.OUTSIDE]
    assert used.shown(MONTH)[0].sum.answered == 2


def test_a_dose_outside_its_time_is_still_shown() -> None:
    used = as_needed([as_needed_one(stopped=Rough(2020))], [dose(0)], [], MONDAY)
    assert known(used, 0, 0) == (Known.DOSES, 1)


def test_days_to_come_are_empty() -> None:
    used = as_needed([as_needed_one()], [], [answer(0)], MONDAY)
    assert known(used, 0, 1)[0] is Known.OUTSIDE


def test_regular_medicines_are_not_on_the_sheet_and_do_not_answer_for_it() -> None:
    used = as_needed([medicine("m"), as_needed_one()], [dose(0, "m")], [], MONDAY)
    assert [one.treatment.uid for one in used.shown(MONTH)] == ["t"]
    assert known(used, 0, 0)[0] is Known.UNKNOWN


def test_other_lists_and_other_entries_do_not_answer_for_doses() -> None:
    others = [answer(0)._replace(list="places"), answer(0)._replace(kind="night")]
    assert known(as_needed([as_needed_one()], [], others, MONDAY), 0, 0)[0] is Known.UNKNOWN


def test_months_go_back_over_the_year() -> None:
    assert months_back(date(2026, 1, 31), 3) == (date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1))
    assert len(days_of(date(2024, 2, 10))) == 29


@given(
    doses=st.lists(
        st.tuples(st.integers(0, 20), st.sampled_from(["same_day", "later", "memory"])), max_size=30
    ),
    answers=st.lists(
        st.tuples(
            st.integers(0, 20), st.sampled_from(["none", "some"]), st.sampled_from(["same_day", "memory"])
        ),
        max_size=20,
    ),
)
def test_sums_agree_with_the_cells_they_stand_beside(
    doses: list[tuple[int, str]], answers: list[tuple[int, str, str]]
) -> None:
    for with_memory in (False, True):
        used = as_needed(
            [as_needed_one()],
            [dose(day, late=late) for day, late in doses],
            [answer(*one) for one in answers],
            MONDAY + 20,
            with_memory=with_memory,
        )
        rows = [used.shown(month)[0] for month in months_back(on(20), 2)]
        total = sum(row.sum.doses for row in rows)
        assert total == sum(with_memory or late != "memory" for _, late in doses)
        for row in rows:
            assert row.sum.days <= row.sum.answered <= len(row.cells)
            assert row.sum.days <= row.sum.doses

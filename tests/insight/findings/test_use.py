"""As-needed use by month: days with doses of the days on which it was said."""

from __future__ import annotations

from datetime import date

from diary.insight.as_needed import TakenAsNeeded
from diary.insight.findings.use import Use, use
from diary.models.care import Treatment
from diary.models.views import AnswerRow
from tests.insight.rows import MONDAY
from tests.insight.treatment_records import answer, as_needed_one, dose, medicine

DAYS = 40


def found(
    treatments: list[Treatment], doses: list[TakenAsNeeded], answers: list[AnswerRow], since: int = MONDAY
) -> Use | None:
    until = MONDAY + DAYS - 1
    return use(treatments, doses, answers, since=since, until=until, today=until)


def test_days_of_use_are_counted_over_the_answered_days_of_each_month() -> None:
    answers = [answer(day) for day in range(10, 30)]
    one = found([as_needed_one()], [dose(0), dose(0), dose(5), dose(31)], answers)
    assert one is not None
    assert [
        (month.month, month.doses, month.days, month.answered, month.calendar_days)
        for month in one.together.months
    ] == [
        (date(2026, 9, 1), 3, 2, 16, 24),
        (date(2026, 10, 1), 1, 1, 7, 16),
    ]


def test_each_medicine_stands_alone_and_all_together_count_a_day_once() -> None:
    both = [as_needed_one("t", "Tramadol"), as_needed_one("p", "Paracetamol")]
    one = found(both, [dose(0, "t"), dose(0, "p"), dose(1, "p")], [])
    assert one is not None
    assert [(row.name, row.months[0].doses, row.months[0].days) for row in one.medicines] == [
        ("Tramadol", 1, 1),
        ("Paracetamol", 2, 2),
    ]
    assert (one.together.months[0].doses, one.together.months[0].days) == (3, 2)


def test_a_month_in_which_nothing_was_answered_is_not_told() -> None:
    one = found([as_needed_one()], [dose(35)], [])
    assert one is not None
    assert [month.month for month in one.together.months] == [date(2026, 10, 1)]


def test_doses_noted_late_are_left_out_and_counted() -> None:
    one = found([as_needed_one()], [dose(0), dose(1, late="memory")], [])
    assert one is not None
    assert (one.n_memory, one.together.months[0].doses) == (1, 1)


def test_without_a_medicine_as_needed_there_is_no_use_to_tell() -> None:
    assert found([medicine()], [], [answer(1)]) is None

"""Attacks and flares by day and week: "none" is an answer, no answer is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from diary.insight.findings.attacks import Attacks, attacks
from diary.insight.findings.days import days_of
from diary.models.views import AnswerRow, ValueRow
from tests.insight.rows import MONDAY, day_of, period, value


def answered(day: int, answer: str = "none", late: str = "same_day") -> AnswerRow:
    return AnswerRow(MONDAY + day, "day", "attacks", answer, late)


def told(
    values: list[ValueRow],
    answers: Sequence[AnswerRow] = (),
    ends: Mapping[str, str] | None = None,
    days: int = 14,
) -> Attacks | None:
    rows = period(values, days, answers=tuple(answers))
    return attacks(rows, days_of(rows).series, ends or {}, since=MONDAY, until=MONDAY + days - 1)


def found(
    values: list[ValueRow], answers: Sequence[AnswerRow] = (), ends: Mapping[str, str] | None = None
) -> Attacks:
    one = told(values, answers, ends)
    assert one is not None
    return one


def flare(day: int, number: float, hour: int = 12, late: str = "same_day") -> ValueRow:
    return value(day, number, "pain_now", kind="moment", hour=hour, entry=f"m{day}.{hour}", late=late)


def test_attacks_are_counted_over_the_days_that_say_how_many() -> None:
    one = found([value(0, 4, "attacks"), value(3, 2, "attacks")], [answered(1)])
    assert (one.total, one.n, one.n_with, one.days) == (6, 3, 2, 14)
    assert one.per_day == pytest.approx(2)
    assert [(day.day - MONDAY, day.attacks) for day in one.by_day] == [(0, 4), (1, 0), (3, 2)]


def test_days_before_the_first_answer_do_not_count() -> None:
    assert found([value(5, 1, "attacks")]).days == 9


def test_days_of_a_range_without_an_answer_count_once_the_diary_had_one() -> None:
    for earlier, none in (([value(0, 1, "attacks")], ()), ([], (answered(0),)), ([flare(0, 3)], ())):
        rows = period([*earlier, value(12, 2, "attacks")], 14, answers=none)
        one = attacks(rows, days_of(rows).series, {}, since=MONDAY + 7, until=MONDAY + 13)
        assert one is not None
        assert (one.since, one.n, one.days) == (MONDAY + 7, 1, 7)


def test_weeks_begin_on_monday_and_say_how_many_days_were_answered() -> None:
    one = found([value(2, 4, "attacks"), value(8, 1, "attacks"), flare(9, 6)])
    assert [(week.monday - MONDAY, week.attacks, week.flares, week.n, week.days) for week in one.weeks] == [
        (0, 4, 0, 1, 5),
        (7, 1, 1, 1, 7),
    ]


def test_a_flare_has_a_length_only_where_it_has_an_end() -> None:
    ends = {"m1.10": f"{day_of(1)}T11:30:00", "m2.9": f"{day_of(2)}T08:00:00"}
    one = found([flare(1, 6, 10), flare(2, 7, 9), flare(3, 5)], ends=ends)
    assert (one.flares, one.days_with_flares, one.lengths_min, one.n_open) == (3, 3, (90,), 2)
    assert (one.n, one.per_day, one.median_min) == (0, None, 90)


def test_a_moment_without_pain_is_no_flare_and_one_moment_counts_once() -> None:
    peak = value(1, 8, "pain_peak", kind="moment", entry="m1.12")
    one = found([flare(1, 6), peak, flare(2, 0)])
    assert one.flares == 1


def test_what_was_written_late_is_left_out_and_counted() -> None:
    one = found([value(1, 4, "attacks", late="memory"), value(2, 1, "attacks"), flare(3, 6, late="memory")])
    assert (one.total, one.n, one.n_memory, one.flares) == (1, 1, 1, 0)


def test_the_usual_length_of_one_attack_is_the_median_of_the_days_that_say_it() -> None:
    one = found(
        [value(day, seconds, "attack_s") for day, seconds in enumerate((5, 60, 9))] + [value(1, 1, "attacks")]
    )
    assert (one.attack_s, one.n_attack_s) == (9, 3)


def test_nothing_answered_is_nothing() -> None:
    assert told([value(0, 5)]) is None

"""The body over some days: what counts, of how many days, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from diary.insight.body_days import PAIN_ONLY, BodyDays, body_days, days_there, entries_there
from diary.insight.body_difference import Turn, body_difference, jaccard
from diary.insight.places import place_days
from tests.insight.rows import MONDAY, area, places


def counted(areas: list[Any], answers: list[Any], days: int = 7, start: int = 0, **filters: Any) -> BodyDays:
    """The days from `start` after the Monday."""
    since = MONDAY + start
    return body_days(areas, answers, since, since + days - 1, **filters)


def test_days_are_counted_of_those_on_which_places_were_answered() -> None:
    found = counted([area(0, 6), area(1, 4)], [places(0), places(1), places(2, "none")])
    assert (found.days("foot_L"), found.n, found.length) == (2, 3, 7)
    assert found.share("foot_L") == pytest.approx(2 / 3)


def test_a_day_without_an_answer_is_not_a_day_without_pain() -> None:
    found = counted([area(0, 6)], [places(0)])
    assert (found.n, found.share("foot_L")) == (1, 1.0)


def test_two_places_of_one_day_are_one_day_and_the_worse_one_counts() -> None:
    found = counted([area(0, 3), area(0, 7), area(1, 5)], [])
    there = found.regions["foot_L"]
    assert (there.days, there.severity, there.n_severity) == (2, 6.0, 2)


def test_a_numb_place_is_marked_but_has_no_severity_and_is_no_pain() -> None:
    numb = area(0, None, ("numbness",))
    there = counted([numb], []).regions["foot_L"]
    assert (there.days, there.severity, there.n_severity) == (1, None, 0)
    assert counted([numb], [], quality=PAIN_ONLY).regions == {}
    assert counted([area(0, None, ("burning",))], [], quality=PAIN_ONLY).days("foot_L") == 1
    assert counted([area(0, 0)], [], quality=PAIN_ONLY).days("foot_L") == 0


def test_a_filter_keeps_n_of_all_answered_days() -> None:
    found = counted([area(0, 6, ("burning",)), area(1, 4, ("cold",))], [places(2, "none")], quality="cold")
    assert (found.days("foot_L"), found.n) == (1, 3)


def test_memory_notes_are_left_out_and_told() -> None:
    found = counted([area(0, 6), area(1, 9, late="memory")], [places(0), places(1, late="memory")])
    assert (found.days("foot_L"), found.n, found.places.n_memory) == (1, 1, 1)
    assert counted([area(1, 9, late="memory")], [], with_memory=True).days("foot_L") == 1


def test_the_same_numbers_as_the_report_of_that_period() -> None:
    areas = [area(day, day, region="foot_L" if day % 2 else "hand_R") for day in range(9)]
    inside = areas[2:7]
    report = place_days(inside, [])
    found = counted(areas, [], days=5, start=2)
    assert {one.region: one.days for one in found.regions.values()} == dict(report.regions)
    assert {one.region: one.severity for one in found.regions.values()} == dict(report.severity)


def test_days_of_a_place_keep_their_gaps() -> None:
    rows = [area(0, 6), area(3, None, ("numbness",)), area(4, 9, late="memory")]
    found = days_there(rows, [places(1, "none")], "foot_L")
    assert [one.day - MONDAY for one in found] == [0, 1, 3, 4]
    assert [one.severity for one in found] == [6, None, None, 9]
    assert [one.marked for one in found] == [True, False, True, True]
    assert [one.memory for one in found] == [False, False, False, True]


def test_entries_of_a_place_are_listed_once_the_newest_first() -> None:
    rows = [area(0, 6), area(0, 3), area(2, 1), area(3, 5, region="hand_R")]
    assert [(row.day - MONDAY, row.severity) for row in entries_there(rows, "foot_L")] == [(2, 1), (0, 6)]


def turn(before: int, now: int, n: int = 28) -> Turn:
    """What becomes of a place on `before` and `now` of `n` answered days."""
    answers = [places(day, "none") for day in range(2 * n)]
    rows = [area(day, 5) for day in range(before)] + [area(n + day, 5) for day in range(now)]
    first, second = counted(rows, answers, n), counted(rows, answers, n, start=n)
    return body_difference(first, second).regions["foot_L"].turn


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (0, 2, Turn.NEW),
        (0, 1, Turn.SAME),
        (2, 0, Turn.GONE),
        (1, 0, Turn.SAME),
        (10, 13, Turn.SAME),
        (10, 14, Turn.MORE),
        (14, 10, Turn.FEWER),
        (14, 11, Turn.SAME),
    ],
)
def test_a_place_turns_only_by_a_day_a_week_or_more(before: int, now: int, expected: Turn) -> None:
    assert turn(before, now) is expected


def test_two_maps_agree_by_their_shares() -> None:
    answers = [places(day, "none") for day in range(8)]
    rows = [area(0, 5), area(1, 5), area(4, 5), area(5, 5, region="hand_R")]
    found = body_difference(counted(rows, answers, 4), counted(rows, answers, 4, start=4))
    assert found.agreement == pytest.approx(0.25 / 0.75)
    same = body_difference(counted(rows, answers, 4), counted(rows, answers, 4))
    assert same.agreement == 1.0


def test_without_an_answered_day_nothing_is_compared() -> None:
    found = body_difference(counted([], []), counted([area(8, 5)], [], start=7))
    assert (found.told, found.agreement, found.regions, found.enough) == (False, None, {}, False)


def test_four_of_seven_days_are_enough_to_compare() -> None:
    def enough(days: int) -> bool:
        answers = [places(day, "none") for day in (*range(7), *range(7, 7 + days))]
        return body_difference(counted([], answers), counted([], answers, start=7)).enough

    assert enough(4)
    assert not enough(3)


def test_two_drawings_agree_by_the_regions_in_both() -> None:
    assert jaccard(["a", "b"], ["b", "c"]) == pytest.approx(1 / 3)
    assert jaccard([], []) == 1.0


def test_severities_are_compared_in_points() -> None:
    week = range(7)
    before = counted([area(day, 5) for day in week], [])
    for severity, turn in ((6, Turn.MORE), (4, Turn.FEWER), (5, Turn.SAME)):
        after = counted([area(7 + day, severity) for day in week], [], start=7)
        one = body_difference(before, after, by_severity=True).regions["foot_L"]
        assert (one.turn, one.by, one.before, one.after) == (turn, severity - 5, 5.0, severity)
        assert (one.n_before, one.n_after) == (7, 7)
    mixed = counted([area(7, 6), *(area(7 + day, 5) for day in week[1:])], [], start=7)
    assert body_difference(before, mixed, by_severity=True).regions["foot_L"].turn is Turn.SAME


def test_a_place_without_a_number_in_one_period_is_neither_worse_nor_new() -> None:
    before = counted([area(0, None), area(1, None)], [])
    after = counted([area(7, 8), area(8, 8), area(8, 9, region="hand_R")], [places(9, "none")], start=7)
    assert body_difference(before, after, by_severity=True).regions == {}
    again = counted([area(7, 9, region="hand_R"), area(8, 9, region="hand_R")], [], start=7)
    assert body_difference(before, again, by_severity=True).regions["hand_R"].turn is Turn.NEW
    assert body_difference(again, before, by_severity=True).regions["hand_R"].turn is Turn.GONE


def test_what_differs_comes_first_and_of_the_same_what_there_is_most_of() -> None:
    rows = [
        *(area(day, 5, region="a") for day in range(28)),
        *(area(day, 5, region="b") for day in range(0, 28, 3)),
        *(area(day, 5, region="c") for day in range(14, 28)),
    ]
    answers = [places(day, "some") for day in range(28)]
    found = body_difference(counted(rows, answers, 14), counted(rows, answers, 14, start=14))
    assert list(found.regions) == ["c", "a", "b"]

"""Worst days, places, completeness, and all of it in one piece."""

from __future__ import annotations

import json

from diary.insight.completeness import completeness, gaps
from diary.insight.held import Held, with_memory
from diary.insight.period import period_summary, summarise
from diary.insight.places import place_days
from diary.insight.worst import WorstFrom, worst_days
from diary.models.codes import EntryKind, Group, MeasureKind
from diary.models.records import Measure
from tests.insight.rows import MONDAY, area, day_of, entry, period, places, value


def test_a_days_worst_is_the_largest_and_says_where_it_is_from() -> None:
    values = [value(0, 6, "pain_worst"), value(0, 8, "pain_now", kind="moment"), value(1, 7, "pain_worst")]
    found = worst_days(values, [area(0, 7), area(1, 7), area(2, 9)])
    assert [(one.value, one.source) for one in found.days] == [
        (8, WorstFrom.MOMENT),
        (7, WorstFrom.WORST),
        (9, WorstFrom.PLACE),
    ]
    assert found.at_least(7) == 3


def test_numbness_without_pain_is_no_worst() -> None:
    assert worst_days([], [area(0, None, ("numbness",))]).n == 0


def test_a_day_on_which_nothing_hurts_has_a_worst_of_zero() -> None:
    found = worst_days([], [], [places(0, "none")])
    assert [(one.value, one.source) for one in found.days] == [(0, WorstFrom.NOTHING_HURTS)]


def test_a_worst_from_memory_gives_way_to_one_that_counts() -> None:
    found = worst_days([value(0, 9, "pain_worst", late="memory")], [area(0, 4)])
    assert [(one.value, one.memory) for one in found.days] == [(4, False)]
    only_late = worst_days([value(0, 9, "pain_worst", late="memory")], [])
    assert (only_late.n, only_late.at_least()) == (0, 0)


def test_qualities_are_counted_by_day_of_days_on_which_places_were_answered() -> None:
    areas = [area(0, 5), area(0, 3, ("burning", "tingling")), area(1, 4, ("tingling",))]
    found = place_days(areas, [places(0), places(1), places(2, "none")])
    assert found.n == 3
    assert found.n_nothing == 1
    assert dict(found.qualities) == {"burning": 1, "tingling": 2}
    assert dict(found.regions) == {"foot_L": 2}
    assert dict(found.severity) == {"foot_L": 4.5}


def test_an_untouched_body_is_not_counted() -> None:
    assert place_days([], []).n == 0


def test_gaps_are_runs_of_days_without_any_entry() -> None:
    found = gaps([2, 3, 7], 0, 9)
    assert [(gap.first, gap.last) for gap in found] == [(0, 1), (4, 6), (8, 9)]
    assert gaps(range(10), 0, 9) == ()


def test_completeness_counts_each_day_once_by_its_earliest_entry() -> None:
    rows = [
        entry(0),
        entry(0, late="memory"),
        entry(1, late="next_day"),
        entry(2, late="later", changed=True),
        entry(3, late="memory"),
        entry(3, "night"),
        entry(9, "moment"),
    ]
    found = completeness(rows, MONDAY, MONDAY + 13, MONDAY + 10, MONDAY)
    assert (found.same_day, found.next_day, found.later, found.memory) == (1, 1, 1, 1)
    assert (found.days, found.nights, found.changed, found.moments) == (11, 1, 1, 1)
    assert (found.in_time, found.any_entry, found.without) == (3, 5, 6)
    assert found.longest_gap is not None
    assert found.longest_gap.days == 5


def test_days_before_the_diary_began_are_no_gap() -> None:
    found = completeness([entry(10)], MONDAY, MONDAY + 10, MONDAY + 10, MONDAY + 10)
    assert (found.days, found.gaps) == (1, ())


def test_an_empty_period_has_no_days_and_no_gaps() -> None:
    found = summarise(period([], 30))
    assert (found.completeness.days, found.completeness.gaps, found.measures) == (0, (), {})


def test_the_summary_is_json_and_says_n_of_n() -> None:
    rows = [value(day, day % 5) for day in range(10)] + [value(3, 400, "sleep_min", kind="night")]
    told = json.loads(json.dumps(period_summary(summarise(period(rows, 14)))))
    pain = told["measures"]["pain_average"]
    assert (pain["n"], pain["N"], pain["mean"], pain["minimum"], pain["maximum"]) == (10, 14, 2, 0, 4)
    assert pain["daily"][3] == {
        "day": day_of(3),
        "value": 3,
        "text": None,
        "lateness": "same_day",
        "changed": False,
        "source": "",
        "computed": False,
    }
    assert told["measures"]["sleep_min"]["N"] == 11
    assert told["completeness"]["N"] == 14


def test_a_measure_of_yes_and_no_has_no_weekly_means() -> None:
    walk = Measure(
        uid="m", code="walk", kind=MeasureKind.YES_NO, kept_in=EntryKind.DAY, group=Group.OWN, label="Walk"
    )
    found = summarise(period([value(day, 1, "walk") for day in range(7)], 7, measures=(walk,)))
    assert found.measures["walk"].weeks == ()
    assert found.measures["walk"].summary.n_yes == 7


def test_held_rows_give_the_numbers_of_any_part() -> None:
    rows = [value(day, day % 7, late="memory" if day % 10 == 9 else "same_day") for day in range(60)]
    held = Held(period(rows, 60))
    part = held.numbers(MONDAY + 10, MONDAY + 29, ("pain_average", "mood"))
    fresh = [row for row in rows if MONDAY + 10 <= row.day <= MONDAY + 29 and row.lateness != "memory"]
    told = part.measures["pain_average"].summary
    assert told.n == len(fresh)
    assert told.mean == sum(row.value or 0 for row in fresh) / len(fresh)
    assert list(part.measures) == ["pain_average"]
    mean = with_memory(part.measures["pain_average"])
    assert mean is not None
    assert mean != told.mean


def test_held_rows_know_which_days_they_cover() -> None:
    held = Held(period([value(5, 1)], 60, today=59))
    assert held.covers(MONDAY - 400, MONDAY + 59)
    assert held.covers(MONDAY + 5, MONDAY + 400)
    narrow = Held(held.rows._replace(since=MONDAY + 20))
    assert not narrow.covers(MONDAY, MONDAY + 59)
    assert Held(period([], 7)).covers(1, 99)

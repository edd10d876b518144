"""The strip over the printed chart: what changed has a lane, few marks, and plain values that come back."""

from __future__ import annotations

import json

from diary.charts.care_strip import Care
from diary.charts.course_strip import MOST_LETTERS, MOST_MARKS, course_strip, from_plain, is_shaded, plain
from diary.insight.doses import courses
from diary.models.rough import Rough
from diary.models.story import LifeEvent
from tests.exchange.report.course_rows import SINCE, TODAY, ago, block, medicine, step

DAYS = (SINCE.toordinal(), TODAY.toordinal())


def care(*backs: int, events: tuple[int, ...] = ()) -> Care:
    """Six medicines, the last of which was raised, with blocks and events so many days ago."""
    treated = [medicine(f"m{n}", f"Medicine {n}", 300 - n) for n in range(6)]
    steps = [step(300 - n, 10, f"m{n}") for n in range(6)] + [step(30, 20, "m5")]
    return Care(
        courses=courses(treated, steps, TODAY.toordinal()),
        procedures=tuple(block(back) for back in backs),
        life_events=tuple(
            LifeEvent(uid=f"l{back}", text=f"Event {back}", when=Rough.of(ago(back))) for back in events
        ),
    )


def test_a_medicine_that_changed_has_a_lane_before_one_that_did_not() -> None:
    strip = course_strip(care(), *DAYS)
    assert "Medicine 5" in [lane.name for lane in strip.lanes]
    assert (len(strip.lanes), strip.more) == (4, 2)
    assert is_shaded(strip)


def test_the_first_bar_says_the_name_and_the_next_the_dose_alone() -> None:
    lane = course_strip(care(), *DAYS).lanes[-1]
    assert lane.bars[0].labels == ("Medicine 5 10 mg/day", "Medicine 5 10 mg", "Medic. 10 mg", "Medicine 5")
    assert lane.bars[1].labels == ("20 mg/day", "20 mg")


def test_procedures_have_their_line_before_events() -> None:
    strip = course_strip(care(70, 50, 20, events=(60, 10)), *DAYS)
    assert len(strip.marks) == MOST_MARKS
    assert [one.labels[1] for one in strip.marks] == ["Nerve block", "Nerve block", "Nerve block", "Event 10"]
    crowded = course_strip(care(*range(10, 80, 10), events=(5,)), *DAYS)
    assert [TODAY.toordinal() - one.day for one in crowded.marks] == [40, 30, 20, 10]


def test_over_more_than_a_year_events_have_no_line() -> None:
    assert course_strip(care(events=(60,)), ago(500).toordinal(), DAYS[1]).marks == ()


def test_a_name_that_stands_beside_its_bar_is_cut() -> None:
    treated = medicine("m", "Very long name " * 20, 2)
    found = Care(courses=courses([treated], [], TODAY.toordinal()))
    assert len(course_strip(found, *DAYS).lanes[0].name) <= MOST_LETTERS


def test_plain_values_come_back() -> None:
    strip = course_strip(care(50, events=(10,)), *DAYS)
    back = from_plain(json.loads(json.dumps(plain(strip))))
    assert (back.lanes, back.marks) == (strip.lanes, strip.marks)

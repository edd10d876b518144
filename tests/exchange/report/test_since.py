"""What happened in a report's days: one sentence for each treatment, rough days roughly, none to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from diary.exchange.report.rows import Asked
from diary.exchange.report.since import since_section
from diary.models.care import Session
from diary.models.codes import SessionKind, Use
from diary.models.rough import Rough
from diary.models.story import Consult, LifeEvent
from tests.exchange.report.course_rows import SINCE, TODAY, ago, asked, block, medicine, report_rows, step


def told(wanted: Asked | None = None, consults: tuple[Consult, ...] = (), **more: Any) -> list[str]:
    rows = replace(report_rows(lambda _: None, 1, wanted, **more), consults=consults)
    found = since_section(rows, wanted or asked())
    assert found is not None
    return [line.words for line in found.lines]


def test_the_steps_of_one_medicine_are_one_sentence() -> None:
    duloxetine = medicine("d", "Duloxetine", 51)
    steps = (step(51, 30, "d"), step(37, 60, "d"), step(300, 150), step(68, 300))
    assert told(treatments=(medicine(), duloxetine), steps=steps) == [
        "Pregabalin raised to 300 mg/day (15 Sept).",
        "Duloxetine started (2 Oct), raised to 60 mg/day (16 Oct).",
    ]


def test_several_steps_the_same_way_are_counted() -> None:
    steps = (step(300, 75), step(60, 150), step(50, 225), step(40, 300), step(10, 225))
    assert told(treatments=(medicine(),), steps=steps) == [
        "Pregabalin raised in 3 steps to 300 mg/day (23 Sept to 13 Oct), lowered to 225 mg/day (12 Nov)."
    ]


def test_a_start_alone_says_its_dose_and_a_stop_its_day() -> None:
    stopped = medicine("s", "Amitriptyline", 300, stopped=Rough.of(ago(30)))
    steps = (step(20, 60, "d"), step(300, 10, "s"))
    assert told(treatments=(medicine("d", "Duloxetine", 20), stopped), steps=steps) == [
        "Amitriptyline stopped (23 Oct).",
        "Duloxetine started at 60 mg/day (2 Nov).",
    ]


def test_a_month_is_said_as_a_month_and_a_year_that_may_lie_outside_is_not_told() -> None:
    vague = block(0, uid="x", when=Rough(2026))
    assert told(procedures=(block(0, when=Rough(2026, 10, about=True)), vague)) == [
        "Nerve block (about Oct 2026)."
    ]


def test_what_is_planned_is_not_told_as_happened() -> None:
    coming = Consult(uid="c", day=TODAY)
    assert told(consults=(coming,), procedures=(block(-3),), treatments=(medicine(),)) == []


def test_what_lies_outside_the_days_is_not_told() -> None:
    wanted = asked(until=ago(40))
    assert told(wanted, procedures=(block(20), block(60), block(100))) == ["Nerve block (23 Sept)."]


def test_what_came_again_is_told_once() -> None:
    visits = tuple(Consult(uid=f"v{n}", day=ago(n), clinician="Dr. Lindqvist") for n in (70, 40, 10))
    found = told(consults=visits, procedures=tuple(block(n, site="left ankle") for n in (80, 20)))
    assert found == [
        "Nerve block, left ankle (3 Sept, 2 Nov).",
        "3 visits to Dr. Lindqvist (13 Sept to 12 Nov).",
    ]


def test_the_visit_that_the_report_follows_is_in_the_title_alone() -> None:
    last = Consult(uid="l", day=SINCE, clinician="Dr. Lindqvist")
    wanted = asked(last_visit=last)
    rows = replace(report_rows(lambda _: None, 1, wanted, procedures=(block(9),)), consults=(last,))
    found = since_section(rows, wanted)
    assert found is not None
    assert found.title == "Since then:"
    assert [line.words for line in found.lines] == ["Nerve block (13 Nov)."]


def test_the_latest_change_of_treatment_stays_longest_and_life_events_go_first() -> None:
    sessions = tuple(Session(uid=f"s{n}", kind=SessionKind.ACUPUNCTURE, day=ago(n)) for n in (9, 7, 5))
    rows = report_rows(
        steady_none,
        300,
        treatments=(medicine(started=60), medicine("t", "Tramadol", 5, use=Use.AS_NEEDED)),
        procedures=(block(33),),
        sessions=sessions,
        life_events=(LifeEvent(uid="l", text="Moved house.", when=Rough.of(ago(3))),),
    )
    found = since_section(replace(rows, consults=(Consult(uid="v", day=ago(4)),)), asked())
    assert found is not None
    first = [line.words.split()[0] for line in sorted(found.lines, key=lambda line: line.rank)]
    assert first == ["Nerve", "Pregabalin", "Tramadol", "Acupuncture", "Visit", "Moved"]
    assert found.lines[-1].words == "Moved house (19 Nov)."


def steady_none(back: int) -> dict[str, float] | None:
    return {"pain_average": 5.0} if back == 299 else None


def test_days_need_their_year_where_the_report_crosses_one() -> None:
    wanted = asked(since=date(2025, 11, 1))
    assert told(wanted, procedures=(block(33),)) == ["Nerve block (20 Oct 2026)."]


def test_a_diary_without_treatment_says_nothing_and_one_without_change_says_so() -> None:
    assert since_section(report_rows(lambda _: None, 1), asked()) is None
    found = since_section(report_rows(lambda _: None, 1, treatments=(medicine(),)), asked())
    assert found is not None
    assert (found.lines, found.none) == ((), "No change of treatment noted.")

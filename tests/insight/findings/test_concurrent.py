"""What changed and when, as sentences need it."""

from __future__ import annotations

from datetime import date
from typing import Any

from diary.insight.findings.concurrent import Changed, Happening, happenings, near
from diary.insight.findings.days import Period
from diary.models.codes import SessionKind
from diary.models.rough import Rough
from tests.insight.findings.made import block, event, given, on, pains, session
from tests.insight.rows import MONDAY
from tests.insight.treatment_records import as_needed_one, medicine, step


def of(days: int = 200, **rows: Any) -> list[tuple[str, int, float | None, float | None]]:
    found = happenings(given(pains([5] * days), days, **rows))
    return [(str(one.kind), one.first - MONDAY, one.mg_before, one.mg_after) for one in found]


def test_a_medicine_starts_is_raised_lowered_and_stopped() -> None:
    steps = [step(10, 75), step(40, 150), step(80, 75)]
    assert of(treatments=[medicine(started=on(10), stopped=on(120))], steps=steps) == [
        ("start", 10, 0, 75),
        ("raised", 40, 75, 150),
        ("lowered", 80, 150, 75),
        ("stop", 120, 75, 0),
    ]


def test_the_same_dose_in_other_pieces_changes_nothing() -> None:
    steps = [step(10, 150), step(40, 75, times=2.0)]
    assert of(treatments=[medicine()], steps=steps) == [("start", 10, 0, 150)]


def test_a_dose_that_is_only_said_later_is_no_change() -> None:
    assert of(treatments=[medicine(started=on(3))], steps=[step(40, 75)]) == [("start", 3, 0, None)]


def test_a_rough_start_is_its_first_steps_where_it_can_have_been_that_day() -> None:
    month = Rough(2026, 10)
    first = date(2026, 10, 5).toordinal() - MONDAY
    assert of(treatments=[medicine(started=month)], steps=[step(first, 75)]) == [("start", first, 0, 75)]


def test_another_unit_is_a_change_of_dose_that_cannot_be_told() -> None:
    steps = [step(10, 1, "patches"), step(40, 2, "patches"), step(60, 3, "puffs")]
    assert [kind for kind, *_ in of(treatments=[medicine()], steps=steps)] == ["start", "raised", "dose"]


def test_what_is_planned_for_later_has_not_happened() -> None:
    rows: dict[str, Any] = {
        "treatments": [medicine(started=on(300))],
        "procedures": [block(250)],
        "steps": [step(300, 5)],
    }
    assert of(**rows) == []


def test_an_as_needed_medicine_starts_as_well() -> None:
    assert of(treatments=[as_needed_one(started=on(7))]) == [("start", 7, 0, None)]


def test_a_therapy_begins_with_several_sessions_after_a_pause_the_diary_knows() -> None:
    going_on = [session(day, SessionKind.TENS) for day in (10, 17, 24)]
    single = [session(90, SessionKind.MASSAGE)]
    begins = [session(day) for day in (100, 107, 114, 121)]
    assert of(sessions=[*going_on, *single, *begins]) == [("therapy", 100, None, None)]


def test_what_is_known_to_the_year_is_named_but_keeps_no_days_apart() -> None:
    found = happenings(
        given(pains([5] * 9), 9, life_events=[event(Rough(2026)), event(Rough(2026, 9), "Fall")])
    )
    assert {one.name: one.disturbs for one in found} == {"Moved house": False, "Fall": True}
    assert all(one.within(Period(MONDAY, MONDAY)) for one in found)


def test_the_nearest_is_named_first() -> None:
    rows = given(pains([5] * 99), 99, procedures=[block(50)], life_events=[event(20), event(41, "Fall")])
    found = near(happenings(rows), Period(MONDAY + 30, MONDAY + 60), MONDAY + 40)
    assert [one.kind for one in found] == [Changed.LIFE_EVENT, Changed.PROCEDURE]
    left: list[Happening] = [found[0]]
    assert len(near(happenings(rows), Period(MONDAY + 30, MONDAY + 60), MONDAY + 40, without=left)) == 1

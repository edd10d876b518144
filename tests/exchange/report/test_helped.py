"""What helped and what did not: every treatment by itself, in numbers and in the person's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from diary.exchange.report.data import Line, Lines
from diary.exchange.report.helped import helped_section, tried_section
from diary.exchange.report.rows import ReportRows
from diary.models.care import Session, SideEffect, TriedBefore
from diary.models.codes import Effect, Helped, Lateness, SessionKind, StopReason, Use
from diary.models.rough import Rough
from diary.models.story import Attribution
from diary.models.views import DoseRow, ReliefRow
from tests.exchange.report.annex.sample import sample
from tests.exchange.report.course_rows import ago, asked, block, medicine, report_rows, steady, step


@pytest.fixture(scope="module")
def rows() -> ReportRows:
    """Nothing but a year of days with the same pain."""
    return report_rows(steady(5))


def helped(rows: ReportRows, **wide: Any) -> dict[str, Line]:
    part = helped_section(replace(rows, wide=replace(rows.wide, **wide)), asked())
    assert part is not None
    return {one.head: one for one in part.lines}


def tried(rows: ReportRows, **wide: Any) -> Lines:
    part = tried_section(replace(rows, wide=replace(rows.wide, **wide)), asked())
    assert part is not None
    return part


def side_effect(name: str, severity: int, treatment: str | None = "p", back: int = 5) -> SideEffect:
    uid = f"{name}{severity}{back}"
    return SideEffect(uid=uid, day=ago(back), name=name, severity=severity, treatment=treatment)


def dose(back: int) -> DoseRow:
    return DoseRow(ago(back).toordinal(), "t", None, 1, "pieces", str(Lateness.SAME_DAY), f"dose{back}")


def test_a_regular_medicine_has_its_dose_since_when_and_its_worst_side_effects(rows: ReportRows) -> None:
    found = (side_effect("dizziness", 3), side_effect("nausea", 2), side_effect("dry mouth", 1))
    told = replace(rows, side_effects=(*found, side_effect("elsewhere", 9, treatment=None)))
    line = helped(told, treatments=(medicine(),), steps=(step(300, 150), step(200, 300)))[
        "Pregabalin 300 mg/day"
    ]
    assert line.words == "dizziness 3/10, nausea 2/10, and 1 more side effect"
    assert line.note == "since 6 May"
    assert line.rank == 0


def test_a_medicine_without_side_effects_says_that_none_were_noted(rows: ReportRows) -> None:
    assert helped(rows, treatments=(medicine(),))["Pregabalin"].words == "no side effects noted"


def test_a_name_of_300_letters_stays_whole(rows: ReportRows) -> None:
    name = "Pregabalin " * 27 + "end"
    assert name in helped(rows, treatments=(medicine(name=name),))


def test_forty_medicines_are_forty_lines_and_what_changed_lately_stays_longest(rows: ReportRows) -> None:
    many = tuple(replace(medicine(f"m{at}", f"Medicine {at}"), position=at) for at in range(40))
    found = helped(rows, treatments=many, steps=(step(20, 10, "m39"),))
    assert len(found) == 40
    assert found["Medicine 39 10 mg/day"].rank == 0


def test_before_and_after_are_the_means_that_the_findings_have(rows: ReportRows) -> None:
    lower = report_rows(lambda back: {"pain_average": 4.0 if back < 50 else 6.0})
    line = helped(lower, procedures=(block(50),))["Nerve block"]
    assert line.note == "3 Oct"
    assert "6.0" in line.words.split("4.0")[0]
    assert "15" in line.words.split("4.0")[1]


def test_relief_is_a_median_with_its_doses_and_days_are_of_those_answered(rows: ReportRows) -> None:
    taken = medicine("t", "Tramadol", use=Use.AS_NEEDED)
    told = replace(
        rows,
        doses=tuple(dose(back) for back in range(1, 4)),
        reliefs=tuple(
            ReliefRow(f"dose{back}", after, pain, str(Lateness.SAME_DAY))
            for back in range(1, 4)
            for after, pain in ((0, 7), (60, 4))
        ),
    )
    line = helped(told, treatments=(taken,))["Tramadol"]
    assert line.words == "7 before, 4 after 60 min (median, 3 doses)"
    assert line.note == "3 doses, 3/3 days"


def test_a_start_too_near_the_end_has_no_means(rows: ReportRows) -> None:
    assert helped(rows, procedures=(block(30),))["Nerve block"].words == ""


def test_what_the_person_said_stands_in_quotation_marks_with_its_days(rows: ReportRows) -> None:
    said = tuple(
        (
            Attribution(uid=f"a{back}", day=ago(back), factor="Physiotherapy", effect=effect),
            Lateness.SAME_DAY,
            False,
        )
        for back, effect in enumerate((Effect.SAME, Effect.SAME, Effect.BETTER))
    )
    held = tuple(Session(uid=f"s{back}", kind=SessionKind.PHYSIOTHERAPY, day=ago(back)) for back in range(12))
    line = helped(rows, sessions=held, attributions=said)["Physiotherapy"]
    assert line.note == "12 sessions"
    assert line.words == "“no difference” on 2 of 3 days told"


def test_what_was_stopped_in_the_days_says_why_and_what_was_stopped_before_is_tried_before(
    rows: ReportRows,
) -> None:
    now = medicine("n", "Duloxetine", stopped=Rough.of(ago(9)), stop_reasons=(StopReason.SIDE_EFFECTS,))
    then = medicine("t", "Gabapentin", stopped=Rough.of(ago(200)), stop_reasons=(StopReason.NO_EFFECT,))
    wide: dict[str, Any] = {"treatments": (now, then), "steps": (step(280, 600, "t"), step(260, 300, "t"))}
    found = helped(rows, **wide)
    assert list(found) == ["Duloxetine"]
    assert (found["Duloxetine"].note, found["Duloxetine"].words) == (
        "stopped 13 Nov",
        "stopped: side effects",
    )
    (line,) = tried(rows, **wide).lines
    assert (line.head, line.words) == ("Gabapentin 600 mg/day", "stopped: no effect")


def test_what_was_tried_before_the_diary_is_told_as_remembered(rows: ReportRows) -> None:
    before = TriedBefore(
        uid="a",
        name="Amitriptyline",
        highest_dose="50 mg",
        when=Rough(2019, about=True),
        how_long="four months",
        helped=Helped.UNSURE,
        stopped=(StopReason.SIDE_EFFECTS,),
    )
    (line,) = tried(replace(rows, tried=(before,))).lines
    assert line == Line(
        head="Amitriptyline, 50 mg",
        note="about 2019, four months",
        words="unsure whether it helped; stopped: side effects",
    )


def test_without_treatments_there_are_no_parts(rows: ReportRows) -> None:
    assert helped_section(rows, asked()) is None
    assert tried_section(rows, asked()) is None


def test_regular_medicines_stay_longest_then_procedures_as_needed_and_therapies() -> None:
    wanted, sample_rows = sample()
    part = helped_section(sample_rows, wanted)
    assert part is not None
    order = [one.head.split(" ")[0].strip(",") for one in sorted(part.lines, key=lambda one: one.rank)]
    assert order.index("Pregabalin") < order.index("Nerve") < order.index("Tramadol") < order.index("TENS")

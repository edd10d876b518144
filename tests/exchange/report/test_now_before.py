"""Pain now against before: which days, each with its n, and words where days are too few."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.exchange.report.limits import limits_section
from diary.exchange.report.now_before import now_before_section
from diary.exchange.report.pain import pain_days
from diary.exchange.report.stretches import Before, stretches
from diary.insight.findings.change import change
from diary.insight.findings.days import Period
from diary.models.codes import Answered, AnswerList, EntryKind, Lateness, Use
from diary.models.story import Consult
from diary.models.views import AnswerRow, DoseRow
from tests.exchange.report.course_rows import (
    CODES,
    TODAY,
    ago,
    asked,
    block,
    medicine,
    report_rows,
    steady,
    step,
)

if TYPE_CHECKING:
    from diary.exchange.report.rows import Asked, ReportRows


def falling(back: int) -> dict[str, float]:
    """A pain of 6 until 33 days ago, of 5 since."""
    average = 5.0 if back < 33 else 6.0
    return {"pain_average": average, "pain_worst": average + 1.5}


def chosen(rows: ReportRows, wanted: Asked | None = None) -> tuple[Any, ...]:
    found = stretches(rows, wanted or asked(), pain_days(rows.wide.period))
    assert found.before is not None
    return found.kind, TODAY.toordinal() - found.before.since, TODAY.toordinal() - found.before.until


def test_before_are_the_four_weeks_before_the_latest_procedure_or_step() -> None:
    rows = report_rows(falling, procedures=(block(33), block(60)))
    assert chosen(rows) == (Before.CHANGE, 61, 34)
    rows = report_rows(falling, treatments=(medicine(),), steps=(step(300, 150), step(40, 300)))
    assert chosen(rows) == (Before.CHANGE, 68, 41)


def test_a_start_that_is_raised_later_has_its_before_ahead_of_the_start() -> None:
    steps = (step(55, 30), step(41, 60))
    rows = report_rows(falling, treatments=(medicine(started=55),), steps=steps)
    assert chosen(rows) == (Before.CHANGE, 83, 56)


def test_a_change_too_near_the_end_or_of_an_unknown_day_is_not_what_before_means() -> None:
    from diary.models.rough import Rough

    rough = block(40, uid="r", when=Rough(2026, 10))
    as_needed = medicine("t", "Tramadol", 50, use=Use.AS_NEEDED)
    rows = report_rows(falling, procedures=(block(20), rough), treatments=(as_needed,))
    assert chosen(rows) == (Before.FIRST, 89, 62)


def test_a_change_that_begins_with_the_diary_has_no_before() -> None:
    rows = report_rows(falling, 80, procedures=(block(60),))
    assert chosen(rows) == (Before.FIRST, 79, 52)


def test_short_periods_look_at_the_four_weeks_ahead_of_them() -> None:
    wanted = asked(since=ago(29))
    rows = report_rows(falling, wanted=wanted)
    assert chosen(rows, wanted) == (Before.EARLIER, 57, 30)
    assert now_before_section(rows, wanted).note == "28 of last 28 days, was: 28 of 28 before these"
    visited = replace(wanted, last_visit=Consult(uid="v", day=wanted.since))
    assert now_before_section(rows, visited).note == "28 of last 28 days, was: 28 of 28 before last visit"


@pytest.mark.parametrize("since", [9, 20, 29, 45, 54, 55, 89, 300])
def test_no_day_is_both_now_and_before(since: int) -> None:
    wanted = asked(since=ago(since))
    rows = report_rows(falling, wanted=wanted, procedures=(block(28), block(33), block(200)))
    found = stretches(rows, wanted, pain_days(rows.wide.period))
    assert found.before is not None
    assert found.before.until < found.now.since
    assert found.now.until == TODAY.toordinal()


def test_points_percent_band_and_noise_stand_under_the_numbers() -> None:
    found = now_before_section(report_rows(falling, procedures=(block(33),)), asked())
    assert found.note == "28 of last 28 days, was: 28 of 28 before Nerve block"
    average, worst, severe = found.numbers
    assert (average.number, average.after) == ("5.0", "was 6.0")
    assert average.notes == ("−1.0 points (−17 %), minimal change", "Day-to-day noise 0.0")
    assert (worst.number, worst.after, worst.notes) == ("6.5", "was 7.5", ("−1.0 points (−13 %)",))
    assert (severe.number, severe.after) == ("0 of 28", "was 28 of 28")


def test_the_numbers_are_those_of_trends() -> None:
    rows = report_rows(lambda back: {"pain_average": (back * 7) % 11}, wanted=asked(since=ago(55)))
    found = now_before_section(rows, asked(since=ago(55)))
    ends = change(pain_days(rows.wide.period), "pain_average", Period(ago(55).toordinal(), TODAY.toordinal()))
    assert ends is not None
    assert ends.between_ends is not None
    assert found.numbers[0].number == f"{ends.between_ends.after.mean:.1f}"
    assert found.numbers[0].after == f"was {ends.between_ends.before.mean:.1f}"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (6.0, "about the same"),
        (5.7, "−0.3 points (−5 %), under minimal change"),
        (4.6, "−1.4 points (−23 %), minimal to moderate change"),
        (8.4, "+2.4 points (+40 %), moderate change"),
        (2.0, "−4.0 points (−67 %), substantial change"),
    ],
)
def test_each_band_has_its_word(now: float, words: str) -> None:
    rows = report_rows(lambda back: {"pain_average": now if back < 33 else 6.0}, procedures=(block(33),))
    assert now_before_section(rows, asked()).numbers[0].notes[0] == words


def test_memory_notes_count_on_no_side() -> None:
    late = dict.fromkeys((1, 2, 40), Lateness.MEMORY)
    found = now_before_section(report_rows(falling, procedures=(block(33),), late=late), asked())
    assert found.note.startswith("26 of last 28 days, was: 27 of 28 before")


def test_few_days_lately_leave_one_stretch_with_its_days() -> None:
    rows = report_rows(lambda back: None if 3 < back < 40 else steady(5)(back), 90)
    found = now_before_section(rows, asked())
    assert found.note == "too few days to compare"
    assert [one.after for one in found.numbers] == ["", "", ""]
    assert found.numbers[0].notes == ("54 of 90 days",)
    assert found.numbers[2].number == "54 of 54"


def test_pain_at_moments_alone_is_called_that() -> None:
    rows = report_rows(lambda back: {"pain_now": 6.0 if back < 28 else 4.0}, wanted=asked())
    first = now_before_section(rows, asked()).numbers[0]
    assert (first.label, first.number, first.after) == ("Pain at noted moments", "6.0", "was 4.0")


def test_one_day_has_its_numbers_and_counts_no_days() -> None:
    wanted = asked(since=TODAY)
    found = now_before_section(report_rows(steady(4), wanted=wanted), wanted)
    assert found.note == "22 Nov 2026"
    assert [(one.label, one.number) for one in found.numbers] == [
        ("Average pain, 0–10", "4.0"),
        ("Worst pain, 0 to 10", "6.0"),
    ]


def test_an_empty_period_has_words_instead_of_numbers() -> None:
    found = now_before_section(report_rows(lambda _: None, 1), asked())
    assert (found.numbers, found.none) == ((), "No pain numbers in this period.")


def test_the_medicine_taken_on_most_days_is_counted_of_the_answered_ones() -> None:
    tramadol = medicine("t", "Tramadol", 300, use=Use.AS_NEEDED)
    doses = [
        DoseRow(ago(back).toordinal(), "t", None, 50, "mg", str(Lateness.SAME_DAY), f"d{back}")
        for back in (2, 2, 5, 40, 41, 42)
    ]
    answers = [
        AnswerRow(
            ago(back).toordinal(),
            str(EntryKind.DAY),
            str(AnswerList.DOSES),
            str(Answered.NONE),
            str(Lateness.SAME_DAY),
        )
        for back in range(61)
        if back not in (2, 5, 40, 41, 42, 7)
    ]
    rows = report_rows(falling, procedures=(block(33),), treatments=(tramadol,), doses=doses)
    wide = rows.wide.period._replace(answers=answers)
    rows = replace(rows, wide=replace(rows.wide, period=wide))
    assert now_before_section(rows, asked()).numbers[2].notes == ("Tramadol 2/27 days, was 3/27",)


def test_a_long_name_leaves_the_note_short() -> None:
    rows = report_rows(falling, procedures=(block(33, name="Very long name " * 20),))
    assert len(now_before_section(rows, asked()).note) < 90


def test_what_changed_between_the_days_compared_cannot_be_told_apart() -> None:
    duloxetine = medicine("d", "Duloxetine", 52)
    rows = report_rows(falling, procedures=(block(33),), treatments=(duloxetine,))
    assert "Nerve block, Duloxetine and time cannot be told apart." in limits_section(rows, asked())
    said = limits_section(report_rows(falling), asked())
    assert len(said) == 3
    assert all(code not in " ".join(said) for code in CODES)


def test_a_change_in_a_bad_week_is_said_to_have_come_in_one() -> None:
    def flare(back: int) -> dict[str, float]:
        return {"pain_average": 9.0 if 34 <= back < 40 else 5.0 + back % 2 if back > 33 else 4.0}

    words = "The week before Nerve block was worse than usual; part of a fall is then expected."
    assert words in limits_section(report_rows(flare, procedures=(block(33),)), asked())
    assert words not in limits_section(report_rows(falling, procedures=(block(33),)), asked())

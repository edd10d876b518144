"""Treatments in the annex: every step, dose and stop with its days and its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.report.annex import treatments
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import Table

from .conftest import SECRET

if TYPE_CHECKING:
    from .conftest import Care


def tables(care: Care, days: int = 40) -> dict[str, Table]:
    asked, rows = care.gathered(Annex.TREATMENTS, days=days)
    part, _ = treatments.part(rows, asked, None)
    assert part is not None
    return {one.caption: one for one in part.blocks if isinstance(one, Table)}


def test_a_stopped_treatment_has_its_last_dose_and_says_when_and_why(care: Care) -> None:
    found = {row[0]: row for row in tables(care)["Treatments, doses and stops"].rows}
    assert found["Pregabalin capsule 75 mg"][1:] == (
        "2 capsules, twice a day",
        "20 Oct 2026 (begun 1 Jun 2026)",
        "Burning",
        "",
    )
    assert found["Amitriptyline"][1] == "10 mg, once a day"
    assert found["Amitriptyline"][4] == "1 Nov 2026: side effects, dry mouth"


def test_each_dose_step_of_the_period_is_told_in_mg_a_day_with_its_reason(care: Care) -> None:
    assert tables(care)["Dose steps in this period"].rows == (
        ("20 Oct 2026", "Pregabalin", "150 mg a day", "300 mg a day", "Nights stayed bad"),
        ("1 Nov 2026", "Amitriptyline", "10 mg a day", "stopped", "side effects, dry mouth"),
    )


def test_doses_as_needed_count_on_the_days_that_were_answered(care: Care) -> None:
    found = tables(care)["Doses as needed by month"]
    assert found.header == ("Treatment", "12 Oct to 31 Oct 2026", "1 Nov to 20 Nov 2026", "In all")
    assert found.rows == (("Tramadol 50 mg", "–", "1 on 1 of 8", "1 on 1 of 8"),)


def test_of_a_long_period_the_newest_months_stand_there(care: Care) -> None:
    found = tables(care, days=400)["Doses as needed by month"]
    assert found.header[1:3] == ("Jun 2026", "Jul 2026")
    assert len(found.header) == treatments.MOST_MONTHS + 2


def test_relief_is_a_median_with_its_n(care: Care) -> None:
    rows = tables(care)["Pain around doses, 0 to 10, median (n)"].rows
    assert rows == (("Tramadol 50 mg", "1 of 1", "8.0 (1)", "–", "5.0 (1)", "–"),)


def test_side_effects_are_counted_by_day_whatever_their_capitals(care: Care) -> None:
    rows = tables(care)["Side effects noted in this period"].rows
    assert [row[1:4] for row in rows] == [("Pregabalin", "2", "6"), ("not connected with one", "1", "2")]


def test_procedures_and_sessions_have_their_dates(care: Care) -> None:
    found = tables(care)
    assert found["Procedures"].rows == (("Oct 2026", "Nerve block, left ankle", "Dr. A", ""),)
    assert found["Therapy sessions in this period"].rows == (("Physiotherapy", "2", "11 Nov to 18 Nov 2026"),)


def test_notes_beside_a_treatment_stay_in_the_diary(care: Care) -> None:
    assert SECRET not in repr(tables(care))


def test_a_long_table_says_how_many_rows_it_leaves_out(care: Care) -> None:
    many = Table(caption="", header=("",), rows=(("",),) * 70)
    kept, more = treatments._block(many, "")
    assert isinstance(kept, Table)
    assert len(kept.rows) == treatments.MOST_ROWS
    assert "10" in more.words  # type: ignore[union-attr]

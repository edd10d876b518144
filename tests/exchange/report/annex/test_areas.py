"""Places by week in the annex: days and mean severity, none where none was given, nothing private unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.exchange.privacy import shown_areas
from diary.exchange.report.annex import areas
from diary.exchange.report.choices import Annex
from diary.exchange.report.data import AnnexPart
from diary.insight.place_sets import place_sets

from .sample import sample, tables, words

if TYPE_CHECKING:
    from .conftest import Care


def part_of(care: Care, *, private: bool) -> AnnexPart:
    asked, rows = care.gathered(Annex.AREAS, with_private=private)
    part, drawings = areas.part(rows, asked, None)
    assert part is not None
    assert drawings == {}
    return part


def test_private_places_stay_out_until_ticked(care: Care) -> None:
    assert "enital" not in repr(part_of(care, private=False))
    assert "enital" in repr(part_of(care, private=True))


def test_the_places_are_those_of_the_whole_report_with_days_and_mean() -> None:
    asked, rows = sample()
    part, _ = areas.part(rows, asked, None)
    assert part is not None
    whole = tables(part.blocks)[0]
    expected = place_sets(shown_areas(rows.period.areas, private_places=False))
    assert [int(row[1].split()[0]) for row in whole.rows] == [one.days for one in expected[:10]]
    assert [row[2] for row in whole.rows] == [
        "–" if one.severity is None else f"{one.severity:.1f}" for one in expected[:10]
    ]
    assert len({row[0] for row in whole.rows}) == len(whole.rows)


def test_the_days_of_the_weeks_sum_to_those_of_the_report() -> None:
    asked, rows = sample()
    part, _ = areas.part(rows, asked, None)
    assert part is not None
    whole, *weeks = tables(part.blocks)
    for table, some in zip(weeks, (whole.rows[:5], whole.rows[5:]), strict=False):
        for at, row in enumerate(some):
            days = sum(int(line[2 + at].split()[0]) for line in table.rows if line[2 + at] != "–")
            assert days == int(row[1].split()[0])


def test_a_place_without_a_number_has_days_alone() -> None:
    asked, rows = sample()
    part, _ = areas.part(rows, asked, None)
    assert part is not None
    whole, weeks, *_ = tables(part.blocks)
    numb = next(at for at, row in enumerate(whole.rows) if row[2] == "–")
    cells = {row[2 + numb] for row in weeks.rows} - {"–"}
    assert cells
    assert all(cell.endswith(" d") for cell in cells)


def test_beyond_twenty_six_weeks_it_goes_by_month_and_says_so() -> None:
    asked, rows = sample()
    long = replace(asked, since=asked.until - timedelta(days=400))
    part, _ = areas.part(rows, long, None)
    assert part is not None
    assert tables(part.blocks)[1].header[0] == "Month"
    assert "Reports of more than 26 weeks show places by month." in words(part.blocks)[0]
    assert areas.monday_day(date(2026, 11, 22)) == date(2026, 11, 16)


def test_without_a_marked_place_it_is_not_there() -> None:
    asked, rows = sample()
    assert areas.part(replace(rows, period=rows.period._replace(areas=())), asked, None) == (None, {})

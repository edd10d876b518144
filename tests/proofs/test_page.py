"""The published tables: what each line says, and that one part can be made anew without the others."""

from __future__ import annotations

import pytest

from proofs.statistics.__main__ import BEGIN, END, PAGE, PARTS, page_lines, sections_of, with_tables
from proofs.statistics.rows import Row

ROW = Row(what="a false finding", setting="90 days", value=4.0, diaries=1000, most=5)


def made(part: str, *rows: Row) -> dict[str, list[str]]:
    heading, *table = page_lines(part, rows)
    return {heading: [heading, *table]}


def test_a_goal_is_met_by_the_number_itself_not_by_its_margin() -> None:
    assert ROW.meets
    assert not Row(what="w", setting="s", value=5.1, diaries=1000, most=5).meets
    assert not Row(what="w", setting="s", value=90.9, diaries=1000, least=91, most=97).meets
    assert Row(what="w", setting="s", value=91.0, diaries=1000, least=91, most=97).meets


@pytest.mark.parametrize(("value", "told"), [(7.0, True), (16.0, False)])
def test_a_short_run_tells_only_what_is_out_of_reach(value: float, told: bool) -> None:
    assert Row(what="w", setting="s", value=value, diaries=200, most=5).plausible() is told


def test_one_part_is_made_anew_and_the_others_stay() -> None:
    page = with_tables(f"head\n{BEGIN}\n{END}\ntail\n", made("trials", ROW) | made("coverage", ROW))
    missed = Row(what="a false finding", setting="90 days", value=6.0, diaries=1000, most=5)
    again = with_tables(page, made("trials", missed))
    assert "2 of 2 goals met, 0 missed." in page
    assert "1 of 2 goals met, 1 missed." in again
    assert again.count(f"### {PARTS['coverage']}") == 1
    assert again.count("6.0 % ± 0.8 of 1,000 | **missed** |") == 1
    assert again.startswith("head\n")
    assert again.endswith("tail\n")


def test_the_published_page_has_every_part() -> None:
    assert list(sections_of(PAGE.read_text("utf-8"))) == [f"### {name}" for name in PARTS.values()]

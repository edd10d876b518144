"""The printed chart of pain: what it says, its marks, few words, the same file for the same numbers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from diary.exchange.report.trend import trend_section
from diary.models.codes import Lateness
from tests.exchange.report.course_rows import ago, asked, block, medicine, report_rows, steady, step

if TYPE_CHECKING:
    from diary.exchange.report.data import Picture, Trend

MOST_WORDS = 60
LEAST_PT = 9.0


def wavy(back: int) -> dict[str, float] | None:
    """A pain that goes up and down, lower in the last 33 days, with a gap of eight days."""
    average = (back * 3) % 4 + (2.0 if back < 33 else 4.0)
    return (
        None if 48 <= back < 56 else {"pain_average": average, "pain_worst": average + 2, "pain_least": 1.0}
    )


CARE: dict[str, Any] = {
    "treatments": (medicine(), medicine("d", "Duloxetine", 52)),
    "steps": (step(300, 150), step(69, 300), step(52, 30, "d"), step(38, 60, "d")),
    "procedures": (block(33, site="left ankle"),),
}


def picture_of(trend: Trend) -> Picture:
    assert trend.picture is not None
    return trend.picture


def words_in(svg: str) -> list[str]:
    return re.sub(r"<[^>]+>", " ", " ".join(re.findall(r"<text.*?</text>", svg, re.DOTALL))).split()


@pytest.fixture(scope="module")
def drawn() -> tuple[Trend, str, str]:
    """The chart of ninety ordinary days, and its ordinary and low drawings."""
    trend, drawings = trend_section(report_rows(wavy, late={5: Lateness.MEMORY}, **CARE), asked())
    return trend, drawings["trend"](), drawings["trend.low"]()


def test_the_alternative_text_says_the_finding(drawn: tuple[Trend, str, str]) -> None:
    alt = picture_of(drawn[0]).alt
    assert re.match(r"Pain on average \d\.\d, falling from 5\.\d to 3\.\d; 81 of 90 days\. Over it: ", alt)
    assert "Pregabalin" in alt
    assert "Nerve block, left ankle" in alt


def test_the_words_in_the_chart_are_few_and_large_enough(drawn: tuple[Trend, str, str]) -> None:
    for svg in drawn[1:]:
        assert 20 < len(words_in(svg)) <= MOST_WORDS
        sizes = [float(size) for size in re.findall(r"(?:font: |font-size: ?)[^;\"]*?([\d.]+)px", svg)]
        assert sizes
        assert min(sizes) >= LEAST_PT


def test_in_large_print_the_words_of_the_chart_grow_with_the_page() -> None:
    wanted = asked()
    wanted = replace(wanted, choices=replace(wanted.choices, large_print=True))
    trend, drawings = trend_section(report_rows(wavy, **CARE), wanted)
    enlarged = 527 / picture_of(trend).width
    for svg in (drawings["trend"](), drawings["trend.low"]()):
        sizes = [float(size) for size in re.findall(r"(?:font: |font-size: ?)[^;\"]*?([\d.]+)px", svg)]
        assert min(sizes) * enlarged >= 12.6


def test_doses_events_weeks_and_the_gap_stand_in_the_chart(drawn: tuple[Trend, str, str]) -> None:
    said = " ".join(words_in(drawn[1]))
    for words in ("Pregabalin 150 mg", "300 mg/day", "Dulox. 30 mg", "Nerve block, left ankle 20 Oct"):
        assert words in said
    assert "no entry" in said
    assert len(re.findall(r"\b\d\.\d\b", said)) >= 11


def test_the_low_chart_is_the_same_in_less_height(drawn: tuple[Trend, str, str]) -> None:
    trend = drawn[0]
    assert trend.low is not None
    assert trend.low.height < picture_of(trend).height
    assert (trend.low.key, trend.low.width) == ("trend.low", picture_of(trend).width)
    assert words_in(drawn[2]) == words_in(drawn[1])


def test_the_caption_names_only_marks_that_occur(drawn: tuple[Trend, str, str]) -> None:
    assert "Hollow: later, not averaged." in drawn[0].caption
    assert "Squares" not in drawn[0].caption
    plain, _ = trend_section(report_rows(lambda back: {"pain_average": back % 5}), asked())
    assert plain.caption == "Bars, numbers: weekly mean. Line: daily average."


def test_the_same_numbers_give_the_same_file_and_are_plain(drawn: tuple[Trend, str, str]) -> None:
    rows = report_rows(wavy, late={5: Lateness.MEMORY}, **CARE)
    again, drawings = trend_section(rows, asked())
    assert again == drawn[0]
    assert drawings["trend"]() is drawn[1] or drawings["trend"]() == drawn[1]
    assert json.loads(json.dumps(picture_of(again).numbers)) == picture_of(again).numbers


def test_of_many_medicines_those_that_changed_have_a_lane_and_the_others_are_counted() -> None:
    many = [medicine(f"m{n}", f"Medicine {n}", 300 + n) for n in range(40)]
    steps = [step(300 + n, 10, f"m{n}") for n in range(40)] + [step(20 + n, 20, f"m{n}") for n in (7, 21, 33)]
    trend, drawings = trend_section(report_rows(steady(5), treatments=many, steps=steps), asked())
    said = " ".join(words_in(drawings["trend"]()))
    assert all(f"Medicine {n} " in said for n in (7, 21, 33))
    assert "36 more medicines not drawn." in trend.caption


def test_long_turned_and_pictured_names_are_drawn_without_boxes() -> None:
    names = ("x" * 300, "אמיטריפטילין 300", "😀 cream", "مسكن")
    many = [medicine(f"m{n}", name, 60 - n) for n, name in enumerate(names)]
    rows = report_rows(steady(5), treatments=many, procedures=(block(40, name="y" * 300),))
    trend, drawings = trend_section(rows, asked())
    svg = drawings["trend"]()
    assert "y" * 40 not in svg
    assert len(words_in(svg)) <= MOST_WORDS
    assert trend.title == "Pain and treatment"


def test_ten_years_have_a_mean_for_each_year_and_years_at_the_axis() -> None:
    rows = report_rows(wavy, 3650, asked(since=ago(3649)), **CARE)
    trend, drawings = trend_section(rows, asked(since=ago(3649)))
    said = words_in(drawings["trend"]())
    assert "2020" in said
    assert len([one for one in said if re.fullmatch(r"\d\.\d", one)]) == 10
    assert len(said) <= MOST_WORDS
    assert trend.caption.startswith("Bars, numbers: yearly mean. Line: average of 21 days.")


def test_two_days_are_told_in_words_and_none_says_so() -> None:
    few, drawings = trend_section(report_rows(steady(4), 2), asked())
    assert (few.picture, few.low, dict(drawings)) == (None, None, {})
    assert few.caption == (
        "21 Nov 2026: average 4, worst 6, least 2. 22 Nov 2026: average 4, worst 6, least 2."
    )
    none, _ = trend_section(report_rows(lambda _: None, 1), asked())
    assert none.caption == "No pain numbers in this period."


def test_a_diary_of_moments_has_their_diamonds() -> None:
    rows = report_rows(lambda back: {"pain_now": back % 7}, 60)
    trend, drawings = trend_section(rows, asked())
    assert "Diamonds: pain now." in trend.caption
    assert picture_of(trend).alt.startswith("Pain at noted moments")
    assert "<svg" in drawings["trend"]()


def test_moments_do_not_crowd_the_chart_of_a_diary_with_daily_averages() -> None:
    rows = report_rows(steady(5))
    numbers = picture_of(trend_section(rows, asked())[0]).numbers
    assert set(numbers["series"]) == {"pain_average", "pain_worst", "pain_least"}

"""What the report draws besides figure and trends: letters it has, small lines, patterns, weekly means."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from diary.charts.letters import STAND_IN, drawn
from diary.charts.pain_print import pain_svg
from diary.charts.palette import load
from diary.charts.pattern_sample import pattern_sample
from diary.charts.small_line import small_line
from diary.insight.period import measure_numbers
from diary.insight.series import DailySeries
from diary.models.codes import Quality
from diary.models.measures import BY_CODE
from diary.models.views import ValueRow

FIRST = 739_000 - (739_000 - 1) % 7  # a Monday


@pytest.mark.parametrize("text", ["Żółć, naïve, Ωμέγα, Привет", "אברהם", "محمد", "😀🔥", "one\ntwo"])
def test_letters_of_the_bundled_typefaces_stay_as_they_are(text: str) -> None:
    assert drawn(text) == text


def test_letters_that_no_typeface_has_are_one_sign_for_each_run() -> None:
    assert drawn("中文 and 日本") == f"{STAND_IN} and {STAND_IN}"


def test_controls_and_joiners_leave_nothing_behind() -> None:
    assert drawn("a\u0000b\u0007c\u202e\td\r\ne") == "abc d\ne"
    assert drawn("👍🏽") in {"👍", "👍🏽"}


def test_a_small_line_joins_neighbours_only() -> None:
    tree = ElementTree.fromstring(small_line([1, 2, None, 4], 0, 10, "#000000"))
    paths = [node.get("d", "") for node in tree.iter("{http://www.w3.org/2000/svg}path")][1:]
    assert len(paths) == 1
    assert paths[0].count("L") == 1
    assert len(list(tree.iter("{http://www.w3.org/2000/svg}circle"))) == 3


def test_a_small_line_of_equal_values_is_drawn() -> None:
    assert "nan" not in small_line([5, 5, 5], None, None, "#000000")


@pytest.mark.parametrize("quality", [*Quality, "own"])
def test_every_quality_has_a_pattern_sample(quality: str) -> None:
    tree = ElementTree.fromstring(pattern_sample(quality, load("print")))
    assert len(list(tree.iter())) > 5


def test_the_printed_chart_writes_weekly_means_and_is_the_same_each_time() -> None:
    def row(day: int, value: float) -> ValueRow:
        return ValueRow(day, "day", "pain_average", value, None, "same_day", False, "", None, f"e{day}")

    values = tuple(row(FIRST + ago, 4 if ago < 7 else 7) for ago in range(14))
    until = FIRST + 13
    series = DailySeries(
        measure="pain_average", since=FIRST, until=until, today=until, first_day=FIRST, values=values
    )
    numbers = {"pain_average": measure_numbers(BY_CODE["pain_average"], series)}
    svg = pain_svg(numbers, FIRST, until, (), 500, 130)
    words = [node.text for node in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert "4.0" in words
    assert "7.0" in words
    assert svg == pain_svg(numbers, FIRST, until, (), 500, 130)

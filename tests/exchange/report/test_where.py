"""Where it hurts, then and now: the same views side by side, and the same places in words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from math import dist
from typing import Any

import pytest

from diary.anatomy.badges import BADGE_R
from diary.charts.palette import load
from diary.exchange.report.choices import ReportChoices
from diary.exchange.report.data import Picture, Where
from diary.exchange.report.figures import Marked, body_svg, enlarged
from diary.exchange.report.rows import Asked, ReportRows
from diary.exchange.report.where import where_section
from diary.models.codes import Lateness
from diary.models.views import AnswerRow, AreaRow
from tests.exchange.report.annex.sample import sizes
from tests.exchange.report.course_rows import ago, asked, report_rows, steady

SOLE = ("sole_inner_L", "sole_outer_L", "toes_1_3_sole_L")
SHIN = ("shin_R",)
LEAST_PT = 9.0


@pytest.fixture(scope="module")
def empty() -> ReportRows:
    """Ninety days with pain and no place."""
    return report_rows(steady(5), days=90)


def area(back: int, regions: tuple[str, ...] = SOLE, severity: int | None = 6, **more: Any) -> AreaRow:
    row = AreaRow(
        ago(back).toordinal(),
        "day",
        f"e{back}",
        severity,
        ("burning",),
        (),
        tuple((region, 1.0) for region in regions),
        str(Lateness.SAME_DAY),
    )
    return row._replace(**more)


def nothing(back: int) -> AnswerRow:
    return AnswerRow(ago(back).toordinal(), "day", "places", "none", str(Lateness.SAME_DAY), f"e{back}")


def where(
    rows: ReportRows,
    areas: tuple[AreaRow, ...],
    answers: tuple[AnswerRow, ...] = (),
    wanted: Asked | None = None,
) -> tuple[Where | None, dict[str, str]]:
    period = rows.wide.period._replace(areas=areas, answers=answers)
    told = replace(rows, wide=replace(rows.wide, period=period))
    found, drawings = where_section(told, wanted or asked())
    return found, {key: draw() for key, draw in drawings.items()}


def picture(found: Where | None, at: int = -1) -> Picture:
    assert found is not None
    shown = found.sides[at].picture
    assert shown is not None
    return shown


@pytest.fixture(scope="module")
def both(empty: ReportRows) -> tuple[Where, dict[str, str]]:
    """A sole in both stretches, worse before; a knee only now."""
    areas = (
        *(area(back, severity=8) for back in range(65, 75)),
        *(area(back, severity=5) for back in range(20)),
        *(area(back, ("knee_front_R",), 2, qualities=("tingling",)) for back in range(4)),
    )
    found, drawn = where(empty, areas, (nothing(80), nothing(25)))
    assert found is not None
    return found, drawn


def test_before_and_now_are_two_figures_with_their_days(both: tuple[Where, dict[str, str]]) -> None:
    found, drawn = both
    assert [(one.title, one.days) for one in found.sides] == [
        ("Before", "25 Aug to 21 Sept"),
        ("Now", "26 Oct to 22 Nov"),
    ]
    pictures = [one.picture for one in found.sides if one.picture is not None]
    assert [one.key for one in pictures] == ["where.before", "where.now"]
    assert all(one.key in drawn for one in pictures)
    assert pictures[0].width == pictures[1].width


def test_places_are_told_worst_first_with_days_of_those_answered_and_what_was(
    both: tuple[Where, dict[str, str]],
) -> None:
    places = both[0].places
    assert places is not None
    assert [(one.words, one.note) for one in places.lines] == [
        ("mean 5.0, was 8.0, burning", "20/21 days, was 10/11"),
        ("mean 2.0, tingling", "4/21 days, was 0/11"),
    ]
    assert "Right knee" in places.lines[1].head
    assert [one.rank for one in places.lines] == [0, 1]


def test_the_words_for_the_picture_tell_the_finding(both: tuple[Where, dict[str, str]]) -> None:
    alt = picture(both[0]).alt
    assert alt.startswith("Now, 26 Oct to 22 Nov: ")
    assert "5.0, 20 of 21 days" in alt
    assert "8.0, 10 of 11 days" in picture(both[0], 0).alt


def test_the_numbers_behind_a_figure_are_days_and_mean_severity_of_regions(
    both: tuple[Where, dict[str, str]],
) -> None:
    numbers = picture(both[0], 0).numbers
    assert numbers["days_answered"] == 11
    assert numbers["regions"] == {region: {"days": 10, "severity": 8.0} for region in SOLE}


def test_each_pattern_of_the_legend_is_drawn(both: tuple[Where, dict[str, str]]) -> None:
    found, drawn = both
    assert {one.code: one.words for one in found.legend} == {"burning": "burning", "tingling": "tingling"}
    assert {key for key in drawn if key.startswith("pattern.")} == {"pattern.burning", "pattern.tingling"}


def test_words_in_the_figure_are_nine_points_and_both_figures_enlarge_the_same_views(
    both: tuple[Where, dict[str, str]],
) -> None:
    for key in ("where.before", "where.now"):
        svg = both[1][key]
        assert "left sole" in svg
        px = float(svg.split('width="')[1].split('"')[0])
        assert min(sizes(svg)) * picture(both[0]).width / px >= LEAST_PT


def test_private_places_are_drawn_only_where_they_were_ticked(empty: ReportRows) -> None:
    areas = tuple(area(back, ("genitals_L", "genitals_R")) for back in range(5))
    found, drawn = where(empty, areas, (nothing(1),))
    assert "enital" not in repr(found)
    assert not any(key.startswith("where.") for key in drawn)
    ticked = asked(choices=ReportChoices(with_private=True))
    found, drawn = where(empty, areas, (), ticked)
    assert "enital" in repr(found)
    assert "where.now" in drawn


def test_a_short_report_has_one_figure_of_all_its_days(empty: ReportRows) -> None:
    found, _ = where(empty, (area(0),), (), asked(since=ago(0)))
    assert found is not None
    (side,) = found.sides
    assert (side.title, side.days) == ("In these days", "22 Nov")


def test_where_nothing_hurts_is_said_and_without_answers_there_is_no_part(empty: ReportRows) -> None:
    found, drawn = where(empty, (), (nothing(1), nothing(2)))
    assert found is not None
    assert found.sides == ()
    assert "2 days" in found.none
    assert drawn == {}
    assert where(empty, ()) == (None, {})


def test_a_note_of_more_than_three_days_later_is_in_no_figure(empty: ReportRows) -> None:
    late = str(Lateness.MEMORY)
    found, _ = where(empty, (area(3, severity=10, lateness=late), area(2)), ())
    assert picture(found).numbers["regions"]["sole_inner_L"] == {"days": 1, "severity": 6.0}


def test_a_place_without_severity_has_no_number(empty: ReportRows) -> None:
    found, _ = where(empty, (area(3, severity=None),), ())
    assert found is not None
    assert found.caption == "R, L: own right, left."
    assert found is not None
    assert found.places is not None
    assert found.places.lines[0].words == "burning"


def test_numbers_of_front_and_back_do_not_cover_each_other() -> None:
    ends = (("deltoid_f_L", 6), ("upperarm_outer_f_L", 5), ("deltoid_b_L", 2), ("upperarm_back_L", 4))
    places = [Marked(regions=(region,), severity=severity) for region, severity in ends]
    svg = body_svg(places, (), load("print"), "Now")
    circles = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="11.5"', svg)
    spots = [(float(x), float(y)) for x, y in circles]
    assert len(spots) == len(places)
    assert min(dist(*pair) for pair in combinations(spots, 2)) >= 2 * BADGE_R


def test_what_front_and_back_do_not_show_is_enlarged_first() -> None:
    mouth = Marked(regions=("mouth_upper_L", "mouth_lower_L"), severity=9)
    palms = Marked(regions=("palm_ulnar_L", "palm_ulnar_R"), severity=3)
    assert [one.view for one in enlarged([palms, mouth])] == ["mouth", "palm"]
    assert enlarged([Marked(regions=("no_such_region",))]) == ()


@pytest.mark.parametrize("also", ["foot_inner_edge_L", "heel_L"])
def test_a_place_that_grew_has_its_number_then_and_now(empty: ReportRows, also: str) -> None:
    """Alike where both figures show it there; a part of it has no number, whose regions it wears."""
    wide = (*SOLE, also, "foot_top_L", "big_toe_top_L", "toes_2_4_top_L")
    areas = (
        *(area(back, (*SOLE, also), 5) for back in range(65, 80)),
        *(area(back, wide, 7) for back in range(20)),
        *(area(back, ("foot_top_L",), 9) for back in (66, 70)),
    )
    _, drawn = where(empty, areas, (nothing(80), nothing(25)))
    then, now = (
        re.findall(r'<text x="([\d.]+)"[^>]*>(\d+)</text>', drawn[f"where.{side}"])
        for side in ("before", "now")
    )
    assert [number for _, number in then] == ["5"]
    assert [number for _, number in now] == ["7"]
    if also == "foot_inner_edge_L":
        assert abs(float(then[0][0]) - float(now[0][0])) < BADGE_R

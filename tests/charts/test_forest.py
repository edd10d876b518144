"""The forest of links: its numbers before it is drawn, and where rows, marks and words stand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from diary.charts.forest_figure import (
    NARROW,
    SHAPES,
    ForestFigure,
    forest_file,
    least_height,
    tick_words,
)
from diary.charts.forest_picture import ForestPicture, forest_pictures
from diary.charts.palette import contrast, load
from diary.charts.style import screen_style
from diary.insight.findings.links import LinkFound, LinkStanding, Step, Tier
from diary.models.measures import BY_CODE

LIGHT = screen_style(load("light"))
LARGE = screen_style(load("light"), 2.0)


def found(
    factor: str, lag: int, middle: float | None, *, outcome: str = "pain_average", **more: object
) -> LinkFound:
    given: dict[str, object] = {
        "standing": LinkStanding.NOT_CLEAR if middle is not None else LinkStanding.TOO_FEW,
        "tier": Tier.OTHER,
        "step": Step.POINT,
        "coefficient": middle,
        "low": None if middle is None else middle - 0.3,
        "high": None if middle is None else middle + 0.3,
        **more,
    }
    return LinkFound(factor=factor, outcome=outcome, lag=lag, day_shift=lag, n=90, **given)  # type: ignore[arg-type]


PAIRS = (
    found("stress", 0, 0.6, standing=LinkStanding.CLEAR, tier=Tier.MINE),
    *(found("tight_shoes", lag, None, step=Step.YES_NO) for lag in range(3)),
    *(found("mood", lag, 0.1 * lag) for lag in range(3)),
    *(found("stress", lag, -0.1) for lag in (1, 2)),
    *(found("stress", lag, -12.0, outcome="sleep_min", low=-30.0, high=6.0) for lag in range(3)),
)


def pictures() -> tuple[ForestPicture, ...]:
    return forest_pictures(PAIRS, BY_CODE)


def test_pain_comes_first_and_factors_stand_as_the_diary_lists_them() -> None:
    pain, sleep = pictures()
    assert (pain.title, sleep.title) == ("Links with pain", "Links with sleep")
    assert [row.name for row in pain.rows] == ["Mood", "Stress", "Tight shoes or socks"]
    assert [row.step for row in pain.rows] == [
        "for each point more",
        "for each point more",
        "with it, against without",
    ]
    assert [(mark.lag, mark.called, mark.mine) for mark in pain.rows[1].marks] == [
        (0, True, True),
        (1, False, False),
        (2, False, False),
    ]
    assert (pain.rows[2].marks, pain.rows[2].lacks) == ((), "too few days")
    assert sleep.axis == "minutes asleep"


def test_no_order_depends_on_what_came_of_a_pair() -> None:
    loud = tuple(replace(one, p=0.0001 if one.factor == "tight_shoes" else 0.9) for one in PAIRS)
    rows = [[row.name for row in one.rows] for one in forest_pictures(loud, BY_CODE)]
    assert rows == [[row.name for row in one.rows] for one in pictures()]


def test_the_axis_holds_zero_in_its_middle_and_every_coefficient() -> None:
    pain, sleep = pictures()
    assert pain.reach == pytest.approx(0.945)
    assert 0.0 in pain.ticks
    assert pain.ticks == tuple(-one for one in reversed(pain.ticks))
    assert sleep.reach == pytest.approx(31.5)
    assert all(abs(mark.coefficient) < one.reach for one in (pain, sleep) for mark in one.marks)


def test_a_single_range_that_is_very_wide_does_not_flatten_the_others() -> None:
    wide = [found("mood", 0, 0.1), *(found(code, 0, 0.2) for code in list(BY_CODE)[30:42])]
    (picture,) = forest_pictures([*wide, found("stress", 0, 0.3, low=-40.0, high=40.6)], BY_CODE)
    assert picture.reach < 1


@pytest.mark.parametrize("style", [LIGHT, LARGE])
@pytest.mark.parametrize("width", [1100.0, 560.0])
def test_marks_stand_at_their_coefficients_in_rows_that_do_not_meet(style: object, width: float) -> None:
    (pain, _), worn = pictures(), LIGHT if style is LIGHT else LARGE
    figure = ForestFigure(worn, width, least_height(pain, worn, width))
    figure.show(pain)
    marks = pain.marks
    assert len(figure.spots) == len(figure.lanes) == len(marks)
    assert [x for x, _ in figure.spots] == [figure.x_of(mark.coefficient) for mark in marks]
    heights = [lane.y for lane in figure.lanes]
    assert heights == sorted(heights)
    for lane, after in zip(figure.lanes, figure.lanes[1:], strict=False):
        assert lane.y + lane.height <= after.y + 0.01
    assert figure.lanes[-1].y + figure.lanes[-1].height < figure.size[1]
    assert figure.x_of(0) == pytest.approx(figure.plot.x + figure.plot.width / 2)


def test_names_stand_above_their_marks_where_there_is_little_room() -> None:
    (pain, _) = pictures()
    assert least_height(pain, LIGHT, NARROW - 1) > least_height(pain, LIGHT, NARROW)


def test_days_between_have_shapes_of_their_own_and_what_stands_out_is_filled() -> None:
    (pain, _) = pictures()
    figure = ForestFigure(LIGHT, 1100, least_height(pain, LIGHT, 1100))
    figure.show(pain)
    card, accent = LIGHT.color("card"), LIGHT.color("accent")
    legend_at = figure.lanes[-1].y + figure.lanes[-1].height
    looks = {
        (float(x), one.get_marker()): one.get_markerfacecolor()
        for one in figure._sheet.lines
        if one.get_zorder() == 4
        for x, y in np.array((one.get_xdata(), one.get_ydata()), dtype=float).T
        if float(y) < legend_at
    }
    for mark, (x, _) in zip(pain.marks, figure.spots, strict=True):
        assert looks[x, SHAPES[mark.lag]] == (accent if mark.called else card)
    assert len(looks) == len(pain.marks)


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark", "print"])
def test_marks_are_seen_on_every_ground(name: str) -> None:
    palette = load(name)
    for ground in ("card", "well"):
        for ink in ("accent", "quiet", "ink"):
            assert contrast(palette.color(ink), palette.color(ground)) >= 3


def test_ticks_say_which_way_they_go() -> None:
    assert [tick_words(one, "pain_average") for one in (-0.5, 0.0, 1.0)] == ["−0.5", "0", "+1"]
    assert tick_words(90.0, "sleep_min") == "+1 h 30"


def test_all_outcomes_are_saved_in_one_picture() -> None:
    svg = forest_file(LIGHT, pictures(), 900, vector=True).decode()
    for words in (
        "Links with pain",
        "Links with sleep",
        "Tight shoes or socks",
        "too few days",
        "your question",
    ):
        assert words in svg
    assert forest_file(LIGHT, pictures(), 900, vector=False).startswith(b"\x89PNG")
    assert svg.encode() == forest_file(LIGHT, pictures(), 900, vector=True)


def test_a_factor_that_hardly_differs_is_not_called_too_few_days() -> None:
    same = [found("stress", lag, None, standing=LinkStanding.UNCHANGING) for lag in range(3)]
    (picture,) = forest_pictures(same, BY_CODE)
    assert [row.lacks for row in picture.rows] == ["hardly differs"]

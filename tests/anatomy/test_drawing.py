"""Strokes as plain numbers: made from regions, simplified, steadied, mirrored."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from math import hypot, sin
from random import Random

import numpy  # noqa: F401  # lines are worked out by it only where it is loaded
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.anatomy.drawing import (
    BRUSHES,
    WITHIN,
    as_strokes,
    brush_radius,
    fill,
    limb_strokes,
    mirrored,
    simplified,
    steadied,
    steady,
    take_off,
    tapped_regions,
    views_of,
)
from diary.anatomy.limbs import limb_of
from diary.anatomy.regions import all_regions
from diary.anatomy.views import VIEWS
from diary.models.codes import StrokeMode
from diary.models.records import Stroke
from tests.anatomy.drawings import drawing

ROUNDING = hypot(0.5, 0.5)
Line = list[tuple[float, float]]


def walk(seed: int, length: int) -> Line:
    dice, line = Random(seed), [(200.0, 300.0)]
    for _ in range(length):
        x, y = line[-1]
        line.append((x + dice.gauss(0, 4), y + dice.gauss(0, 4)))
    return line


def away(spot: tuple[float, float], line: Line) -> float:
    """Distance of a point from a line of at least two points, worked out in small steps of it."""
    steps = [
        (x0 + (x1 - x0) * at / 40, y0 + (y1 - y0) * at / 40)
        for (x0, y0), (x1, y1) in pairwise(line)
        for at in range(41)
    ]
    return min(hypot(spot[0] - x, spot[1] - y) for x, y in steps)


@pytest.mark.parametrize("seed", range(12))
def test_a_simplified_line_stays_within_half_a_unit(seed: int) -> None:
    line = walk(seed, 60)
    found = simplified(line)
    kept = [(float(x), float(y)) for x, y in zip(found[::2], found[1::2], strict=True)]
    assert all(away(spot, kept) <= WITHIN + ROUNDING + 0.15 for spot in line)
    assert all(isinstance(value, int) for value in found)


def test_points_on_a_straight_line_are_left_out() -> None:
    assert simplified([(x, 2.0 * x) for x in range(1000)]) == (0, 0, 999, 1998)
    assert simplified([(3.4, 4.6)]) == (3, 5)
    assert simplified([(1, 1), (1.2, 1.1)]) == (1, 1)
    assert simplified([]) == ()


def test_a_simplified_line_is_not_made_simpler_a_second_time() -> None:
    found = simplified(walk(5, 400))
    again = simplified(list(zip(found[::2], found[1::2], strict=True)))
    assert len(again) > 0.9 * len(found)


def test_a_steady_line_loses_its_tremor_and_keeps_its_ends() -> None:
    line = [(x / 2, 100 + 3 * sin(x)) for x in range(300)]
    calm = steady(line)
    assert calm[0] == line[0]
    assert calm[-1] == line[-1]
    middle = [y for x, y in calm if 20 < x < 130]
    assert max(middle) - min(middle) < 2
    assert steady([(5.0, 6.0)]) == [(5.0, 6.0)]
    assert steady([]) == []


@pytest.mark.parametrize("seed", range(len(VIEWS) * 3))
def test_mirrored_twice_is_the_same_stroke(seed: int) -> None:
    for stroke in drawing(seed):
        assert mirrored(mirrored(stroke)) == stroke
        assert mirrored(stroke) != stroke or len(stroke.points) == 2


def test_every_region_is_filled_in_a_view_that_shows_it() -> None:
    for region in all_regions():
        stroke = fill(region)
        assert stroke.view == views_of(region)[0]
        assert tapped_regions(stroke.view, (stroke,)) == frozenset({region})
        for view in views_of(region):
            assert tapped_regions(view, (fill(region, view), take_off(region, view))) == frozenset()


def test_only_single_points_are_taps() -> None:
    paint = Stroke(view="front", mode=StrokeMode.PAINT, radius=5, points=(100, 100))
    rub = Stroke(view="front", mode=StrokeMode.ERASE, radius=5, points=(100, 100))
    drag = Stroke(view="front", mode=StrokeMode.FILL, points=(100, 100, 120, 100))
    for stroke in (paint, rub, drag):
        assert tapped_regions("front", (fill("abd_1_L"), stroke)) is None
        assert tapped_regions("back", (fill("abd_1_L"), stroke)) == frozenset()


def test_regions_of_a_newer_figure_are_passed_over() -> None:
    assert as_strokes(["heel_L", "tail_M", "heel_L"]) == (fill("heel_L"),)
    with pytest.raises(KeyError):
        fill("tail_M")
    with pytest.raises(KeyError):
        fill("heel_L", "palm")


def test_a_limb_is_all_regions_of_its_part_and_side() -> None:
    filled = {
        region for stroke in limb_strokes("heel_L") for region in tapped_regions(stroke.view, (stroke,)) or ()
    }
    assert filled == {region for region in all_regions() if limb_of(region) == ("foot", "L")}
    assert len(filled) == 15


@pytest.mark.parametrize("view", VIEWS)
def test_brushes_grow_from_fingertip_to_palm(view: str) -> None:
    radii = [brush_radius(view, brush) for brush in BRUSHES]
    assert radii == sorted(set(radii))


def test_a_drawing_is_read_without_numpy() -> None:
    code = (
        "import sys; from diary.anatomy.drawing import as_strokes; as_strokes(['heel_L']);"
        "assert not {'numpy', 'shapely', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


lines = st.lists(
    st.tuples(st.floats(-100, 100) | st.integers(0, 9), st.floats(-100, 100) | st.integers(0, 9)),
    min_size=9,
    max_size=60,
)


@settings(deadline=None)
@given(lines, st.integers(1, 3))
def test_a_long_line_becomes_the_same_with_numpy_and_without(line: Line, times: int) -> None:
    line = [(float(x), float(y)) for x, y in line] * times
    found = []
    for long in (9, len(line) * 10_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("diary.anatomy.drawing.LONG", long)
            found.append((simplified(line), steadied(line)))
    assert found[0] == found[1] == (found[1][0], simplified(steady(line)))


def test_a_tremble_of_ten_thousand_points_becomes_the_same_with_numpy() -> None:
    line = walk(1, 10_000)
    quick = simplified(line), steadied(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("diary.anatomy.drawing.LONG", 1_000_000)
        assert (simplified(line), steadied(line)) == quick

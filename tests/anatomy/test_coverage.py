"""Coverage: what the label grid counts is what geometry says, and stays what it was."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest
import shapely

from diary.anatomy.coverage import Canvas, coverage, label_grid, regions_of
from diary.anatomy.drawing import (
    COUNTS_FROM,
    FIGURE_VERSION,
    GRID_VERSION,
    TENTHS,
    as_strokes,
    fill,
    mirrored,
    tapped_regions,
)
from diary.anatomy.regions import all_regions, other_side
from diary.anatomy.views import VIEWS, load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke
from diary.paths import resource
from tests.anatomy.drawings import drawing


@cache
def polygons(view: str) -> dict[str, Any]:
    """The regions of a view as shapely has them, in units."""
    found = {}
    for region, shape in load_view(view).regions.items():
        parts = [
            shapely.Polygon([(x / 10, y / 10) for x, y in zip(ring[::2], ring[1::2], strict=True)])
            for ring in shape.rings
        ]
        found[region] = shapely.unary_union(parts)
    return found


def geometry(strokes: tuple[Stroke, ...]) -> dict[str, float]:
    """Coverage of every region by areas of shapes instead of cells; strokes of one view."""
    regions = polygons(strokes[0].view)
    painted = shapely.Polygon()
    for stroke in strokes:
        dots = list(zip(stroke.points[::2], stroke.points[1::2], strict=True))
        line = shapely.Point(dots[0]) if len(dots) == 1 else shapely.LineString(dots)
        if stroke.mode is StrokeMode.FILL or stroke.radius == 0:
            shape = shapely.unary_union([one for one in regions.values() if one.intersects(line)])
        else:
            pieces = [shapely.LineString(pair) for pair in pairwise(dots)] or [line]
            shape = shapely.unary_union(shapely.buffer(pieces, stroke.radius, quad_segs=16))
        erased = stroke.mode is StrokeMode.ERASE
        painted = painted.difference(shape) if erased else painted.union(shape)
    shapely.prepare(painted)
    return {
        region: painted.intersection(shape).area / shape.area
        for region, shape in regions.items()
        if painted.intersects(shape)
    }


@pytest.mark.parametrize("seed", range(200))
def test_cells_agree_with_geometry(seed: int) -> None:
    strokes = drawing(seed)
    counted, measured = coverage(strokes), geometry(strokes)
    for region in counted.keys() | measured.keys():
        assert counted.get(region, 0.0) == pytest.approx(measured.get(region, 0.0), abs=0.02), region


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_the_same_strokes_give_the_same_numbers(seed: int) -> None:
    strokes = drawing(seed)
    again = tuple(replace(stroke, points=tuple(stroke.points)) for stroke in strokes)
    assert Canvas(again).coverage() == coverage(strokes)
    assert regions_of(strokes) == regions_of(list(strokes))


@pytest.mark.parametrize("seed", range(0, 200, 4))
def test_one_more_stroke_and_one_less_count_as_if_counted_anew(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    strokes = drawing(seed)
    ways = [*range(len(strokes) + 1), *range(len(strokes), 0, -1)]
    going_on = [Canvas(strokes[:count]).coverage() for count in ways]
    anew = []
    for count in ways:
        monkeypatch.setattr("diary.anatomy.coverage._LAYERS", {})
        anew.append(Canvas(strokes[:count]).coverage())
    assert going_on == anew


def test_what_is_put_on_a_canvas_later_stays_there() -> None:
    first = Canvas([fill("abd_1_L")])
    first.add(fill("abd_2_L"))
    assert Canvas([fill("abd_1_L")]).coverage() == {"abd_1_L": 1.0}


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_point_by_point_is_the_same_as_the_whole_stroke(seed: int) -> None:
    strokes, canvas = drawing(seed), Canvas()
    for stroke in strokes:
        canvas.begin(stroke.view, stroke.mode, stroke.radius)
        for x, y in zip(stroke.points[::2], stroke.points[1::2], strict=True):
            canvas.extend(x, y)
    assert canvas.coverage() == coverage(strokes)


@pytest.mark.parametrize("seed", range(200))
def test_a_mirrored_drawing_covers_the_other_side(seed: int) -> None:
    strokes = drawing(seed)
    there = coverage(mirrored(stroke) for stroke in strokes)
    assert there == pytest.approx(
        {other_side(one): share for one, share in coverage(strokes).items()}, abs=0.01
    )


def test_filled_regions_are_wholly_covered_and_count() -> None:
    regions = all_regions()
    assert coverage(as_strokes(regions)) == dict.fromkeys(regions, 1.0)
    assert [one.region for one in regions_of(as_strokes(reversed(list(regions))))] == list(regions)


def test_a_line_of_filling_fills_what_it_passes() -> None:
    start, end = (load_view("front").regions[region].label for region in ("abd_1_L", "abd_3_L"))
    points = tuple(value // 10 for value in (*start, *end))
    line = Stroke(view="front", mode=StrokeMode.FILL, points=points)
    assert coverage([line]) == {"abd_1_L": 1.0, "abd_2_L": 1.0, "abd_3_L": 1.0}
    off = replace(line, mode=StrokeMode.ERASE)
    assert coverage([line, off]) == {}


@pytest.mark.parametrize("view", VIEWS)
def test_a_tap_fills_the_same_region_wherever_it_is_counted(view: str) -> None:
    dice, body = Random(view), load_view(view)
    for _ in range(60):
        spot = dice.randrange(body.width // TENTHS), dice.randrange(body.height // TENTHS)
        tap = Stroke(view=view, mode=StrokeMode.FILL, points=spot)
        assert coverage([tap]).keys() == tapped_regions(view, [tap])


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_what_is_all_erased_is_bare(seed: int) -> None:
    strokes = drawing(seed)
    body = load_view(strokes[0].view)
    middle = (body.width // 20, body.height // 20)
    rub = Stroke(view=body.name, mode=StrokeMode.ERASE, radius=body.height // 10, points=middle)
    assert coverage([*strokes, rub]) == {}
    assert regions_of([*strokes, rub]) == ()


def test_a_region_counts_from_a_quarter() -> None:
    x0, y0, x1, y1 = (value / 10 for value in load_view("sole").regions["heel_L"].bounds)
    shares = {}
    for part in range(1, 10):
        dab = Stroke(
            view="sole",
            mode=StrokeMode.PAINT,
            radius=round((x1 - x0) * part / 18),
            points=(round((x0 + x1) / 2), round((y0 + y1) / 2)),
        )
        shares[coverage([dab])["heel_L"]] = [one.region for one in regions_of([dab])]
    assert min(shares) < COUNTS_FROM < max(shares)
    assert all((regions == ["heel_L"]) == (share >= COUNTS_FROM) for share, regions in shares.items())


def test_the_view_that_shows_most_of_it_counts() -> None:
    small = Stroke(view="sole", mode=StrokeMode.PAINT, radius=3, points=fill("heel_L", "sole").points)
    assert coverage([small, fill("heel_L", "back")])["heel_L"] == 1.0
    assert 0 < coverage([small])["heel_L"] < 0.1


def test_paint_beside_the_body_and_in_unknown_views_covers_nothing() -> None:
    beside = Stroke(view="front", mode=StrokeMode.PAINT, radius=4, points=(5, 5, -500, 9000))
    strange = Stroke(view="tail", mode=StrokeMode.PAINT, radius=4, points=(5, 5))
    empty = Stroke(view="front", mode=StrokeMode.PAINT, radius=4)
    assert coverage([beside, strange, empty]) == {}


@pytest.mark.parametrize("view", VIEWS)
def test_a_grid_is_of_the_version_that_is_kept_with_a_drawing(view: str) -> None:
    content = json.loads(resource(f"body/{view}.grid.json").read_text(encoding="utf-8"))
    assert (str(content["grid_version"]), str(content["figure_version"])) == (GRID_VERSION, FIGURE_VERSION)
    assert min(label_grid(view).sizes[1:]) >= 200


def test_a_stroke_of_ten_thousand_points_covers_what_its_halves_cover() -> None:
    dice, points = Random(1), [190, 300]
    for _ in range(9_999):
        x, y = points[-2:]
        points += [min(380, max(0, x + dice.randrange(-3, 4))), min(740, max(0, y + dice.randrange(-3, 4)))]
    whole = Stroke(view="front", mode=StrokeMode.PAINT, radius=12, points=tuple(points))
    one, other = replace(whole, points=whole.points[:10_002]), replace(whole, points=whole.points[10_000:])
    assert coverage([one, other]) == coverage([whole])
    assert len(coverage([whole])) > 10

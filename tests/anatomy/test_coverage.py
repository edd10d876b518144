"""Coverage: what the label grid counts is what geometry says, and stays what it was."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from diary.anatomy.coverage import coverage
from diary.anatomy.views import load_view
from diary.models.codes import StrokeMode
from tests.anatomy.drawings import drawing

if TYPE_CHECKING:
    from diary.models.records import Stroke


@cache
def polygons(view: str) -> dict[str, Any]:
    """The regions of a view as shapely has them, in units."""
    shapely = pytest.importorskip("shapely")
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
    shapely = pytest.importorskip("shapely")
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

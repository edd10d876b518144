"""The outline of what is painted: exact rims, clean edges, nothing on what is bare."""

from __future__ import annotations

from itertools import pairwise
from math import hypot, pi
from typing import Any

import pytest
import shapely

from diary.anatomy.coverage import coverage
from diary.anatomy.drawing import as_strokes, fill
from diary.anatomy.painted import _painted, outline, painted
from diary.anatomy.views import Ring, joined, load_view
from diary.models.codes import StrokeMode
from diary.models.records import Stroke
from tests.anatomy.drawings import drawing
from tests.anatomy.test_coverage import polygons

Ends = tuple[float, float, float, float]


def dab(x: int, y: int, radius: int, view: str = "front") -> Stroke:
    return Stroke(view=view, mode=StrokeMode.PAINT, radius=radius, points=(x, y))


def area(ring: Ring) -> float:
    """In tenths squared; below 0 around a hole."""
    dots = list(zip(ring[::2], ring[1::2], strict=True))
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*dots, dots[0]])) / 2


def shape(rings: tuple[Ring, ...]) -> Any:
    """What the rings enclose by the even and odd rule, in units."""
    found = shapely.Polygon()
    for ring in rings:
        dots = [(x / 10, y / 10) for x, y in zip(ring[::2], ring[1::2], strict=True)]
        found = found.symmetric_difference(shapely.make_valid(shapely.Polygon(dots)))
    return found


@pytest.mark.parametrize("seed", range(0, 200, 3))
def test_what_is_shown_is_what_is_counted(seed: int) -> None:
    strokes = drawing(seed)
    view = strokes[0].view
    shown = shape(outline(view, strokes))
    shares = coverage(strokes)
    for region, there in polygons(view).items():
        rim = 0.05 * there.length / there.area
        assert shown.intersection(there).area / there.area == pytest.approx(
            shares.get(region, 0.0), abs=0.02 + rim
        ), region


def test_a_dab_is_round() -> None:
    x, y = (value // 10 for value in load_view("sole").regions["heel_L"].label)
    (ring,) = outline("sole", [dab(x, y, 20, "sole")])
    for dot in zip(ring[::2], ring[1::2], strict=True):
        assert hypot(dot[0] - 10 * x, dot[1] - 10 * y) == pytest.approx(200, abs=2)
    assert area(ring) == pytest.approx(pi * 200**2, rel=0.01)
    assert len(ring) // 2 < 90, "no more points than the eye needs"


def test_a_hole_is_a_ring_the_other_way() -> None:
    x, y = (value // 10 for value in load_view("sole").regions["heel_L"].label)
    rub = Stroke(view="sole", mode=StrokeMode.ERASE, radius=8, points=(x, y))
    rings = outline("sole", [dab(x, y, 20, "sole"), rub])
    assert sorted(area(ring) > 0 for ring in rings) == [False, True]


def test_paint_at_the_edge_runs_a_little_over_it() -> None:
    body = load_view("front")
    x, y = (value // 10 for value in body.regions["abd_3_L"].label)
    rings = outline("front", [Stroke(view="front", mode=StrokeMode.PAINT, radius=12, points=(x, y, 380, y))])
    skin = shapely.unary_union(list(polygons("front").values()))
    beyond = shape(rings).difference(skin)
    assert 0 < beyond.area < 0.25 * shape(rings).area
    assert all(skin.distance(shapely.Point(dot)) < 3 for dot in beyond.convex_hull.exterior.coords)


def test_a_filled_finger_stays_off_its_neighbours() -> None:
    palm, thumb = polygons("palm"), fill("thumb_p_R", "palm").points
    found = painted("palm", [fill("middle_p_R", "palm"), dab(thumb[0], thumb[1], 4, "palm")])
    assert not found.whole
    shown = shape(found.rings)
    for bare in ("index_p_R", "ring_radial_p_R"):
        assert shown.intersection(palm[bare]).area < 0.01 * palm[bare].area


def test_filled_regions_have_their_exact_outline() -> None:
    regions = ("heel_L", "sole_inner_L")
    shapes = load_view("sole").regions
    found = painted("sole", as_strokes(regions))
    assert found.whole
    assert found.rings == joined(shapes[region] for region in regions)
    assert found.touched == frozenset(regions)


def test_a_view_without_paint_shows_nothing() -> None:
    strokes = (dab(190, 300, 10), Stroke(view="back", mode=StrokeMode.PAINT, radius=4))
    assert outline("back", strokes) == ()
    assert outline("front", (dab(5, 5, 3),)) == ()
    assert outline("front", strokes) is outline("front", list(strokes)), "worked out once"


@pytest.mark.parametrize("seed", range(0, 200, 8))
def test_one_more_stroke_and_one_less_show_as_if_drawn_anew(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    strokes = [one for one in drawing(seed) if one.view == drawing(seed)[0].view]
    view, ways = strokes[0].view, [*range(len(strokes) + 1), *range(len(strokes), 0, -1)]
    _painted.cache_clear()
    going_on = [painted(view, strokes[:count]) for count in ways]
    anew = []
    for count in ways:
        _painted.cache_clear()
        monkeypatch.setattr("diary.anatomy.painted._RIMS", {})
        anew.append(painted(view, strokes[:count]))
    assert going_on == anew

"""The drawn views: regions are exact neighbours, left mirrors right, all are where the list says."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator

import pytest

from diary.anatomy.regions import all_regions, other_side
from diary.anatomy.views import VIEWS, Ring, View, joined, load_view
from diary.paths import resource

Edge = tuple[int, int, int, int]


def edges(rings: tuple[Ring, ...] | list[Ring]) -> Iterator[Edge]:
    for ring in rings:
        dots = list(zip(ring[::2], ring[1::2], strict=True))
        for (x0, y0), (x1, y1) in zip(dots, [*dots[1:], dots[0]], strict=True):
            yield x0, y0, x1, y1


def area(view: View, region_id: str) -> float:
    return sum(x0 * y1 - x1 * y0 for x0, y0, x1, y1 in edges(list(view.regions[region_id].rings))) / 2


@pytest.mark.parametrize("name", VIEWS)
def test_regions_fill_the_outline_without_overlap_or_hole(name: str) -> None:
    view = load_view(name)
    borders = Counter(edge for shape in view.regions.values() for edge in edges(list(shape.rings)))
    assert set(borders.values()) == {1}, "two regions lie on the same side of a border"
    alone = {edge for edge in borders if (edge[2], edge[3], edge[0], edge[1]) not in borders}
    assert alone == set(edges(list(view.outline))), (
        "a border has nothing on its other side, and is not the outline"
    )


@pytest.mark.parametrize("name", VIEWS)
def test_areas_of_regions_add_up_to_the_outline(name: str) -> None:
    view = load_view(name)
    whole = sum(x0 * y1 - x1 * y0 for x0, y0, x1, y1 in edges(list(view.outline))) / 2
    assert all(area(view, region_id) > 0 for region_id in view.regions)
    assert sum(area(view, region_id) for region_id in view.regions) == pytest.approx(whole)


@pytest.mark.parametrize("name", VIEWS)
def test_shapely_finds_the_same_partition(name: str) -> None:
    shapely = pytest.importorskip("shapely")
    view = load_view(name)

    def polygon(rings: tuple[Ring, ...] | list[Ring]) -> object:
        parts = [shapely.Polygon(list(zip(ring[::2], ring[1::2], strict=True))) for ring in rings]
        assert all(part.is_valid for part in parts)
        return shapely.unary_union(parts)

    regions = [polygon(list(shape.rings)) for shape in view.regions.values()]
    outline = polygon(list(view.outline))
    assert shapely.area(shapely.symmetric_difference(shapely.unary_union(regions), outline)) < 1e-6
    assert sum(shapely.area(region) for region in regions) == pytest.approx(shapely.area(outline))


@pytest.mark.parametrize("name", VIEWS)
def test_left_mirrors_right(name: str) -> None:
    view = load_view(name)
    for region_id, shape in view.regions.items():
        there = {(view.width - x1, y1, view.width - x0, y0) for x0, y0, x1, y1 in edges(list(shape.rings))}
        assert there == set(edges(list(view.regions[other_side(region_id)].rings))), region_id


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_draws_the_regions_that_the_list_gives_it(name: str) -> None:
    listed = {region.id for region in all_regions().values() if name in region.views}
    assert set(load_view(name).regions) == listed


@pytest.mark.parametrize("name", VIEWS)
def test_the_label_point_of_every_region_is_that_region(name: str) -> None:
    view = load_view(name)
    for region_id, shape in view.regions.items():
        assert view.region_at(*shape.label) == region_id
        assert shape.room >= 18, f"{region_id} is too narrow to press"


def test_the_right_hand_is_at_the_left_of_the_front_and_at_the_right_of_the_back() -> None:
    front, back = load_view("front"), load_view("back")
    assert front.regions["palm_radial_R"].label[0] < front.width / 2 < front.regions["palm_radial_L"].label[0]
    assert (
        back.regions["handback_ulnar_L"].label[0] < back.width / 2 < back.regions["handback_ulnar_R"].label[0]
    )


def test_thumbs_point_outwards_on_the_body_and_inwards_on_the_palms() -> None:
    front, palm = load_view("front"), load_view("palm")
    assert front.regions["thumb_p_R"].label[0] < front.regions["little_p_R"].label[0]
    assert palm.regions["little_p_R"].label[0] < palm.regions["thumb_p_R"].label[0] < palm.width / 2


def test_big_toes_lie_inside_on_the_soles() -> None:
    sole = load_view("sole")
    assert sole.regions["sole_outer_R"].label[0] < sole.regions["sole_inner_R"].label[0] < sole.width / 2


def test_a_press_just_beside_the_body_finds_the_nearest_region() -> None:
    view = load_view("front")
    right = view.regions["leg_outer_upper_L"].bounds[2]
    y = next(
        y for x, y in zip(*[iter(view.regions["leg_outer_upper_L"].rings[0])] * 2, strict=True) if x == right
    )
    assert view.region_at(right + 25, y) is None
    assert view.region_at(right + 25, y, reach=50) == "leg_outer_upper_L"
    assert view.region_at(5, 5, reach=50) is None


def test_neighbours_joined_have_one_outline_and_strangers_two() -> None:
    shapes = load_view("sole").regions
    assert len(joined([shapes["heel_L"], shapes["sole_inner_L"]])) == 1
    assert len(joined([shapes["heel_L"], shapes["heel_R"]])) == 2


@pytest.mark.parametrize("name", VIEWS)
def test_the_label_grid_agrees_with_the_shapes(name: str) -> None:
    view = load_view(name)
    grid = json.loads(resource(f"body/{name}.grid.json").read_text(encoding="utf-8"))
    cells = zlib.decompress(base64.b64decode(grid["cells_zlib_base64"]))
    assert len(cells) == grid["columns"] * grid["rows"]
    assert grid["figure_version"] == view.figure_version
    counted = Counter(cells)
    for number, region_id in enumerate(grid["regions"], start=1):
        size = counted[number] * grid["cell"] ** 2
        assert size == pytest.approx(area(view, region_id), rel=0.25, abs=400), region_id
        x, y = view.regions[region_id].label
        assert cells[y // grid["cell"] * grid["columns"] + x // grid["cell"]] == number


def test_loading_needs_neither_numpy_nor_shapely() -> None:
    code = (
        "import sys; from diary.anatomy.views import load_view; load_view('front');"
        "assert not {'numpy', 'shapely', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

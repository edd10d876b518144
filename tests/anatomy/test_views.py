"""The drawn views: regions are exact neighbours, left mirrors right, all are where the list says."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from math import ceil, floor

import pytest
import shapely

from diary.anatomy.regions import all_regions, other_side
from diary.anatomy.views import VIEWS, Ring, View, joined, load_view
from diary.paths import resource

Edge = tuple[int, int, int, int]

TWIN = {"left": "right", "right": "left", "head_left": "head_right", "head_right": "head_left"}
"""The view that shows the other side, as in a mirror."""

SHEETS = {"head": ("head_front", "head_left", "head_right", "head_back", "mouth")}
"""What the list of regions names as one is drawn as several."""


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
    view, other = load_view(name), load_view(TWIN.get(name, name))
    assert (view.width, view.height) == (other.width, other.height)
    assert {other_side(region_id) for region_id in view.regions} == other.regions.keys()
    for region_id, shape in view.regions.items():
        there = {(view.width - x1, y1, view.width - x0, y0) for x0, y0, x1, y1 in edges(list(shape.rings))}
        assert there == set(edges(list(other.regions[other_side(region_id)].rings))), region_id


@pytest.mark.parametrize(
    "sheet", sorted({view for region in all_regions().values() for view in region.views})
)
def test_every_region_is_drawn_where_the_list_says_and_nowhere_else(sheet: str) -> None:
    listed = {region.id for region in all_regions().values() if sheet in region.views}
    assert {
        region_id for name in SHEETS.get(sheet, (sheet,)) for region_id in load_view(name).regions
    } == listed


def test_all_190_regions_are_drawn() -> None:
    drawn = {region_id for name in VIEWS for region_id in load_view(name).regions}
    assert drawn == all_regions().keys()
    assert len(drawn) == 190


def test_shares_of_the_body_surface_make_a_whole_and_the_inner_mouth_has_none() -> None:
    regions = all_regions().values()
    assert sum(region.bsa_pct for region in regions) == pytest.approx(100, abs=0.05)
    inner = {region.id for region in regions if region.bsa_pct == 0}
    assert inner == load_view("mouth").regions.keys()


def test_a_side_view_shows_that_side_alone_with_the_nose_outwards() -> None:
    left, right = load_view("left"), load_view("right")
    assert all(region_id.endswith("_L") for region_id in left.regions)
    assert all(region_id.endswith("_R") for region_id in right.regions)
    assert left.regions["eye_nose_L"].label[0] < left.regions["ear_L"].label[0]
    assert right.regions["eye_nose_R"].label[0] > right.regions["ear_R"].label[0]


@pytest.mark.parametrize(
    "region", ["chest_2_L", "abd_1_L", "abd_4_L", "back_3_L", "back_6_L", "knee_front_L"]
)
def test_a_region_lies_at_the_same_height_from_the_side(region: str) -> None:
    wide = load_view("front" if region in load_view("front").regions else "back")
    side = load_view("left")
    assert abs(side.height - wide.height) <= 5
    assert side.regions[region].bounds[1::2] == pytest.approx(wide.regions[region].bounds[1::2], abs=75)


def test_front_and_back_of_the_trunk_meet_at_the_side() -> None:
    regions = load_view("left").regions
    for front, back in (
        ("chest_3", "back_3"),
        ("chest_4", "back_4"),
        ("abd_1", "back_5"),
        ("abd_2", "back_6"),
    ):
        shared = set(edges(list(regions[f"{front}_L"].rings))) & {
            (x1, y1, x0, y0) for x0, y0, x1, y1 in edges(list(regions[f"{back}_L"].rings))
        }
        assert shared, f"{front} and {back} have no border"


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


def rows_of(view: View, region_id: str, cell: int) -> Iterator[tuple[int, list[float]]]:
    """Each row of cells whose middle the region meets, and where its outline crosses that middle."""
    crossings: dict[int, list[float]] = {}
    for x0, y0, x1, y1 in edges(list(view.regions[region_id].rings)):
        for row in range(int(min(y0, y1) / cell - 0.5), int(max(y0, y1) / cell - 0.5) + 2):
            middle = (row + 0.5) * cell
            if (y0 > middle) != (y1 > middle):
                crossings.setdefault(row, []).append(x0 + (middle - y0) * (x1 - x0) / (y1 - y0))
    yield from ((row, sorted(spots)) for row, spots in crossings.items())


@pytest.mark.parametrize("name", VIEWS)
def test_a_cell_of_the_label_grid_has_the_region_at_its_middle(name: str) -> None:
    view = load_view(name)
    grid = json.loads(resource(f"body/{name}.grid.json").read_text(encoding="utf-8"))
    cells = zlib.decompress(base64.b64decode(grid["cells_zlib_base64"]))
    cell, columns = grid["cell"], grid["columns"]
    assert len(cells) == columns * grid["rows"]
    assert grid["figure_version"] == view.figure_version
    assert grid["regions"] == sorted(view.regions)
    expected = bytearray(len(cells))
    on_a_line: set[int] = set()
    for number, region_id in enumerate(grid["regions"], start=1):
        for row, spots in rows_of(view, region_id, cell):
            for start, end in zip(spots[::2], spots[1::2], strict=True):
                first, last = ceil(start / cell - 0.5), floor(end / cell - 0.5)
                expected[row * columns + first : row * columns + last + 1] = bytes([number]) * (
                    last - first + 1
                )
            middles = ((spot / cell - 0.5, row) for spot in spots)
            on_a_line |= {row * columns + round(at) for at, row in middles if abs(at - round(at)) < 1e-9}
        for x0, y0, x1, y1 in edges(list(view.regions[region_id].rings)):
            if y0 == y1 and (y0 / cell - 0.5).is_integer():
                level = (y0 // cell) * columns
                on_a_line |= {level + at for at in range(min(x0, x1) // cell, max(x0, x1) // cell + 1)}
    wrong = {at for at in range(len(cells)) if cells[at] != expected[at]}
    assert wrong <= on_a_line


def test_loading_needs_neither_numpy_nor_shapely() -> None:
    code = (
        "import sys; from diary.anatomy.views import load_view; load_view('front');"
        "assert not {'numpy', 'shapely', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", ["../../secret", "front.grid", "view_of_tomorrow", ""])
def test_no_name_leads_to_another_file(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        load_view(name)

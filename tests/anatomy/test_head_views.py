"""The enlarged head, mouth and private area: regions, mirrored sides, features, and how they are laid out."""

from __future__ import annotations

from itertools import combinations

import pytest

from diary.anatomy.figure import Badge, Drawn, Path, still_list, view_list
from diary.anatomy.layout import arrange
from diary.anatomy.regions import all_regions, other_side
from diary.anatomy.sides import Text
from diary.anatomy.views import Ring, load_view

HEAD = ("head_front", "head_left", "head_right", "head_back", "mouth")
ENLARGED = (*HEAD, "saddle")
SHEETS = [HEAD, ("palm", "hand_back"), ("sole", "foot_top"), ("saddle",)]


def listed(sheet: str) -> set[str]:
    return {region.id for region in all_regions().values() if sheet in region.views}


def dots(ring: Ring) -> list[tuple[int, int]]:
    return list(zip(ring[::2], ring[1::2], strict=True))


def borders(ring: Ring, *, mirror: int = 0) -> set[frozenset[tuple[int, int]]]:
    there = [(mirror - x, y) if mirror else (x, y) for x, y in dots(ring)]
    return {frozenset(pair) for pair in zip(there, [*there[1:], there[0]], strict=True)}


def test_four_heads_and_the_mouth_show_every_region_of_the_head() -> None:
    shown = [set(load_view(name).regions) for name in HEAD]
    assert set().union(*shown) == listed("head")
    assert set(load_view("saddle").regions) == listed("saddle")


def test_the_top_of_the_head_is_in_four_views_and_the_tongue_in_one() -> None:
    def views_of(part: str) -> list[str]:
        return [name for name in HEAD if any(key.startswith(part) for key in load_view(name).regions)]

    assert views_of("scalp_top") == ["head_front", "head_left", "head_right", "head_back"]
    assert views_of("ear_") == ["head_front", "head_left", "head_right", "head_back"]
    assert views_of("tongue") == views_of("mouth_upper") == ["mouth"]
    assert views_of("occiput") == ["head_left", "head_right", "head_back"]


def test_a_side_of_the_head_shows_the_regions_of_that_side_alone() -> None:
    assert all(region_id.endswith("_L") for region_id in load_view("head_left").regions)
    assert all(region_id.endswith("_R") for region_id in load_view("head_right").regions)


def test_the_right_side_of_the_head_is_the_left_one_in_a_mirror() -> None:
    left, right = load_view("head_left"), load_view("head_right")
    assert (left.width, left.height) == (right.width, right.height)
    for region_id, shape in left.regions.items():
        there = right.regions[other_side(region_id)]
        for ring, twin in zip(shape.rings, there.rings, strict=True):
            assert borders(ring) == borders(twin, mirror=left.width), region_id
    for line, twin in zip(left.features, right.features, strict=True):
        assert dots(line) == [(left.width - x, y) for x, y in dots(twin)]


def test_the_nose_points_to_the_left_of_the_picture_on_the_left_side() -> None:
    left = load_view("head_left").regions
    assert left["eye_nose_L"].label[0] < left["ear_L"].label[0] < left["occiput_L"].label[0]


def test_the_left_half_is_at_the_right_from_in_front_and_at_the_left_from_behind() -> None:
    for name, part in (("head_front", "forehead"), ("mouth", "mouth_upper"), ("saddle", "genitals")):
        regions = load_view(name).regions
        assert regions[f"{part}_R"].label[0] < regions[f"{part}_L"].label[0]
    back = load_view("head_back").regions
    assert back["occiput_L"].label[0] < back["occiput_R"].label[0]


@pytest.mark.parametrize("name", ENLARGED)
def test_every_region_is_wide_enough_to_press(name: str) -> None:
    view = load_view(name)
    for region_id, shape in view.regions.items():
        assert shape.room > 0.025 * min(view.width, view.height), region_id
        assert view.region_at(*shape.label) == region_id


@pytest.mark.parametrize("name", ENLARGED)
def test_features_lie_on_the_body_but_for_neck_and_lips(name: str) -> None:
    view = load_view(name)
    assert view.features
    for line in view.features:
        assert all(0 < x < view.width and 0 < y < view.height for x, y in dots(line))
    beside = [
        line for line in view.features if any(view.region_at(x, y, reach=20) is None for x, y in dots(line))
    ]
    assert len(beside) == {"mouth": 1, "saddle": 0}.get(name, 2)


def test_the_features_of_a_face_part_no_regions() -> None:
    view = load_view("head_front")
    brow = min(view.features, key=lambda line: min(line[1::2]))
    assert len({view.region_at(x, y) for x, y in dots(brow)}) == 1


def test_features_are_thinner_than_the_outline_and_lie_under_it() -> None:
    view = load_view("head_front")
    paths = [item for item in still_list("head_front", px=10) if isinstance(item, Path)]
    (features,) = [path for path in paths if path.rings is view.features]
    assert not features.closed
    assert features.fill is None
    assert features.width < paths[-1].width
    assert paths.index(features) < len(paths) - 1
    assert [path for path in still_list("palm", px=10) if isinstance(path, Path) and not path.rings] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("head_front", ["your right", "your left"]),
        ("head_back", ["your left", "your right"]),
        ("head_left", ["your left"]),
        ("head_right", ["your right"]),
        ("mouth", ["your right", "your left"]),
        ("saddle", ["your right", "your left"]),
    ],
)
def test_every_enlarged_view_says_whose_side_it_is(name: str, words: list[str]) -> None:
    texts = [item for item in still_list(name, px=10) if isinstance(item, Text)]
    assert [text.words for text in sorted(texts, key=lambda text: text.x)] == words


@pytest.mark.parametrize("space", [(608, 388), (900, 600), (320, 240), (300, 900)])
@pytest.mark.parametrize("views", SHEETS)
def test_a_sheet_of_enlarged_views_fills_its_space_without_overlap(
    views: tuple[str, ...], space: tuple[int, int]
) -> None:
    placed = arrange(views, *space)
    assert [one.view for one in placed] == list(views)
    boxes = [one.box for one in placed if one.box is not None]
    assert len(boxes) == len(views)
    for one in placed:
        left, top, wide, tall = one.box or (0, 0, 0, 0)
        view = load_view(one.view)
        assert left <= one.x <= one.x + view.width * one.scale <= left + wide
        assert top <= one.y <= one.y + view.height * one.scale <= top + tall
        assert -0.01 <= left <= left + wide <= space[0] + 0.01
        assert -0.01 <= top <= top + tall <= space[1] + 0.01
    for (x0, y0, w0, h0), (x1, y1, w1, h1) in combinations(boxes, 2):
        assert x0 + w0 <= x1 or x1 + w1 <= x0 or y0 + h0 <= y1 or y1 + h1 <= y0
    assert sum(box[2] * box[3] for box in boxes) > 0.88 * space[0] * space[1]


def test_a_wide_space_has_three_heads_above_two_and_hands_side_by_side() -> None:
    tops = [round(one.box[1]) for one in arrange(HEAD, 608, 388) if one.box]
    assert [tops.count(top) for top in sorted(set(tops))] == [3, 2]
    palm, back = arrange(("palm", "hand_back"), 608, 388)
    assert palm.y == pytest.approx(back.y)
    assert palm.x < back.x


def test_a_head_is_tall_enough_to_press_in_the_smallest_sheet() -> None:
    for one in arrange(HEAD, 608, 388):
        assert load_view(one.view).height * one.scale > 120


@pytest.mark.parametrize(
    ("name", "region", "at_right"),
    [("head_front", "ear_R", False), ("head_left", "eye_nose_L", False), ("head_right", "eye_nose_R", True)],
)
def test_the_number_of_a_place_on_the_head_stands_beside_it(name: str, region: str, at_right: bool) -> None:
    px, view = 12.0, load_view(name)
    items = view_list(name, [Drawn(area="a", regions=(region,), severity=6)], px=px)
    (badge,) = [item for item in items if isinstance(item, Badge)]
    _, top, _, bottom = view.regions[region].bounds
    assert top - 60 * px < badge.y < bottom + 60 * px
    assert (badge.x > view.width / 2) == at_right

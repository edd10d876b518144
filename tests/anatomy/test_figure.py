"""The display list: what is painted, in which order, with which words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import combinations, pairwise
from math import hypot
from typing import TYPE_CHECKING, Any

import pytest

from diary.anatomy import patterns
from diary.anatomy.badges import BADGE_R
from diary.anatomy.coverage import regions_of
from diary.anatomy.drawing import fill, take_off
from diary.anatomy.figure import Badge, Drawn, Path, view_list
from diary.anatomy.layout import arrange
from diary.anatomy.painted import outline
from diary.anatomy.patterns import OWN, PATTERNS, TILE, Ring, color_token, pattern_of, tiles
from diary.anatomy.sides import Text
from diary.anatomy.views import joined, load_view
from diary.charts.palette import load
from diary.models.codes import Quality, StrokeMode
from diary.models.records import Stroke

if TYPE_CHECKING:
    from collections.abc import Sequence

FOOT = ("foot_top_L", "big_toe_top_L", "foot_inner_edge_L")


def heel(*, qualities: tuple[str, ...] = (), severity: int | None = None, carried: bool = False) -> Drawn:
    return Drawn(area="a", regions=("heel_L",), qualities=qualities, severity=severity, carried=carried)


def areas(view: str, drawn: Sequence[Drawn]) -> list[Path]:
    found = [item for item in view_list(view, drawn, px=20) if isinstance(item, Path)]
    return found[3:]


def badges(view: str, drawn: Sequence[Drawn]) -> list[Badge]:
    return [item for item in view_list(view, drawn, px=20) if isinstance(item, Badge)]


def test_an_area_of_neighbours_is_one_outline_with_one_number() -> None:
    marks = [Drawn(area="a", regions=FOOT, qualities=("burning",), severity=6)]
    (path,) = areas("front", marks)
    assert len(path.rings) == 1
    assert path.pattern == ("burning",)
    assert path.share == pytest.approx(0.10 + 0.055 * 6)
    assert [badge.severity for badge in badges("front", marks)] == [6]


def test_two_areas_that_touch_stay_two() -> None:
    marks = [
        Drawn(area="a", regions=("foot_top_L",), qualities=("burning",), severity=6),
        Drawn(area="b", regions=("big_toe_top_L",), qualities=("burning",), severity=6),
    ]
    assert len(areas("front", marks)) == 2
    assert len(badges("front", marks)) == 2


def test_both_feet_of_one_area_have_a_number_each() -> None:
    marks = [Drawn(area="a", regions=("foot_top_L", "foot_top_R"), severity=4)]
    spots = [badge.x for badge in badges("front", marks)]
    assert min(spots) < load_view("front").width / 2 < max(spots)


def test_no_severity_is_no_number() -> None:
    marks = [heel(qualities=("numbness",))]
    assert badges("sole", marks) == []
    assert areas("sole", marks)[0].share == pytest.approx(0.10)


def test_zero_is_a_number() -> None:
    assert [badge.severity for badge in badges("sole", [heel(severity=0)])] == [0]


def test_what_is_carried_over_is_dashed() -> None:
    (path,) = areas("sole", [heel(qualities=("burning",), carried=True)])
    assert path.dashed
    (path,) = areas("sole", [heel(qualities=("burning",))])
    assert not path.dashed


def test_print_tells_areas_apart_by_pattern_alone() -> None:
    items = view_list("sole", [heel(qualities=("burning",), severity=9)], px=20, print_style=True)
    paths = [item for item in items if isinstance(item, Path) and item.pattern]
    assert [path.share for path in paths] == [0.0]


def test_marks_outside_the_view_are_passed_over() -> None:
    marks = [heel(), Drawn(area="b", regions=("tongue_M", "no such place"), severity=3)]
    assert len(areas("sole", marks)) == 1
    assert areas("front", marks) == []


def painted_calf(**looks: Any) -> Drawn:
    """A line down the left shin and over the outer edge of the leg."""
    x, y = (value // 10 for value in load_view("front").regions["leg_outer_upper_L"].label)
    line = Stroke(view="front", mode=StrokeMode.PAINT, radius=8, points=(x, y, x + 60, y + 40))
    regions = tuple(one.region for one in regions_of([line]))
    return Drawn(area="a", regions=regions, strokes=(line,), **looks)


def test_paint_is_shown_as_it_was_painted_and_cut_by_the_body() -> None:
    one = painted_calf(qualities=("burning",), severity=6, carried=True)
    inside, edge = areas("front", [one])
    body = load_view("front")
    assert inside.rings == outline("front", one.strokes)
    assert inside.clip is body.outline
    assert inside.pattern == ("burning",)
    assert inside.share == pytest.approx(0.43)
    assert edge.rings is body.outline
    assert edge.clip == inside.rings
    assert edge.fill is None
    assert inside.dashed
    assert edge.dashed
    assert inside.stroke == edge.stroke


def test_the_number_of_paint_stands_beside_what_is_painted() -> None:
    one = painted_calf(severity=4)
    (badge,) = badges("front", [one])
    xs, ys = outline("front", one.strokes)[0][::2], outline("front", one.strokes)[0][1::2]
    reach = 3.2 * BADGE_R * 20
    assert min(xs) - reach < badge.x < max(xs) + reach
    assert min(ys) - reach < badge.y < max(ys) + reach


def test_paint_of_another_view_shows_its_regions_whole() -> None:
    heel_only = Stroke(view="sole", mode=StrokeMode.PAINT, radius=40, points=fill("heel_L", "sole").points)
    one = Drawn(area="a", regions=("heel_L",), strokes=(heel_only,))
    (path,) = areas("back", [one])
    assert path.clip is None
    assert path.rings == joined([load_view("back").regions["heel_L"]])
    assert areas("sole", [one])[0].clip is not None


def test_filled_regions_are_one_shape() -> None:
    strokes = (fill("heel_L", "sole"), fill("sole_inner_L", "sole"))
    one = Drawn(area="a", regions=("heel_L", "sole_inner_L"), strokes=strokes)
    (path,) = areas("sole", [one])
    assert len(path.rings) == 1
    assert path.clip is None


BODY = ("front", "back", "sole", "palm")


def soles(**looks: Any) -> Drawn:
    """Both soles filled, as a tap on each region does."""
    parts = ("heel", "sole_inner", "sole_outer", "toes_1_3_sole", "toes_4_5_sole")
    regions = tuple(f"{part}_{side}" for part in parts for side in "LR")
    strokes = tuple(fill(region, "sole") for region in regions)
    return Drawn(area="a", regions=regions, strokes=strokes, severity=6, **looks)


@pytest.mark.parametrize("painted", [False, True])
def test_a_number_stands_only_where_the_area_was_drawn(*, painted: bool) -> None:
    one = soles()
    if painted:
        brush = [replace(stroke, mode=StrokeMode.PAINT, radius=12) for stroke in one.strokes]
        one = replace(one, strokes=tuple(brush))
    found = {
        view: [item for item in view_list(view, [one], px=20, shown=BODY) if isinstance(item, Badge)]
        for view in BODY
    }
    assert {view: len(items) for view, items in found.items()} == {
        "front": 0, "back": 0, "sole": 2, "palm": 0,
    }  # fmt: skip


def test_an_area_drawn_in_a_view_that_is_not_shown_keeps_its_numbers() -> None:
    items = view_list("back", [soles()], px=20, shown=("front", "back"))
    assert len([item for item in items if isinstance(item, Badge)]) == 2


def test_an_area_without_strokes_has_numbers_in_every_view() -> None:
    whole = replace(soles(), strokes=())
    assert (
        len([item for item in view_list("back", [whole], px=20, shown=BODY) if isinstance(item, Badge)]) == 2
    )


def test_what_was_erased_in_a_view_counts_as_drawn_elsewhere() -> None:
    both = (fill("heel_L", "sole"), fill("heel_L", "back"), take_off("heel_L", "sole"))
    one = Drawn(area="a", regions=("heel_L",), strokes=both, severity=3)
    numbers = {
        view: len([item for item in view_list(view, [one], px=20, shown=BODY) if isinstance(item, Badge)])
        for view in ("back", "sole")
    }
    assert numbers == {"back": 1, "sole": 0}


def test_regions_drawn_in_another_view_are_fainter_in_the_same_pattern() -> None:
    (faint,) = areas("back", [soles(qualities=("burning",))])
    (plain,) = areas("back", [replace(soles(qualities=("burning",)), strokes=())])
    assert faint.rings == plain.rings
    assert faint.pattern == plain.pattern
    assert faint.share == pytest.approx(0.6 * plain.share)
    assert faint.width == pytest.approx(0.6 * plain.width)


def test_a_drawing_of_fills_is_shown_without_numpy() -> None:
    code = (
        "import sys; from diary.anatomy.drawing import as_strokes;"
        "from diary.anatomy.figure import Drawn, view_list;"
        "one = Drawn(area='a', regions=('heel_L',), strokes=as_strokes(['heel_L']), severity=3);"
        "assert len(view_list('sole', [one], px=20)) > len(view_list('sole', [], px=20));"
        "assert not {'numpy', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_was_erased_is_not_shown() -> None:
    off = (fill("heel_L", "sole"), take_off("heel_L", "sole"))
    assert areas("sole", [Drawn(area="a", regions=(), strokes=off)]) == []
    bare = (*off, Stroke(view="sole", mode=StrokeMode.ERASE, radius=9, points=(50, 50)))
    assert areas("sole", [Drawn(area="a", regions=(), strokes=bare)]) == []


def test_the_selected_area_lies_on_top() -> None:
    front = [heel(qualities=("burning",)), Drawn(area="0", regions=("heel_L",), selected=True)]
    assert [path.stroke for path in areas("sole", front)] == ["quality.burning", "accent"]
    assert areas("sole", front[::-1]) == areas("sole", front)


def test_numbers_stand_apart_and_inside_the_picture() -> None:
    ids = (
        "chest_1_L",
        "chest_2_L",
        "chest_3_L",
        "abd_1_R",
        "abd_2_R",
        "hip_outer_L",
        "forehead_R",
        "foot_top_R",
    )
    found = badges("front", [Drawn(area=region, regions=(region,), severity=5) for region in ids])
    assert len(found) == len(ids)
    for one, other in combinations(found, 2):
        assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > (2 * 20 * 11) ** 2
    assert all(0 < badge.x < load_view("front").width for badge in found)


@pytest.mark.parametrize(
    ("view", "first"), [("front", "YOUR\nRIGHT"), ("back", "YOUR\nLEFT"), ("palm", "your right")]
)
def test_every_view_says_whose_left_and_right(view: str, first: str) -> None:
    texts = [item for item in view_list(view, (), px=20) if isinstance(item, Text)]
    assert next(text.words for text in sorted(texts, key=lambda text: text.x)) == first


def test_a_small_figure_has_letters_for_its_sides() -> None:
    texts = [item.words for item in view_list("front", (), px=40) if isinstance(item, Text)]
    assert texts == ["R", "L"]


@pytest.mark.parametrize("space", [(608, 388), (330, 180), (1200, 300), (300, 900)])
def test_views_stay_inside_their_space_and_apart(space: tuple[int, int]) -> None:
    placed = arrange(("front", "back", "sole", "palm"), *space)
    rects = []
    for one in placed:
        view = load_view(one.view)
        rects.append((one.x, one.y, one.x + view.width * one.scale, one.y + view.height * one.scale))
    for left, top, right, bottom in rects:
        assert -0.01 <= left <= right <= space[0] + 0.01
        assert -0.01 <= top <= bottom <= space[1] + 0.01
    for one_rect, other in combinations(rects, 2):
        apart_x = one_rect[2] <= other[0] or other[2] <= one_rect[0]
        assert apart_x or one_rect[3] <= other[1] or other[3] <= one_rect[1]


@pytest.mark.parametrize("px", [12.0, 25.0, 44.0])
@pytest.mark.parametrize("view", ["sole", "palm", "foot_top", "hand_back"])
@pytest.mark.parametrize("side", ["L", "R"])
def test_the_number_of_one_of_a_pair_never_stands_over_the_other(view: str, side: str, px: float) -> None:
    drawn = load_view(view)
    marked = [region for region in drawn.regions if region.endswith(f"_{side}")]
    there = [drawn.regions[region].bounds for region in marked]
    on_the_right = sum(one[0] + one[2] for one in there) > len(there) * drawn.width
    for regions in (marked, marked[:1], marked[-1:]):
        marks = [Drawn(area="a", regions=tuple(regions), severity=7)]
        (badge,) = [item for item in view_list(view, marks, px=px) if isinstance(item, Badge)]
        edge = badge.x - BADGE_R * px if on_the_right else badge.x + BADGE_R * px
        assert (edge > drawn.width / 2) if on_the_right else (edge < drawn.width / 2)


def test_every_quality_has_a_pattern_of_its_own() -> None:
    assert set(PATTERNS) == {*Quality, OWN}
    for one, other in combinations(PATTERNS.values(), 2):
        assert one != other


def ink(quality: str, size: int = 24) -> frozenset[tuple[int, int]]:
    """Cells of a tile that hold ink, worked out without a painter."""
    cells = set()
    for column in range(size):
        for row in range(size):
            x, y = (column + 0.5) * TILE / size, (row + 0.5) * TILE / size
            if any(_inked(part, x, y) for part in pattern_of(quality)):
                cells.add((column, row))
    return frozenset(cells)


def _inked(part: patterns.Stroke | Ring, x: float, y: float) -> bool:
    if isinstance(part, Ring):
        away = hypot(x - part.x, y - part.y)
        return abs(away - part.r) <= part.width / 2 if part.width else away <= part.r
    points, width = part.points, part.width
    if not width:
        ends = [*points[1:], points[0]]
        turns = [
            (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
            for (x0, y0), (x1, y1) in zip(points, ends, strict=True)
        ]
        return all(turn >= 0 for turn in turns) or all(turn <= 0 for turn in turns)
    for (x0, y0), (x1, y1) in pairwise(points):
        along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2)
        along = min(1.0, max(0.0, along))
        if (x - x0 - along * (x1 - x0)) ** 2 + (y - y0 - along * (y1 - y0)) ** 2 <= width**2 / 4:
            return True
    return False


def test_patterns_differ_in_black_and_white() -> None:
    drawn = {quality: ink(quality) for quality in PATTERNS}
    for quality, cells in drawn.items():
        assert 0.05 < len(cells) / 24**2 < 0.6, quality
    for one, other in combinations(drawn, 2):
        differing = len(drawn[one] ^ drawn[other]) / len(drawn[one] | drawn[other])
        assert differing > 0.45, (one, other)


def test_two_qualities_take_turns_in_the_tiles() -> None:
    assert tiles(("burning", "touch")) == (
        ("burning", 0, 0),
        ("touch", 1, 0),
        ("touch", 0, 1),
        ("burning", 1, 1),
    )
    assert {quality for quality, _, _ in tiles(("a", "b", "c", "d"))} == {"a", "b", "c"}


def test_every_token_is_in_every_palette() -> None:
    for name in ("light", "dark", "contrast-light", "contrast-dark", "print"):
        palette = load(name)
        for token in (
            "skin",
            "skin_outline",
            "region_line",
            "accent",
            *(color_token(code) for code in PATTERNS),
        ):
            assert palette.color(token).startswith("#")

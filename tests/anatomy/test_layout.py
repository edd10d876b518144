"""Soles and palms are always there: beside the figures, or below them where the space is narrow."""

from __future__ import annotations

from itertools import combinations

import pytest

from diary.anatomy.layout import Placement, arrange
from diary.anatomy.sides import side_words, taken_by_words, wide_px
from diary.anatomy.views import load_view

BODY = ("front", "back", "sole", "palm")
NARROW = [(357, 343), (373, 623), (364, 400), (353, 332)]

Rect = tuple[float, float, float, float]


def drawing(one: Placement) -> Rect:
    """Left, top, right and bottom of a view's drawing, px."""
    view = load_view(one.view)
    return (one.x, one.y, one.x + view.width * one.scale, one.y + view.height * one.scale)


@pytest.mark.parametrize("space", NARROW)
def test_soles_and_palms_stand_below_the_figures_in_a_narrow_space(space: tuple[int, int]) -> None:
    front, back, sole, palm = arrange(BODY, *space)
    assert front.y == back.y
    assert front.scale == pytest.approx(back.scale, rel=0.01)
    for one in (sole, palm):
        assert one.box is not None
        assert one.box[1] >= drawing(front)[3]
        left, top, right, bottom = drawing(one)
        assert one.box[0] <= left < right <= one.box[0] + one.box[2] <= space[0] + 0.01
        assert one.box[1] <= top < bottom <= one.box[1] + one.box[3] <= space[1] + 0.01
    assert sole.box is not None
    assert palm.box is not None
    beside = sole.box[0] + sole.box[2] <= palm.box[0]
    assert beside or sole.box[1] + sole.box[3] <= palm.box[1]


@pytest.mark.parametrize("space", NARROW)
def test_a_narrow_space_is_used_from_top_to_bottom(space: tuple[int, int]) -> None:
    placed = arrange(BODY, *space)
    boxes = [one.box for one in placed if one.box is not None]
    used = max(box[1] + box[3] for box in boxes) - min(one.y for one in placed)
    assert used > 0.95 * space[1]
    assert drawing(placed[0])[3] - drawing(placed[0])[1] > 0.55 * space[1]
    assert all(load_view(one.view).height * one.scale > 70 for one in placed)


@pytest.mark.parametrize("space", [(608, 388), (410, 262), (1042, 664)])
def test_a_wide_space_has_soles_and_palms_beside_the_figures(space: tuple[int, int]) -> None:
    _, back, sole, palm = arrange(BODY, *space)
    assert sole.box is not None
    assert palm.box is not None
    assert sole.box[0] == palm.box[0] >= drawing(back)[2]


@pytest.mark.parametrize(
    ("space", "text"),
    [*((space, 1.0) for space in NARROW), ((500, 498), 1.5), ((600, 664), 2.0), ((758, 664), 2.0)],
)
def test_words_of_a_view_stay_clear_of_each_other_and_inside_their_box(
    space: tuple[int, int], text: float
) -> None:
    for one in arrange(BODY, *space, text=text):
        view, px = load_view(one.view), text / one.scale
        words = taken_by_words(view, px, one.air / text)
        for (x, y, half), (other_x, other_y, other_half) in combinations(words, 2):
            apart = abs(x - other_x) >= half + other_half - 8 * px or abs(y - other_y) >= 12 * px
            assert apart, (one.view, text)
        left, _, wide, _ = one.box or (-1e3, 0, 1e4, 0)
        for side in side_words(view, px, one.air / text):
            half = wide_px(side.words) / 2 * text
            middle = one.x + side.x * one.scale
            assert left <= middle - half <= middle + half <= left + wide


@pytest.mark.parametrize(
    ("wide", "words"),
    [(150, ["your right", "your left"]), (80, ["right", "left"]), (40, ["R", "L"])],
)
def test_words_under_a_pair_are_as_many_as_do_not_touch(wide: int, words: list[str]) -> None:
    view = load_view("palm")
    texts = side_words(view, px=view.width / wide)
    assert [text.words for text in texts] == words
    ends = [wide_px(text.words) / 2 * view.width / wide for text in texts]
    assert texts[0].x + ends[0] < texts[1].x - ends[1]


@pytest.mark.parametrize("name", ["sole", "palm"])
def test_words_beside_a_pair_stand_off_the_body(name: str) -> None:
    view = load_view(name)
    px = view.height / 85
    for text in side_words(view, px, air=36):
        assert text.words.startswith("your\n")
        for row, word in enumerate(text.words.split("\n")):
            half = wide_px(word) / 2 * px
            for share in (-1, -0.5, 0, 0.5, 1):
                assert view.region_at(text.x + share * half, text.y + (16 * row - 4) * px) is None


def test_hands_alone_stand_under_each_other_in_a_narrow_space_where_they_are_larger() -> None:
    palm, back = arrange(("palm", "hand_back"), 357, 343)
    assert palm.y < back.y
    assert palm.air > 36
    assert load_view("palm").height * palm.scale > 140

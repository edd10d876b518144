"""The standing figure from its sides: whose side it is, where it stands, how thin it is when small."""

from __future__ import annotations

import pytest

from diary.anatomy.figure import Badge, Drawn, Path, still_list, view_list
from diary.anatomy.layout import arrange
from diary.anatomy.sides import Text, side_words, wide_px
from diary.anatomy.views import ONE_SIDE, STANDING, VIEWS, load_view

SIDES = ("left", "right")


@pytest.mark.parametrize("name", SIDES)
def test_a_side_says_once_whose_it_is_beside_the_body(name: str) -> None:
    view = load_view(name)
    (words,) = side_words(view, px=view.height / 400)
    assert words.words == f"YOUR\n{name.upper()}"
    assert view.region_at(words.x, words.y, reach=300) is None


@pytest.mark.parametrize("name", SIDES)
def test_a_small_side_has_a_letter(name: str) -> None:
    view = load_view(name)
    assert [text.words for text in side_words(view, px=view.height / 120)] == [name[0].upper()]


def test_both_sides_stand_back_to_back_on_one_ground_with_air_between() -> None:
    left, right = arrange(SIDES, 640, 420)
    assert (left.y, left.scale) == (right.y, right.scale)
    end = left.x + load_view("left").width * left.scale
    assert right.x - end >= 40
    assert right.x + load_view("right").width * right.scale <= 640
    assert left.x == pytest.approx(640 - right.x - load_view("right").width * right.scale)


def test_all_four_views_fit_side_by_side() -> None:
    placed = arrange(("front", "back", *SIDES), 900, 480)
    ends = [one.x + load_view(one.view).width * one.scale for one in placed]
    assert all(end <= after.x for end, after in zip(ends, placed[1:], strict=False))
    assert ends[-1] <= 900.01


@pytest.mark.parametrize("name", SIDES)
def test_the_title_of_a_side_stands_clear_of_the_head(name: str) -> None:
    (one,) = arrange((name,), 640, 420)
    view = load_view(name)
    begin = (one.title[0] - one.x) / one.scale
    for share in range(5):
        x, y = begin + share / 4 * 80 / one.scale, (one.title[1] - 7 - one.y) / one.scale
        assert view.region_at(x, y) is None


def test_lines_are_thinner_on_a_small_figure_and_usual_on_a_large_one() -> None:
    def widths(tall: float) -> list[float]:
        items = still_list("left", px=load_view("left").height / tall)
        return [item.width for item in items if isinstance(item, Path) and item.stroke is not None]

    assert widths(400) == widths(2000) == [1.0, 0.8, 1.2]
    assert widths(120) == pytest.approx([0.5, 0.4, 0.6])


def test_fingers_and_toes_are_parted_by_lines_that_part_no_regions() -> None:
    view = load_view("left")
    assert len(view.features) == 5
    for line in view.features:
        spots = list(zip(line[::2], line[1::2], strict=True))
        assert {view.region_at(*spot, reach=15) for spot in spots} <= {"handback_radial_L", "foot_top_L"}


def test_words_can_be_left_out() -> None:
    assert not [item for item in still_list("right", px=20, words=False) if isinstance(item, Text)]


@pytest.mark.parametrize("name", VIEWS)
def test_a_small_picture_has_letters_that_stand_off_the_body(name: str) -> None:
    view = load_view(name)
    px = view.height / (150 if name in STANDING else 70)
    texts = [item for item in still_list(name, px=px, words="letters") if isinstance(item, Text)]
    assert {text.words for text in texts} <= {"L", "R"}
    assert len(texts) == (1 if name in ONE_SIDE else 2)
    for text in texts:
        assert view.region_at(text.x, text.y - 4 * px, reach=3 * px) is None


@pytest.mark.parametrize("tall", [270, 285, 300, 330, 400])
@pytest.mark.parametrize("name", ["front", "back", "left", "right"])
def test_words_beside_a_standing_figure_are_whole_and_stand_off_the_body(name: str, tall: int) -> None:
    view = load_view(name)
    px = view.height / tall
    for text in side_words(view, px):
        first, second = text.words.split("\n")
        for row, word in enumerate((first, second)):
            half = wide_px(word) / 2 * px
            assert -4 * px <= text.x - half < text.x + half <= view.width + 4 * px
            for share in (-1, 0, 1):
                y = text.y + (16 * row - 4) * px
                assert view.region_at(text.x + share * half, y, reach=2 * px) is None


@pytest.mark.parametrize("name", SIDES)
def test_a_place_over_arm_and_leg_has_one_number_in_a_side_view(name: str) -> None:
    side = name[0].upper()
    regions = tuple(one for one in load_view(name).regions if one.startswith(("forearm", "thigh", "calf")))
    assert {one[-1] for one in regions} == {side}
    items = view_list(name, [Drawn(area="a", regions=regions, severity=4)], px=18)
    assert len([item for item in items if isinstance(item, Badge)]) == 1

"""Maps as display lists: shades, numbers, and patterns that need no colour."""

from __future__ import annotations

from math import cos, pi, sin

import pytest

from diary.anatomy.figure import Item, Path
from diary.anatomy.heat import TURN_TOKENS, heat_list, level_of, turn_list, turn_paths
from diary.anatomy.layout import arrange
from diary.anatomy.sides import Text, taken_by_words, wide_px
from diary.anatomy.views import VIEWS, load_view
from diary.wording import say

SQUARE = [[0, 0, 300, 0, 300, 300, 0, 300]]


@pytest.mark.parametrize(("share", "level"), [(0, 0), (0.01, 1), (0.5, 5), (0.96, 10), (1, 10)])
def test_what_is_there_at_all_has_a_shade(share: float, level: int) -> None:
    assert level_of(share) == level


def test_a_map_fills_regions_by_their_level_and_says_the_largest_number_of_a_part() -> None:
    levels = {"foot_top_L": 9, "ankle_inner_L": 3, "thumb_p_R": 2}
    numbers = {"foot_top_L": 23.0, "ankle_inner_L": 8.0, "thumb_p_R": 4.0}
    items = heat_list("front", levels, numbers, px=2)
    fills = {item.fill for item in items if isinstance(item, Path) and item.fill}
    assert {"severity.9", "severity.3"} <= fills
    assert "23" in {item.words for item in items if isinstance(item, Text)}
    assert "8" not in {item.words for item in items if isinstance(item, Text)}


def test_a_region_without_a_number_is_shaded_by_no_guess() -> None:
    assert not any(isinstance(item, Text) for item in heat_list("front", {}, {}, px=2))


def test_five_turns_differ_by_pattern_alone() -> None:
    def shape(turn: str) -> tuple[object, ...]:
        paths = turn_paths(SQUARE, turn, 10)
        return tuple((len(path.rings), path.closed, path.fill is None, path.clip is None) for path in paths)

    assert len({shape(turn) for turn in TURN_TOKENS}) == len(TURN_TOKENS)


def test_a_pattern_stays_inside_its_place() -> None:
    for turn in TURN_TOKENS:
        for path in turn_paths(SQUARE, turn, 10)[1:]:
            assert path.clip is SQUARE


def test_every_turn_has_its_word_beside_the_place() -> None:
    words = {turn: turn.upper() for turn in TURN_TOKENS}
    for turn in TURN_TOKENS:
        items = turn_list("front", {"foot_top_L": turn}, words, px=2)
        assert turn.upper() in {item.words for item in items if isinstance(item, Text)}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_a_map(view: str) -> None:
    regions = load_view(view).regions
    levels = dict.fromkeys(regions, 5)
    numbers = dict.fromkeys(regions, 12.0)
    items = heat_list(view, levels, numbers, px=2)
    assert sum(isinstance(item, Path) and item.fill == "severity.5" for item in items) == len(regions)


def under(view: str, item: Text, px: float) -> set[str | None]:
    """What lies under words of one line in the middle of their height."""
    body, half = load_view(view), wide_px(item.words, item.size) / 2 * px
    y = item.y - 0.36 * item.size * px
    return {body.region_at(item.x + share * half, y) for share in (-1, -0.5, 0, 0.5, 1)}


@pytest.mark.parametrize("turn", TURN_TOKENS)
@pytest.mark.parametrize("space", [(357, 343), (373, 623), (364, 400)])
def test_words_of_a_map_stand_off_the_body_where_there_is_room(space: tuple[int, int], turn: str) -> None:
    words = {one: say(f"bodymap.turn.days.{one}") for one in TURN_TOKENS}
    turns = dict.fromkeys(("index_p_R", "middle_p_R", "foot_top_L", "heel_L", "sole_inner_L"), turn)
    for one in arrange(("front", "back", "sole", "palm"), *space):
        px = 1 / one.scale
        items = turn_list(one.view, turns, words, px=px, air=one.air, selected="foot_top_L")
        said = [item for item in items if isinstance(item, Text)]
        assert said
        assert all(under(one.view, item, px) == {None} for item in said), one.view


@pytest.mark.parametrize("space", [(357, 343), (373, 623)])
def test_numbers_of_a_map_never_lie_on_other_words(space: tuple[int, int]) -> None:
    regions = ("index_p_R", "thumb_p_L", "foot_top_L", "foot_top_R", "heel_L", "heel_R", "knee_front_L")
    numbers = dict.fromkeys(regions, 21.0)
    for one in arrange(("front", "back", "sole", "palm"), *space):
        px, view = 1 / one.scale, load_view(one.view)
        items = heat_list(one.view, dict.fromkeys(regions, 5), numbers, px=px, air=one.air)
        said = [(item.x, item.y, 8 * px) for item in items if isinstance(item, Text)]
        others = taken_by_words(view, px, one.air)
        for number, (x, y, half) in enumerate(said):
            for other_x, other_y, other_half in (*others, *said[:number]):
                apart = abs(x - other_x) >= half + other_half - 8 * px
                assert apart or abs(y - 0.36 * 15 * px - other_y) >= 12 * px, one.view


@pytest.mark.parametrize("selected", ["foot_outer_edge_L", "foot_top_L"])
def test_the_chosen_place_keeps_its_colour_over_its_frame(selected: str) -> None:
    view = "sole" if "edge" in selected else "front"
    items = heat_list(view, {selected: 7}, {}, px=30, selected=selected)
    paths = [item for item in items if isinstance(item, Path)]
    after = paths[max(number for number, item in enumerate(paths) if item.stroke == "accent") :]
    assert "severity.7" in {item.fill for item in after}
    assert all(item.stroke in (None, "card", "skin") for item in after[1:])
    framed, filled = after[0], next(item for item in after if item.fill == "severity.7")
    assert framed.rings == filled.rings
    assert framed.width > filled.width + 2


def test_the_chosen_place_keeps_the_pattern_of_its_turn_over_its_frame() -> None:
    items = turn_list("sole", {"heel_L": "more"}, {one: one for one in TURN_TOKENS}, px=30, selected="heel_L")
    paths = [item for item in items if isinstance(item, Path)]
    (frame,) = [number for number, item in enumerate(paths) if item.stroke == "accent"]
    assert any(item.clip is not None for item in paths[frame:])


def test_a_chosen_place_that_was_not_marked_is_framed_and_bare() -> None:
    items = heat_list("sole", {}, {}, px=30, selected="heel_L")
    paths = [item for item in items if isinstance(item, Path)]
    assert [path.stroke for path in paths if path.stroke][-2:] == ["accent", "card"]
    assert paths[-1].fill == "skin"


def leaders(items: tuple[Item, ...], stroke: str = "ink") -> list[tuple[int, int]]:
    """Where the lines from words to places end."""
    return [
        (item.rings[0][2], item.rings[0][3])
        for item in items
        if isinstance(item, Path) and not item.closed and item.clip is None and item.stroke == stroke
    ]


NUMBERS = {"sole_inner_L": 20.0, "sole_outer_L": 5.0, "heel_L": 13.0}


def test_a_number_leads_to_the_place_that_has_it_where_others_differ() -> None:
    items = heat_list("sole", dict.fromkeys(NUMBERS, 3), NUMBERS, px=10, air=60)
    assert [item.words for item in items if isinstance(item, Text)] == ["20"]
    assert leaders(items) == [load_view("sole").regions["sole_inner_L"].label]
    alike = heat_list("sole", dict.fromkeys(NUMBERS, 3), dict.fromkeys(NUMBERS, 5.0), px=10, air=60)
    assert leaders(alike) == []


def test_the_chosen_place_says_its_own_number() -> None:
    items = heat_list("sole", dict.fromkeys(NUMBERS, 3), NUMBERS, px=10, air=60, selected="heel_L")
    assert [item.words for item in items if isinstance(item, Text)] == ["13"]
    assert leaders(items) == [load_view("sole").regions["heel_L"].label]


def test_the_chosen_place_says_its_own_turn() -> None:
    turns = {"sole_outer_L": "same", "sole_inner_L": "same", "heel_L": "more"}
    words = {one: one for one in TURN_TOKENS}
    for selected, word in (("", "more"), ("sole_outer_L", "same")):
        items = turn_list("sole", turns, words, px=10, air=60, selected=selected)
        assert [item.words for item in items if isinstance(item, Text)] == [word]
        (end,) = leaders(items)
        assert turns[str(load_view("sole").region_at(*end))] == word


def test_a_change_wins_over_the_same_and_the_largest_change_first() -> None:
    words = {one: one for one in TURN_TOKENS}
    turns = {"heel_L": "more", "sole_inner_L": "fewer", "sole_outer_L": "same", "toes_1_3_sole_L": "same"}
    items = turn_list("sole", turns, words, px=10, air=60)
    assert [item.words for item in items if isinstance(item, Text)] == ["more"]
    (end,) = leaders(items)
    assert load_view("sole").region_at(*end) == "heel_L"


THUMB_SIDE = ("thumb_p_R", "index_p_R", "middle_p_R", "palm_radial_R")
LITTLE_SIDE = ("ring_ulnar_p_L", "little_p_L", "palm_ulnar_L")


def plate(view: str, item: Text, px: float) -> set[str | None]:
    """What lies under the oval ground of words."""
    half, tall = (wide_px(item.words, item.size) / 2 + 2) * px, 0.7 * item.size * px
    y, body = item.y - 0.36 * item.size * px, load_view(view)
    turns = [eighth * pi / 8 for eighth in range(16)]
    rim = [(item.x + share * half * cos(t), y + share * tall * sin(t)) for t in turns for share in (0.5, 1)]
    return {body.region_at(*spot) for spot in [(item.x, y), *rim]}


@pytest.mark.parametrize("space", [(300, 300), (357, 300), (357, 319), (364, 400)])
@pytest.mark.parametrize("names", [THUMB_SIDE, LITTLE_SIDE, THUMB_SIDE + LITTLE_SIDE])
@pytest.mark.parametrize("turn", ["same", "fewer"])
def test_words_never_lie_on_marked_places_where_others_are_free(
    space: tuple[int, int], names: tuple[str, ...], turn: str
) -> None:
    words = {one: say(f"bodymap.turn.days.{one}") for one in TURN_TOKENS}
    for one in arrange(("front", "back", "sole", "palm"), *space):
        px = 1 / one.scale
        items = turn_list(one.view, dict.fromkeys(names, turn), words, px=px, air=one.air)
        items += heat_list(
            one.view,
            dict.fromkeys(names, 5),
            dict.fromkeys(names, 11.0),
            px=px,
            air=one.air,
            selected=names[1],
        )
        for item in items:
            if isinstance(item, Text):
                assert plate(one.view, item, px).isdisjoint(names), (one.view, item.words)

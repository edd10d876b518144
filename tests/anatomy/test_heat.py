"""Maps as display lists: shades, numbers, and patterns that need no colour."""

from __future__ import annotations

import pytest

from diary.anatomy.figure import Path
from diary.anatomy.heat import TURN_TOKENS, heat_list, level_of, turn_list, turn_paths
from diary.anatomy.sides import Text
from diary.anatomy.views import VIEWS, load_view

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

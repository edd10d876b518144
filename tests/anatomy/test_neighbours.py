"""Arrow keys on the figure: from a region to the one that borders on it, and so to every other."""

from __future__ import annotations

import pytest

from diary.anatomy.neighbours import WAYS, bordering, joined_regions, neighbour
from diary.anatomy.views import VIEWS, load_view


def walked(view: str, start: str) -> set[str]:
    """Return every region that arrow keys lead to."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for across, down in WAYS:
            ahead = neighbour(view, here, across, down)
            if ahead is not None and ahead not in seen:
                seen.add(ahead)
                waiting.append(ahead)
    return seen


@pytest.mark.parametrize("view", VIEWS)
def test_arrows_lead_from_every_region_to_every_other_of_its_drawing(view: str) -> None:
    for region in load_view(view).regions:
        assert walked(view, region) == joined_regions(view, region)


@pytest.mark.parametrize("view", VIEWS)
def test_an_arrow_leads_to_a_region_that_borders_and_lies_that_way(view: str) -> None:
    drawn = load_view(view)
    for region, shape in drawn.regions.items():
        for across, down in WAYS:
            ahead = neighbour(view, region, across, down)
            if ahead is None:
                continue
            assert ahead in bordering(view)[region]
            x, y = drawn.regions[ahead].label
            assert (x - shape.label[0]) * across + (y - shape.label[1]) * down > 0


@pytest.mark.parametrize("view", VIEWS)
def test_every_region_of_a_drawing_borders_on_another(view: str) -> None:
    assert [region for region, others in bordering(view).items() if not others] == []


def test_borders_are_those_of_the_body() -> None:
    knee = bordering("front")["knee_front_L"]
    assert {"thigh_front_lower_L", "leg_inner_upper_L", "leg_outer_upper_L"} <= knee
    assert not any(region.endswith("_R") for region in knee)
    assert neighbour("front", "knee_front_L", 0, -1) == "thigh_front_lower_L"
    assert neighbour("front", "chest_2_R", 1, 0) == "chest_2_L"
    assert neighbour("front", "scalp_top_R", 0, -1) is None


def test_a_pair_is_two_drawings() -> None:
    left = joined_regions("sole", "heel_L")
    assert {region[-1] for region in left} == {"L"}


def test_a_region_the_view_does_not_show_is_an_error() -> None:
    with pytest.raises(KeyError):
        neighbour("sole", "forehead_L", 1, 0)

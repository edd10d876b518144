"""The large parts of the body hold every region once."""

from __future__ import annotations

import pytest

from diary.anatomy.limbs import MIDDLE, large_parts, limb_of, regions_of_limb
from diary.anatomy.regions import all_regions


def test_every_region_lies_in_one_large_part() -> None:
    held = [region for regions in large_parts().values() for region in regions]
    assert sorted(held) == sorted(all_regions())


def test_large_parts_go_from_head_to_toe_right_before_left() -> None:
    parts = list(large_parts())
    assert parts[:2] == [("head", "R"), ("head", "L")]
    assert parts[-2:] == [("foot", "R"), ("foot", "L")]
    assert all(side == "M" for limb, side in parts if limb in MIDDLE)


def test_a_foot_is_the_whole_foot_of_that_side() -> None:
    foot = regions_of_limb("heel_L")
    assert len(foot) == 15
    assert {region[-1] for region in foot} == {"L"}
    assert {"heel_L", "big_toe_top_L", "sole_inner_L", "achilles_L"} <= set(foot)
    assert regions_of_limb("web_1_2_L") == foot


def test_a_middle_part_holds_both_sides() -> None:
    assert regions_of_limb("chest_1_L") == regions_of_limb("chest_4_R")
    assert {"chest_1_L", "chest_1_R"} <= set(regions_of_limb("chest_1_L"))
    assert regions_of_limb("saddle_M") == regions_of_limb("groin_R")


def test_an_unknown_region_is_an_error() -> None:
    with pytest.raises(KeyError):
        limb_of("wing_L")

"""The list of regions: words, shares and search."""

from __future__ import annotations

import pytest

from diary.anatomy.regions import (
    HEAD_TO_TOE,
    all_regions,
    body_share,
    find,
    other_side,
    search,
    vocabulary_version,
)
from diary.anatomy.views import VIEWS


def found(text: str) -> list[str]:
    return [region.id for region in search(text)]


def test_there_are_190_regions_and_their_shares_make_a_whole() -> None:
    assert len(all_regions()) == 190
    assert body_share(frozenset(all_regions())) == pytest.approx(100)
    assert vocabulary_version()


def test_lists_go_from_head_to_toe() -> None:
    order = list(all_regions())
    assert order[0] == "scalp_top_R"
    assert order.index("knee_front_L") < order.index("heel_R")
    assert len(HEAD_TO_TOE) == len(set(HEAD_TO_TOE)) == 97


def test_every_region_has_words_of_its_own_that_name_its_side() -> None:
    labels = [region.label for region in all_regions().values()]
    assert len(set(labels)) == 190
    for region in all_regions().values():
        assert region.side == "mid" or region.side in region.label


def test_the_other_side_of_the_other_side_is_the_region_itself() -> None:
    for region in all_regions().values():
        assert other_side(other_side(region.id)) == region.id
    assert other_side("heel_L") == "heel_R"
    assert other_side("sacrum_M") == "sacrum_M"


def test_left_calf_finds_the_left_calf_in_any_order_of_words() -> None:
    assert found("left calf") == ["calf_back_inner_L", "calf_back_outer_L"]
    assert found("CALF  Lef") == found("left calf")


@pytest.mark.parametrize(
    ("text", "region_id"),
    [
        ("big toe", "big_toe_top_R"), ("belly", "abd_1_L"), ("shin", "leg_inner_upper_L"),
        ("tailbone", "sacrum_M"),
        ("pinky", "little_p_R"), ("bum", "buttock_lower_L"), ("kneecap", "knee_front_R"),
        ("throat", "neck_front_R"),
        ("mouth", "mouth_upper_L"), ("saddle", "saddle_M"), ("underside toes left", "toes_1_3_sole_L"),
    ],
)  # fmt: skip
def test_everyday_words_find_regions(text: str, region_id: str) -> None:
    assert region_id in found(text)


@pytest.mark.parametrize(
    ("text", "region_id"),
    [
        ("Wade", "calf_back_inner_L"), ("Schienbein", "leg_inner_upper_L"), ("Ferse", "heel_R"),
        ("Fußsohle", "sole_inner_L"), ("Gesäß", "buttock_upper_L"), ("Steiß", "sacrum_M"),
        ("Leiste", "groin_R"), ("Kniescheibe", "knee_front_R"), ("Kehle", "neck_front_L"),
        ("Kleinfinger", "little_p_R"), ("Po", "buttock_lower_R"), ("großer Zeh", "big_toe_top_L"),
        ("links Ellbogen", "elbow_inner_L"), ("Zehe", "toes_4_5_sole_R"), ("Kiefer", "jaw_angle_L"),
    ],
)  # fmt: skip
def test_german_everyday_words_find_regions(text: str, region_id: str) -> None:
    assert region_id in found(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fußsohle", "fusssohle"), ("Gesäß", "gesaess"), ("Gesäß", "gesass"), ("Rücken", "ruecken"),
        ("Rücken", "rucken"), ("Achselhöhle", "achselhoehle"), ("KNÖCHEL", "knochel"),
        ("Ru\u0308cken", "Rücken"),
    ],
)  # fmt: skip
def test_german_words_are_found_with_and_without_umlauts(one: str, other: str) -> None:
    assert found(one) == found(other) != []


def test_words_of_both_languages_may_stand_together() -> None:
    assert set(found("left wade")) == {"calf_back_inner_L", "calf_back_outer_L"} == set(found("Wade links"))


def test_a_place_found_by_german_words_alone_says_its_german_name() -> None:
    assert [one.beside for one in find("linke wad")] == ["linke Wade innen", "linke Wade außen"]
    assert {one.beside for one in find("calf")} == {""}
    assert {one.beside for one in find("")} == {""}


def test_english_words_do_not_find_other_places_by_german_ones() -> None:
    for word in (
        "calf",
        "back",
        "hip",
        "heel",
        "toe",
        "sole",
        "chin",
        "shin",
        "wrist",
        "knee",
        "elbow",
        "rib",
    ):
        assert {one.beside for one in find(word)} == {""}, word


def test_sole_and_little_finger_come_first_where_the_label_says_so() -> None:
    assert found("sole")[:2] == ["sole_inner_R", "sole_inner_L"]
    first = found("little finger")[:6]
    assert {"little_p_L", "little_p_R", "little_d_L", "little_d_R"} <= set(first)
    assert "elbow_inner_L" not in first


def test_no_words_find_all_and_strange_words_none() -> None:
    assert len(found("")) == 190
    assert found("zeppelin") == []


def test_regions_in_no_drawn_view_are_found_by_search() -> None:
    hidden = [region for region in all_regions().values() if not set(region.views) & set(VIEWS)]
    assert {"tongue_M", "mouth_upper_L"} <= {region.id for region in hidden}
    for region in hidden:
        assert region.id in found(region.label)

"""Overlap with textbook areas: each finds itself, chance rarely finds any, and joints are left out."""

from __future__ import annotations

import random

import pytest

from diary.anatomy.overlap import compared, nearest, only_joints, overlap
from diary.anatomy.regions import all_regions
from diary.anatomy.territories import AreaKind, Territory, table

KINDS = tuple(AreaKind)


def is_shown(drawn: list[str]) -> bool:
    return any(nearest(drawn, kind) for kind in KINDS)


def test_every_area_ranks_first_or_tied_on_its_own_list() -> None:
    lost = [
        area.id
        for area in table().areas.values()
        if area.id not in {one.area.id for one in nearest(area.regions, area.kind)}
    ]
    assert lost == []
    assert len(table().areas) == 197


def test_the_score_can_be_reckoned_by_hand() -> None:
    area = Territory(id="x", kind=AreaKind.NERVE, side="mid", regions=frozenset("abcd"), core=frozenset("ab"))
    found = overlap("acz", area)
    assert (found.inside, found.drawn, found.listed) == (2, 3, 4)
    assert found.explained == pytest.approx(2 / 3)
    assert found.covered == pytest.approx(1.5 / 3)
    assert found.score == pytest.approx(2 * (2 / 3) * 0.5 / (2 / 3 + 0.5))
    assert overlap("z", area).score == 0


def test_an_area_that_explains_too_little_is_never_the_one_others_are_measured_against() -> None:
    for area in table().of(AreaKind.NERVE):
        for one in nearest(area.regions, AreaKind.ROOT):
            assert one.is_shown
            assert one.explained >= 0.6 - 1e-9


def test_what_is_tied_lies_within_a_tenth_of_the_best() -> None:
    for area in table().areas.values():
        scores = [one.score for one in nearest(area.regions, area.kind)]
        assert scores == sorted(scores, reverse=True)
        assert scores[0] - scores[-1] <= 0.1 + 1e-9


@pytest.mark.parametrize(("sides", "least", "most"), [("RLM", 0.0, 0.02), ("L", 0.005, 0.05)])
def test_regions_scattered_at_random_are_rarely_shown_as_an_area(
    sides: str, least: float, most: float
) -> None:
    chance = random.Random(2026)
    pool = [one for one in all_regions() if one[-1] in sides]
    shown = sum(is_shown(chance.sample(pool, chance.randint(3, 10))) for _ in range(400))
    assert least <= shown / 400 <= most


def test_a_drawing_with_less_and_something_else_still_finds_its_area() -> None:
    chance = random.Random(7)
    found = dict.fromkeys(KINDS, 0)
    for kind in KINDS:
        areas = [one for one in table().of(kind) if len(one.regions) >= 3]
        for area in areas:
            kept = chance.sample(sorted(area.regions), round(0.7 * len(area.regions)))
            others = [one for one in all_regions() if one[-1] == kept[0][-1] and one not in area.regions]
            ids = {one.area.id for one in nearest([*kept, chance.choice(others)], kind)}
            found[kind] += area.id in ids
        assert found[kind] / len(areas) >= 0.8


def test_parts_of_a_drawing_are_compared_by_themselves_then_the_whole() -> None:
    ulnar, foot = table().areas["per_ulnar_elbow_L"], table().areas["per_tibial_ankle_R"]
    found = compared([*ulnar.regions, *foot.regions], is_pain=True)
    assert [one.part for one in found] == ["arm_L", "leg_R", ""]
    assert ulnar.id in found[0].areas
    assert foot.id in found[1].areas


def test_one_part_is_compared_once_and_small_pieces_only_with_the_rest() -> None:
    ulnar = table().areas["per_ulnar_elbow_L"].regions
    assert [one.part for one in compared(ulnar, is_pain=True)] == ["arm_L"]
    assert [one.part for one in compared([*ulnar, "heel_R"], is_pain=True)] == ["arm_L", ""]


def test_pain_in_joints_alone_is_left_out_and_numbness_is_not() -> None:
    knees = ["knee_front_L", "knee_back_L"]
    assert only_joints(knees)
    assert compared(knees, is_pain=True) == ()
    assert [one.part for one in compared(knees, is_pain=False)] == ["leg_L"]


def test_nothing_drawn_and_unknown_regions_find_nothing() -> None:
    assert compared([], is_pain=True) == ()
    assert compared(["tail_M"], is_pain=False) == ()


def test_areas_known_to_look_alike_know_each_other() -> None:
    known = table()
    assert "per_common_peroneal_R" in known.alike["derm_L5_R"]
    assert "derm_L5_R" in known.alike["per_common_peroneal_R"]
    assert all(one in known.areas for many in known.alike.values() for one in many)


def test_every_area_has_words_of_its_own() -> None:
    labels = [one.label for one in table().areas.values()]
    assert len(set(labels)) == len(labels)

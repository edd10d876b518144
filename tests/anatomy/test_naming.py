"""Places and qualities in words, also those that only a newer diary knows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from diary.anatomy import naming
from diary.anatomy.limbs import SMALLER_PARTS, smaller_part
from diary.anatomy.naming import place_name, qualities_line, quality_name, short_place_name
from diary.models.codes import TouchedBy
from diary.models.records import AreaQuality
from diary.wording import say_in


@pytest.mark.parametrize(
    ("regions", "name"),
    [
        (["palm_radial_R"], "Right palm"),
        (["behind_ear_L"], "Behind the left ear"),
        (["sole_inner_L", "foot_top_L"], "Left foot"),
        (["foot_top_L"], "Top of the left foot"),
        ([], "A small spot"),
    ],
)
def test_the_short_name_of_a_place_is_the_part_of_the_body(regions: list[str], name: str) -> None:
    assert short_place_name(regions) == name
    assert place_name(regions).startswith(name)


def test_what_a_newer_diary_knows_is_told_by_its_code_in_plain_words() -> None:
    newer = AreaQuality(code="electric_hum", strength=3)
    assert quality_name(newer) == "Electric hum 3"
    assert qualities_line([AreaQuality(code="burning"), newer]) == "Burning, electric hum 3"
    assert place_name(["left_antenna"]) == "A place this figure does not know (left_antenna)"
    assert short_place_name(["left_antenna"]) == "A place this figure does not know"


def test_what_touches_stands_beside_touch() -> None:
    touch = AreaQuality(code="touch", what=(TouchedBy.CLOTHES, TouchedBy.BEDSHEET))
    assert quality_name(touch) == "Touch hurts (clothes, bedsheet)"
    assert qualities_line([AreaQuality(code="burning"), replace(touch, strength=4)]) == (
        "Burning, touch hurts 4 (clothes, bedsheet)"
    )


def test_both_sides_of_one_part_are_named_together() -> None:
    assert place_name(["heel_R", "foot_top_L", "heel_L"]) == "Both feet"
    assert short_place_name(["thumb_p_R", "wrist_L"]) == "Both hands"
    assert place_name(["forehead_R", "forehead_L"]) == "Both sides of the head"


SMALLER = [
    ("heel_L heel_R", "Both heels", "Beide Fersen"),
    ("heel_L sole_inner_L sole_outer_L", "Left sole", "Linke Fußsohle"),
    ("sole_inner_L toes_1_3_sole_L sole_inner_R", "Both soles", "Beide Fußsohlen"),
    ("sole_inner_L heel_L foot_inner_edge_L", "Left sole", "Linke Fußsohle"),
    ("foot_inner_edge_L foot_outer_edge_L", "Left foot", "Fuß links"),
    ("toes_1_3_sole_L toes_4_5_sole_L", "Toes of the left foot", "Zehen des linken Fußes"),
    ("big_toe_top_R toes_1_3_sole_R big_toe_top_L", "Toes of both feet", "Zehen beider Füße"),
    ("foot_top_R big_toe_top_R", "Top of the right foot", "Rechter Fußrücken"),
    ("ankle_inner_R achilles_R", "Right ankle", "Rechtes Sprunggelenk"),
    ("calf_back_inner_L calf_back_outer_L", "Left calf", "Linke Wade"),
    ("calf_back_inner_L calf_back_inner_R", "Both calves", "Beide Waden"),
    ("leg_inner_upper_R leg_outer_lower_R", "Right shin", "Rechtes Schienbein"),
    ("palm_radial_R palm_ulnar_R", "Right palm", "Rechte Handfläche"),
    ("palm_radial_R palm_radial_L thumb_p_L", "Both palms", "Beide Handflächen"),
    ("handback_radial_L handback_ulnar_L", "Back of the left hand", "Linker Handrücken"),
    ("index_p_L middle_d_L thumb_p_L", "Fingers of the left hand", "Finger der linken Hand"),
    ("index_p_L index_p_R middle_p_R", "Fingers of both hands", "Finger beider Hände"),
    ("ring_radial_p_L ring_ulnar_p_L", "Left ring finger", "Linker Ringfinger"),
    ("thumb_p_L thumb_p_R", "Both thumbs", "Beide Daumen"),
    ("wrist_L wrist_R", "Both wrists", "Beide Handgelenke"),
    ("calf_back_inner_L leg_inner_upper_L", "Left lower leg", "Unterschenkel links"),
    ("heel_L foot_top_L", "Left foot", "Fuß links"),
    ("palm_radial_R handback_radial_R", "Right hand", "Hand rechts"),
]


@pytest.mark.parametrize(("regions", "english", "german"), SMALLER)
def test_a_place_is_named_by_the_smallest_part_that_holds_it(
    regions: str, english: str, german: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place_name(regions.split()) == english
    monkeypatch.setattr(naming, "say", partial(say_in, "de"))
    assert place_name(regions.split()) == german


def test_every_smaller_part_has_a_name_for_one_side_and_for_both() -> None:
    named = set()
    for part, stems in SMALLER_PARTS.items():
        for sides in ("LR", "L", "R"):
            regions = [f"{stem}_{side}" for stem in stems for side in sides]
            if len(regions) > 1:
                named.add(place_name(regions))
                assert smaller_part(regions) == part
    assert len(named) == 3 * len(SMALLER_PARTS) - 2 * sum(len(one) == 1 for one in SMALLER_PARTS.values())


def test_a_name_that_is_a_list_is_not_cut_at_its_first_comma() -> None:
    assert short_place_name(["toes_1_3_sole_L"]) == "Toes of the left foot"
    assert short_place_name(["palm_radial_R"]) == "Right palm"

"""Places and qualities in words, also those that only a newer diary knows."""

from __future__ import annotations

import pytest

from diary.anatomy.naming import place_name, qualities_line, quality_name, short_place_name
from diary.models.records import AreaQuality


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
    assert place_name(["left_antenna"]) == "left_antenna"


def test_both_sides_of_one_part_are_named_together() -> None:
    assert place_name(["heel_R", "sole_inner_L", "heel_L"]) == "Both feet"
    assert short_place_name(["thumb_p_R", "thumb_p_L"]) == "Both hands"
    assert place_name(["forehead_R", "forehead_L"]) == "Both sides of the head"

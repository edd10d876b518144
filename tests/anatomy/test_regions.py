"""The list of regions: words, shares and search."""

from __future__ import annotations

import pytest

from diary.anatomy.regions import (
    HEAD_TO_TOE,
    all_regions,
    find,
    other_side,
    search,
    vocabulary_version,
)
from diary.anatomy.views import VIEWS, load_view


def found(text: str) -> list[str]:
    return [region.id for region in search(text)]


def test_there_are_190_regions_and_their_shares_make_a_whole() -> None:
    assert len(all_regions()) == 190
    assert sum(one.bsa_pct for one in all_regions().values()) == pytest.approx(100)
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


MEANT = {
    "scalp_top": "scalp, head, Kopfhaut, Kopf", "forehead": "forehead, brow, Stirn",
    "temple": "temple, Schläfe",
    "eye_nose": "eye, nose, Auge, Nase", "ear": "ear, Ohr", "behind_ear": "behind ear, mastoid",
    "cheek_lip": "cheek, Wange", "jaw_angle": "jaw, Kiefer", "jaw_chin": "chin, Kinn",
    "occiput": "back of the head, Hinterkopf",
    "mouth_upper": "mouth, gums, tooth, teeth, palate, Mund, Zahnfleisch, Zahn, Zähne, Gaumen",
    "tongue": "tongue, Zunge", "neck_front": "throat, Hals, Kehle", "neck_back": "neck, nape, Nacken, Genick",
    "deltoid_f": "shoulder, Schulter", "shoulder_top_f": "collar bone, collarbone, Schlüsselbein",
    "armpit": "armpit, underarm, Achsel, Achselhöhle", "upperarm_outer_f": "upper arm, arm, Oberarm, Arm",
    "elbow_outer": "elbow, Ellbogen, Ellenbogen", "elbow_inner": "funny bone, Musikknochen",
    "forearm_outer_f": "forearm, Unterarm", "wrist": "wrist, Handgelenk",
    "palm_radial": "palm, Handfläche, Handteller, Handballen, ball of the thumb",
    "handback_radial": "hand, back of the hand, knuckles, Handrücken, Hand, Fingerknöchel",
    "thumb_p": "thumb, thum, Daumen, fingertip", "index_p": "index finger, forefinger, finger, Zeigefinger",
    "middle_p": "middle finger, Mittelfinger", "ring_radial_p": "ring finger, Ringfinger",
    "little_p": "little finger, pinky, kleiner Finger, Kleinfinger",
    "chest_1": "chest, breast, Brust", "chest_2": "nipple, Brustwarze", "chest_4": "breastbone, Brustbein",
    "back_5": "rib, ribs, Rippe, Rippen", "abd_4": "navel, belly button, Nabel, Bauchnabel",
    "abd_3": "belly, Bauch", "abd_1": "stomach, tummy, Magen", "abd_6": "lower belly, Unterbauch",
    "back_1": "back, upper back, shoulder blade, Schulterblatt",
    "low_back": "low back, lower back, lumbar, unterer Rücken, Kreuz, Lende",
    "sacrum": "tailbone, tail bone, coccyx, Steißbein, Steiß, Kreuzbein",
    "pubic": "bladder, Blase, Schambein", "groin": "groin, Leiste", "saddle": "crotch, Damm",
    "buttock_upper": "buttock, bottom, bum, Gesäß, Po", "hip_outer": "hip, Hüfte",
    "thigh_inner": "thigh, inner thigh", "thigh_front_upper": "Oberschenkel, front of the thigh",
    "thigh_back": "back of the thigh, hamstring", "knee_front": "knee, kneecap, Knie, Kniescheibe",
    "knee_back": "back of the knee, Kniekehle", "leg_inner_upper": "shin, Schienbein, Unterschenkel",
    "calf_back_inner": "calf, calves, Wade", "ankle_inner": "ankle, Knöchel",
    "achilles": "achilles, Achillessehne",
    "heel": "heel, hee, Ferse, Fers, Hacke", "sole_inner": "sole, arch, Fußsohle, Sohle",
    "foot_top": "foot, top of the foot, instep, Fuß, Fußrücken, Spann",
    "web_3_4": "ball of the foot, Fußballen",
    "big_toe_top": "big toe, toe, toenail, Zeh, Zehe, großer Zeh, große Zehe, Großzehe",
    "toes_2_4_top": "toes, Zehen", "foot_outer_edge": "Kleinzehe", "toes_4_5_sole": "kleiner Zeh",
}  # fmt: skip
"""Plain words, and the part that a person means by them."""


@pytest.mark.parametrize("spoken", ["en", "de"])
@pytest.mark.parametrize("part", MEANT)
def test_a_plain_word_finds_the_part_that_is_meant_first(
    part: str, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diary.anatomy.regions.language", lambda: spoken)
    for word in MEANT[part].split(", "):
        assert search(word)[0].part == part, word


def test_a_side_alone_finds_its_places_from_head_to_toe() -> None:
    assert found("links")[:3] == found("left")[:3] == ["scalp_top_L", "forehead_L", "temple_L"]


@pytest.mark.parametrize("word", ["thumb", "heel", "big toe", "Daumen", "Ferse", "großer Zeh", "Handgelenk"])
def test_the_side_may_be_said_too(word: str) -> None:
    either = search(word)[0]
    for side in ("left", "L", "links"):
        assert search(f"{side} {word}")[0].id == search(f"{word} {side}")[0].id == f"{either.part}_L"


def test_no_words_find_all_and_strange_words_none() -> None:
    assert len(found("")) == 190
    assert found("zeppelin") == []


def test_every_region_is_drawn_and_found_by_its_own_words() -> None:
    drawn = {region for view in VIEWS for region in load_view(view).regions}
    for region in all_regions().values():
        assert region.id in drawn
        assert region.id in found(region.label)

"""The few large parts of the body: they name a place in short and say which presses belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from diary.anatomy.regions import all_regions

_PARTS: dict[str, tuple[str, ...]] = {
    "head": ("scalp_top", "forehead", "temple", "eye_nose", "ear", "behind_ear", "occiput"),
    "face": ("cheek_lip", "jaw_angle", "jaw_chin"),
    "mouth": ("mouth_upper", "mouth_lower", "tongue"),
    "neck": ("neck_front", "neck_back"),
    "shoulder": ("shoulder_top_f", "shoulder_top_b", "deltoid_f", "deltoid_b", "armpit"),
    "upper_arm": ("upperarm_outer_f", "upperarm_inner_f", "upperarm_back"),
    "forearm": (
        "elbow_outer",
        "elbow_inner",
        "forearm_outer_f",
        "forearm_inner_f",
        "forearm_back",
        "forearm_inner_b",
    ),
    "hand": (
        "wrist",
        "palm_radial",
        "palm_ulnar",
        "thumb_p",
        "index_p",
        "middle_p",
        "ring_radial_p",
        "ring_ulnar_p",
        "little_p",
        "handback_radial",
        "handback_ulnar",
        "index_d",
        "middle_d",
        "ring_d",
        "little_d",
    ),
    "chest": ("chest_1", "chest_2", "chest_3", "chest_4"),
    "belly": ("abd_1", "abd_2", "abd_3", "abd_4", "abd_5", "abd_6"),
    "back": ("back_1", "back_2", "back_3", "back_4", "back_5", "back_6", "low_back", "sacrum"),
    "groin": ("pubic", "groin", "genitals", "saddle"),
    "hip": ("buttock_upper", "buttock_lower", "hip_outer"),
    "thigh": ("thigh_front_upper", "thigh_front_lower", "thigh_inner", "thigh_outer", "thigh_back"),
    "knee": ("knee_front", "knee_back"),
    "lower_leg": (
        "leg_inner_upper",
        "leg_inner_lower",
        "leg_outer_upper",
        "leg_outer_lower",
        "calf_back_inner",
        "calf_back_outer",
    ),
    "foot": (
        "ankle_inner",
        "ankle_outer",
        "achilles",
        "foot_top",
        "foot_inner_edge",
        "foot_outer_edge",
        "web_1_2",
        "big_toe_top",
        "toes_2_4_top",
        "heel",
        "sole_inner",
        "sole_outer",
        "web_3_4",
        "toes_1_3_sole",
        "toes_4_5_sole",
    ),
}

_EDGES = ("foot_inner_edge", "foot_outer_edge")
"""Seen from above and from below: on their own neither of the two."""

_FINGERS = {
    "index": ("index_p", "index_d"),
    "middle": ("middle_p", "middle_d"),
    "ring": ("ring_radial_p", "ring_ulnar_p", "ring_d"),
    "little": ("little_p", "little_d"),
}

SMALLER_PARTS: dict[str, tuple[str, ...]] = {
    "heel": ("heel",),
    "toes": ("big_toe_top", "toes_2_4_top", "toes_1_3_sole", "toes_4_5_sole", "web_1_2"),
    "sole": ("heel", "sole_inner", "sole_outer", "web_3_4", "toes_1_3_sole", "toes_4_5_sole", *_EDGES),
    "top": ("foot_top", "web_1_2", "big_toe_top", "toes_2_4_top", *_EDGES),
    "ankle": ("ankle_inner", "ankle_outer", "achilles"),
    "calf": ("calf_back_inner", "calf_back_outer"),
    "shin": ("leg_inner_upper", "leg_inner_lower", "leg_outer_upper", "leg_outer_lower"),
    "thumb": ("thumb_p",),
    **_FINGERS,
    "fingers": ("thumb_p", *(stem for stems in _FINGERS.values() for stem in stems)),
    "palm": (
        "palm_radial",
        "palm_ulnar",
        "thumb_p",
        "index_p",
        "middle_p",
        "ring_radial_p",
        "ring_ulnar_p",
        "little_p",
    ),
    "handback": ("handback_radial", "handback_ulnar", "index_d", "middle_d", "ring_d", "little_d"),
    "wrist": ("wrist",),
}
"""Parts of hands and legs that have a name of their own, the smaller before what holds them."""

MIDDLE = frozenset({"neck", "chest", "belly", "back", "groin", "mouth"})
"""Parts that are one part, whichever side of the middle is marked."""

_LIMB_OF = {stem: limb for limb, stems in _PARTS.items() for stem in stems}


def limb_of(region: str) -> tuple[str, str]:
    """The large part that a region belongs to, and its side R, L or M; KeyError for an unknown region."""
    stem, _, side = region.rpartition("_")
    limb = _LIMB_OF[stem]
    return limb, "M" if limb in MIDDLE else side


@cache
def large_parts() -> dict[tuple[str, str], tuple[str, ...]]:
    """Every large part with its side R, L or M and its regions, head to toe, right before left."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for limb in _PARTS:
        for side in "M" if limb in MIDDLE else "RL":
            found[limb, side] = ()
    for region in all_regions():
        found[limb_of(region)] += (region,)
    return found


def regions_of_limb(region: str) -> tuple[str, ...]:
    """All regions of the large part and side that `region` belongs to; of a middle part, both sides."""
    return large_parts()[limb_of(region)]


def limbs(regions: Iterable[str]) -> list[tuple[str, str]]:
    """The large parts that these regions belong to, each once, in the order they come."""
    return list(dict.fromkeys(limb_of(region) for region in regions))


def smaller_part(regions: Iterable[str]) -> str | None:
    """The smallest named part of hands or legs that holds all these regions, on either side; else None."""
    stems = {region.rpartition("_")[0] for region in regions}
    if stems <= set(_EDGES):
        return None
    return next((part for part, inside in SMALLER_PARTS.items() if stems <= set(inside)), None)


def belongs(region: str, regions: Collection[str]) -> bool:
    """Whether a pressed region lies in a large part that a place covers already."""
    return limb_of(region) in limbs(regions)

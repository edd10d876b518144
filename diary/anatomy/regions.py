"""The 190 regions of the body: their words, sides, views and shares; data in resources/anatomy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from diary.paths import resource
from diary.wording import say

FILE = "anatomy/territories.json"

HEAD_TO_TOE = (
    "scalp_top", "forehead", "temple", "eye_nose", "ear", "behind_ear", "cheek_lip", "jaw_angle",
    "jaw_chin", "occiput",
    "mouth_upper", "mouth_lower", "tongue", "neck_front", "neck_back", "shoulder_top_f", "shoulder_top_b",
    "deltoid_f",
    "deltoid_b", "armpit", "upperarm_outer_f", "upperarm_inner_f", "upperarm_back", "elbow_outer",
    "elbow_inner",
    "forearm_outer_f", "forearm_inner_f", "forearm_back", "forearm_inner_b", "wrist", "palm_radial",
    "palm_ulnar",
    "thumb_p", "index_p", "middle_p", "ring_radial_p", "ring_ulnar_p", "little_p", "handback_radial",
    "handback_ulnar",
    "index_d", "middle_d", "ring_d", "little_d", "chest_1", "chest_2", "chest_3", "chest_4", "abd_1",
    "abd_2", "abd_3",
    "abd_4", "abd_5", "abd_6", "back_1", "back_2", "back_3", "back_4", "back_5", "back_6", "low_back",
    "sacrum",
    "pubic", "groin", "genitals", "saddle", "buttock_upper", "buttock_lower", "hip_outer",
    "thigh_front_upper",
    "thigh_front_lower", "thigh_inner", "thigh_outer", "thigh_back", "knee_front", "knee_back",
    "leg_inner_upper",
    "leg_inner_lower", "leg_outer_upper", "leg_outer_lower", "calf_back_inner", "calf_back_outer",
    "ankle_inner",
    "ankle_outer", "achilles", "foot_top", "foot_inner_edge", "foot_outer_edge", "web_1_2", "big_toe_top",
    "toes_2_4_top", "heel", "sole_inner", "sole_outer", "web_3_4", "toes_1_3_sole", "toes_4_5_sole",
)  # fmt: skip
"""The order of lists: parts from head to toe, front before back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One region; `side` is "left", "right" or "mid", always the person's own; `bsa_pct` sums to 100."""

    id: str
    side: str
    view: str
    views: tuple[str, ...]
    bsa_pct: float

    @property
    def part(self) -> str:
        """The region without its side, as "big_toe_top"."""
        return self.id.rpartition("_")[0]

    @property
    def label(self) -> str:
        """The region in words, as "right forehead"."""
        return say(f"region.{self.id}")

    @property
    def also(self) -> str:
        """Everyday words for the region, as "shin", apart from those in its label."""
        return say(f"region.also.{self.part}")


@cache
def all_regions() -> dict[str, Region]:
    """Every region by id, in the order of lists: head to toe, right before left."""
    listed = json.loads(resource(FILE).read_text(encoding="utf-8"))["regions"]
    place = {part: number for number, part in enumerate(HEAD_TO_TOE)}
    regions = [
        Region(
            id=row["id"],
            side=row["side"],
            view=row["view"],
            views=tuple(row["views"]),
            bsa_pct=row["bsa_pct"],
        )
        for row in listed
    ]
    regions.sort(key=lambda region: (place[region.part], region.side != "right"))
    return {region.id: region for region in regions}


def vocabulary_version() -> str:
    """The version of the list of regions, kept with every entry that uses it."""
    return str(json.loads(resource(FILE).read_text(encoding="utf-8"))["version"])


def body_share(region_ids: set[str] | frozenset[str]) -> float:
    """Per cent of the body's surface that the regions cover (Lund and Browder, split by judgement)."""
    regions = all_regions()
    return sum(regions[region_id].bsa_pct for region_id in sorted(region_ids))


def other_side(region_id: str) -> str:
    """The same region on the other side of the body; a middle region is its own."""
    swapped = {"L": "R", "R": "L", "M": "M"}
    return region_id[:-1] + swapped[region_id[-1]]


@cache
def _words(region_id: str) -> tuple[frozenset[str], ...]:
    """Words of the label, with "little-finger" as one; its parts; everyday words."""
    region = all_regions()[region_id]
    label = region.label
    return _split(label.replace("-", "")), _split(label), _split(f"{label} {region.also}")


def _split(text: str) -> frozenset[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return frozenset(letters.split())


def search(text: str) -> list[Region]:
    """Regions whose words begin with every word of `text`, in any order; labels before everyday words.

    An empty text finds every region.
    """
    wanted = _split(text)
    found: list[tuple[int, Region]] = []
    for region in all_regions().values():
        for rank, words in enumerate(_words(region.id)):
            if all(any(word.startswith(start) for word in words) for start in wanted):
                found.append((rank, region))
                break
    found.sort(key=lambda pair: pair[0])
    return [region for _, region in found]

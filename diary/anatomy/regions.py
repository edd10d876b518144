"""The 190 regions of the body: their words, sides, views and shares; data in resources/anatomy."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from diary.paths import resource
from diary.wording import LANGUAGES, language, say, say_in

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


def other_side(region_id: str) -> str:
    """The same region on the other side of the body; a middle region is its own."""
    swapped = {"L": "R", "R": "L", "M": "M"}
    return region_id[:-1] + swapped[region_id[-1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A region that was searched for; `beside` is its name in the other language that found it, or ""."""

    region: Region
    beside: str = ""


def search(text: str) -> list[Region]:
    """Regions found by `text`, as `find` finds them."""
    return [one.region for one in find(text)]


def find(text: str) -> list[Found]:
    """Regions that have a word beginning with each word of `text`, in any order; the likeliest first.

    A word counts most where a label begins, less among everyday words, then after a comma or "with",
    least in brackets; and more when it is whole. Words of every language count at once, with or without
    their marks ("ä", "a" and "ae" are one). An empty text finds every region.
    """
    wanted = _split(_plain(text))
    if not wanted:
        return [Found(region=region) for region in all_regions().values()]
    fits = [_fitting(start) for start in sorted(wanted)]
    own = sorted(LANGUAGES, key=lambda one: one != language())
    found: list[tuple[tuple[int, int, int], Found]] = []
    for region in all_regions().values():
        costs = [fit[region.id] for fit in fits if region.id in fit]
        if len(costs) == len(fits):
            spoken = next((one for one in own if all(one in cost for cost in costs)), own[-1])
            best = [min(cost.values()) for cost in costs]
            label = say_in(spoken, f"region.{region.id}")
            # "Right knee" is likelier meant than "back of the right knee"; everyday words tell nothing of it.
            longer = len(_places(label)[_LEAD]) if any(cost in _COST[_LEAD] for cost in best) else 0
            rank = max(best), sum(best), longer
            beside = "" if spoken == language() else label
            found.append((rank, Found(region=region, beside=beside)))
    found.sort(key=lambda pair: pair[0])
    return [one for _, one in found]


_SIDE, _LEAD, _LATER, _ASIDE, _EVERYDAY = range(5)
"""What a word is: left or right, first in a label, after a comma or "with", in brackets, an everyday word."""

_COST = {_SIDE: (-1, -1), _LEAD: (0, 2), _EVERYDAY: (1, 4), _LATER: (3, 5), _ASIDE: (6, 7)}
"""How far from what is meant: 0 is surest; for a whole word, and for the beginning of one."""

# Patterns are compiled by the first search: the window that needs the regions does not wait for that.
_BREAK = (
    r"(?<!\bbig)(?<!\bsecond)(?<!\bgroßer)(?<!\bzweiter),|:|\b(?:with|just|below|at|above|behind|between|halfway"
    r"|mit|direkt|unter|über|auf|zwischen|hinter)\b"
)
"""Where the part that names a region ends, and the rest only says which part of it or what is near.

No end is in "big, second and third toes"."""

_IN_BRACKETS = r"\(.*?\)"


@cache
def _places(text: str) -> dict[int, frozenset[str]]:
    """The words of a label (or of everyday words) by where they stand."""
    outside = re.sub(_IN_BRACKETS, " ", text)
    lead, rest = outside, ""
    if stop := re.search(_BREAK, outside):
        lead, rest = outside[: stop.start()], outside[stop.start() :]
    aside = " ".join(re.findall(_IN_BRACKETS, text))
    return {_LEAD: _written(lead), _LATER: _written(rest), _ASIDE: _written(aside)}


@cache
def _index() -> tuple[list[str], dict[str, list[tuple[str, str, int]]]]:
    """Every word in order, and by word: regions, the language, and where it stands there."""
    index: dict[str, list[tuple[str, str, int]]] = {}
    for region in all_regions().values():
        for spoken in LANGUAGES:
            label = _places(say_in(spoken, f"region.{region.id}"))
            also = _places(say_in(spoken, f"region.also.{region.part}"))
            side = "" if region.side == "mid" else say_in(spoken, f"region.also.{region.side}")
            stands = [
                *label.items(),
                (_EVERYDAY, also[_LEAD]),
                (_ASIDE, also[_ASIDE]),
                (_SIDE, _written(side)),
            ]
            for where, words in stands:
                for word in words:
                    index.setdefault(word, []).append((region.id, spoken, where))
    return sorted(index), index


def _fitting(start: str) -> dict[str, dict[str, int]]:
    """Regions with a word that begins so, and by language how far the nearest one is from what is meant."""
    words, index = _index()
    fit: dict[str, dict[str, int]] = {}
    for number in range(bisect_left(words, start), len(words)):
        word = words[number]
        if not word.startswith(start):
            break
        for region_id, spoken, where in index[word]:
            cost = _COST[where][word != start]
            known = fit.setdefault(region_id, {})
            known[spoken] = min(cost, known.get(spoken, cost))
    return fit


@cache
def _written(text: str) -> frozenset[str]:
    """The words of a text, plain and as they are written without umlauts; "little-finger" as one too."""
    if "-" in text:
        return _written(text.replace("-", " ")) | _written(text.replace("-", ""))
    if text.isascii():
        return _split(text.casefold())
    return _split(_plain(text)) | _split(_plain(text.casefold().translate(_SPELT_OUT)))


_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _plain(text: str) -> str:
    """Small letters without their marks: "Gesäß" is "gesass"."""
    from unicodedata import combining, normalize

    parted = normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not combining(letter))


def _split(text: str) -> frozenset[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in text)
    return frozenset(letters.split())

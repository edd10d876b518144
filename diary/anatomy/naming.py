"""Places in words: "Left foot", the same on the screen, in lists and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from diary.anatomy.limbs import limbs, smaller_part
from diary.anatomy.regions import all_regions
from diary.models.codes import Quality
from diary.models.records import AreaQuality
from diary.wording import say, say_n

_LISTED = frozenset({"toes_2_4_top", "toes_1_3_sole"})
"""Regions whose names are lists, in which a comma does not end the name."""


def place_name(regions: Sequence[str]) -> str:
    """What to call a place that covers these regions: one by its own name, several by their smallest part.

    Without regions that count it is a small spot.
    """
    known = all_regions()
    inside = [region for region in regions if region in known]
    if not inside:
        return say("place.unknown", code=", ".join(regions)) if regions else say("place.small")
    if len(inside) == 1:
        return _begin(known[inside[0]].label)
    if part := smaller_part(inside):
        sides = {known[region].side for region in inside}
        return say(f"limb.{sides.pop() if len(sides) == 1 else 'both'}.{part}")
    parts = limbs(inside)
    (limb, side), *others = parts
    if side != "M" and others in ([(limb, "L")], [(limb, "R")]):
        return say(f"limb.both.{limb}")
    first = limb_name(limb, side)
    return first if len(parts) == 1 else say_n("place.and_more", len(parts) - 1, first=first)


def limb_name(limb: str, side: str) -> str:
    """A large part in words, as "Left foot"; a part of no one side, as "Chest", has side M."""
    return _begin(say(f"limb.side.{side}", limb=say(f"limb.{limb}")))


def quality_name(quality: AreaQuality) -> str:
    """A quality in words: the catalogue's, or the own word; with its strength and what touches, if any."""
    name = quality.own_word or _quality_words(quality.code or "")
    if quality.strength is not None:
        name = say("place.strength", name=name, strength=quality.strength)
    what = ", ".join([say(f"quality.touch.{one}") for one in quality.what])
    return say("place.touched", name=name, what=what) if what else name


def qualities_line(qualities: Sequence[AreaQuality]) -> str:
    """Qualities in one line: "Burning, touch hurts"; "" where there are none."""
    names = [quality_name(one) for one in qualities]
    return ", ".join([name if at == 0 else name[:1].lower() + name[1:] for at, name in enumerate(names)])


def short_place_name(regions: Sequence[str]) -> str:
    """The part of the body alone, for little room: "Right palm" for "Right palm, thumb side and centre"."""
    known = all_regions()
    inside = [region for region in regions if region in known]
    if len(inside) == 1 and known[inside[0]].part in _LISTED:
        return say(f"limb.{known[inside[0]].side}.{smaller_part(inside)}")
    return place_name(regions).partition(" (")[0].partition(",")[0]


def _quality_words(code: str) -> str:
    """The catalogue's word, or the code of a newer diary in plain words."""
    return say(f"quality.{code}") if code in frozenset(Quality) else _begin(code.replace("_", " "))


def _begin(words: str) -> str:
    return words[:1].upper() + words[1:]

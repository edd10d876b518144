"""Where it hurts the made-up person: a burning left foot, a tingling right hand, numb toes."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from diary.anatomy.drawing import FIGURE_VERSION, GRID_VERSION, as_strokes
from diary.anatomy.regions import all_regions
from diary.exchange.demo_course import Lived
from diary.exchange.demo_drawing import drawings
from diary.models.codes import Depth, Quality, TouchedBy
from diary.models.records import Area, AreaQuality, AreaRegion, Provenance
from diary.wording import say

SOLE = ("sole_inner_L", "sole_outer_L", "toes_1_3_sole_L")
SOLE_AND_MORE = (*SOLE, "toes_4_5_sole_L", "heel_L", "foot_top_L")
TOES = ("big_toe_top_L", "toes_2_4_top_L")
HAND = ("thumb_p_R", "index_p_R", "middle_p_R")
PLACES = (SOLE, SOLE_AND_MORE, TOES, HAND)

TOUCHED = ((TouchedBy.CLOTHES,), (TouchedBy.BEDSHEET, TouchedBy.CLOTHES), ())
"""What hurts the foot by touching, where it is told."""

BY_LIST = 0.15
"""Share of places that were marked in the list, without a drawing."""


def places(rng: Random, lived: Lived, make_uid: Callable[[], str], written: Provenance) -> tuple[Area, ...]:
    """The places of one day; the numb toes carry no severity, for numbness is not pain."""

    def area(regions: tuple[str, ...], severity: int | None, *qualities: AreaQuality) -> Area:
        drawing = rng.choice(drawings(regions))
        strokes, found = (as_strokes(regions), whole(regions)) if rng.random() < BY_LIST else drawing
        return Area(
            uid=make_uid(),
            severity=severity,
            qualities=qualities,
            regions=found,
            depth=rng.choice((None, Depth.SKIN, Depth.BOTH)),
            figure_version=FIGURE_VERSION,
            grid_version=GRID_VERSION,
            strokes=strokes,
            written=written,
        )

    found = [area(SOLE_AND_MORE if lived.worst >= 7 else SOLE, lived.worst, *_foot(rng, lived))]
    if rng.random() < 0.55:
        hand = max(lived.average - rng.randint(1, 3), 1)
        found.append(area(HAND, hand, AreaQuality(code=Quality.TINGLING), *_hand(rng)))
    if rng.random() < 0.3:
        found.append(area(TOES, None, AreaQuality(code=Quality.NUMBNESS, strength=rng.randint(2, 7))))
    return tuple(found)


def _foot(rng: Random, lived: Lived) -> list[AreaQuality]:
    found = [AreaQuality(code=Quality.BURNING, strength=min(lived.worst, 10))]
    if lived.worst >= 7 or rng.random() < 0.2:
        found.append(AreaQuality(code=Quality.ELECTRIC))
    if rng.random() < 0.15:
        found.append(_touch(rng))
    if rng.random() < 0.08:
        found.append(AreaQuality(own_word=say("sample.own_word")))
    return found


def _touch(rng: Random) -> AreaQuality:
    strength = rng.randint(3, 8)
    return AreaQuality(code=Quality.TOUCH, strength=strength, what=TOUCHED[strength % len(TOUCHED)])


def _hand(rng: Random) -> list[AreaQuality]:
    return [AreaQuality(code=Quality.PRICKLING)] if rng.random() < 0.3 else []


def whole(regions: tuple[str, ...]) -> tuple[AreaRegion, ...]:
    """Regions marked whole, in the order of lists."""
    return tuple(AreaRegion(region=one) for one in all_regions() if one in regions)

"""How far a drawing lies in textbook nerve areas, reckoned so that it can be done again by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.anatomy.limbs import limb_of
from diary.anatomy.regions import all_regions
from diary.anatomy.territories import AreaKind, Territory, table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SHOWN_SCORE, SHOWN_EXPLAINED = 0.5, 0.6
"""An area is shown from this score and this share of the drawing on [clinical.md section 5]."""

TOLERANCE = 1e-9
"""What is the same number reckoned another way."""

LEAST_ALONE = 4
"""A part of a larger drawing is compared by itself from so many regions on.

Of drawings scattered at random over the body, 13 in 100 have a piece of 3 that fits an area, 2 one of 4.
"""

_PARTS = {
    "head": ("head", "face", "mouth", "neck"),
    "arm": ("shoulder", "upper_arm", "forearm", "hand"),
    "trunk": ("chest", "belly", "back", "groin"),
    "leg": ("hip", "thigh", "knee", "lower_leg", "foot"),
}
_PART_OF = {limb: part for part, limbs in _PARTS.items() for limb in limbs}
_ONE_SIDED = ("arm", "leg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """A drawing against one area: `inside` of `drawn` regions lie in it; it lists `listed` regions.

    `explained` is the share of the drawing, `covered` the weighted share of the area, `score` the harmonic
    mean of both. None of them is a probability.
    """

    area: Territory
    inside: int
    drawn: int
    explained: float
    covered: float
    score: float

    @property
    def listed(self) -> int:
        """How many regions the area lists."""
        return len(self.area.regions)

    @property
    def is_shown(self) -> bool:
        """Whether it is near enough to be named."""
        return self.score >= SHOWN_SCORE - TOLERANCE and self.explained >= SHOWN_EXPLAINED - TOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One part of the body (`part` as "arm_R", "" for all of it): what is drawn there, areas by kind."""

    part: str
    drawn: frozenset[str]
    found: Mapping[AreaKind, tuple[Overlap, ...]]

    @property
    def areas(self) -> frozenset[str]:
        """The ids of all areas that were found."""
        return frozenset(one.area.id for many in self.found.values() for one in many)


def overlap(drawn: Collection[str], area: Territory) -> Overlap:
    """A drawing (not empty) against one area; regions count equally, whatever their size."""
    known = table()
    inside = area.regions.intersection(drawn)
    explained = len(inside) / len(drawn)
    covered = known.weight(area, inside) / known.weight(area, area.regions)
    together = explained + covered
    return Overlap(
        area=area,
        inside=len(inside),
        drawn=len(drawn),
        explained=explained,
        covered=covered,
        score=2 * explained * covered / together if together else 0.0,
    )


def nearest(drawn: Collection[str], kind: AreaKind) -> tuple[Overlap, ...]:
    """The areas of one kind that may be shown: the best, and all that are tied with it; best first."""
    if not drawn:
        return ()
    shown = [one for area in table().of(kind) if (one := overlap(drawn, area)).is_shown]
    best = max((one.score for one in shown), default=0.0)
    ties = [one for one in shown if one.score >= best - table().tie_margin - TOLERANCE]
    return tuple(sorted(ties, key=lambda one: (-one.score, one.area.id)))


def only_joints(drawn: Collection[str]) -> bool:
    """Whether all of it lies where pain is mostly not from a nerve; true of pain alone, not of numbness."""
    return table().joints.issuperset(drawn)


def compared(drawn: Collection[str], *, is_pain: bool) -> tuple[Compared, ...]:
    """A drawing of one layer: limb by limb, then whole where more than one part of the body is drawn.

    Pain in joints alone is left out, and parts with too few regions. Unknown regions are passed over.
    """
    regions = frozenset(drawn) & all_regions().keys()
    parts: dict[str, set[str]] = {}
    for region in sorted(regions):
        parts.setdefault(part_of(region), set()).add(region)
    pieces = [(part, frozenset(parts[part])) for part in sorted(parts, key=_order)]
    if len(pieces) != 1:
        pieces = [*(one for one in pieces if len(one[1]) >= LEAST_ALONE), ("", regions)]
    return tuple(
        Compared(part=part, drawn=piece, found={kind: nearest(piece, kind) for kind in AreaKind})
        for part, piece in pieces
        if piece and not (is_pain and only_joints(piece))
    )


def part_of(region: str) -> str:
    """The part of the body that is compared by itself: "head", "trunk", "arm_R", "leg_L" …"""
    limb, side = limb_of(region)
    part = _PART_OF[limb]
    return f"{part}_{side}" if part in _ONE_SIDED else part


def _order(part: str) -> tuple[int, bool]:
    return list(_PARTS).index(part.partition("_")[0]), part.endswith("_L")

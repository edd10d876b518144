"""Where the number of an area stands: beside it, off the body if there is room, never on another number."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from diary.anatomy.views import STANDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.views import Ring, View

# (x, y) lies between (left, top) and (right, bottom)
_Room = tuple[float, float, float, float]

BADGE_R = 11.5
"""Radius of a severity badge, px at 100 %."""

BESIDE_PX, BELOW_PX = 10.0, 22.0
"""Room that a view has around it in its box, px at 100 %: at either side, and below where its words stand."""

PAIRS = frozenset({"sole", "palm", "foot_top", "hand_back"})
"""Enlarged views of two things apart; a number on one stays off the other."""

TURNS = (0, 1, -1, 2, -2, 3, -3, 4)
"""Directions tried, in eighths of a turn from outwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A connected part of an area: boxes (left, top, right, bottom), and its regions if these are whole."""

    boxes: tuple[tuple[int, int, int, int], ...]
    regions: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """The box around all of it."""
        lefts, tops, rights, bottoms = zip(*self.boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def size(self) -> int:
        """How large its boxes are together."""
        return sum((right - left) * (bottom - top) for left, top, right, bottom in self.boxes)


def numbered_parts(view: View, ids: Sequence[str], rings: Sequence[Ring] = ()) -> list[Part]:
    """The parts of an area that get a number: the largest at each side, or one across the middle.

    The area is whole regions and what is painted within `rings`.
    """
    sides: dict[int, Part] = {}
    for part in (*_connected(view, ids), *_painted(rings)):
        left, _, right, _ = part.bounds
        middle = view.width / 2
        side = 0 if left < middle - 4 and right > middle + 4 else 1 if (left + right) / 2 > middle else -1
        if side not in sides or part.size > sides[side].size:
            sides[side] = part
    across = sides.get(0)
    if across is not None and across.size >= sum(sides[side].size for side in (-1, 1) if side in sides):
        return [across]
    return [sides[side] for side in sorted(sides)]


def _painted(rings: Sequence[Ring]) -> list[Part]:
    """A part for each painted spot; rings around holes run the other way and are passed over."""
    parts: list[Part] = []
    for ring in rings:
        x, y = ring[::2], ring[1::2]
        ends = zip(x, y, (*x[1:], x[0]), (*y[1:], y[0]), strict=True)
        if sum(x0 * y1 - x1 * y0 for x0, y0, x1, y1 in ends) > 0:
            parts.append(Part(boxes=((min(x), min(y), max(x), max(y)),)))
    return parts


def _connected(view: View, ids: Sequence[str]) -> list[Part]:
    """The regions in groups whose outlines share points."""
    groups: list[tuple[list[str], set[tuple[int, int]]]] = []
    for region_id in ids:
        names = [region_id]
        dots = {
            dot for ring in view.regions[region_id].rings for dot in zip(ring[::2], ring[1::2], strict=True)
        }
        apart = []
        for others, taken in groups:
            if taken.isdisjoint(dots):
                apart.append((others, taken))
            else:
                names += others
                dots |= taken
        groups = [*apart, (names, dots)]
    return [
        Part(boxes=tuple(view.regions[name].bounds for name in names), regions=tuple(names))
        for names, _ in groups
    ]


def place_badges(
    view: View,
    areas: Sequence[tuple[Part, int]],
    radius: float,
    *,
    marked: frozenset[str],
    taken: Sequence[tuple[float, float]] = (),
) -> list[tuple[float, float, int]]:
    """Centre (x, y) and severity for each part of an area and its severity; `radius` in units.

    Numbers keep clear of words at `taken`, of the body where they can, of `marked` regions before plain skin.
    """
    filled = list(taken)
    badges: list[tuple[float, float, int]] = []
    for part, severity in areas:
        spot = _spot(view, part, radius, filled, marked)
        filled.append(spot)
        badges.append((*spot, severity))
    return badges


def _spot(
    view: View, part: Part, radius: float, taken: list[tuple[float, float]], marked: frozenset[str]
) -> tuple[float, float]:
    left, top, right, bottom = part.bounds
    middle = ((left + right) / 2, (top + bottom) / 2)
    outwards = 0.0 if middle[0] >= view.width / 2 else pi
    room = _room(view, middle[0], radius)
    tried: list[tuple[float, float, float]] = []
    for away in (1.15, 1.8, 3.0):
        spots = [
            (
                middle[0] + cos(outwards + eighth * pi / 4) * ((right - left) / 2 + away * radius),
                middle[1] + sin(outwards + eighth * pi / 4) * ((bottom - top) / 2 + away * radius),
            )
            for eighth in TURNS
        ]
        if room is not None:
            edge = room[2] if not outwards else room[0]
            free = _heel(room, edge) if view.name in PAIRS else _beside(edge, middle[1], radius)
            spots = _kept_in(room, [*free, *spots])
        for x, y in spots:
            cost = away + _cost(view, (x, y), radius, taken, marked)
            if cost == away:
                return x, y
            tried.append((cost, x, y))
    _, x, y = min(tried)
    return x, y


def _room(view: View, middle: float, radius: float) -> _Room | None:
    """Where a number on an enlarged view may stand: never over the other one of a pair, which may be well."""
    if view.name in STANDING:
        return None
    px, half = radius / BADGE_R, view.width / 2
    first, last = -BESIDE_PX * px, view.width + BESIDE_PX * px
    if view.name in PAIRS:
        first, last = (half + 0.3 * radius, last) if middle >= half else (first, half - 0.3 * radius)
    return first + radius, radius, last - radius, view.height + BELOW_PX * px - radius


def _heel(room: _Room, edge: float) -> list[tuple[float, float]]:
    """The free corners beside heel or wrist."""
    _, top, _, bottom = room
    return [(edge, top + share * (bottom - top)) for share in (0.86, 0.8, 0.74, 1.0)]


def _beside(edge: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Level with the area at the edge of the picture, then above and below."""
    return [(edge, y + step * radius) for step in (0.0, 1.2, -1.2, 2.4, -2.4, 3.6, -3.6, 5.0, -5.0)]


def _kept_in(room: _Room, spots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The spots brought into the room."""
    left, top, right, bottom = room
    return [(min(max(x, left), right), min(max(y, top), bottom)) for x, y in spots]


def _cost(
    view: View,
    at: tuple[float, float],
    radius: float,
    taken: list[tuple[float, float]],
    marked: frozenset[str],
) -> float:
    """How much is in the way: other numbers most, then the edge of the picture, marks, the body."""
    x, y = at
    cost = 100.0 * sum(hypot(x - one, y - other) < 2.1 * radius for one, other in taken)
    inside = view.name not in STANDING or (
        radius <= x <= view.width - radius and radius <= y <= view.height - radius
    )
    cost += 0 if inside else 30
    rim = [(x, y), *((x + cos(t * pi / 4) * radius, y + sin(t * pi / 4) * radius) for t in range(8))]
    under = [view.region_at(*spot) for spot in rim]
    return cost + sum(3.0 if region_id in marked else 1.0 for region_id in under if region_id is not None)

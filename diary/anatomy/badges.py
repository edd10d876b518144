"""Where the number of an area stands: beside it, off the body if there is room, never on another number."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from diary.anatomy.views import STANDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.views import View

# (x, y) lies between (left, top) and (right, bottom)
_Room = tuple[float, float, float, float]

BADGE_R = 11.5
"""Radius of a severity badge, px at 100 %."""

BESIDE_PX, BELOW_PX = 10.0, 22.0
"""Room that a pair has around it in its box, px at 100 %: at either side, and below where its words stand."""

TURNS = (0, 1, -1, 2, -2, 3, -3, 4)
"""Directions tried, in eighths of a turn from outwards."""


def numbered_parts(view: View, ids: Sequence[str]) -> list[tuple[str, ...]]:
    """The parts of an area that get a number: the largest at each side, or one across the middle."""
    sides: dict[int, tuple[str, ...]] = {}
    for part in _connected(view, ids):
        left = min(view.regions[region_id].bounds[0] for region_id in part)
        right = max(view.regions[region_id].bounds[2] for region_id in part)
        middle = view.width / 2
        side = 0 if left < middle - 4 and right > middle + 4 else 1 if (left + right) / 2 > middle else -1
        if _size(view, part) > _size(view, sides.get(side, ())):
            sides[side] = part
    across = sides.get(0)
    if across is not None and _size(view, across) >= sum(
        _size(view, sides.get(side, ())) for side in (-1, 1)
    ):
        return [across]
    return [sides[side] for side in sorted(sides)]


def _size(view: View, ids: Sequence[str]) -> float:
    boxes = [view.regions[region_id].bounds for region_id in ids]
    return sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)


def _connected(view: View, ids: Sequence[str]) -> list[tuple[str, ...]]:
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
    return [tuple(names) for names, _ in groups]


def place_badges(
    view: View,
    areas: Sequence[tuple[tuple[str, ...], int]],
    radius: float,
    *,
    marked: frozenset[str],
    taken: Sequence[tuple[float, float]] = (),
) -> list[tuple[float, float, int]]:
    """Centre (x, y) and severity for each area (its regions, its severity); `radius` in units.

    Numbers keep clear of words at `taken`, of the body where they can, of `marked` regions before plain skin.
    """
    filled = list(taken)
    badges: list[tuple[float, float, int]] = []
    for ids, severity in areas:
        spot = _spot(view, ids, radius, filled, marked)
        filled.append(spot)
        badges.append((*spot, severity))
    return badges


def _spot(
    view: View, ids: tuple[str, ...], radius: float, taken: list[tuple[float, float]], marked: frozenset[str]
) -> tuple[float, float]:
    bounds = [view.regions[region_id].bounds for region_id in ids]
    left, top = min(b[0] for b in bounds), min(b[1] for b in bounds)
    right, bottom = max(b[2] for b in bounds), max(b[3] for b in bounds)
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
        for x, y in spots if room is None else _kept_in(room, spots, outer_right=not outwards):
            cost = away + _cost(view, (x, y), radius, taken, marked)
            if cost == away:
                return x, y
            tried.append((cost, x, y))
    _, x, y = min(tried)
    return x, y


def _room(view: View, middle: float, radius: float) -> _Room | None:
    """Where a number on one of a pair may stand: never over the other one, which may not hurt at all."""
    if view.name in STANDING:
        return None
    px, half = radius / BADGE_R, view.width / 2
    inner = half + 0.3 * radius if middle >= half else -BESIDE_PX * px
    outer = view.width + BESIDE_PX * px if middle >= half else half - 0.3 * radius
    return inner + radius, radius, outer - radius, view.height + BELOW_PX * px - radius


def _kept_in(
    room: _Room, spots: list[tuple[float, float]], *, outer_right: bool
) -> list[tuple[float, float]]:
    """The spots brought into the room, after the free corners beside heel or wrist."""
    left, top, right, bottom = room
    corner = right if outer_right else left
    heel = [(corner, top + share * (bottom - top)) for share in (0.86, 0.8, 0.74, 1.0)]
    return heel + [(min(max(x, left), right), min(max(y, top), bottom)) for x, y in spots]


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

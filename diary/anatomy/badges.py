"""Where the number of an area stands: beside it, off the body if there is room, never on another number."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.anatomy.views import View

BADGE_R = 11.5
"""Radius of a severity badge, px at 100 %."""

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
    tried: list[tuple[float, float, float]] = []
    for away in (1.15, 1.8, 3.0):
        for eighth in TURNS:
            angle = outwards + eighth * pi / 4
            x = middle[0] + cos(angle) * ((right - left) / 2 + away * radius)
            y = middle[1] + sin(angle) * ((bottom - top) / 2 + away * radius)
            cost = away + _cost(view, (x, y), radius, taken, marked)
            if cost == away:
                return x, y
            tried.append((cost, x, y))
    _, x, y = min(tried)
    return x, y


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
    inside = radius <= x <= view.width - radius and radius <= y <= view.height - radius
    cost += 0 if inside else 30
    rim = [(x, y), *((x + cos(t * pi / 4) * radius, y + sin(t * pi / 4) * radius) for t in range(8))]
    under = [view.region_at(*spot) for spot in rim]
    return cost + sum(3.0 if region_id in marked else 1.0 for region_id in under if region_id is not None)
